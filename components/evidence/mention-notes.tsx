"use client";

import { createContext, type ReactNode, use } from "react";

/** What there is to say about what is highlighted, by the id of the highlight. */
export type Notes = Readonly<Record<string, { title: string; note: ReactNode }>>;

const NOTHING: Notes = {};
const NotesContext = createContext(NOTHING);

/** Gives highlighted words a note that opens on hovering and on pressing, with a finger or the keyboard. */
export function MentionNotes({ notes, children }: { notes: Notes; children: ReactNode }) {
  return <NotesContext value={notes}>{children}</NotesContext>;
}

/** The notes of some highlights, in the order of the ids; empty where there are none. */
export function useMentionNotes(ids: readonly string[]): { id: string; title: string; note: ReactNode }[] {
  const notes = use(NotesContext);
  return ids.flatMap((id) => {
    const found = notes[id];
    return found === undefined ? [] : { id, ...found };
  });
}
