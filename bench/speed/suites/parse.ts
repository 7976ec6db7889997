import { readFileSync } from "node:fs";
import path from "node:path";
import { load } from "cheerio/slim";
import { decodeBody } from "@/lib/adapters/http/decode-body";
import { findAdapter, parsePage } from "@/lib/adapters/sources/registry";
import { prepareAdvert } from "@/lib/core/pipeline/prepare-advert";
import { findData } from "../../quality/evaluation-data";
import { parsePageTruth } from "../../quality/page-truth";
import { bestCpuSeconds, rateRow, type SpeedRow } from "../speed-row";

const TRUTH = path.join(import.meta.dirname, "..", "..", "quality", "gold", "pages-truth.jsonl");
const RUNS = 8;

type Saved = { adapter: string; bytes: Uint8Array; isJson: boolean; url: string | null; now: Date; count: number };

function readSaved(folder: string): Saved[] {
  const truth = parsePageTruth(readFileSync(TRUTH, "utf8"));
  return truth.files.flatMap(({ file, adapters, outcome, count, ...stated }): Saved[] => {
    const [adapter = ""] = adapters;
    if (outcome !== "postings" || findAdapter(adapter) === null) return [];
    const saved = { adapter, bytes: readFileSync(path.join(folder, file)), isJson: file.endsWith(".json"), count };
    return [{ ...saved, url: stated.url ?? null, now: new Date(stated.now ?? truth.now) }];
  });
}

/** From the bytes of a document to adverts ready to be absorbed. */
function prepareAll({ adapter, bytes, url, now }: Saved): number {
  const origin = { sourceId: adapter, isDemo: false, rawDocumentId: adapter, rawLocator: null };
  const outcomes = parsePage(adapter, { body: bytes, url, now });
  return outcomes.flatMap((one) => (one.kind === "posting" ? [prepareAdvert(one.posting, origin)] : [])).length;
}

function openOnly({ bytes, isJson }: Saved): unknown {
  const { text } = decodeBody(bytes, null);
  return isJson ? JSON.parse(text) : load(text);
}

function rowOf(name: string, saved: readonly Saved[]): SpeedRow {
  const n = saved.reduce((sum, one) => sum + prepareAll(one), 0);
  const ours = bestCpuSeconds(RUNS, () => saved.map(prepareAll));
  const opening = bestCpuSeconds(RUNS, () => saved.map(openOnly));
  const row = { name, n, value: n / ours, unit: "postings per second of processor time" };
  return rateRow(row, { name: "opening the same documents alone (cheerio, JSON.parse)", value: n / opening });
}

/** Saved pages and answers of real boards, parsed and normalised: postings a second of one core. Nothing where the data is absent. */
export function measureParsing(say: (line: string) => void): Promise<SpeedRow[]> {
  const folder = findData("pages");
  if (folder === null) {
    say("The saved pages are not there: skipped.");
    return Promise.resolve([]);
  }
  const saved = readSaved(folder);
  return Promise.resolve([
    rowOf("parse", saved),
    rowOf(
      "parse lists",
      saved.filter(({ count }) => count > 1),
    ),
    rowOf(
      "parse advert pages",
      saved.filter(({ count }) => count === 1),
    ),
  ]);
}
