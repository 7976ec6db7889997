import { useFormatter, useLocale, useTranslations } from "next-intl";
import { formatBytes } from "@/components/forms/format-bytes";
import { type RecordedWords, readRecorded, withoutSource } from "@/lib/core/pipeline/recorded-words";
import { useDuration } from "./use-duration";
import { useWord } from "./use-word";

/** What a run recorded in English, in the reader's language; a text that is not known is shown as it was recorded. */
export function useRecorded(): (message: string) => string {
  const t = useTranslations("findings");
  const locale = useLocale();
  const format = useFormatter();
  const duration = useDuration();
  const say = (message: string): string => {
    const known = readRecorded(message);
    const key = `text.${known?.name ?? ""}`;
    return known !== null && t.has(key as never) ? t(key as never, told(known) as never) : message;
  };
  /** The values as a sentence takes them: times, sizes and days written out. */
  const told = ({ values }: RecordedWords): Record<string, string | number> => {
    const { seconds, bytes, until, field, why } = values;
    const fieldKey = `field.${field ?? ""}`;
    return {
      ...values,
      ...(seconds === undefined ? {} : { time: duration(Number(seconds) * 1_000) }),
      ...(bytes === undefined ? {} : { size: formatBytes(Number(bytes), locale) }),
      ...(until === undefined ? {} : { when: moment(String(until)) }),
      ...(field === undefined ? {} : { what: t.has(fieldKey as never) ? t(fieldKey as never) : field }),
      ...(why === undefined ? {} : { why: say(String(why)) }),
    };
  };
  const moment = (words: string): string => {
    const at = new Date(words);
    return Number.isNaN(at.getTime()) ? words : format.dateTime(at, { dateStyle: "medium", timeStyle: "short" });
  };
  return say;
}

/** Events whose text begins with the name of their source. */
const NAMES_SOURCE = /^(?:source|breaker|input)\./;

/** What an event says: its text in the reader's language, with the source that it names before it. */
export function useRecordedEvent(): (event: { kind: string; message: string }) => string {
  const say = useRecorded();
  const stage = useWord("stage");
  return ({ kind, message }) => {
    if (kind.startsWith("stage.")) return stage(message);
    if (!NAMES_SOURCE.test(kind)) return say(message);
    const text = withoutSource(message) ?? message;
    return `${message.slice(0, message.length - text.length)}${say(text)}`;
  };
}
