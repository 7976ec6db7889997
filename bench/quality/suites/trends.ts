import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { toCanonicalText } from "@/lib/core/postings/to-canonical-text";
import { type ReadingKnowledge, readPosting } from "@/lib/core/postings/read-posting";
import { lookupSkill } from "@/lib/core/skills/lookup-skill";
import { readSkills } from "@/lib/core/skills/read-skills";
import { computeTrendCells, type TrendRow } from "@/lib/core/trends/trend-cells";
import { readKnowledge } from "@/lib/services/context/read-knowledge";
import type { Taxonomy } from "@/lib/services/context/context";
import { demoHistory } from "../demo-adverts";
import { findData, readData } from "../evaluation-data";
import { createLiteralFinder } from "../literal-labels";
import type { Measured } from "../scoreboard";
import { mean } from "../set-scores";

/** The share of months and languages whose computed cell equals a plain count over the history that the board was made of. */
function measureCounts(knowledge: ReadingKnowledge): Measured {
  const { adverts } = demoHistory();
  const rows = adverts.map((advert): TrendRow => {
    const { text, blocks } = toCanonicalText(advert.versions[0].body, "text");
    const { skills, lang } = readPosting(knowledge, { title: advert.title, text, blocks });
    const at = new Date(`${advert.publishedOn}T00:00:00Z`);
    const shared = { postedAt: at, firstSeenAt: at, country: null, seniority: null };
    return { ...shared, postingId: advert.id, source: "demo", lang, skills: skills.map((skill) => skill.id) };
  });
  const counted = new Map<string, number>();
  for (const { publishedOn, lang } of adverts)
    for (const key of [`total * ${publishedOn.slice(0, 7)}`, `lang ${lang} ${publishedOn.slice(0, 7)}`])
      counted.set(key, (counted.get(key) ?? 0) + 1);
  const cells = computeTrendCells(rows, "month").filter(
    ({ dimension, source }) => source === "*" && (dimension === "total" || dimension === "lang"),
  );
  const computed = new Map(cells.map((cell) => [`${cell.dimension} ${cell.key} ${cell.bucket}`, cell.postings]));
  const keys = new Set([...counted.keys(), ...computed.keys()]);
  const right = [...keys].map((key) => (counted.get(key) === computed.get(key) ? 1 : 0));
  return {
    suite: "trends",
    dataset: "demo-board",
    n: keys.size,
    metric: "accuracy",
    value: mean(right),
    baseline: null,
  };
}

const comment = z.object({ month: z.string(), text: z.string().nullable() });
const termRow = z.object({ month: z.string(), term: z.string(), percentage: z.coerce.number() });
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** A term that is asked for in fewer adverts than this share says nothing about a trend. */
const LEAST_SHARE = 1;
const YEAR = "2017";
/** One comment in so many is read: shares of hundreds a month are steady enough, and a check must not take minutes. */
const SAMPLED = 8;

function pearson(pairs: readonly (readonly [number, number])[]): number {
  const [a, b] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
  let [both, left, right] = [0, 0, 0];
  for (const [x, y] of pairs) {
    both += (x - a) * (y - b);
    left += (x - a) ** 2;
    right += (y - b) ** 2;
  }
  return left === 0 || right === 0 ? 0 : both / Math.sqrt(left * right);
}

function toMonth(stated: string): string {
  const month = MONTHS.indexOf(stated.slice(0, 3)) + 1;
  return `20${stated.slice(3)}-${String(month).padStart(2, "0")}`;
}

/** Somebody else's percentages of one year, for the terms that name a skill of the taxonomy: `skill month` → share. */
function readReference(file: string, taxonomy: Taxonomy): Map<string, number> {
  const rows: unknown = parse(readFileSync(file), { columns: true });
  const reference = new Map<string, number>();
  for (const row of z.array(termRow).parse(rows)) {
    const id = lookupSkill(taxonomy.matcher, row.term)?.id;
    const month = toMonth(row.month);
    if (id !== undefined && month.startsWith(YEAR) && row.percentage >= LEAST_SHARE)
      reference.set(`${id} ${month}`, Math.max(row.percentage, reference.get(`${id} ${month}`) ?? 0));
  }
  return reference;
}

type Comment = z.infer<typeof comment>;

function sharesBy(comments: readonly Comment[], find: (text: string) => Iterable<string>): Map<string, number> {
  const totals = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const { month, text } of comments) {
    totals.set(month, (totals.get(month) ?? 0) + 1);
    for (const id of new Set(find(toCanonicalText(text ?? "", "html").text)))
      counts.set(`${id} ${month}`, (counts.get(`${id} ${month}`) ?? 0) + 1);
  }
  return new Map(
    Array.from(counts, ([key, count]) => [key, (100 * count) / (totals.get(key.split(" ")[1] ?? "") ?? 1)]),
  );
}

/** Shares of a year of hiring threads against the counts that somebody else made over the same threads. */
function measureThreads(taxonomy: Taxonomy): Measured {
  const shared = { suite: "trends" as const, dataset: "hn-hiring-2017", metric: "correlation" };
  const threads = findData("hn", `hn_whoishiring_${YEAR}.jsonl.gz`);
  const file = findData("trends", "hn_hiringtrends_long.csv");
  if (threads === null || file === null) return { ...shared, n: 0, value: null, baseline: null };
  const reference = readReference(file, taxonomy);
  const comments = readData(threads, comment).filter((_, at) => at % SAMPLED === 0);
  const literal = createLiteralFinder(taxonomy.concepts.values());
  const against = (shares: ReadonlyMap<string, number>) =>
    pearson(Array.from(reference, ([key, share]) => [share, shares.get(key) ?? 0]));
  const ours = sharesBy(comments, (text) =>
    readSkills(taxonomy.matcher, { text, lang: "en" }).skills.map((skill) => skill.id),
  );
  const plain = sharesBy(comments, (text) => literal(text).map((found) => found.id));
  const baseline = { name: "literal preferred labels", value: against(plain) };
  return { ...shared, n: reference.size, value: against(ours), baseline };
}

/** Whether the counts are right, and whether they agree with an independent series. */
export function measureTrends(taxonomy: Taxonomy): Measured[] {
  return [measureCounts(readKnowledge(taxonomy)), measureThreads(taxonomy)];
}
