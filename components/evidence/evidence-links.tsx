"use client";

import { createContext, type ReactNode, use, useMemo, useState } from "react";

/** `reveal` asks the texts to scroll to the words: for what was focused or pressed, not for what was merely hovered. */
type Lit = { ids: readonly string[]; reveal: boolean };
type Links = { lit: Lit; light: (ids: readonly string[], reveal: boolean) => void };

const NOTHING: Lit = { ids: [], reveal: false };
const LinksContext = createContext<Links>({ lit: NOTHING, light: () => undefined });

/** Ties a checklist and the texts beside it: what is hovered or focused in one lights up in all. */
export function EvidenceLinks({ children }: { children: ReactNode }) {
  const [lit, setLit] = useState(NOTHING);
  const links = useMemo(
    () => ({ lit, light: (ids: readonly string[], reveal: boolean) => setLit({ ids, reveal }) }),
    [lit],
  );
  return <LinksContext value={links}>{children}</LinksContext>;
}

/** Whether one of these ids is lit, and how to light them. */
export function useEvidenceLink(ids: readonly string[]) {
  const { lit, light } = use(LinksContext);
  return {
    isLit: ids.some((id) => lit.ids.includes(id)),
    reveal: lit.reveal,
    hover: () => light(ids, false),
    choose: () => light(ids, true),
    leave: () => light([], false),
  };
}
