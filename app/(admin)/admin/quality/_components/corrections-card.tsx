import Link from "next/link";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { labelIn } from "@/components/postings/label-in";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { TextLink } from "@/components/ui/text-link";
import { CORRECTABLE, CORRECTION_STATES, type CorrectionState } from "@/lib/services/corrections/correction-input";
import type { CorrectionView } from "@/lib/services/corrections/list-corrections";
import { DecideButtons } from "./decide-buttons";
import { valueWords } from "./value-words";

type CorrectionsCardProps = { state: CorrectionState; corrections: readonly CorrectionView[]; total: number };

/** What people reported as wrong, by what became of it. */
export async function CorrectionsCard({ state, corrections, total }: CorrectionsCardProps) {
  const t = await getTranslations("quality");
  return (
    <Card title={t("corrections")} aside={t("count", { count: total })} flush>
      <nav aria-label={t("states")} className="flex gap-1 border-b px-3 py-1.5">
        {CORRECTION_STATES.map((one) => (
          <Link
            key={one}
            href={one === "open" ? "/admin/quality" : `/admin/quality?state=${one}`}
            aria-current={one === state ? "page" : undefined}
            className={cx(
              "row-height inline-flex items-center rounded-control px-2.5",
              one === state ? "bg-accent-tint font-medium" : "text-muted hover:text-ink",
            )}
          >
            {t(`state.${one}`)}
          </Link>
        ))}
      </nav>
      {corrections.length === 0 ? (
        <p className="p-4 text-muted">{t(state === "open" ? "correctionsNoneOpen" : "correctionsNone")}</p>
      ) : (
        <ul>
          {corrections.map((correction) => (
            <Correction key={correction.id} correction={correction} />
          ))}
        </ul>
      )}
      {total > corrections.length ? (
        <p className="border-t p-4 text-sm text-muted">{t("shownOf", { shown: corrections.length, total })}</p>
      ) : null}
    </Card>
  );
}

async function Correction({ correction }: { correction: CorrectionView }) {
  const [t, names, format, locale] = await Promise.all([
    getTranslations("quality"),
    getTranslations("reading.fact"),
    getFormatter(),
    getLocale(),
  ]);
  const { id, field, skill, value, shouldBe, comment, state, createdAt, posting } = correction;
  const known = CORRECTABLE.find((one) => one === field);
  const name = known === undefined ? field : names(known);
  const what = skill === null ? name : labelIn(skill.labels, locale);
  const wasRead = valueWords(value);
  return (
    <li className="flex flex-col gap-2 border-b px-4 py-3 last:border-0 phone:flex-row phone:items-start phone:justify-between phone:gap-4">
      <div className="min-w-0 wrap-anywhere">
        <p>
          <span className="font-medium">{skill === null ? name : `${name}: ${what}`}</span>{" "}
          <span className="text-sm text-muted">
            <TextLink href={`/postings/${posting.id}`}>{posting.title}</TextLink>,{" "}
            {format.dateTime(createdAt, { dateStyle: "medium" })}
          </span>
        </p>
        <dl className="text-sm">
          <Line name={t("read")}>{wasRead === "" ? t("noValue") : wasRead}</Line>
          <Line name={t("shouldBe")}>{shouldBe ?? t("nothing")}</Line>
          {comment === null ? null : <Line name={t("comment")}>{comment}</Line>}
        </dl>
      </div>
      <DecideButtons id={id} state={state} what={what} />
    </li>
  );
}

function Line({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt className="inline text-muted">{name}: </dt>
      <dd className="inline">{children}</dd>
    </div>
  );
}
