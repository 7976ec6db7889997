/**
 * Everything that must hold before a change lands: format, lint, types, dependency rules, unit and database tests with
 * coverage, build, end-to-end tests in a real browser. `--fast` stops before database and browser.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { findBrowser } from "./testing/find-browser";
import { playwrightCounts, vitestCounts } from "./testing/read-counts";
import { closingLine, runLanes, runSteps, type Step } from "./testing/run-step";

const REPORTS = path.join("node_modules", ".cache", "atalaya-test");
mkdirSync(REPORTS, { recursive: true });

const bin = (name: string, ...inside: string[]) => path.join("node_modules", name, ...inside);
const node = (...args: string[]) => [process.execPath, ...args];

function vitest(name: string, ...args: string[]): Step {
  const report = path.join(REPORTS, `${name}.json`);
  return {
    name,
    command: node(
      bin("vitest", "vitest.mjs"),
      "run",
      ...args,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ),
    counts: () => vitestCounts(report),
  };
}

const STATIC: Step[] = [
  { name: "format", command: node(bin("@biomejs/biome", "bin", "biome"), "ci", ".") },
  { name: "types", command: node(bin("typescript", "bin", "tsc"), "--noEmit") },
  {
    name: "lint",
    command: node(
      bin("eslint", "bin", "eslint.js"),
      ".",
      "--max-warnings=0",
      "--cache",
      "--cache-location",
      path.join(REPORTS, "eslint"),
    ),
  },
  {
    name: "dependency rules",
    command: node(
      bin("dependency-cruiser", "bin", "dependency-cruise.mjs"),
      "app",
      "components",
      "jobs",
      "lib",
      "scripts",
      "demo-board",
      "bench",
      "i18n",
      "proxy.ts",
    ),
  },
  { name: "server actions", command: node("--import", "tsx", path.join("scripts", "check-actions.ts")) },
];

function endToEnd(executablePath: string): Step {
  const report = path.join(REPORTS, "end-to-end.json");
  return {
    name: "end-to-end",
    command: node(bin("@playwright/test", "cli.js"), "test"),
    environment: { ATALAYA_TEST_BROWSER: executablePath, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    counts: () => playwrightCounts(report),
  };
}

async function browserSteps(): Promise<Step[]> {
  const browser = await findBrowser();
  process.stdout.write(`Browser: ${browser.origin} (${browser.executablePath})\n`);
  return [endToEnd(browser.executablePath)];
}

const LINT = "lint";

/** The fast part in two lanes: lint alone takes about as long as all the rest. */
async function verify() {
  const rest = [
    ...STATIC.filter((step) => step.name !== LINT),
    vitest("unit tests", "--project", "unit", "--pool=threads", "--no-isolate"),
  ];
  return runLanes([STATIC.filter((step) => step.name === LINT), rest]);
}

async function everything() {
  return runSteps([
    ...STATIC,
    vitest("unit and database tests", "--coverage"),
    { name: "build", command: node("--import", "tsx", path.join("scripts", "build.ts")) },
    ...(await browserSteps()),
  ]);
}

const total = await (process.argv.includes("--fast") ? verify() : everything());
process.stdout.write(`\n${closingLine(total)}\n`);
process.exit(total.failed === 0 ? 0 : 1);
