"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import { z } from "zod";
import { CONTROL, Field } from "@/components/forms/field";
import { labelIn } from "@/components/postings/label-in";
import { cx } from "@/components/ui/cx";

const words = z.object({ en: z.string(), es: z.string() });
const answer = z.object({
  skills: z.array(z.object({ id: z.string(), labels: words, by: z.string(), family: words })),
});
export type FoundSkill = z.output<typeof answer>["skills"][number];

async function find(typed: string, signal: AbortSignal): Promise<FoundSkill[]> {
  const response = await fetch(`/admin/quality/skills?q=${encodeURIComponent(typed)}`, { signal });
  if (!response.ok) throw new Error(`The skills were refused with ${response.status}.`);
  return answer.parse(await response.json()).skills;
}

type ConceptSearchProps = { chosen: FoundSkill | null; onChoose: (skill: FoundSkill | null) => void };

/** A field that finds a skill of the taxonomy by any of its names: arrow keys walk what was found, Enter chooses. */
export function ConceptSearch({ chosen, onChoose }: ConceptSearchProps) {
  const t = useTranslations("quality.terms");
  const locale = useLocale();
  const listId = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const isAsking = typed.trim() !== "" && chosen === null;
  const {
    data = [],
    isSuccess,
    isError,
  } = useQuery({
    queryKey: ["taxonomy-skills", typed],
    queryFn: ({ signal }) => find(typed, signal),
    enabled: isAsking,
    placeholderData: (before) => before,
  });
  const shown = isAsking ? data : [];
  const current = shown[Math.min(at, shown.length - 1)];
  const choose = (skill: FoundSkill) => {
    setTyped(labelIn(skill.labels, locale));
    onChoose(skill);
  };
  const walk = (event: KeyboardEvent<HTMLInputElement>) => {
    if (shown.length === 0 || current === undefined) return;
    const last = shown.length - 1;
    const here = Math.min(at, last);
    if (event.key === "ArrowDown") setAt(here === last ? 0 : here + 1);
    else if (event.key === "ArrowUp") setAt(here === 0 ? last : here - 1);
    else if (event.key === "Enter") choose(current);
    else return;
    event.preventDefault();
  };
  return (
    <div className="flex flex-col gap-1">
      <Field label={t("skill")} hint={t("skillHint")} required>
        {(wiring) => (
          <input
            {...wiring}
            role="combobox"
            aria-expanded={shown.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={current === undefined ? undefined : optionId(listId, current)}
            value={typed}
            autoComplete="off"
            maxLength={80}
            onChange={({ target }) => {
              setTyped(target.value);
              setAt(0);
              onChoose(null);
            }}
            onKeyDown={walk}
            className={CONTROL}
          />
        )}
      </Field>
      <FoundSkills id={listId} skills={shown} current={current} onChoose={choose} />
      <p role="status" className="text-sm text-muted empty:hidden">
        {isAsking && isSuccess && data.length === 0 ? t("skillsNone") : null}
        {isAsking && isError ? t("skillsFailed") : null}
      </p>
    </div>
  );
}

function optionId(listId: string, { id }: FoundSkill): string {
  return `${listId}-${id}`;
}

type FoundSkillsProps = {
  id: string;
  skills: readonly FoundSkill[];
  current: FoundSkill | undefined;
  onChoose: (skill: FoundSkill) => void;
};

function FoundSkills({ id, skills, current, onChoose }: FoundSkillsProps) {
  const t = useTranslations("quality.terms");
  const locale = useLocale();
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t("skillsFound")}
      className={cx("max-h-64 overflow-y-auto rounded-control border", skills.length === 0 && "hidden")}
    >
      {skills.map((skill) => {
        const name = labelIn(skill.labels, locale);
        const isCurrent = skill.id === current?.id;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field walks and chooses by keyboard
          <div
            key={skill.id}
            id={optionId(id, skill)}
            role="option"
            tabIndex={-1}
            aria-selected={isCurrent}
            onClick={() => onChoose(skill)}
            className={cx(
              "row-height flex cursor-pointer flex-wrap items-center gap-x-2 px-2.5 hover:bg-sunken",
              isCurrent && "bg-accent-tint",
            )}
          >
            {name}
            <span className="text-sm text-muted">
              {skill.by === name ? "" : `${skill.by} · `}
              {labelIn(skill.family, locale)}
            </span>
          </div>
        );
      })}
    </div>
  );
}
