"use client";

import { useTranslations } from "next-intl";
import { CONTROL, Field } from "@/components/forms/field";
import { cx } from "@/components/ui/cx";
import type { SourceMistake } from "@/lib/services/sources/check-source";
import { useMistakeWords } from "./use-mistake-words";

type JsonFieldProps = {
  label: string;
  hint: string;
  value: string;
  mistakes: SourceMistake[];
  onChange: (value: string) => void;
};

/** JSON in a field of even width; each mistake stands beside the path that it is about. */
export function JsonField({ label, hint, value, mistakes, onChange }: JsonFieldProps) {
  const t = useTranslations("admin.form");
  const wordsOf = useMistakeWords();
  const errors = mistakes.length === 0 ? [] : [t("jsonMistakes", { count: mistakes.length })];
  return (
    <div className="flex flex-col gap-2">
      <Field label={label} hint={hint} errors={errors}>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={Math.min(24, Math.max(8, value.split("\n").length + 1))}
            value={value}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => onChange(event.target.value)}
            className={cx(CONTROL, "font-mono text-sm")}
          />
        )}
      </Field>
      {mistakes.length === 0 ? null : (
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm">
          {mistakes.map((mistake, index) => (
            <div key={index} className="contents">
              <dt className="font-mono text-xs leading-5 text-bad">{mistake.path}</dt>
              <dd className="wrap-anywhere">{wordsOf(mistake)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
