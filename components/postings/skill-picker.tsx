"use client";

import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { z } from "zod";
import { labelIn } from "./label-in";

const answer = z.object({
  skills: z.array(z.object({ id: z.string(), labels: z.object({ en: z.string(), es: z.string() }) })),
});
type Suggestion = z.output<typeof answer>["skills"][number];

type SkillPickerProps = {
  label: string;
  hint: string;
  locale: string;
  chosen: readonly string[];
  onPick: (skillId: string) => void;
};

async function suggest(typed: string, signal: AbortSignal): Promise<Suggestion[]> {
  const response = await fetch(`/skills/search?q=${encodeURIComponent(typed)}`, { signal });
  if (!response.ok) throw new Error(`The suggestions were refused with ${response.status}.`);
  return answer.parse(await response.json()).skills;
}

/** A field that suggests skills of the taxonomy while one types; choosing one, or Enter on a full name, picks it. */
export function SkillPicker({ label, hint, locale, chosen, onPick }: SkillPickerProps) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const { data = [] } = useQuery({
    queryKey: ["skills", typed],
    queryFn: ({ signal }) => suggest(typed, signal),
    enabled: typed.trim() !== "",
    placeholderData: (before) => before,
  });
  const open = data.filter((skill) => !chosen.includes(skill.id));
  const named = (name: string) =>
    open.find((skill) => labelIn(skill.labels, locale).toLowerCase() === name.trim().toLowerCase());
  const pick = (skill: Suggestion) => {
    setTyped("");
    onPick(skill.id);
  };
  return (
    <span className="shrink-0">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        list={`${id}-list`}
        value={typed}
        autoComplete="off"
        placeholder={hint}
        maxLength={60}
        onChange={(event) => {
          const { value } = event.target;
          const exact = named(value);
          // A whole name that appears at once was chosen from the list, not typed.
          if (exact !== undefined && value.length - typed.length > 1) pick(exact);
          else setTyped(value);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          const skill = named(typed) ?? open[0];
          if (typed.trim() !== "" && skill !== undefined) pick(skill);
        }}
        className="row-height w-40 rounded-control border border-line-strong bg-surface px-2.5"
      />
      <datalist id={`${id}-list`}>
        {open.map((skill) => (
          <option key={skill.id} value={labelIn(skill.labels, locale)} />
        ))}
      </datalist>
    </span>
  );
}
