import { z } from "zod";
import { escapeHtml } from "./markdown-to-html";

/** Anything that is not the expected text counts as not stated: a bad field never rejects the résumé. */
const words = z.union([z.string(), z.number()]).transform(String).nullish().catch(null);
const listOf = <Item extends z.ZodType>(item: Item) => z.array(item.nullable().catch(null)).nullish().catch(null);
const wordList = listOf(words);

const entry = z.object({
  name: words,
  company: words,
  position: words,
  location: words,
  startDate: words,
  endDate: words,
  date: words,
  summary: words,
  description: words,
  highlights: wordList,
  institution: words,
  area: words,
  studyType: words,
  courses: wordList,
  organization: words,
  title: words,
  issuer: words,
  awarder: words,
  publisher: words,
  releaseDate: words,
  keywords: wordList,
  language: words,
  fluency: words,
  level: words,
  url: words,
  website: words,
});

const basics = z.object({
  name: words,
  label: words,
  email: words,
  phone: words,
  url: words,
  website: words,
  summary: words,
  location: z.object({ city: words, region: words, countryCode: words }).nullish().catch(null),
  profiles: listOf(z.object({ url: words, network: words, username: words })),
});

const jsonResume = z.object({
  basics: basics.nullish().catch(null),
  work: listOf(entry),
  volunteer: listOf(entry),
  education: listOf(entry),
  awards: listOf(entry),
  certificates: listOf(entry),
  publications: listOf(entry),
  skills: listOf(entry),
  languages: listOf(entry),
  projects: listOf(entry),
  interests: listOf(entry),
});

type Entry = z.output<typeof entry>;
type Words = string | null | undefined;

function tag(name: string, ...parts: Words[]): string {
  const text = parts
    .filter((part): part is string => typeof part === "string" && part.trim() !== "")
    .map((part) => part.trim());
  return text.length === 0
    ? ""
    : `<${name}>${escapeHtml(text.join(name === "p" || name === "h3" ? " | " : " "))}</${name}>`;
}

function items(list: readonly Words[] | null | undefined): string {
  const rows = (list ?? []).map((row) => tag("li", row)).join("");
  return rows === "" ? "" : `<ul>${rows}</ul>`;
}

function period(from: Words, to: Words, isOpen: boolean): string | null {
  if (!from) return to ?? null;
  return `${from} – ${to ?? (isOpen ? "Present" : "")}`.replace(/ – $/, "");
}

function toWork(row: Entry): string {
  const dates = period(row.startDate, row.endDate, true);
  return (
    tag("h3", row.position, row.name ?? row.company ?? row.organization, row.location, dates) +
    tag("p", row.summary) +
    items(row.highlights)
  );
}

function toEducation(row: Entry): string {
  const degree = [row.studyType, row.area].filter((part) => part).join(", ");
  return tag("h3", degree, row.institution, period(row.startDate, row.endDate, false)) + items(row.courses);
}

function toSkill(row: Entry): string {
  const keywords = (row.keywords ?? []).filter((word) => word).join(", ");
  return keywords === "" ? tag("li", row.name) : tag("li", row.name ? `${row.name}: ${keywords}` : keywords);
}

function toLanguage(row: Entry): string {
  const level = row.fluency ?? row.level;
  return tag("li", level ? `${row.language ?? ""} (${level})` : row.language);
}

function toOther(row: Entry): string {
  return (
    tag("h3", row.name ?? row.title, row.issuer ?? row.awarder ?? row.publisher, row.date ?? row.releaseDate) +
    tag("p", row.summary ?? row.description) +
    items(row.highlights)
  );
}

function section(
  title: string,
  rows: readonly (Entry | null)[] | null | undefined,
  toHtml: (row: Entry) => string,
): string {
  const body = (rows ?? [])
    .filter((row) => row !== null)
    .map(toHtml)
    .join("\n");
  return body === "" ? "" : `<h2>${title}</h2>\n${body}\n`;
}

function toHeader(person: z.output<typeof basics>): string {
  const place = [person.location?.city, person.location?.region, person.location?.countryCode]
    .filter((part) => part)
    .join(", ");
  const links = (person.profiles ?? []).map((profile) => tag("p", profile?.url)).join("");
  const contact = [person.email, person.phone, person.url ?? person.website].map((line) => tag("p", line)).join("");
  const summary = person.summary ? `<h2>Summary</h2>${tag("p", person.summary)}` : "";
  return tag("h1", person.name) + tag("p", person.label) + tag("p", place) + contact + links + summary;
}

/** A JSON Resume (jsonresume.org) as HTML of the shape a written résumé has; null where the text is not JSON of that kind. */
export function jsonResumeToHtml(text: string): string | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = jsonResume.safeParse(json);
  if (!parsed.success) return null;
  const resume = parsed.data;
  const html = [
    resume.basics ? toHeader(resume.basics) : "",
    section("Work experience", resume.work, toWork),
    section("Volunteer experience", resume.volunteer, toWork),
    section("Education", resume.education, toEducation),
    section("Skills", resume.skills, (row) => `<ul>${toSkill(row)}</ul>`),
    section("Languages", resume.languages, (row) => `<ul>${toLanguage(row)}</ul>`),
    section("Projects", resume.projects, toOther),
    section(
      "Certifications",
      resume.certificates,
      (row) => `<ul>${tag("li", [row.name, row.issuer, row.date].filter((part) => part).join(", "))}</ul>`,
    ),
    section("Awards", resume.awards, toOther),
    section("Publications", resume.publications, toOther),
  ].join("\n");
  return html.trim() === "" ? null : html;
}
