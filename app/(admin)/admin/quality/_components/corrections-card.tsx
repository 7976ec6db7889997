import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { labelIn } from "@/components/postings/label-in";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { CORRECTABLE, CORRECTION_STATES } from "@/lib/services/corrections/correction-input";
import type { CorrectionView } from "@/lib/services/corrections/list-corrections";
import { DecideButtons } from "./decide-buttons";
import { ReadValue } from "./read-value";
import { qualityHref, type QualityView } from "./quality-href";
import { StateNav } from "./state-nav";

type CorrectionsCardProps = { view: QualityView; corrections: readonly CorrectionView[]; total: number };

/** What people reported as wrong, by what became of it. */
export async function CorrectionsCard({ view, corrections, total }: CorrectionsCardProps) {
  const { state } = view;
  const t = await getTranslations("quality");
  return (
    <Card title={t("corrections")} aside={t("count", { count: total })} flush>
      <StateNav
        label={t("states")}
        items={CORRECTION_STATES.map((one) => ({
          id: one,
          href: qualityHref({ ...view, state: one }, "corrections"),
          word: t(`state.${one}`),
          isCurrent: one === state,
        }))}
      />
      {corrections.length === 0 ? (
        <p className="p-4 text-muted">{t(state === "open" ? "correctionsNoneOpen" : "correctionsNone")}</p>
      ) : (
        <ul>
          {corrections.map((correction) => (
            <Correction key={correction.id} correction={correction} />
          ))}
        </ul>
      )}
      {total === 0 ? null : (
        <p className="border-t px-4 py-2">
          <a href={`/api/corrections?state=${state}`} download className={buttonClass("secondary", "sm")}>
            {t("export", { count: total })}
          </a>
        </p>
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
          <Line name={t("read")}>
            <ReadValue field={field} value={value} />
          </Line>
          <Line name={t("shouldBe")}>{shouldBe ?? t("nothing")}</Line>
          {comment === null ? null : <Line name={t("comment")}>{comment}</Line>}
        </dl>
      </div>
      <DecideButtons id={id} state={state} what={what} />
    </li>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="inline text-muted">{name}: </dt>
      <dd className="inline">{children}</dd>
    </div>
  );
}
