import type { EmploymentType, Workplace } from "@/lib/core/postings/posting-fields";

const TYPES: readonly [RegExp, EmploymentType][] = [
  [
    /\bintern(?:s|ships?)?\b|pr[aá]ctica|becari|pasant|trainee|est[aá]gio|praktikum|st[aá]ž|tirocinio|^stage$/i,
    "internship",
  ],
  [
    /part[\s_-]*time|medio tiempo|media jornada|tiempo parcial|jornada parcial|meio per[ií]odo|teilzeit|temps partiel|částečný úvazek/i,
    "part_time",
  ],
  [
    /full[\s_-]*time|tiempo completo|jornada completa|tempo integral|per[ií]odo integral|vollzeit|temps plein|tempo pieno|plný úvazek/i,
    "full_time",
  ],
  [/\btemp|per[\s_-]*diem|seasonal|temporal|eventual|fixed[\s_-]*term/i, "temporary"],
  [/contract|freelance|por (obra|proyecto|servicios)|contratista|aut[oó]nomo/i, "contract"],
];

/** The employment types that a stated value (word, code, URL or list of them) names, in the order stated, without repeats. */
export function readEmploymentTypes(value: unknown): EmploymentType[] {
  const words = (Array.isArray(value) ? value : [value]).flatMap((item: unknown) =>
    typeof item === "string" ? item.split(/[,;|/]\s*/) : [],
  );
  const found = words.flatMap((word) => TYPES.find(([pattern]) => pattern.test(word))?.[1] ?? []);
  return [...new Set(found)];
}

/** The workplace that a stated value names; null where it is silent or unknown. */
export function readWorkplace(value: unknown): Workplace | null {
  const text = (Array.isArray(value) ? value : [value]).filter((item) => typeof item === "string").join(" ");
  if (/hybrid|h[ií]brid|semipresencial|mixt[ao]|presencial (y|o|\/) remot|remot[ao] (y|o|\/) presencial/i.test(text))
    return "hybrid";
  if (/telecommut|remote|remot[ao]|teletrabajo|anywhere|work from home|home\s?office/i.test(text)) return "remote";
  return /on-?\s?site|presencial|in[\s-]office/i.test(text) ? "onsite" : null;
}
