import { type Evidence, type Field, findPhrases } from "./find-phrases";
import type { Seniority } from "./posting-fields";

export type SeniorityReading = { seniority: Seniority; evidence: Evidence[] };

type Rule = { seniority: Seniority; pattern: RegExp };

/** Whole words of the folded text; `_a` after a stem stands for the Spanish forms -o, -a, -o/a, -os, -as … */
function rule(seniority: Seniority, words: string): Rule {
  const ending = String.raw`(?:o|a|os|as|@|x)(?:\s?[/(]\s?-?(?:o|a|os|as)\)?)?`;
  const source = words.replaceAll("_a", ending).replaceAll(" ", String.raw`[\s-]+`);
  return { seniority, pattern: new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${source})(?![\p{L}\p{N}])`, "gu") };
}

/** A product manager manages a product: the word says nothing about the career there. */
const MANAGED_THINGS =
  "product|project|account|community|program|programme|case|content|media|success|brand|category|relationship|campaign|data|property|social|change|risk|test|portfolio|event|events|release|delivery|key account";

/** In order: the first that holds decides, so that "Senior Director" is a director and "semi senior" no senior. */
const TITLE_RULES: readonly Rule[] = [
  rule(
    "internship",
    String.raw`interns?|internships?|becari_a|becas?|practicantes?|pasantes?|pasantias?|pasant_a|aprendi(?:z|ces)|apprentices?|apprenticeships?|working student|werkstudent|co-op|summer analyst|(?:en|de) practicas?|practicas (?:profesionales|laborales)|practicas`,
  ),
  rule(
    "executive",
    String.raw`ceo|cto|cfo|coo|cio|ciso|cmo|cpo|chro|chief [\p{L}\s&]{2,40}officer|[es]?vp|avp|vice president|vicepresident(?:e|a)|president|president(?:e|a)|director(?:a|/a)? general|gerente general|managing director`,
  ),
  rule("director", String.raw`director(?:a|es|as|\s?[/(]-?a\)?)?|subdirector(?:a|/a)?|head of|head|global head`),
  rule(
    "lead",
    String.raw`(?:team|tech|technical|squad|project|shift) lead(?:er)?|lead(?! generation| gen)|leader|lider(?:es|esa)?|principal|staff(?= (?:software|engineer|data|developer|product|machine|backend|frontend|designer|scientist|site))|jef(?:e|a|es)(?:\s?[/(]-?a\)?)?|coordinador(?:a|es|as|\s?[/(]-?a\)?)?|coordinator|supervisor(?:a|es|as|\s?[/(]-?a\)?)?|encargad_a|responsable|capataz|superintendente?|foreman|(?<!(?:${MANAGED_THINGS})[\s-]+)managers?|gerentes?|subgerente`,
  ),
  rule(
    "mid",
    String.raw`semi ?-?senior|semi ?-?sr|ssr|sssr|mid|mid level|middle|intermedi_a|intermediate|plen_a|medior`,
  ),
  rule("senior", String.raw`senior|seniors|sr|sr/a|snr|expert|expert_a|experienced|experimentad_a|iii|iv`),
  rule(
    "entry",
    String.raw`junior|juniors|jr|jnr|entry level|entry|trainees?|graduate|graduates|recien egresad_a|recien graduad_a|egresad_a|sin experiencia|primer empleo|no experience|early career|school leaver`,
  ),
  { seniority: "mid", pattern: /(?<=\p{L}[\s-]+)ii(?![\p{L}\p{N}])/gu },
  { seniority: "entry", pattern: /(?<=\p{L}{4}[\s-]+)i(?=\s*$|\s*[-(,|])/gu },
];

const LEVEL = String.raw`(?:semi ?-?senior|semi ?-?sr|ssr|mid-?senior level|mid-?senior|mid-?level|intermedi[oa]|middle|senior|sr|junior|jr|entry[\s-]level|trainee|internship|pasantia|practicante|intern|becari[oa])`;
const ROLE =
  "developer|engineer|analyst|consultant|designer|scientist|architect|accountant|specialist|administrator|programmer|desarrollador(?:a|/a)?|ingenier[oa](?:/a)?|analista|consultor(?:a|/a)?|disenador(?:a|/a)?|programador(?:a|/a)?|contador(?:a|/a)?|especialista|arquitect[oa]|administrador(?:a|/a)?|tecnic[oa]|vendedor(?:a|/a)?";

/** Phrases of running text that speak of the job's own level; the bare word is left alone ("report to senior management"). */
const TEXT_PATTERN = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:seniority(?: level)?|nivel(?: de seniority| de experiencia)?|perfil|level|experience level)\s*:?\s*(?:${LEVEL})|(?:${LEVEL})\s+(?:${ROLE}|level|position|profile|role)|(?:${ROLE})\s+(?:${LEVEL}))(?![\p{L}\p{N}])`,
  "gu",
);
const TEXT_LEVELS: readonly [Seniority, RegExp][] = [
  ["mid", /semi|ssr|mid|intermedi|middle/u],
  ["senior", /senior|\bsr\b/u],
  ["entry", /junior|\bjr\b|entry|trainee/u],
  ["internship", /intern|pasantia|practicante|becari/u],
];
/** Whoever is mentored, led or worked with is somebody else. */
const SOMEBODY_ELSE =
  /\b(?:mentor|mentors|mentoring|coach|coaching|lead|leading|guide|guiding|supervise|supervising|train|training|support|supporting|alongside|with|by|from|to|one|two|three|acompanar|acompanamiento de|mentor de|mentoria a|junto a|con|guiar|liderar|formar)\s(?:\S+\s){0,2}$/u;
const STATED_ELSEWHERE =
  /recien (?:egresad|graduad|recibid)[oa]s?|(?:sin|no requiere) experiencia previa|no (?:prior |previous )?experience (?:is )?(?:required|necessary|needed)|entry[\s-]level/gu;

function fromTitle(title: Field): SeniorityReading | null {
  for (const { seniority, pattern } of TITLE_RULES) {
    const found = findPhrases(title, pattern);
    if (found.length > 0) return { seniority, evidence: found.map((phrase) => phrase.evidence) };
  }
  return null;
}

/**
 * The seniority that a posting states, from its title first, then from phrases of its text that name the job's level; null
 * where neither does. Managers, heads of a team and coordinators are "lead"; years of experience are not turned into one.
 */
export function readSeniority(title: Field, text: Field): SeniorityReading | null {
  const titled = fromTitle(title);
  if (titled !== null) return titled;
  for (const { evidence, start, end } of findPhrases(text, TEXT_PATTERN)) {
    if (SOMEBODY_ELSE.test(text.fold.folded.slice(Math.max(0, start - 40), start))) continue;
    const words = text.fold.folded.slice(start, end);
    const level = TEXT_LEVELS.find(([, pattern]) => pattern.test(words));
    if (level !== undefined) return { seniority: level[0], evidence: [evidence] };
  }
  const starter = findPhrases(text, STATED_ELSEWHERE)[0];
  return starter === undefined ? null : { seniority: "entry", evidence: [starter.evidence] };
}
