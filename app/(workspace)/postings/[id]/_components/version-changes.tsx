import { useFormatter, useTranslations } from "next-intl";
import { Fragment } from "react";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { DiffPart } from "@/lib/core/postings/word-diff";
import type { PostingDetail } from "@/lib/services/postings/get-posting";

/** Words of unchanged text kept on either side of a change. */
const CONTEXT = 90;

function shorten(text: string, isFirst: boolean, isLast: boolean, cut: string): string {
  if (text.length <= 2 * CONTEXT + 20) return text;
  const head = isFirst ? "" : text.slice(0, CONTEXT);
  const tail = isLast ? "" : text.slice(-CONTEXT);
  return `${head}\n${cut}\n${tail}`;
}

/** The white space that a part begins with: the mark of a new part stands after it, on the line of its words. */
function leading(text: string): string {
  return text.slice(0, text.length - text.trimStart().length);
}

function Diff({ parts, lang }: { parts: readonly DiffPart[]; lang: string | null }) {
  const t = useTranslations("postings.detail");
  return (
    <p lang={lang && lang !== "und" ? lang : undefined} className="max-w-measure wrap-anywhere whitespace-pre-line">
      {parts.map((part, index) => {
        if (part.kind === "same")
          return (
            <Fragment key={index}>
              {shorten(part.text, index === 0, index === parts.length - 1, t("unchangedCut"))}
            </Fragment>
          );
        const isNew = part.kind === "added";
        const Element = isNew ? "ins" : "del";
        return (
          <Element key={index} className={isNew ? "bg-ok-tint text-ok no-underline" : "bg-bad-tint text-bad"}>
            {leading(part.text)}
            <span className="sr-only">[{t(part.kind)}: </span>
            {isNew ? <span aria-hidden>+ </span> : null}
            {part.text.trimStart()}
            <span className="sr-only">]</span>
          </Element>
        );
      })}
    </p>
  );
}

/** What changed in the text from version to version, newest first; absent where it never changed. */
export function VersionChanges({ changes, lang }: { changes: PostingDetail["changes"]; lang: string | null }) {
  const t = useTranslations("postings.detail");
  const format = useFormatter();
  if (changes.length === 0) return null;
  return (
    <Card title={t("versionsTitle")}>
      {changes.map(({ number, observedAt, title, text }, index) => (
        <Disclosure
          key={number}
          open={index === 0}
          summary={t("versionOf", { number, date: format.dateTime(observedAt, { dateStyle: "medium" }) })}
        >
          {title.every((part) => part.kind === "same") ? null : <Diff parts={title} lang={lang} />}
          {text.every((part) => part.kind === "same") ? null : <Diff parts={text} lang={lang} />}
        </Disclosure>
      ))}
    </Card>
  );
}
