import { foldLabel } from "@/lib/core/kernel/fold";

/** Short forms in names of places, by the word that they stand for. */
const LONG_FORMS: Readonly<Record<string, string>> = {
  saint: "st",
  fort: "ft",
  mount: "mt",
  sta: "santa",
  sto: "santo",
  gral: "general",
  cnel: "coronel",
  pdte: "presidente",
  pte: "presidente",
  ing: "ingeniero",
  cd: "ciudad",
  gdor: "gobernador",
  gob: "gobernador",
  prov: "provincia",
  dpto: "departamento",
  edo: "estado",
};

/**
 * The form under which names of places are looked up: folded, without dots and apostrophes, hyphens and slashes as spaces, "&" as
 * "and", usual short forms as one word for both spellings ("Saint Louis", "St. Louis").
 */
export function placeKey(name: string): string {
  return foldLabel(name)
    .replaceAll("&", " and ")
    .replace(/[.'"`()]/g, "")
    .replace(/[-_/\s]+/g, " ")
    .trim()
    .split(" ")
    .map((word) => (Object.hasOwn(LONG_FORMS, word) ? LONG_FORMS[word] : word))
    .join(" ");
}
