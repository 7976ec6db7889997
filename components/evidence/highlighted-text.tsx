import { createElement, Fragment, type ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import type { TextBlock } from "@/lib/core/postings/text-block";
import { type Highlight, LOOK_CLASSES } from "./highlight";
import { LinkedMark } from "./linked-mark";
import { segmentText } from "./segment-text";

type HighlightedTextProps = {
  text: string;
  blocks: readonly TextBlock[];
  highlights: readonly Highlight[];
  /** The text's own language, for the screen reader; null where unknown. */
  lang: string | null;
  /** Level of the first heading inside the text. */
  headingLevel?: 2 | 3 | 4;
  className?: string;
};

/** An item that brings its own sign is not given a second one. */
const OWN_SIGN = /[•·‣▪◦●*–—-]/u;

type Group = { kind: TextBlock["kind"]; blocks: TextBlock[] };

/**
 * A stored text with its highlights, drawn from plain text and block ranges only: whatever a stranger wrote is shown as
 * characters, never as markup. Without blocks the whole text is one paragraph.
 */
export function HighlightedText({ text, blocks, highlights, lang, headingLevel = 3, className }: HighlightedTextProps) {
  const whole: TextBlock[] = [{ start: 0, end: text.length, kind: "paragraph" }];
  const leads = leadStarts(highlights);
  const words = (block: TextBlock) => markedWords(text, block, highlights, leads);
  return (
    <div
      lang={lang && lang !== "und" ? lang : undefined}
      className={cx("max-w-measure wrap-anywhere whitespace-pre-line", className)}
    >
      {groupItems(blocks.length > 0 ? blocks : whole).map(({ kind, blocks: members }) => {
        const [first] = members;
        if (!first) return null;
        if (kind === "item") {
          return (
            <ul key={first.start} className="my-2 flex list-disc flex-col gap-1 pl-5">
              {members.map((block) => (
                <li
                  key={block.start}
                  className={OWN_SIGN.test(text.charAt(block.start)) ? "-ml-4 list-none" : undefined}
                >
                  {words(block)}
                </li>
              ))}
            </ul>
          );
        }
        if (kind === "heading") {
          return createElement(
            `h${headingLevel}`,
            { key: first.start, className: "mt-5 mb-1 text-base font-semibold first:mt-0" },
            words(first),
          );
        }
        return (
          <p key={first.start} className="my-2 first:mt-0">
            {words(first)}
          </p>
        );
      })}
    </div>
  );
}

function groupItems(blocks: readonly TextBlock[]): Group[] {
  const groups: Group[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind === "item" && last?.kind === "item") last.blocks.push(block);
    else groups.push({ kind: block.kind, blocks: [block] });
  }
  return groups;
}

function leadStarts(highlights: readonly Highlight[]): Map<string, number> {
  const leads = new Map<string, number>();
  for (const { id, start } of highlights) leads.set(id, Math.min(start, leads.get(id) ?? start));
  return leads;
}

function markedWords(
  text: string,
  block: TextBlock,
  highlights: readonly Highlight[],
  leads: Map<string, number>,
): ReactNode {
  return segmentText(block.start, block.end, highlights).map(({ start, end, spans }) => {
    const words = text.slice(start, end);
    const [top] = spans;
    if (!top) return <Fragment key={start}>{words}</Fragment>;
    return (
      <LinkedMark
        key={start}
        ids={[...new Set(spans.map(({ id }) => id))]}
        className={LOOK_CLASSES[top.look]}
        label={[...new Set(spans.map(({ label }) => label))].join(" · ")}
        lead={spans.some(({ id }) => leads.get(id) === start)}
      >
        {words}
      </LinkedMark>
    );
  });
}
