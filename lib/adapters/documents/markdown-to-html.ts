/** Text made safe to stand between HTML tags. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function toInline(text: string): string {
  const plain = text
    .replaceAll(/!\[[^\]\n]*\]\([^)\n]*\)/g, "")
    .replaceAll(/\[([^\]\n]+)\]\(([^)\s]+)[^)\n]*\)/g, (_all, label: string, target: string) =>
      target.includes(label) ? target : `${label} (${target})`,
    )
    .replaceAll(/(\*\*|__|~~)(?=\S)([^\n]*?\S)\1/g, "$2")
    .replaceAll(/(?<![\w*])([*_])(?=\S)([^*_\n]*?\S)\1(?![\w*])/g, "$2")
    .replaceAll(/`([^`\n]+)`/g, "$1")
    .replaceAll(/<((?:https?:|mailto:)?[^<>\s]+[@.][^<>\s]+)>/g, "$1")
    .replaceAll(/\\([\\`*_{}[\]()#+.!|-])/g, "$1")
    .replaceAll(/<\/?[a-z][^<>]*>/gi, " ");
  return escapeHtml(plain.trim());
}

function toTableRow(line: string): string {
  const cells = line
    .replace(/^\s*\|/, "")
    .replace(/\|\s*$/, "")
    .split("|");
  return `<p>${cells
    .map((cell) => toInline(cell))
    .filter((cell) => cell !== "")
    .join(" | ")}</p>`;
}

function toBlock(line: string, next: string | undefined): string {
  const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line);
  if (heading) return `<h${heading[1]?.length ?? 1}>${toInline(heading[2] ?? "")}</h${heading[1]?.length ?? 1}>`;
  if (next !== undefined && /^\s{0,3}(?:={3,}|-{3,})\s*$/.test(next) && /^\s{0,3}[^\s>|*+-]/.test(line))
    return `<h2>${toInline(line)}</h2>`;
  if (/^\s{0,3}(?:[-*_=]\s*){3,}$/.test(line) || /^\s*\|?[\s:|-]+\|[\s:|-]*$/.test(line)) return "";
  const item = /^\s*(?:[-*+]|\d{1,2}[.)])\s+(.*)$/.exec(line);
  if (item) return `<ul><li>${toInline(item[1] ?? "")}</li></ul>`;
  if (/^\s*\|.*\|\s*$/.test(line)) return toTableRow(line);
  return line.trim() === "" ? "" : `<p>${toInline(line.replace(/^\s*>+\s?/, ""))}</p>`;
}

/**
 * The structure of a Markdown document as simple HTML: headings, items, lines. Every line stays a line, because a résumé breaks
 * its lines on purpose. Marks (`**`, links, code) are taken away; raw HTML tags are dropped.
 */
export function markdownToHtml(markdown: string): string {
  const lines = markdown
    .replaceAll(/\r\n?/g, "\n")
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .split("\n");
  return lines.map((line, at) => toBlock(line, lines[at + 1])).join("\n");
}
