import type { Salary } from "@/lib/core/postings/posting-fields";
import type { DemoContent, Description, Employer, Extra, Place } from "./content-schema";
import type { Prng } from "./prng";
import { trendWeight } from "./skill-trends";

/** The yearly meeting place that an advert without a city of its own names. */
const GATHERING_CITIES: Readonly<Record<string, string>> = {
  AR: "Buenos Aires",
  CL: "Santiago",
  CO: "Bogotá",
  ES: "Madrid",
  MX: "Ciudad de México",
  US: "Denver",
};

// Employers who pay in dollars outside the United States pay less than those inside.
const USD_ABROAD_FACTOR = 0.6;
const SALARY_STATED = 0.68;
const ABOUT_STATED = 0.75;

/** The places where an employer can fill a description: with a city unless the work is remote. */
export function placesFor(description: Description, employer: Employer): Place[] {
  return employer.places.filter((place) => place.city !== null || description.workplace === "remote");
}

/** The employers that could publish a description: right family, right language, a possible place. */
export function employersFor(description: Description, content: DemoContent): Employer[] {
  return content.employers.filter(
    (employer) =>
      employer.families.includes(description.family) &&
      employer.langs.includes(description.lang) &&
      placesFor(description, employer).length > 0,
  );
}

/** The sentences of a kind that fit a role family. */
export function extrasFor(kind: Extra["kind"], family: string, content: DemoContent): Extra[] {
  return content.extras.filter(
    (extra) => extra.kind === kind && (extra.families.length === 0 || extra.families.includes(family)),
  );
}

/** The text of an advert on its first day: the description with its names filled in, and what this employer adds. */
export function composeBody(
  prng: Prng,
  content: DemoContent,
  subject: { description: Description; employer: Employer; place: Place; progress: number },
): string {
  const { description, employer, place, progress } = subject;
  const own = fillNames(description.body, employer.name, place);
  const about = prng.chance(ABOUT_STATED) ? employer.about[description.lang] : undefined;
  const aboutFirst = prng.chance(0.5);
  let body = about === undefined ? own : aboutFirst ? `${about}\n${own}` : `${own}\n${about}`;
  for (const extra of extrasFor("requirement", description.family, content)) {
    if (prng.chance(0.16 * trendWeight(extra.trend, progress))) body = withRequirement(body, extra[description.lang]);
  }
  if (prng.chance(0.6))
    body = `${body}\n${prng.pick(extrasFor("benefit", description.family, content))[description.lang]}`;
  return body;
}

function fillNames(body: string, company: string, place: Place): string {
  const city = place.city ?? GATHERING_CITIES[place.country] ?? "Lisboa";
  return body.replaceAll("{company}", company).replaceAll("{city}", city);
}

const ASKING_HEADING =
  /requi|qualif|must|need|bring|looking for|you have|you hold|background|experienc|skills|profile|what we ask|busca|pedimos|perfil|traes|espera|formación|conocimientos|quién puede|necesit/i;

/** The text with one more requirement: at the end of the first list that asks for something, else of the last list but one. */
export function withRequirement(body: string, sentence: string): string {
  if (body.includes(sentence)) return body;
  const lines = body.split("\n");
  const ends = lines.flatMap((line, index) =>
    line.startsWith("- ") && lines[index + 1]?.startsWith("- ") !== true ? [index] : [],
  );
  const headingOf = (end: number) => lines.slice(0, end).findLast((line) => line.startsWith("## ")) ?? "";
  const at = ends.find((end) => ASKING_HEADING.test(headingOf(end))) ?? ends.at(-2) ?? ends.at(-1);
  if (at === undefined) return `${body}\n${sentence}.`;
  return [...lines.slice(0, at + 1), `- ${sentence}`, ...lines.slice(at + 1)].join("\n");
}

/** The pay an advert states, within the description's band for the employer's currency; null where it states none. */
export function drawSalary(prng: Prng, description: Description, employer: Employer, place: Place): Salary | null {
  const [low, high, period] = description.payBand[employer.currency];
  const stated = prng.chance(SALARY_STATED);
  const from = low + prng.next() * 0.4 * (high - low);
  const to = from + (0.25 + prng.next() * 0.75) * (high - from);
  const factor = employer.currency === "USD" && place.country !== "US" ? USD_ABROAD_FACTOR : 1;
  if (!stated) return null;
  return { min: roundPay(from * factor), max: roundPay(to * factor), currency: employer.currency, period };
}

/** The same pay raised by a share, e.g. 0.1 for a tenth. */
export function raised(salary: Salary, share: number): Salary {
  return { ...salary, min: roundPay(salary.min * (1 + share)), max: roundPay(salary.max * (1 + share)) };
}

// Two significant digits and a half: 4,350,000 rather than 4,347,812; hourly pay to the half unit.
function roundPay(amount: number): number {
  const step = amount < 200 ? 0.5 : 10 ** Math.floor(Math.log10(amount)) / 20;
  return Math.round(amount / step) * step;
}
