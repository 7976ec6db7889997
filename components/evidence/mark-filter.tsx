"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useMemo, useState } from "react";
import { cx } from "@/components/ui/cx";
import { REQUIREMENTS } from "@/lib/core/postings/posting-fields";
import { SKILL_KINDS } from "@/lib/core/skills/skill-types";
import { LOOK_CLASSES, STRENGTH_CLASSES } from "./highlight";

type Filter = { hidden: readonly string[]; toggle: (name: string) => void };

const FilterContext = createContext<Filter>({ hidden: [], toggle: () => undefined });

/** Around a text and its key: what is switched off in the key is not marked in the text. */
export function MarkFilter({ children }: { children: ReactNode }) {
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const filter = useMemo(
    () => ({
      hidden,
      toggle: (name: string) =>
        setHidden((now) => (now.includes(name) ? now.filter((other) => other !== name) : [...now, name])),
    }),
    [hidden],
  );
  return <FilterContext value={filter}>{children}</FilterContext>;
}

/** The text whose marks the key switches. */
export function FilteredMarks({ children }: { children: ReactNode }) {
  const { hidden } = use(FilterContext);
  return <div data-hide={hidden.join(" ")}>{children}</div>;
}

function Switch({ name, className, word }: { name: string; className: string; word: string }) {
  const { hidden, toggle } = use(FilterContext);
  const isShown = !hidden.includes(name);
  return (
    <button
      type="button"
      aria-pressed={isShown}
      onClick={() => toggle(name)}
      className={cx(
        "inline-flex min-h-7 items-center rounded-control px-1 hover:text-ink pointer-coarse:min-h-11",
        isShown ? "text-ink" : "text-muted",
      )}
    >
      <span className={isShown ? className : "line-through"}>{word}</span>
    </button>
  );
}

/** Says what the patterns mean, kinds of skill and how strongly they are asked for, and switches each on and off. */
export function MarkSwitches() {
  const t = useTranslations("reading.key");
  const kinds = useTranslations("vocabulary.kind");
  const strengths = useTranslations("vocabulary.requirement");
  return (
    <div className="flex flex-wrap gap-x-5 text-sm">
      <fieldset className="flex min-w-0 flex-wrap items-center gap-x-2">
        <legend className="sr-only">{t("kinds")}</legend>
        {SKILL_KINDS.map((kind) => (
          <Switch key={kind} name={kind} className={LOOK_CLASSES[kind]} word={kinds(kind)} />
        ))}
      </fieldset>
      <fieldset className="flex min-w-0 flex-wrap items-center gap-x-2">
        <legend className="sr-only">{t("strengths")}</legend>
        {REQUIREMENTS.map((strength) => (
          <Switch
            key={strength}
            name={strength}
            className={cx(LOOK_CLASSES.hard, STRENGTH_CLASSES[strength])}
            word={strengths(strength)}
          />
        ))}
      </fieldset>
    </div>
  );
}
