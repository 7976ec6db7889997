/** How two employers' keys stand to each other; "unknown" where one is hidden or missing. */
export type EmployerRelation = "same" | "alike" | "other" | "unknown";

/** Words that many companies have in their names: alone they do not make two names one. */
const GENERIC = new Set(
  "grupo group consultora consulting consultores consultoria solutions soluciones services servicios global international internacional recursos humanos rrhh hr talent talento staffing recruitment recruiting technologies technology tech systems sistemas argentina colombia mexico chile peru espana ecuador usa uk the company compania empresa care health de del la el y and of & data digital".split(
    " ",
  ),
);
/** "BNY" and "BNY Mellon". */
const LEAST_LETTERS = 3;

function tellingWords(key: string): string[] {
  return key.split(" ").filter((word) => !GENERIC.has(word));
}

/** Compares two employers by their keys: equal but for blanks is the same; one whose telling words begin the other's is alike. */
export function relateEmployers(a: string, b: string): EmployerRelation {
  if (a === "" || b === "") return "unknown";
  if (a === b || a.replaceAll(" ", "") === b.replaceAll(" ", "")) return "same";
  const [left, right] = [tellingWords(a), tellingWords(b)];
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (short.length === 0 || short.join("").length < LEAST_LETTERS) return "other";
  return short.every((word, at) => word === long[at]) ? "alike" : "other";
}
