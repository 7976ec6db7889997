import { foldLabel } from "@/lib/core/kernel/fold";

/** Legal forms of the countries whose boards are read, folded, without signs; the longest first. */
const LEGAL_FORMS = [
  "sociedad anonima de capital variable",
  "sociedad por acciones simplificada",
  "sociedad de responsabilidad limitada",
  "sociedad limitada unipersonal",
  "sociedad anonima cerrada",
  "sociedad anonima",
  "sociedad limitada",
  "empresa unipersonal",
  "private limited",
  "public limited company",
  "limited liability company",
  "s de r l de c v",
  "s de rl de cv",
  "sapi de cv",
  "s a p i de c v",
  "s a b de c v",
  "sab de cv",
  "s a de c v",
  "sa de cv",
  "de c v",
  "de cv",
  "s a s u",
  "s a s",
  "sas",
  "s a c i f",
  "sacif",
  "s a c i",
  "saci",
  "s a c",
  "sac",
  "s a a",
  "saa",
  "s a b",
  "s a u",
  "sau",
  "s a",
  "sa",
  "s r l",
  "srl",
  "s l u",
  "slu",
  "s l p",
  "slp",
  "s l l",
  "sll",
  "s l",
  "sl",
  "s coop",
  "e i r l",
  "eirl",
  "s p a",
  "spa",
  "s c a",
  "e u",
  "ltda",
  "limitada",
  "cia ltda",
  "cia",
  "l t d a",
  "pvt ltd",
  "pty ltd",
  "pty",
  "pvt",
  "ltd",
  "limited",
  "l l c",
  "llc",
  "l l p",
  "llp",
  "p l c",
  "plc",
  "inc",
  "incorporated",
  "corp",
  "corporation",
  "co",
  "gmbh co kg",
  "gmbh",
  "mbh",
  "kgaa",
  "kg",
  "ag",
  "se",
  "b v",
  "bv",
  "n v",
  "nv",
  "oy",
  "oyj",
  "ab",
  "a s",
  "aps",
  "s a r l",
  "sarl",
  "lda",
  "eireli",
].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
const LEGAL_TAIL = new RegExp(String.raw`(?<=\S)[ ](?:${LEGAL_FORMS.join("|")})$`, "u");
const MOST_FORMS = 3;

/** Words that stand where a name would: the employer is hidden. */
const HIDDEN =
  /^(?:(?:empresa |company |compania |importante empresa )?(?:confidencial|confidential|anonim[ao]|anonymous|undisclosed|reservad[ao])|importante empresa(?: del (?:sector|rubro))?|empresa (?:lider|importante)|not disclosed|n a|na|none|null|unknown|sin nombre|private(?: company)?)$/u;

/**
 * The key under which spellings of one company's name agree: folded, signs dropped, "&" as the word of its language is dropped,
 * legal forms at the end (S.A. de C.V., S.A.S., S.L., Ltda., GmbH, Inc. …) and a leading article left out, and what stands in
 * brackets at the end. "" where there is no name or the name is hidden ("Confidencial"). A name that is only a legal form stays.
 */
export function companyKey(name: string | null): string {
  if (name === null) return "";
  const bare = foldLabel(name.slice(0, 300)).replace(/\s*[([][^()[\]]*[)\]]\s*$/u, "");
  const words = (bare === "" ? foldLabel(name.slice(0, 300)) : bare)
    .replace(/\.(?:com|net|org|io|ai)\b(?:\.[a-z]{2}\b)?/gu, " ")
    .replace(/['`]/gu, "")
    .replace(/[^\p{L}\p{N}+]+/gu, " ")
    .trim();
  if (HIDDEN.test(words)) return "";
  let key = words.replace(/^the (?=\S)/u, "");
  for (let round = 0; round < MOST_FORMS; round += 1) {
    const shorter = key.replace(LEGAL_TAIL, "").trim();
    if (shorter === key || shorter === "") break;
    key = shorter;
  }
  return key;
}
