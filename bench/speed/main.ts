/** Speeds: `npm run bench -- [--json] [--only NAME]`. The import and the deduplication take long and run only when they are named. */
import { parseArgs } from "node:util";
import type { SpeedRow } from "./speed-row";
import { measureDedupeSpeed } from "./suites/dedupe";
import { measureEmbedding } from "./suites/embed";
import { measureImport } from "./suites/import";
import { measureParsing } from "./suites/parse";
import { measureReading } from "./suites/reading";
import { measureSkillSearch } from "./suites/skills";
import { measureTagging } from "./suites/tagger";

const say = (line: string) => void process.stderr.write(`${line}\n`);

const RUN: Readonly<Record<string, () => Promise<SpeedRow[]>>> = {
  skills: measureSkillSearch,
  tagger: measureTagging,
  reading: measureReading,
  parse: () => measureParsing(say),
  embed: measureEmbedding,
  dedupe: measureDedupeSpeed,
  import: () => measureImport(say),
};
const UNASKED = ["skills", "tagger", "reading", "parse", "embed"];

function describe({ name, n, value, unit, baseline, ratio }: SpeedRow): string {
  const against = baseline === null ? "" : `  ${baseline.name} ${baseline.value}  ratio ${ratio ?? "–"}`;
  return `${name.padEnd(40)} n ${String(n).padStart(7)}  ${value} ${unit}${against}`;
}

const { values } = parseArgs({ options: { json: { type: "boolean" }, only: { type: "string" } } });
const chosen = values.only === undefined ? UNASKED : Object.keys(RUN).filter((name) => name === values.only);
if (chosen.length === 0) {
  say(`There is no benchmark "${values.only ?? ""}". There are ${Object.keys(RUN).join(", ")}.`);
  process.exit(2);
}
const rows: SpeedRow[] = [];
for (const name of chosen) {
  say(`Measuring ${name} …`);
  rows.push(...((await RUN[name]?.()) ?? []));
}
process.stdout.write(values.json === true ? `${JSON.stringify(rows)}\n` : `${rows.map(describe).join("\n")}\n`);
