/** For this long a deleted résumé can be brought back, in milliseconds. */
export const UNDO_MS = 10_000;
