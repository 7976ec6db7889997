import { titleKey } from "./occupation-finder";
import type { Occupation } from "./occupation-types";

const KEBAB_CASE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const ESCO_URI = /^http:\/\/data\.europa\.eu\/esco\/occupation\/[0-9a-f-]{36}$/u;
/** Major groups of ISCO-08 by first digit. */
const MAJOR_GROUP = /^\d/u;

function lintShape({ id, isco, esco, en, es, weak }: Occupation): string[] {
  const titles = new Set([...en, ...es]);
  return [
    ...(KEBAB_CASE.test(id) ? [] : [`The id "${id}" is not kebab-case.`]),
    ...(MAJOR_GROUP.test(isco) && isco.length === 4 ? [] : [`${id}: "${isco}" is no group of ISCO-08.`]),
    ...(esco === null || ESCO_URI.test(esco) ? [] : [`${id}: "${esco}" is not the URI of an ESCO occupation.`]),
    ...(weak ?? [])
      .filter((one) => !titles.has(one))
      .map((one) => `${id}: the weak title "${one}" is not among its titles.`),
    ...[...titles].filter((one) => titleKey(one).length === 0).map((one) => `${id}: the title "${one}" says nothing.`),
  ];
}

/** What is wrong with the occupations, one sentence each: ids, groups, URIs, titles that say nothing or that two occupations claim. */
export function lintOccupations(occupations: readonly Occupation[]): string[] {
  const problems = occupations.flatMap(lintShape);
  const ids = new Set<string>();
  const owners = new Map<string, string>();
  for (const { id, en, es } of occupations) {
    if (ids.has(id)) problems.push(`The id "${id}" is there twice.`);
    ids.add(id);
    for (const title of [...en, ...es]) {
      const key = [...titleKey(title)].sort().join(" ");
      const owner = owners.get(key);
      if (owner !== undefined && owner !== id) problems.push(`"${title}" is a title of both ${owner} and ${id}.`);
      else owners.set(key, id);
    }
  }
  return problems;
}
