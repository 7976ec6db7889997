/** A stretch of two texts: the same in both, only in the older, or only in the newer. */
export type DiffPart = { kind: "same" | "removed" | "added"; text: string };

/** Cells of the table above which the middle is told as one replacement: two texts of 2,000 words that share no beginning. */
const MAX_CELLS = 4_000_000;

function pieces(text: string): string[] {
  return text.match(/\s+|[^\s]+/gu) ?? [];
}

function sharedStart(a: readonly string[], b: readonly string[]): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}

function lengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const rows: Uint16Array[] = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = rows[i];
    const below = rows[i + 1];
    for (let j = b.length - 1; j >= 0; j -= 1) {
      if (row === undefined || below === undefined) continue;
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return rows;
}

function compareMiddle(a: readonly string[], b: readonly string[]): DiffPart[] {
  if ((a.length + 1) * (b.length + 1) > MAX_CELLS)
    return [
      { kind: "removed", text: a.join("") },
      { kind: "added", text: b.join("") },
    ];
  const table = lengths(a, b);
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const old = a[i];
    const fresh = b[j];
    const keepOld = table[i + 1]?.[j] ?? -1;
    const keepFresh = table[i]?.[j + 1] ?? -1;
    if (old !== undefined && old === fresh) {
      parts.push({ kind: "same", text: old });
      i += 1;
      j += 1;
    } else if (old !== undefined && (fresh === undefined || keepOld >= keepFresh)) {
      parts.push({ kind: "removed", text: old });
      i += 1;
    } else {
      parts.push({ kind: "added", text: fresh ?? "" });
      j += 1;
    }
  }
  return parts;
}

/** Neighbours of one kind as one; within a change, what went stands before what came. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const out: DiffPart[] = [];
  let gone = "";
  let come = "";
  const flush = () => {
    if (gone !== "") out.push({ kind: "removed", text: gone });
    if (come !== "") out.push({ kind: "added", text: come });
    gone = "";
    come = "";
  };
  for (const part of parts) {
    if (part.kind === "removed") gone += part.text;
    else if (part.kind === "added") come += part.text;
    // A single space between two changed words would cut one change into two.
    else if ((gone !== "" || come !== "") && part.text.trim() === "" && !part.text.includes("\n")) {
      gone += part.text;
      come += part.text;
    } else {
      flush();
      const last = out.at(-1);
      if (last?.kind === "same") last.text += part.text;
      else if (part.text !== "") out.push({ ...part });
    }
  }
  flush();
  return out;
}

/** What changed from one text to another, word by word. Parts that are not `added` give the older text, those not `removed` the newer. */
export function diffWords(older: string, newer: string): DiffPart[] {
  const a = pieces(older);
  const b = pieces(newer);
  const start = sharedStart(a, b);
  const end = sharedStart(a.slice(start).reverse(), b.slice(start).reverse());
  return joined([
    { kind: "same", text: a.slice(0, start).join("") },
    ...compareMiddle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    { kind: "same", text: a.slice(a.length - end).join("") },
  ]);
}
