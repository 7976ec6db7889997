import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { splitRawText } from "./split-raw-text";

/** A document as a stranger sent it: text in numbered lines. Nothing of it is markup here, so that nothing of it can run. */
export function RawText({ text, truncated }: { text: string; truncated: boolean }) {
  const t = useTranslations("admin.raw");
  const { lines, cut } = splitRawText(text);
  return (
    <Card title={t("text")} aside={t("lines", { n: lines.length })}>
      {truncated || cut ? <p className="mb-3 text-sm text-warn">{t("truncated")}</p> : null}
      {text === "" ? <p className="text-muted">{t("empty")}</p> : null}
      <ol
        dir="ltr"
        translate="no"
        className="list-decimal pl-12 font-mono text-xs leading-5 marker:text-muted"
        aria-label={t("text")}
      >
        {lines.map((line, index) => (
          <li key={index} className="pl-2 break-all whitespace-pre-wrap">
            {line === "" ? "\u200b" : line}
          </li>
        ))}
      </ol>
    </Card>
  );
}
