import type { Seniority } from "./posting-fields";

export type SeniorityRule = { seniority: Seniority; pattern: RegExp };

/** Whole words of the folded text; `_a` after a stem stands for the Spanish forms -o, -a, -o/a, -os, -as … */
function rule(seniority: Seniority, words: string): SeniorityRule {
  const ending = String.raw`(?:o|a|os|as|@|x)(?:\s?[/(]\s?-?(?:o|a|os|as)\)?)?`;
  const source = words.replaceAll("_a", ending).replaceAll(" ", String.raw`[\s-]+`);
  return { seniority, pattern: new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${source})(?![\p{L}\p{N}])`, "gu") };
}

/** A product manager manages a product: the word says nothing about the career there. */
const MANAGED_THINGS =
  "product|project|projects|account|accounts|community|program|programme|case|content|media|success|brand|category|relationship|relationships|relations|relation|experience|campaign|data|property|social|change|risk|test|portfolio|event|events|release|delivery|development|partner|partners|partnership|partnerships|alliances|engagement|incident|problem|proposal|grant|grants|contract|contracts|asset|bid|territory|key account";
const MANAGED_THINGS_ES =
  "productos?|proyectos?|cuentas?|comunidad(?:es)?|contenidos?|marcas?|programas?|categorias?|redes";
/** Heads of a trade lead a crew; no director is meant. */
const LEADING_TRADES =
  "chef|cook|waiter|waitress|bartender|barista|coach|nurse|teacher|gardener|housekeeper|receptionist|porter|baker|butcher|cashier|lifeguard|groundskeeper|clerk|server|grower";
const GENDER = String.raw`(?:\s?[/(]-?a\)?)?`;
const NUMBERED =
  "engineer|analyst|scientist|developer|technician|specialist|consultant|associate|programmer|designer|administrator|accountant|representative|assistant";

/** In order: the first that holds decides, so that "Senior Director" is a director and "semi senior" no senior. */
export const TITLE_RULES: readonly SeniorityRule[] = [
  rule(
    "internship",
    String.raw`(?:interns?|internships?|apprentices?|apprenticeships?|practicas|pasantias?)(?! (?:coordinator|supervisor|manager|program(?:me)? manager))|becari_a|^becas?|practicantes?|pasantes?|pasant_a|aprendi(?:z|ces)|working student|werkstudent|co-op|summer analyst|(?<!buenas )practicas(?: (?:profesionales|laborales))?`,
  ),
  rule(
    "executive",
    String.raw`ceo|cto|cfo|coo|cio|ciso|cmo|cpo|chro|cso|cdo|cro|chair(?:man|woman|person)|chief [\p{L}\s&]{2,40}officer|[es]?vp|avp|vice president|vicepresident(?:e|a)|president|president(?:e|a)|director(?:a|/a)? general|gerente general|gerencia general|managing director|general manager`,
  ),
  rule(
    "director",
    String.raw`director(?:a|es|as|s|${GENDER})?|subdirector(?:a|/a)?|head of|global head|head(?! (?:${LEADING_TRADES}))`,
  ),
  rule(
    "lead",
    String.raw`(?:team|tech|technical|squad|project|shift) lead(?:er)?|lead(?! (?:generat|gen$|gen |nurtur|qualif|management))|leader|lider(?:es|esa)?|principal|head (?:${LEADING_TRADES})|staff(?= (?:software|engineer|data|developer|product|machine|backend|frontend|designer|scientist|site))|jef(?:e|a|es)${GENDER}|coordinador(?:a|es|as|${GENDER})?|coordinator|supervisor(?:a|es|as|${GENDER})?|encargad_a|responsable|capataz|superintendente?|foreman|forewoman|foreperson|chargehand|chief|^jefatura|^gerencia|^coordinacion|(?<!(?:${MANAGED_THINGS})[\s-]+)(?:managers?|mgr)|gerentes?(?! (?:de|del) (?:${MANAGED_THINGS_ES})(?![\p{L}]))|subgerente`,
  ),
  rule(
    "mid",
    String.raw`semi ?-?senior|semi ?-?sr|ssr|sssr|mid(?! (?:market|west|day|atlantic|town|sussex|wales|shore))|mid level|middle(?! (?:school|market|office|east|eastern|schools))|intermedi_a|intermediate|plen_a|medior`,
  ),
  rule("senior", String.raw`senior|seniors|sr|sr/a|snr|experts?|expert_a|iii|iv(?! (?:therap|nurse|infusion))`),
  rule(
    "entry",
    String.raw`junior|juniors|jr|jnr|entry level|entry(?=\s*[/)-]|$)(?<!(?:data|order) entry)|trainees?|graduate|graduates|recien egresad_a|recien graduad_a|egresad_a|sin experiencia|primer empleo|no experience|early career|school leaver`,
  ),
  {
    seniority: "mid",
    pattern: new RegExp(String.raw`(?<=\p{L}[\s-]+)ii(?![\p{L}\p{N}])|(?<=(?:${NUMBERED}) )2(?=\s*$|\s*[-(,|:])`, "gu"),
  },
  { seniority: "senior", pattern: new RegExp(String.raw`(?<=(?:${NUMBERED}) )[34](?=\s*$|\s*[-(,|:])`, "gu") },
  {
    seniority: "entry",
    pattern: new RegExp(
      String.raw`(?<=\p{L}{4}[\s-]+)i(?=\s*$|\s*[-(,|])|(?<=(?:${NUMBERED}) )1(?=\s*$|\s*[-(,|:])`,
      "gu",
    ),
  },
];

export const LEVEL_WORDS = String.raw`(?:semi ?-?senior|semi ?-?sr|ssr|mid-?senior level|mid-?senior|mid-?level|intermedi[oa]|middle|seniors?|sr|juniors?|jr|entry[\s-]level|trainee|internship|pasantia|practicante|intern|becari[oa])`;
export const ROLE_WORDS =
  "developer|engineer|analyst|consultant|designer|scientist|architect|accountant|specialist|administrator|programmer|desarrollador(?:a|/a)?|ingenier[oa](?:/a)?|analista|consultor(?:a|/a)?|disenador(?:a|/a)?|programador(?:a|/a)?|contador(?:a|/a)?|especialista|arquitect[oa]|administrador(?:a|/a)?|tecnic[oa]|vendedor(?:a|/a)?";

/** The level in words that hold one; in order, since "semi senior" holds "senior" too. */
export const LEVEL_IN_WORDS: readonly (readonly [Seniority, RegExp])[] = [
  ["executive", /\bexecutive$|vice president/u],
  ["director", /\bdirector$/u],
  ["lead", /\blead|supervisor|\bjef[ea]|encargad|coordinador|gerente|lider|store manager/u],
  ["senior", /mid-?senior/u],
  ["mid", /semi|ssr|mid|intermedi|associate$/u],
  ["senior", /senior|\bsr\b/u],
  ["entry", /junior|\bjr\b|entry|trainee/u],
  ["internship", /intern|pasantia|practicante|becari/u],
];
