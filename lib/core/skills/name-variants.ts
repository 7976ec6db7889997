/** Words before a name that say how it is known, not what: "Manejo de Excel", "Experience with Kafka". */
const LEAD =
  /^(?:(?:buen|excelente|amplio|solid)?\s*(?:manejo|dominio|uso|conocimientos?|experiencia|nociones|familiaridad|knowledge|experience|proficiency|use|understanding|familiarity)(?:\s+(?:basicos?|intermedios?|avanzados?|solidos?|s[oó]lidos?|b[aá]sicos?))?\s+(?:de|del|en|con|of|with|in|using)|lenguajes?(?:\s+de\s+programaci[oó]n)?|frameworks?|herramientas?\s+(?:de|como)|tecnolog[ií]as?)\s+/iu;
/** Words after a name that say how well it is known, or that it is a name of its kind. */
const TAIL =
  /[\s,-]+(?:b[aá]sic[oa]s?|intermedi[oa]s?|avanzad[oa]s?|basic|intermediate|advanced|expert|nivel\s+\p{L}+|programming\s+language|language|library|librer[ií]a|tool|framework)$/iu;
const VERSION = /[\s.]*v?\d+(?:\.[\dx]+)*(?:\.x)?\+?\s*$/iu;
const BRACKETED = /[([]([^()[\]]*)[)\]]/gu;
const BETWEEN_NAMES = /\s*(?:[/,;|&+]|\s(?:y|e|o|u|and|or|con|with)\s)\s*/iu;
const MAX_LENGTH = 200;
const MAX_PARTS = 8;

function withoutBrackets(name: string): string {
  return name.replace(BRACKETED, " ").replace(/\s+/gu, " ").trim();
}

function trimmed(name: string): string {
  return name.replace(LEAD, "").replace(TAIL, "").trim();
}

function inBrackets(name: string): string[] {
  return Array.from(name.matchAll(BRACKETED), (found) => found[1]?.trim() ?? "");
}

function partsOf(name: string): string[] {
  return name.split(BETWEEN_NAMES, MAX_PARTS);
}

/**
 * What a name may be looked up as, the most faithful first and none twice: as given; without what stands in brackets;
 * without a version; without words on how it is known; then its parts around slashes, commas and connectives, then what
 * stands in the brackets. Names beyond 200 characters are only looked up as given.
 */
export function nameVariants(name: string): string[] {
  if (name.length > MAX_LENGTH) return [name];
  const plain = withoutBrackets(name);
  const bare = trimmed(plain);
  const whole = [name, plain, plain.replace(VERSION, ""), bare, bare.replace(VERSION, "")];
  const parts = [...partsOf(bare), ...inBrackets(name).flatMap((inner) => [inner, ...partsOf(inner)])];
  const all = [...whole, ...parts.flatMap((part) => [part, part.replace(VERSION, ""), trimmed(part)])];
  return Array.from(new Set(all.map((variant) => variant.trim()))).filter((variant) => variant !== "");
}
