import { useLocale } from "next-intl";
import { createElement, Fragment, type ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import type { Span } from "@/lib/core/kernel/span";
import type { TextBlock } from "@/lib/core/postings/text-block";
import { type Highlight, LOOK_CLASSES, STRENGTH_CLASSES } from "./highlight";
import { LinkedMark } from "./linked-mark";
import { segmentText } from "./segment-text";

/** A part of a text under one purpose. */
export type TextPart = Span & { label: string };

type HighlightedTextProps = {
  text: string;
  blocks: readonly TextBlock[];
  highlights: readonly Highlight[];
  /** The text's own language, for the screen reader; null where unknown. */
  lang: string | null;
  /** Level of the first heading inside the text. */
  headingLevel?: 2 | 3 | 4;
  /** Parts of the text by their purpose; each is named where it begins. */
  parts?: readonly TextPart[];
  className?: string;
};

/** An item that brings its own sign is not given a second one. */
const OWN_SIGN = /[•·‣▪◦●*–—-]/u;

type Group = { kind: TextBlock["kind"]; part: TextPart | null; blocks: [TextBlock, ...TextBlock[]] };

/**
 * A stored text with its highlights, drawn from plain text and block ranges only: whatever a stranger wrote is shown as
 * characters, never as markup. Without blocks the whole text is one paragraph.
 */
export function HighlightedText({
  text,
  blocks,
  highlights,
  lang,
  headingLevel = 3,
  parts = [],
  className,
}: HighlightedTextProps) {
  const whole: TextBlock[] = [{ start: 0, end: text.length, kind: "paragraph" }];
  const leads = leadStarts(highlights);
  const locale = useLocale();
  const groups = groupItems(blocks.length > 0 ? blocks : whole, parts);
  return (
    <div
      lang={lang && lang !== "und" ? lang : undefined}
      className={cx("max-w-measure wrap-anywhere whitespace-pre-line", className)}
    >
      {groups.map((group, index) => (
        <Fragment key={group.blocks[0].start}>
          {group.part === null || group.part === groups[index - 1]?.part ? null : headsItself(group, text) ? (
            <hr data-part className="mt-5 mb-2 first:hidden" />
          ) : (
            <p
              lang={locale}
              data-part
              className="mt-5 mb-1 border-t pt-2 text-xs text-muted first:mt-0 first:border-0 first:pt-0"
            >
              {group.part.label}
            </p>
          )}
          <TextGroup
            group={group}
            text={text}
            headingLevel={headingLevel}
            words={(block) => markedWords(text, block, highlights, leads)}
          />
        </Fragment>
      ))}
    </div>
  );
}

/** Whether a part begins with a heading that says what the part is: its label would say it twice. */
function headsItself({ kind, part, blocks: [block] }: Group, text: string): boolean {
  if (kind !== "heading") return false;
  const heading = text
    .slice(block.start, block.end)
    .replace(/[\s:.]+$/u, "")
    .trim();
  return heading.toLowerCase() === part?.label.toLowerCase();
}

type TextGroupProps = { group: Group; text: string; headingLevel: number; words: (block: TextBlock) => ReactNode };

function TextGroup({ group: { kind, blocks }, text, headingLevel, words }: TextGroupProps) {
  if (kind === "item") {
    return (
      <ul className="my-2 flex list-disc flex-col gap-1 pl-5">
        {blocks.map((block) => (
          <li key={block.start} className={OWN_SIGN.test(text.charAt(block.start)) ? "-ml-4 list-none" : undefined}>
            {words(block)}
          </li>
        ))}
      </ul>
    );
  }
  if (kind === "heading") {
    const className = "mt-5 mb-1 text-base font-semibold first:mt-0 [[data-part]+&]:mt-0";
    return createElement(`h${headingLevel}`, { className }, words(blocks[0]));
  }
  return <p className="my-2 first:mt-0 [[data-part]+&]:mt-0">{words(blocks[0])}</p>;
}

function groupItems(blocks: readonly TextBlock[], parts: readonly TextPart[]): Group[] {
  const groups: Group[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const part = parts.find(({ start, end }) => start <= block.start && block.start < end) ?? null;
    if (block.kind === "item" && last?.kind === "item" && last.part === part) last.blocks.push(block);
    else groups.push({ kind: block.kind, part, blocks: [block] });
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
    const top = spans.find(({ look }) => look !== "quiet") ?? spans[0];
    if (!top) return <Fragment key={start}>{words}</Fragment>;
    return (
      <LinkedMark
        key={start}
        ids={[...new Set(spans.map(({ id }) => id))]}
        className={cx(LOOK_CLASSES[top.look], top.strength && STRENGTH_CLASSES[top.strength])}
        label={[...new Set(spans.filter(({ look }) => look !== "quiet").map(({ label }) => label))].join(" · ")}
        lead={spans.some(({ id }) => leads.get(id) === start)}
      >
        {words}
      </LinkedMark>
    );
  });
}
