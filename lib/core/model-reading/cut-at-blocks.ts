import type { TextBlock } from "@/lib/core/postings/text-block";

/**
 * The beginning of a text up to the end of the last block that fits into `maxChars` UTF-16 units; of a first block that is longer, its
 * beginning.
 */
export function cutAtBlocks(text: string, blocks: readonly TextBlock[], maxChars: number): string {
  if (text.length <= maxChars) return text;
  const end = blocks.reduce((last, block) => (block.end <= maxChars && block.end > last ? block.end : last), 0);
  if (end > 0) return text.slice(0, end);
  // Half a pair of surrogates is no character.
  return text.slice(0, maxChars).replace(/[\ud800-\udbff]$/u, "");
}
