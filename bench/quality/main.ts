/**
 * The scoreboard: `npm run quality -- [--json] [--check] [--verbose] [--record] [--suite NAME]`.
 * `--check` ends with 1 when a measured row is under its floor; `--verbose` tells every disagreement on standard error;
 * `--record` keeps the rows in the database of the installation, for the page about quality; not together with `--suite`.
 */
import { parseArgs } from "node:util";
import { readKnowledge } from "@/lib/services/context/read-knowledge";
import { openInstallation } from "@/lib/services/context/open-installation";
import { recordScoreboard } from "@/lib/services/quality/scoreboard";
import { readTaxonomy } from "@/lib/services/context/read-taxonomy";
import {
  describeRows,
  failing,
  type Measured,
  readFloors,
  SUITES,
  type SuiteName,
  type Tell,
  toRow,
} from "./scoreboard";
import { measureCoverage } from "./suites/coverage";
import { measureDedupe } from "./suites/dedupe";
import { measureDeterminism } from "./suites/determinism";
import { measureEmbeddings } from "./suites/embeddings";
import { measureEsco } from "./suites/esco";
import { measureFields } from "./suites/fields";
import { measureMatching } from "./suites/matching";
import { measureModel } from "./suites/model";
import { measureNoise } from "./suites/noise";
import { measureOccupations } from "./suites/occupations";
import { measurePages } from "./suites/pages";
import { measureReplay } from "./suites/replay";
import { measureResumes } from "./suites/resumes";
import { measureSkills } from "./suites/skills";
import { measureTrends } from "./suites/trends";

const { values } = parseArgs({
  options: {
    json: { type: "boolean" },
    check: { type: "boolean" },
    verbose: { type: "boolean" },
    record: { type: "boolean" },
    suite: { type: "string" },
  },
});
const tell: Tell = (line) => {
  if (values.verbose === true) process.stderr.write(`${line}\n`);
};
const RUN: Readonly<Record<SuiteName, () => Measured[] | Promise<Measured[]>>> = {
  skills: () => measureSkills(readTaxonomy()),
  noise: () => measureNoise(readTaxonomy(), tell, values.verbose === true),
  esco: async () => [...(await measureEsco(readTaxonomy())), ...measureOccupations()],
  fields: () => {
    const knowledge = readKnowledge();
    return [...measureFields(knowledge, tell), ...measureCoverage(knowledge, readTaxonomy().concepts.values())];
  },
  model: () => measureModel(readKnowledge(), tell),
  resumes: () => measureResumes(readTaxonomy()),
  matching: () => measureMatching(readTaxonomy()),
  embeddings: () => measureEmbeddings(readTaxonomy()),
  dedupe: measureDedupe,
  pages: () => measurePages(tell),
  trends: () => measureTrends(readTaxonomy()),
  determinism: async () => [...(await measureDeterminism()), ...(await measureReplay())],
};

const chosen = SUITES.filter((name) => values.suite === undefined || name === values.suite);
if (chosen.length === 0) {
  process.stderr.write(`There is no suite "${values.suite ?? ""}". The suites are ${SUITES.join(", ")}.\n`);
  process.exit(2);
}
if (values.record === true && values.suite !== undefined) {
  process.stderr.write("--record keeps the whole scoreboard; leave --suite out.\n");
  process.exit(2);
}
const floors = readFloors();
const measured: Measured[] = [];
for (const name of chosen) {
  process.stderr.write(`Measuring ${name} …\n`);
  measured.push(...(await RUN[name]()));
}
const rows = measured.map((one) => toRow(one, floors));
process.stdout.write(values.json === true ? `${JSON.stringify(rows)}\n` : `${describeRows(rows).join("\n")}\n`);
if (values.record === true) {
  const installation = await openInstallation({ purpose: "quality" });
  try {
    await recordScoreboard(installation.app.context({ kind: "system", name: "quality" }), rows);
  } finally {
    await installation.close();
  }
}
const below = failing(rows);
if (values.check === true && below.length > 0) {
  process.stderr.write(`${below.length} of ${rows.length} rows are below their floor.\n`);
  process.exitCode = 1;
}
