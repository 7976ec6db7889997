import type { EmploymentType, Workplace } from "@/lib/core/postings/posting-fields";
import { COMPANY_NOTE, FIELD_WORD, FLAG, JOB_NOUN, LINK, PAY } from "./headline-words";
import { isKnownPlace, isWiderPlace } from "./known-places";

type Kind = "nothing" | "pay" | "job" | "field" | "place" | "other";
type Part = { text: string; bare: string; kind: Kind };

export type Headline = {
  company: string | null;
  titles: string[];
  places: string[];
  workplaces: Workplace[];
  employmentTypes: EmploymentType[];
  pay: string[];
};

const MAX_PARTS = 24;
/** A list of jobs may be long; what is longer yet is prose that follows the header. */
const MAX_JOB_WORDS = 30;
const SENTENCE =
  /^(?:we|we're|we’re|our|i|i'm|you|they|this|it|if|come|join|help|please|see|check|email|contact)\b|\b(?:is|are) (?:a|an|the|looking|building|hiring)\b/i;
const SEPARATORS = [/\s*\|\s*/, /\s+\/\/\s+/, /\s+[—–]\s+|\s+--\s+/, /\s+-\s+/, /\s+[•·]\s+/, /\s*;\s+/, /\s+@\s+/];
const EDGE = /^[\s,;:.&/+*~_#>•·–—"'-]+|[\s,;:&/+*~_•·–—"'-]+$/g;
const CONNECTORS =
  /^(?:(?:or|and|in|at|only|ok|okay|for|with|the|a|is|are|possible|preferred|welcome|also|but|we|negotiable|depending on experience|&)\s*)+$/i;
const NAME_LIKE = /^[A-ZÀ-Ý][\p{L}.'’-]*(?:[ ,/&-]+(?:[A-ZÀ-Ý][\p{L}.'’-]*|of|de|and|or|the|upon|am)){0,5}$/u;

const TYPES: readonly [RegExp, EmploymentType][] = [
  [/\bfull[- ]?time\b|\bft\b|\bperm(?:anent)?\b/i, "full_time"],
  [/\bpart[- ]?time\b/i, "part_time"],
  [/\bcontract(?:or|ors|ing|s)?\b|\bfreelance/i, "contract"],
  [/\binternship\b/i, "internship"],
];

function tidy(text: string): string {
  const trimmed = text
    .replace(/\(\s*\)|\[\s*\]/g, "")
    .replace(/\s+/g, " ")
    .replace(EDGE, "")
    .trim();
  const opens = (trimmed.match(/\(/g) ?? []).length;
  const closes = (trimmed.match(/\)/g) ?? []).length;
  return opens === closes
    ? trimmed
    : trimmed.replace(opens > closes ? /\(([^()]*)$/ : /\)/, opens > closes ? "$1" : "").trim();
}

/** Commas part a list, except before a state or a country. */
function splitAtCommas(line: string): string[] {
  const parts: string[] = [];
  for (const piece of line.split(/,\s+/)) {
    const last = parts.at(-1);
    if (last !== undefined && isWiderPlace(piece) && !JOB_NOUN.test(last))
      parts[parts.length - 1] = `${last}, ${piece}`;
    else parts.push(piece);
  }
  return parts;
}

function splitLine(line: string): string[] {
  for (const separator of SEPARATORS) {
    const parts = line.split(separator).filter((part) => part.trim() !== "");
    if (parts.length > 1) return parts.slice(0, MAX_PARTS);
  }
  const listed = line.length <= 160 ? splitAtCommas(line) : [line];
  return listed.length >= 3 ? listed.slice(0, MAX_PARTS) : [line];
}

/** Whether all that a part lists are places: most by their names, or a name before a state or country. */
export function isPlace(text: string): boolean {
  const plain = text.replace(/[()[\]]/g, ",").replace(/\b(?:or|and|&|plus)\b|&/gi, ",");
  const names = plain
    .split(/[,/;+]|\s-\s/)
    .map((name) => name.trim())
    .filter((name) => name !== "" && !CONNECTORS.test(name));
  if (names.length === 0) return false;
  const known = names.filter(isNamedPlace).length;
  const isLed = isNamedPlace(names[0] ?? "") || isWiderPlace(names.at(-1) ?? "");
  return known * 2 > names.length || (known > 0 && known * 2 === names.length && isLed);
}

/** A place that is known here, or a name before a state's two letters, such as "Burlingame CA". */
function isNamedPlace(name: string): boolean {
  const state = /\s([A-Z]{2})$/.exec(name)?.[1];
  return isKnownPlace(name) || (state !== undefined && isWiderPlace(state) && NAME_LIKE.test(name));
}

