import type { EscoLang } from "./esco-rows";

/** What a table of a bundle holds, by its header; `columns` says which of the optional ones it has. */
export type EscoTable =
  | { kind: "concepts"; lang: EscoLang; columns: ReadonlySet<string> }
  | { kind: "relations" }
  | { kind: "other"; reason: string };

const LANGUAGE =
  /[_.-](?<lang>bg|cs|da|de|el|en|es|et|fi|fr|ga|hr|hu|is|it|lt|lv|mt|nl|no|pl|pt|ro|sk|sl|sv|uk|ar)(?=[_.-])/giu;

function languageOf(fileName: string): string | null {
  return [...fileName.matchAll(LANGUAGE)].at(-1)?.groups?.["lang"]?.toLowerCase() ?? null;
}

/**
 * What a table is, by its header rather than its name: names changed between versions of the bundle ("broaderRelationsSkillPillar.csv",
 * later "…_en.csv"), columns did not. The language is in the file's name.
 */
export function describeTable(fileName: string, header: readonly string[]): EscoTable {
  const columns = new Set(header);
  const hasAll = (...names: string[]) => names.every((name) => columns.has(name));
  if (hasAll("conceptUri", "broaderUri") || hasAll("occupationUri", "skillUri", "relationType"))
    return { kind: "relations" };
  if (hasAll("originalSkillUri", "relatedSkillUri", "relationType")) return { kind: "relations" };
  if (!hasAll("conceptUri", "preferredLabel", "conceptType"))
    return { kind: "other", reason: "it is no table of concepts or relations" };
  const lang = languageOf(fileName);
  if (lang === "en" || lang === "es") return { kind: "concepts", lang, columns };
  return { kind: "other", reason: lang === null ? "its name states no language" : `its language is ${lang}` };
}

const WHOLE = /^(?:.*[_-])?(?:skills|occupations|iscogroups|skillgroups)[_.-]/iu;

/** The order in which files are read: collections first, so that what the whole tables say stands. Ties by name. */
export function inReadingOrder(fileNames: readonly string[]): string[] {
  const rank = (file: string) => (WHOLE.test(file) ? 1 : 0);
  return [...fileNames].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
