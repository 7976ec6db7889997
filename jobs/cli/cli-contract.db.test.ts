import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { BANDS } from "@/lib/core/matching/match-types";
import {
  EMPLOYMENT_TYPES,
  PAY_PERIODS,
  REQUIREMENTS,
  SENIORITIES,
  WORKPLACES,
} from "@/lib/core/postings/posting-fields";
import { SKILL_KINDS } from "@/lib/core/skills/skill-types";
import { demoRows } from "@/test/import-files";
import { runCli } from "@/test/run-cli";

const RESUME = path.join("data", "demo", "resume", "camila-rojas-mendez.pdf");
const SLOW_MS = 120_000;
const folder = mkdtempSync(path.join(tmpdir(), "atalaya-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const span = z.strictObject({ start: z.int(), end: z.int(), text: z.string() });
const fieldSpan = span.extend({ field: z.enum(["text", "title"]) });
const skill = z.strictObject({
  id: z.string(),
  label: z.string(),
  kind: z.enum(SKILL_KINDS),
  esco: z.url().nullable(),
  confidence: z.number().min(0).max(1),
  requirement: z.enum(REQUIREMENTS),
  method: z.string(),
  mentions: z.array(fieldSpan),
});
const extracted = z.strictObject({ id: z.union([z.string(), z.number()]), lang: z.string(), skills: z.array(skill) });
const salary = z.strictObject({
  min: z.number(),
  max: z.number(),
  currency: z.string().length(3),
  period: z.enum(PAY_PERIODS),
});
const requiredLanguage = z.strictObject({ lang: z.string(), level: z.string().nullable() });
const read = extracted.extend({
  seniority: z.enum(SENIORITIES).nullable(),
  yearsMin: z.number().nullable(),
  workplace: z.enum(WORKPLACES).nullable(),
  employmentType: z.enum(EMPLOYMENT_TYPES).nullable(),
  country: z.string().length(2).nullable(),
  salary: salary.nullable(),
  degreeRequired: z.boolean().nullable(),
  languagesRequired: z.array(requiredLanguage).nullable(),
  summary: z.string().nullable(),
  evidence: z.record(z.string(), z.array(fieldSpan)),
});
const readWhole = read.extend({
  places: z.array(z.looseObject({ country: z.string().length(2), city: z.string().nullable() })),
  occupation: z.looseObject({ id: z.string(), isco: z.string().length(4) }).nullable(),
  pay: z.looseObject({ bound: z.string() }).nullable(),
  validThrough: z.string().nullable(),
  yearsMax: z.number().nullable(),
  skillYears: z.array(z.strictObject({ skillId: z.string(), yearsMin: z.number() })),
  eligibility: z.looseObject({ countries: z.array(z.string()) }).nullable(),
  education: z.string().nullable(),
  drivingLicence: z.looseObject({ classes: z.array(z.string()) }).nullable(),
  shift: z.string().nullable(),
  workPermit: z.string().nullable(),
  sections: z.array(z.strictObject({ start: z.int(), end: z.int(), kind: z.string() })),
  grounds: z.record(z.string(), z.strictObject({ confidence: z.number(), method: z.string() })),
});
const lookedUp = z.strictObject({
  name: z.string(),
  id: z.string().nullable(),
  label: z.string().nullable(),
  kind: z.enum(SKILL_KINDS).nullable(),
  esco: z.url().nullable(),
});
const cluster = z.strictObject({ cluster: z.string(), ids: z.array(z.string()), reasons: z.array(z.string()) });
const parsed = z.strictObject({
  source: z.string(),
  externalId: z.string(),
  url: z.string().nullable(),
  title: z.string(),
  company: z.string().nullable(),
  location: z.string().nullable(),
  postedAt: z.string().nullable(),
  validThrough: z.string().nullable(),
  employmentType: z.enum(EMPLOYMENT_TYPES).nullable(),
  workplace: z.enum(WORKPLACES).nullable(),
  salary: salary.nullable(),
  description: z.string(),
  warnings: z.array(z.string()),
});
const month = z
  .string()
  .regex(/^\d{4}-\d{2}$/u)
  .nullable();
const words = z.string().nullable();
const profile = z.strictObject({
  file: z.string(),
  lang: z.string(),
  name: words,
  email: words,
  phone: words,
  links: z.array(z.string()),
  summary: words,
  positions: z.array(
    z.strictObject({ title: words, employer: words, place: words, from: month, to: month, current: z.boolean() }),
  ),
  education: z.array(z.strictObject({ degree: words, institution: words, from: month, to: month })),
  certifications: z.array(z.string()),
  languages: z.array(requiredLanguage),
  skills: z.array(skill),
  totalYears: z.number().nullable(),
  seniority: z.enum(SENIORITIES).nullable(),
  warnings: z.array(z.string()),
  evidence: z.record(z.string(), z.strictObject({ confidence: z.number(), start: z.int(), end: z.int() })),
  text: z.string(),
});
const part = z.number().nullable();
const matched = z.strictObject({
  postingId: z.string(),
  title: z.string(),
  company: words,
  score: z.int().min(0).max(100),
  band: z.enum(BANDS),
  confidence: z.number().min(0).max(1),
  parts: z.strictObject({ skills: part, experience: part, keywords: part, semantic: part }),
  evidence: z.array(
    z.strictObject({
      requirement: z.string(),
      strength: z.enum(REQUIREMENTS),
      status: z.enum(["met", "partly", "prose", "missing"]),
      posting: span.nullable(),
      resume: span.nullable(),
      via: z.string().nullable(),
    }),
  ),
});

function linesOf<Schema extends z.ZodType>(text: string, schema: Schema): z.output<Schema>[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => schema.parse(JSON.parse(line)));
}

const problem = z.looseObject({
  error: z.string().optional(),
  line: z.int().optional(),
  outcome: z.string().optional(),
});

test(
  "skills extract answers good lines, names bad ones and ends with 2",
  async () => {
    const text = "We need PostgreSQL; Docker is a plus.";
    const input = `{"id":"a","title":"Python developer","text":"${text}"}\nnope\n{"id":2}\n{"id":3,"text":""}\n`;
    const { code, stdout, stderr } = await runCli(["skills", "extract"], { input });
    const answers = linesOf(stdout, extracted);
    expect(answers.map(({ id }) => id)).toEqual(["a", 3]);
    expect(answers[0]?.skills.map(({ id }) => id)).toEqual(["python", "postgresql", "docker"]);
    const [mention] = answers[0]?.skills[1]?.mentions ?? [];
    expect(text.slice(mention?.start, mention?.end)).toBe("PostgreSQL");
    expect(linesOf(stderr, problem).map(({ line }) => line)).toEqual([2, 3]);
    expect(code).toBe(2);
  },
  SLOW_MS,
);

test(
  "postings read gives every field of the contract",
  async () => {
    const text = "Se requieren 3 años de experiencia en SQL. Inglés B2. Trabajo híbrido, tiempo completo.";
    const { code, stdout } = await runCli(["postings", "read"], {
      input: JSON.stringify({ id: 7, text, lang: "es-CO" }),
    });
    const [answer] = linesOf(stdout, read);
    expect(answer).toMatchObject({ id: 7, lang: "es", yearsMin: 3, workplace: "hybrid", employmentType: "full_time" });
    for (const found of Object.values(answer?.evidence ?? {}).flat())
      expect(text.slice(found.start, found.end)).toBe(found.text);
    expect(code).toBe(0);
    const whole = await runCli(["postings", "read", "--all"], {
      input: [
        { id: 8, title: "Contador/a", text, location: "Bogotá, Colombia", url: 5, date: ["odd"] },
        {
          id: 9,
          text: "Sueldo: $ 12.000 mensuales",
          url: "https://www.bumeran.com.mx/empleos/1.html",
          date: "2026-11-20",
        },
      ]
        .map((line) => JSON.stringify(line))
        .join("\n"),
    });
    const [everything, mexican] = linesOf(whole.stdout, readWhole);
    expect(mexican).toMatchObject({ id: 9, country: "MX", salary: { currency: "MXN" } });
    expect(everything).toMatchObject({ id: 8, country: "CO", places: [{ country: "CO", city: "Bogotá" }] });
    expect(everything?.occupation?.isco).toBe("2411");
    expect(everything?.grounds["yearsMin"]?.method).toBe("text");
  },
  SLOW_MS,
);

test(
  "skills lookup answers each name once, known or not",
  async () => {
    const { code, stdout } = await runCli(["skills", "lookup"], { input: "ReactJS\n\nno such thing\n" });
    expect(linesOf(stdout, lookedUp).map(({ name, id }) => [name, id])).toEqual([
      ["ReactJS", "react"],
      ["no such thing", null],
    ]);
    expect(code).toBe(0);
  },
  SLOW_MS,
);

test(
  "postings parse reads a saved page, and ends with 3 where the page refuses",
  async () => {
    const page = path.join("lib", "adapters", "sources", "jsonld", "fixtures", "advert-es.html");
    const good = await runCli(["postings", "parse", "--source", "jsonld", "--now", "2026-06-30", page]);
    expect(linesOf(good.stdout, parsed)).toHaveLength(1);
    expect(good.code).toBe(0);
    const shell = path.join(folder, "shell.html");
    writeFileSync(shell, '<html><body><div id="root"></div><script src="app.js"></script></body></html>');
    const refused = await runCli(["postings", "parse", "--source", "jsonld", shell]);
    expect(refused).toMatchObject({ code: 3, stdout: "" });
    expect(linesOf(refused.stderr, problem)[0]?.outcome).toBe("broken");
  },
  SLOW_MS,
);

test(
  "resume parse reads the good files and names the others",
  async () => {
    const broken = path.join(folder, "broken.pdf");
    writeFileSync(broken, "%PDF-1.7\nno more than this");
    const args = ["resume", "parse", "--now", "2026-06-30", RESUME, broken, path.join(folder, "missing.pdf")];
    const { code, stdout, stderr } = await runCli(args);
    expect(linesOf(stdout, profile).map(({ file, name }) => [file, name])).toEqual([[RESUME, "Camila Rojas Méndez"]]);
    expect(linesOf(stderr, problem).map(({ outcome }) => outcome)).toEqual(["malformed", "malformed"]);
    expect(code).toBe(2);
  },
  SLOW_MS,
);

test(
  "dedupe puts every id into one cluster, says why, names bad lines, and repeats itself to the byte",
  async () => {
    const text = "You run the cold store of a fish wholesaler and lead six people. ".repeat(6);
    const rows = [
      { id: "a", title: "Cold store supervisor", company: "Bacalao Norte S.A.", location: "Vigo", description: text },
      { id: "b", title: "Cold store supervisor", company: "Bacalao Norte", location: "Lugo", description: text },
      {
        id: "c",
        title: "Baker",
        company: "Horno Viejo",
        location: "Vigo",
        description: "You bake rye bread at night.",
      },
    ];
    const file = path.join(folder, "dedupe.jsonl");
    writeFileSync(file, `${rows.map((row) => JSON.stringify(row)).join("\n")}\n{broken\n`);
    const first = await runCli(["dedupe", file]);
    const clusters = linesOf(first.stdout, cluster);
    expect(clusters.map(({ ids }) => ids)).toEqual([["a", "b"], ["c"]]);
    expect(clusters.map(({ reasons }) => reasons.length > 0)).toEqual([true, false]);
    expect(linesOf(first.stderr, problem)).toHaveLength(1);
    expect(first.code).toBe(2);
    expect((await runCli(["dedupe", file])).stdout).toBe(first.stdout);
  },
  SLOW_MS,
);

test(
  "the sources commands list adapters, recognise addresses and check files without a database",
  async () => {
    const adapters = linesOf((await runCli(["sources", "adapters"])).stdout, z.object({ id: z.string() }));
    expect(adapters.map(({ id }) => id)).toEqual(expect.arrayContaining(["linkedin", "computrabajo", "api", "rss"]));
    const known = await runCli(["sources", "recognise", "https://jobs.lever.co/acme"]);
    expect(linesOf(known.stdout, z.object({ what: z.string() }))).toEqual([{ what: "board" }]);
    expect((await runCli(["sources", "recognise", "http://127.0.0.1/x"])).code).toBe(2);
    const file = path.join(folder, "sources.json");
    const good = { id: "town", name: "Town", adapter: "jsonld", startUrls: ["https://jobs.example.org/"] };
    writeFileSync(file, JSON.stringify([good, { ...good, id: "Bad Id" }]));
    const checked = await runCli(["sources", "check", file]);
    expect(linesOf(checked.stdout, z.object({ id: z.string() }))).toEqual([{ id: "town" }]);
    expect(checked.code).toBe(2);
  },
  SLOW_MS,
);

test(
  "the same match twice gives identical bytes, ranked, with the given ids",
  async () => {
    const postings = path.join(folder, "postings.jsonl");
    writeFileSync(postings, `${[...demoRows(12), '{"id":"only","title":"Night watch"}'].join("\n")}\n`);
    const args = ["match", "--resume", RESUME, "--postings", postings, "--now", "2026-06-30"];
    const options = { env: { EMBEDDING_PROVIDER: "hash" } };
    const [first, second] = [await runCli(args, options), await runCli(args, options)];
    expect(first.stderr).toBe("");
    expect(second.stdout).toBe(first.stdout);
    const ranked = linesOf(first.stdout, matched);
    expect(ranked).toHaveLength(13);
    expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).sort((a, b) => b - a));
    expect(ranked.some(({ postingId }) => postingId === "only")).toBe(true);
  },
  SLOW_MS,
);

test(
  "a command that does not exist, and one that is not whole, end with 2 and one line that says so",
  async () => {
    for (const args of [
      ["nope"],
      ["match"],
      ["skills"],
      ["import", "postings", path.join(folder, "missing.jsonl")].slice(0, 2),
    ]) {
      const { code, stdout, stderr } = await runCli(args);
      expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: "" });
      expect(linesOf(stderr, problem)).toMatchObject([{ error: "usage" }]);
    }
  },
  SLOW_MS,
);