function kindOf(text: string, bare: string): Kind {
  if (bare === "" || CONNECTORS.test(bare) || !/\p{L}/u.test(bare)) return PAY.test(text) ? "pay" : "nothing";
  const words = bare.split(/\s+/).length;
  if (words > MAX_JOB_WORDS || (words > 4 && SENTENCE.test(bare)) || /^\(/.test(text.trim()))
    return isPlace(bare) ? "place" : "nothing";
  if (PAY.test(text) && !JOB_NOUN.test(bare)) return "pay";
  if (isPlace(bare)) return "place";
  if (JOB_NOUN.test(bare)) return "job";
  return FIELD_WORD.test(bare) ? "field" : "other";
}

function readPart(text: string): Part {
  const plain = text.replace(LINK, " ");
  const bare = tidy(plain.replace(FLAG, " "));
  return { text: tidy(plain), bare, kind: kindOf(plain, bare) };
}

/** A place's part without brackets around it and words that led to what was removed. */
function placeOf(text: string): string {
  const inner = /^\(([^()]*)\)$/.exec(text)?.[1] ?? text;
  return tidy(inner.replace(/^(?:(?:or|and|in|at|only|ok)\s+)+|(?:[\s,]+(?:or|and|in|at|ok))+$/gi, ""));
}

/** A job's part without what only says where and how at its ends. */
function titleOf(part: Part): string {
  const ends = new RegExp(
    `(?:[\\s,(/&-]|\\bis\\b)*(?:${FLAG.source})[)\\s,.]*$|^(?:(?:${FLAG.source})[\\s,/&:-]+)`,
    "gi",
  );
  const cut = tidy(part.text.replace(ends, "").replace(ends, ""));
  return JOB_NOUN.test(cut) || FIELD_WORD.test(cut) ? cut : part.bare;
}

function companyOf(part: Part): string {
  const plain = tidy(part.text.replace(COMPANY_NOTE, ""));
  const name = tidy(plain.replace(/\b(?:is|are) (?:now )?hiring\b.*$/i, "").replace(/\s*[([][^()[\]]*[)\]]\s*$/, ""));
  return name === "" ? plain : name;
}

/** "Acme is hiring cooks in Lima": the parts of a line of prose. */
function readProse(line: string): string[] | null {
  const match =
    /^(.{2,60}?)(?:,[^,]{2,80},)?\s+(?:is|are)\s+(?:now |currently |also )?(?:hiring|looking for|seeking|searching for|recruiting)\b:?\s*(.{0,160})/i.exec(
      line,
    );
  const offered = /^(.{3,60}?) at ([A-Z].{1,60}?)(?:[,.(].*)?$/.exec(line);
  if (match === null && offered !== null && JOB_NOUN.test(offered[1] ?? ""))
    return [offered[2] ?? "", offered[1] ?? ""];
  const company = match?.[1];
  if (company === undefined || /^(?:we|i|our|my|who|this|here|there|they|you)\b/i.test(company)) return null;
  const rest =
    /^(?:for |an? |our (?:first |next )?|several |some |talented |senior )*(.{3,120}?)(?:\s+(?:in|at our offices? in)\s+([A-Z][^.!:]{1,60}))?(?:[.!:].*|\s+(?:to|who|for|with|that)\s.*)?$/.exec(
      match?.[2] ?? "",
    );
  return [company, rest?.[1] ?? "", rest?.[2] ?? ""].filter((part) => part !== "");
}

function readWorkplaces(line: string): Workplace[] {
  const plain = line.replace(LINK, " ");
  const found: Workplace[] = [];
  const no = /\b(?:no|not)[- ]remote\b|\bon[- ]?site[- ]?only\b/i.test(plain);
  if (/\bhybrid\b/i.test(plain)) found.push("hybrid");
  if (!no && /\bremote\b|\btelecommut|\bwork from home\b|\bwfh\b|\bdistributed\b/i.test(plain)) found.push("remote");
  if (no || /\bon[- ]?site\b|\bin[- ]office\b|\bin[- ]person\b/i.test(plain)) found.push("onsite");
  return found;
}

function leftovers(parts: readonly Part[], company: Part | undefined, kind: Kind): Part[] {
  return parts.filter((part) => part !== company && part.kind === kind);
}

function pickCompany(parts: readonly Part[]): Part | undefined {
  const [first] = parts;
  if (first !== undefined && (first.kind === "other" || first.kind === "field")) return first;
  return parts.find((part) => part.kind === "other") ?? undefined;
}

/**
 * Reads a header line such as "Acme | Cook | Lima, Peru | ONSITE | Full-time | https://acme.example", in any order. What it cannot
 * tell stays empty.
 */
export function readHeadline(line: string): Headline {
  const pieces = splitLine(line);
  const prose = pieces.length === 1 ? readProse(line) : null;
  const parts = (prose ?? pieces).map(readPart).filter((part) => part.kind !== "nothing");
  const isSentence = parts.length === 1 && (parts[0]?.bare.split(/\s+/).length ?? 0) > 5;
  const company = isSentence ? undefined : pickCompany(parts);
  const others = leftovers(parts, company, "other");
  const stated = leftovers(parts, company, "place");
  const guessed = others.filter((part) => stated.length === 0 && NAME_LIKE.test(part.bare)).slice(0, 1);
  const jobs = isSentence ? [] : leftovers(parts, company, "job");
  const fields = leftovers(parts, company, "field");
  return {
    company: company === undefined ? null : companyOf(company),
    titles: (jobs.length > 0 ? jobs : fields).map(titleOf).filter((title) => title !== ""),
    places: (stated.length > 0 ? stated : guessed).map((part) => placeOf(part.bare)).filter((place) => place !== ""),
    workplaces: readWorkplaces(pieces.join(" | ")),
    employmentTypes: TYPES.flatMap(([pattern, type]) => (pattern.test(pieces.join(" | ")) ? [type] : [])),
    pay: parts.filter((part) => part !== company && PAY.test(part.text)).map((part) => part.text),
  };
}
