import { COUNTRY_NAMES } from "./country-mentions";

/** Words that only the adverts of one country have: its money, its offices, its benefits. Folded. */
export const SIGN_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    AR: "ars cuit cuil monotributo monotributista prepaga caba afip anses",
    AU: "superannuation",
    CA: "rrsp",
    CL: "clp isapre fonasa",
    CO: "smmlv smlv smlmv",
    CR: "crc ccss colones",
    DO: "dop infotep",
    EC: "iess",
    ES: "sepe etts",
    GB: "gbp nhs gcse gcses ofsted dbs",
    GT: "gtq quetzales igss",
    IE: "leinster",
    IN: "inr lakhs lpa",
    MX: "mxn imss infonavit curp cdmx",
    PA: "balboas",
    PE: "essalud",
    US: "fmla eeo eeoc",
    UY: "uyu",
    VE: "bolivares",
  }).flatMap(([country, words]) => words.split(" ").map((word): [string, string] => [word, country])),
);

/** Words that announce a place, by what may follow them before the name; in the order of their rank. */
export const PLACE_CUES = {
  label: "ubicacion lugar localidad zona ciudad provincia sede location locations place city",
  inOrAt: "based located",
  in: "office offices role position",
  en: "ubicada ubicado ubicadas ubicados sede presencial residir residencia trabajar puesto vacante",
  enOrDe: "oficinas",
  zone: "zona",
} as const;

export const PLACE_CUE_WORDS: readonly string[] = [
  ...new Set(Object.values(PLACE_CUES).flatMap((words) => words.split(" "))),
];

/** The names of countries and nationalities, and the words that stand for a country; of "401k" what stands behind the number. */
export const COUNTRY_CUE_WORDS: readonly string[] = [...COUNTRY_NAMES, ...SIGN_WORDS.keys(), "k"];
