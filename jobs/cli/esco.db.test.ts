import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { runCli } from "@/test/run-cli";
import { temporaryFolder } from "@/test/temporary-folder";

const BUNDLE = path.join("lib", "adapters", "esco", "fixtures", "bundle-v1.2.0");
const home = temporaryFolder();

function lines(text: string): unknown[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line));
}

test("esco import answers one line a table and one for the whole", async () => {
  const { code, stdout } = await runCli(["esco", "import", BUNDLE], { env: { ATALAYA_HOME: home } });
  expect(code).toBe(0);
  const answers = lines(stdout);
  expect(answers.at(-1)).toEqual({ bundle: "1.2.0", concepts: 9, relations: 7, rejected: 0 });
  expect(answers).toContainEqual({
    file: "skills_fr.csv",
    outcome: "skipped",
    lang: null,
    rows: 0,
    rejected: 0,
    reason: "its language is fr",
  });
}, 120_000);

test("a bad row is named on standard error and the code is 2; a folder without tables is a mistake", async () => {
  const folder = mkdtempSync(path.join(home, "bad-"));
  const good = readFileSync(path.join(BUNDLE, "skills_en.csv"), "utf8");
  writeFileSync(path.join(folder, "skills_en.csv"), `${good}Banana,x,,,y,,,\n`);
  const { code, stdout, stderr } = await runCli(["esco", "import", folder, "--version", "9.9"], {
    env: { ATALAYA_HOME: home },
  });
  expect(code).toBe(2);
  expect(lines(stdout).at(-1)).toMatchObject({ bundle: "9.9", concepts: 6, rejected: 1 });
  expect(stderr).toContain('"error":"bad_row","file":"skills_en.csv"');
  const empty = await runCli(["esco", "import", mkdtempSync(path.join(home, "empty-"))], {
    env: { ATALAYA_HOME: home },
  });
  expect(empty).toMatchObject({ code: 2, stdout: "" });
}, 180_000);
