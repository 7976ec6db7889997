import { daysFrom, shiftDays, shiftMonths } from "./calendar";
import { composeBody, drawSalary, employersFor, placesFor } from "./advert-parts";
import { versionsOf } from "./advert-versions";
import type { DemoContent, Description, Employer } from "./content-schema";
import type { DemoAdvert, DemoHistory, DemoOrigin } from "./history-types";
import { createPrng, type Prng } from "./prng";
import { trendOf, trendWeight } from "./skill-trends";

const DEFAULT_SEED = 20_260_521;
const LIFE_DAYS = { min: 40, max: 180 };
const ORIGINALS_A_DAY = 1.4;
const REPOST_SHARE = 0.16;
const DUPLICATE_SHARE = 0.06;
const AGENCY_COPY_SHARE = 0.06;
// Software families hire a little more often than the others, as on most boards.
const SOFTWARE_FAMILIES = new Set(["backend", "frontend-mobile", "data-ml", "devops-security", "qa"]);
const SOFTWARE_WEIGHT = 1.25;
/** Share of the usual number of new adverts, January first: quiet in December, busy in January and February. */
const SEASON = [1.2, 1.15, 1.05, 1, 1, 0.95, 0.95, 1, 1.05, 1.05, 1, 0.65];

type Draft = Omit<DemoAdvert, "id" | "slug" | "origin"> & { origin: { kind: DemoOrigin["kind"]; of?: Draft } };

/**
 * Every advert of the demo board over the thirteen months before the anchor (and those still open when they began),
 * ordered by publishing day. The same content, anchor and seed give the same history, byte for byte.
 * Throws RangeError when the anchor is not a calendar day.
 */
export function buildHistory(
  content: DemoContent,
  { anchor, seed = DEFAULT_SEED }: { anchor: string; seed?: number },
): DemoHistory {
  const prng = createPrng(seed);
  const yearStart = shiftMonths(anchor, -12);
  // The board must already be full on the first crawl day, so it opens one longest advert's life earlier.
  const firstDay = shiftDays(yearStart, -LIFE_DAYS.max);
  const yearDays = daysFrom(yearStart, anchor);
  const drafts: Draft[] = [];
  for (let day = firstDay; day <= anchor; day = shiftDays(day, 1)) {
    const expected = ORIGINALS_A_DAY * (SEASON[Number(day.slice(5, 7)) - 1] ?? 1);
    const count = Math.floor(expected) + (prng.chance(expected % 1) ? 1 : 0);
    for (let index = 0; index < count; index += 1) {
      const original = drawOriginal(prng, content, { day, anchor, progress: daysFrom(yearStart, day) / yearDays });
      drafts.push(original, ...drawCopies(prng, content, original, anchor));
    }
  }
  return { anchor, seed, firstDay, adverts: numbered(drafts) };
}

function drawOriginal(
  prng: Prng,
  content: DemoContent,
  when: { day: string; anchor: string; progress: number },
): Draft {
  const description = prng.weighted(
    content.descriptions,
    (item) => trendWeight(trendOf(item), when.progress) * (SOFTWARE_FAMILIES.has(item.family) ? SOFTWARE_WEIGHT : 1),
  );
  const employer = prng.weighted(employersFor(description, content), (item) => (item.agency ? 0.5 : 1));
  const place = prng.pick(placesFor(description, employer));
  const closesOn = shiftDays(when.day, prng.int(LIFE_DAYS.min, LIFE_DAYS.max));
  const body = composeBody(prng, content, { description, employer, place, progress: when.progress });
  const first = {
    from: when.day,
    change: "first" as const,
    body,
    salary: drawSalary(prng, description, employer, place),
    datePosted: when.day,
    validThrough: prng.chance(0.7) ? closesOn : null,
  };
  return {
    origin: { kind: "original" },
    ...descriptionFields(prng, description),
    ...employerFields(employer),
    place,
    publishedOn: when.day,
    closesOn,
    versions: versionsOf(prng, content, { description, first, closesOn, anchor: when.anchor }),
  };
}

function descriptionFields(prng: Prng, description: Description) {
  return {
    descriptionKey: description.key,
    family: description.family,
    lang: description.lang,
    title: prng.pick(description.titles),
    workplace: description.workplace,
    employmentType: description.employmentType,
    seniority: description.seniority,
    pageShape: prng.int(0, 7),
  };
}

function employerFields(employer: Employer) {
  return { employerKey: employer.key, employerName: employer.name, sector: employer.sector, agency: employer.agency };
}

function drawCopies(prng: Prng, content: DemoContent, original: Draft, anchor: string): Draft[] {
  const copies: Draft[] = [];
  if (prng.chance(DUPLICATE_SHARE)) copies.push(copyOf(prng, original, "duplicate", prng.int(0, 3)));
  if (prng.chance(AGENCY_COPY_SHARE) && !original.agency) {
    const agencies = content.employers.filter((item) => item.agency && item.langs.includes(original.lang));
    const copy = copyOf(prng, original, "agency-copy", prng.int(2, 12));
    copies.push({ ...copy, ...employerFields(prng.pick(agencies)) });
  }
  if (prng.chance(REPOST_SHARE)) {
    const pause = daysFrom(original.publishedOn, original.closesOn) + prng.int(8, 40);
    copies.push(copyOf(prng, original, "repost", pause));
  }
  return copies.filter((copy) => copy.publishedOn <= anchor);
}

/** The latest text of an advert, published again under its own id some days after the first time. */
function copyOf(prng: Prng, original: Draft, kind: DemoOrigin["kind"], afterDays: number): Draft {
  const publishedOn = shiftDays(original.publishedOn, afterDays);
  const closesOn = shiftDays(publishedOn, prng.int(LIFE_DAYS.min, LIFE_DAYS.max));
  const source = kind === "repost" ? (original.versions.at(-1) ?? original.versions[0]) : original.versions[0];
  return {
    ...original,
    origin: { kind, of: original },
    publishedOn,
    closesOn,
    pageShape: prng.int(0, 7),
    versions: [
      {
        ...source,
        from: publishedOn,
        change: "first",
        datePosted: publishedOn,
        validThrough: source.validThrough && closesOn,
      },
    ],
  };
}

function numbered(drafts: readonly Draft[]): DemoAdvert[] {
  const ordered = [...drafts].sort((a, b) =>
    a.publishedOn < b.publishedOn ? -1 : a.publishedOn > b.publishedOn ? 1 : 0,
  );
  const ids = new Map(ordered.map((draft, index) => [draft, `DEMO-${String(index + 1).padStart(5, "0")}`]));
  return ordered.map((draft) => {
    const id = ids.get(draft) ?? "";
    const of = draft.origin.of === undefined ? "" : (ids.get(draft.origin.of) ?? "");
    const origin: DemoOrigin =
      draft.origin.kind === "original" ? { kind: "original" } : { kind: draft.origin.kind, of };
    return { ...draft, id, slug: `${slugOf(draft.title)}-${id.slice(5)}`, origin };
  });
}

function slugOf(title: string): string {
  const plain = title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}
