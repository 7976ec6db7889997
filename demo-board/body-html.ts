import { escapeHtml } from "./escape-html";

/** How a board's editor would have written headings and lists: proper elements, bold lines, or bullets typed by hand. */
export type BodyStyle = "semantic" | "bold-headings" | "typed-bullets";

type Line = { kind: "heading" | "item" | "step" | "paragraph"; text: string };

function readLine(line: string): Line {
  if (line.startsWith("## ")) return { kind: "heading", text: line.slice(3) };
  if (line.startsWith("- ")) return { kind: "item", text: line.slice(2) };
  const step = /^\d+\. (.*)$/.exec(line);
  return step === null ? { kind: "paragraph", text: line } : { kind: "step", text: step[1] ?? "" };
}

function grouped(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const isListed = line.kind === "item" || line.kind === "step";
    if (isListed && last?.[0]?.kind === line.kind) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

function renderGroup(group: readonly Line[], style: BodyStyle): string {
  const texts = group.map((line) => escapeHtml(line.text));
  const kind = group[0]?.kind;
  if (kind === "heading") {
    const [text] = texts;
    return style === "semantic" ? `<h3>${text ?? ""}</h3>` : `<p><strong>${text ?? ""}</strong></p>`;
  }
  if (kind === "paragraph") return `<p>${texts.join(" ")}</p>`;
  if (style === "typed-bullets") {
    return `<p>${texts.map((text, index) => `${kind === "step" ? `${index + 1}.` : "•"} ${text}`).join("<br>")}</p>`;
  }
  const list = kind === "step" ? "ol" : "ul";
  return `<${list}>${texts.map((text) => `<li>${text}</li>`).join("")}</${list}>`;
}

/** The HTML of an advert's text, whose every word is escaped. */
export function renderBody(body: string, style: BodyStyle): string {
  const lines = body
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(readLine);
  return grouped(lines)
    .map((group) => renderGroup(group, style))
    .join("\n");
}
