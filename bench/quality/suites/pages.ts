import type { OpenAdvert } from "@/demo-board/board-on";
import { toCanonicalText } from "@/lib/core/postings/to-canonical-text";
import { demoHistory, ORIGIN, type ReadAdvert, readOpenAdverts } from "../demo-adverts";
import type { Measured } from "../scoreboard";
import { mean } from "../set-scores";
import type { Tell } from "../tell";
import { measureSavedPages } from "./saved-pages";

type Fields = Readonly<Record<string, unknown>>;

/** What a page states, from the history that it was made of. */
function truthOf({ advert, version }: OpenAdvert): Fields {
  const { place, workplace } = advert;
  return {
    externalId: advert.id,
    url: `${ORIGIN}/jobs/${advert.slug}`,
    title: advert.title,
    company: advert.employerName,
    city: workplace === "remote" ? null : place.city,
    postedAt: version.datePosted,
    validThrough: version.validThrough,
    employmentType: advert.employmentType,
    workplace: workplace === "remote" ? "remote" : null,
    salary: version.salary,
    words: wordsOf(version.body),
  };
}

function wordsOf(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

function readingOf({ item, parsed }: ReadAdvert): Fields {
  if (parsed === null) return {};
  const { city } = item.advert.place;
  const { text } = toCanonicalText(parsed.description, parsed.descriptionFormat);
  const named = city !== null && (parsed.location ?? "").includes(city) ? city : null;
  const [stated, salary] = [parsed.salary, item.version.salary];
  // A page that states one amount states both ends of its range as far as a reader can tell.
  const isSingle = stated !== null && salary !== null && stated.min === stated.max && stated.min === salary.min;
  return {
    ...parsed,
    city: item.advert.workplace === "remote" ? null : named,
    validThrough: parsed.validThrough?.slice(0, 10) ?? null,
    salary: isSingle ? salary : stated,
    words: wordsOf(text),
  };
}

/** The baseline: what stands at fixed places of the page that a visitor sees. */
function visibleReading({ html }: ReadAdvert): Fields {
  const between = (pattern: RegExp) => pattern.exec(html)?.[1] ?? null;
  return {
    title: between(/<h1>([^<]*)<\/h1>/u),
    company: between(/<h1>[^<]*<\/h1>\s*<p>([^<·]*) · /u),
    city: between(/<h1>[^<]*<\/h1>\s*<p>[^<·]* · ([^<,]*)/u),
    postedAt: between(/<time datetime="([^"]*)"/u),
    words: wordsOf((between(/<article>([\s\S]*)<\/article>/u) ?? "").replace(/<[^>]*>/gu, " ")),
  };
}

function shareRight(truth: Fields, reading: Fields): number {
  const names = Object.keys(truth);
  return mean(names.map((name) => (JSON.stringify(truth[name]) === JSON.stringify(reading[name]) ? 1 : 0)));
}

/** Fields of every page of the demo board against the history that the board was made of. */
function measureDemoBoard(): Measured[] {
  const adverts = readOpenAdverts(demoHistory());
  const shares = (read: (advert: ReadAdvert) => Fields) =>
    adverts.map((advert) => shareRight(truthOf(advert.item), read(advert)));
  const [ours, visible] = [shares(readingOf), shares(visibleReading)];
  const whole = (list: readonly number[]) => mean(list.map((share) => (share === 1 ? 1 : 0)));
  const row = (metric: string, measure: (list: readonly number[]) => number): Measured => ({
    suite: "pages",
    dataset: "demo-board",
    n: adverts.length,
    metric,
    value: measure(ours),
    baseline: { name: "visible text at fixed places", value: measure(visible) },
  });
  return [row("accuracy", mean), row("pages all right", whole)];
}

/** Page adapters: our own board whole, and saved pages of real boards. `tell` hears of every disagreement with those. */
export async function measurePages(tell: Tell): Promise<Measured[]> {
  return [...measureDemoBoard(), ...(await measureSavedPages(tell))];
}
