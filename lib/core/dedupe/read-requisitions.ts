const LABEL = String.raw`(?:(?:job|position|posting|vacancy|requisition|req|opening|vacante|oferta|puesto|busqueda|proceso)\s?(?:req(?:uisition)?\s?)?(?:id|ref(?:erence|erencia)?|number|no\.?|nro\.?|num(?:ero)?\.?|n[°º.]|code|codigo|#)|ref(?:erence|erencia)?(?:\s?(?:id|no\.?|number|code|n[°º.]|#))?|req(?:uisition)?(?:\s?(?:id|no\.?|number|#))?|codigo(?: de (?:la )?(?:vacante|oferta|proceso))?|r-?id)`;
/** A number behind such a label; a code has at least three digits, so that "ref: ventas" and "job 2" are none. */
const STATED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${LABEL}\s?[:#.=-]{0,2}\s?(?<code>[a-z]{0,6}[-_/]?\d[\d._/-]{1,14}\d[a-z]{0,3})(?![\p{L}\p{N}@])`,
  "gu",
);
const DATE_LIKE = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^(?:19|20)\d{2}$/u;
const MAX_CODES = 4;
/** What every code has: three digits with no more than signs between. Looking for it costs less than looking for the labels. */
const NUMERIC = /\d[._/-]*\d[._/-]*\d/u;

/** A piece of a text keeps the whole text in memory as long as it lives; this one stands alone. */
function copyOf(piece: string): string {
  return Buffer.from(piece, "latin1").toString("latin1");
}

/** Requisition, reference and vacancy numbers that a folded title or text states, without signs, sorted. */
export function readRequisitions(folded: string): string[] {
  const codes = new Set<string>();
  if (!NUMERIC.test(folded)) return [];
  for (const found of folded.matchAll(STATED)) {
    const code = found.groups?.["code"] ?? "";
    const bare = code.replace(/[^a-z0-9]/gu, "").replace(/^0+(?=\d)/u, "");
    if (!DATE_LIKE.test(code) && /\d{3}/u.test(bare)) codes.add(copyOf(bare));
    if (codes.size >= MAX_CODES) break;
  }
  return [...codes].sort();
}
