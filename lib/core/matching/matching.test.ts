import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeCorpusStatistics, versionOf } from "./corpus-statistics";
import { seniorityFit, yearsFit } from "./experience-fit";
import {
  aPosting,
  aProfile,
  aSkill,
  NO_STATISTICS,
  POSTING_TEXT,
  RELATED,
  RESUME_TEXT,
  skillsIn,
} from "./fixtures/match-fixtures";
import { computeGapWorth, computeSkillWorth } from "./gap-worth";
import { postingTerms, weightedTerms } from "./keyword-coverage";
import type { MatchResult } from "./match-types";
import { positionRegions, readStretches } from "./resume-regions";
import { prepareResume } from "./prepare-resume";
import { rankMatches } from "./rank-matches";
import { rarity, termRarity } from "./rarity";
import { scoreMatch, scorePrepared } from "./score-match";
import { semanticBoost } from "./semantic-boost";
import { MAX_TERMS, termsOf } from "./terms";
import { bandOf, DEFAULT_WEIGHTS, roundPart, weightsInput } from "./weights";

const context = { statistics: NO_STATISTICS, weights: DEFAULT_WEIGHTS, concepts: RELATED };
/** Any UTF-16, lone surrogates included. */
const anyText = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units));
const similarity = { low: 0.2, high: 0.6 };

describe("terms", () => {
  test("inflections, accents typed or not, and letter case meet in one stem", () => {
    expect([...termsOf("Administración administracion ADMINISTRACIONES", "es")]).toEqual([["administr", 3]]);
    expect([...termsOf("Pipelines pipeline", "en").values()]).toEqual([2]);
  });

  test("stop words, numbers and single letters are no terms; C++ and C# are", () => {
    expect([...termsOf("the 2024 y x with C++ and C#", "en").keys()]).toEqual(["c++", "c#"]);
    expect([...termsOf("de la experiencia con SQL", "es").keys()]).toEqual(["sql"]);
    expect([...termsOf("the trabajo of nurses", "und").keys()]).toEqual(["nurses"]);
  });

  test("composed and decomposed accents are the same word", () => {
    expect(termsOf("gestión", "es")).toEqual(termsOf("gestión".normalize("NFD"), "es"));
  });

  test("the number of terms is bounded, the most frequent are kept", () => {
    const words = Array.from(
      { length: 2000 },
      (_, index) =>
        `${String.fromCharCode(97 + (index % 26))}${"abcdefghij"[index % 10] ?? ""}zq${index.toString(26).replace(/\d/gu, "k")}`,
    );
    const terms = termsOf(`${words.join(" ")} python python python`, "und");
    expect(terms.size).toBe(MAX_TERMS);
    expect(terms.get("python")).toBe(3);
  });

  test("any text is read without failing, the same way twice", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom("en", "es", "und", "fr"), (text, lang) => {
        expect(termsOf(text, lang)).toEqual(termsOf(text, lang));
      }),
      { numRuns: 40 },
    );
  });
});

describe("rarity", () => {
  test("falls with frequency, stays above zero, and is 1 while nothing is counted", () => {
    expect(rarity(5, 1000)).toBeGreaterThan(rarity(500, 1000));
    expect(rarity(1000, 1000)).toBeGreaterThan(0);
    expect([rarity(0, 0), rarity(0, 1000)]).toEqual([1, 1]);
  });

  test("a term that no counted posting has is no keyword; object members are not counts", () => {
    const statistics = computeCorpusStatistics([{ skills: [], terms: ["ledger"] }], {
      minTermDocuments: 1,
      similarity,
    });
    expect([termRarity(statistics, "zanzibar"), termRarity(statistics, "constructor")]).toEqual([null, null]);
    expect(termRarity(statistics, "ledger")).toBeGreaterThan(0);
    expect(termRarity(NO_STATISTICS, "zanzibar")).toBe(1);
  });

  test("rare and repeated words weigh most; the title counts more than the text", () => {
    const statistics = computeCorpusStatistics(
      Array.from({ length: 20 }, (_, index) => ({ skills: [], terms: index < 2 ? ["team", "ledger"] : ["team"] })),
      { similarity },
    );
    expect(
      weightedTerms(
        new Map([
          ["team", 1],
          ["ledger", 1],
        ]),
        statistics,
      ).map(({ term }) => term),
    ).toEqual(["ledger", "team"]);
    expect(postingTerms({ title: "Python", text: "Python", lang: "en" }).get("python")).toBe(4);
  });
});

describe("corpus statistics", () => {
  const documents = [
    { skills: ["sql", "sql"], terms: ["report", "ledger"] },
    { skills: ["sql", "python"], terms: ["report", "typo"] },
  ];

  test("count postings, not occurrences, and leave out what stands in one posting only", () => {
    expect(computeCorpusStatistics(documents, { similarity })).toMatchObject({
      documents: 2,
      skillDocuments: { python: 1, sql: 2 },
      termDocuments: { report: 2 },
    });
  });

  test("the version follows from the content alone", () => {
    const a = computeCorpusStatistics(documents, { similarity });
    const b = computeCorpusStatistics([...documents].reverse(), { similarity });
    expect(b).toEqual(a);
    const { version, ...table } = a;
    expect(versionOf(table)).toBe(version);
    expect(versionOf({ ...table, documents: 3 })).not.toBe(version);
  });

  test("the number of terms is bounded", () => {
    const many = { skills: [], terms: Array.from({ length: 50 }, (_, index) => `t${index}`) };
    expect(Object.keys(computeCorpusStatistics([many, many], { maxTerms: 10, similarity }).termDocuments)).toHaveLength(
      10,
    );
  });
});

describe("the structure of a résumé", () => {
  const stated = (text: string) =>
    readStretches(text).map(({ start, end, isStated }) => [text.slice(start, end).trim(), isStated]);

  test("what stands before the first heading and under a summary is prose, the rest is stated", () => {
    expect(stated("Ana\nPerfil profesional\nMe gusta Kafka\nHabilidades\nSQL\nProyectos\nUna web")).toEqual([
      ["Ana\nPerfil profesional\nMe gusta Kafka", false],
      ["Habilidades\nSQL", true],
      ["Proyectos\nUna web", true],
    ]);
  });

  test("a heading on the line of its content counts for that line only", () => {
    expect(stated("Ana\nSkills: SQL, Excel\nFriend of cats")).toEqual([
      ["Ana", false],
      ["Skills: SQL, Excel", true],
      ["Friend of cats", false],
    ]);
  });

  test("hostile lines take no time", () => {
    expect(readStretches("skills and ".repeat(50_000))).toHaveLength(1);
    expect(readStretches("skills\n".repeat(20_000)).length).toBeGreaterThan(0);
  });
});

describe("months", () => {
  const open = { title: "Data engineer", employer: null, place: null, from: "2026-01", to: null, current: true };
  const months = (now: Date | null, change = {}) =>
    positionRegions(aProfile({ positions: [{ ...open, ...change }] }), now)[0]?.months;

  test("an open-ended position lasts until now, and is undated without a now", () => {
    const { from = 0, to = 0 } = months(new Date("2026-06-15T00:00:00Z")) ?? {};
    expect(to - from).toBe(6);
    expect(months(null)).toBeNull();
  });

  test("a closed position needs no now; one that the text does not place is left out", () => {
    expect(months(null, { to: "2026-03", current: false })).not.toBeNull();
    expect(positionRegions(aProfile({ evidence: {} }), null)).toEqual([]);
  });

  test("years in positions that show nothing asked count a third", () => {
    const posting = aPosting({ yearsMin: 6, seniority: null, skills: skillsIn(POSTING_TEXT, ["Airflow"]) });
    const everywhere = aPosting({
      yearsMin: 6,
      seniority: null,
      skills: [...posting.skills, aSkill("SQL", POSTING_TEXT)],
    });
    const part = (asked: typeof posting) =>
      scoreMatch({ ...context, posting: asked, resume: { profile: aProfile(), embedding: null } }).parts.experience;
    // Airflow stands in the four-year position alone: 4 + 2/3 of 6 years.
    expect([part(posting), part(everywhere)]).toEqual([23.3, 30]);
  });
});

describe("experience", () => {
  test("too little costs more than too much", () => {
    expect(yearsFit(2, 5)).toBeCloseTo(0.4);
    expect([yearsFit(5, 5), yearsFit(0, 0)]).toEqual([1, 1]);
    expect(yearsFit(30, 2)).toBeCloseTo(0.85);
    for (const steps of [1, 2, 3, 6]) expect(seniorityFit(3 + steps, 3)).toBeGreaterThan(seniorityFit(3 - steps, 3));
  });

  test("a résumé without dates or level leaves the factor unknown, and the lines missing", () => {
    const resume = { profile: aProfile({ totalYears: null, seniority: null }), embedding: null };
    const { parts, evidence } = scoreMatch({ ...context, posting: aPosting(), resume });
    expect(parts.experience).toBeNull();
    expect(evidence.slice(-2)).toMatchObject([
      { status: "missing", resume: null },
      { status: "missing", resume: null },
    ]);
  });

  test("one known half carries the factor", () => {
    const resume = { profile: aProfile({ seniority: null }), embedding: null };
    expect(scoreMatch({ ...context, posting: aPosting({ yearsMin: 12 }), resume }).parts.experience).toBeLessThan(30);
    expect(
      scoreMatch({
        ...context,
        posting: aPosting({ yearsMin: null, seniority: "lead" }),
        resume: { ...resume, profile: aProfile() },
      }).parts.experience,
    ).toBeCloseTo(9);
  });
});

describe("prose", () => {
  test("a résumé without any structure has nothing but statements", () => {
    const text = "I write Python and keep MySQL running.";
    const profile = aProfile({ text, positions: [], evidence: {}, skills: skillsIn(text, ["Python", "MySQL"]) });
    expect([...prepareResume({ profile, embedding: null }).skills.values()].map(({ stated }) => stated)).toEqual([
      true,
      true,
    ]);
  });

  test("the span of the summary is prose even without a heading; a skill without a span is a stated one", () => {
    const start = RESUME_TEXT.indexOf("Careful");
    const evidence = { ...aProfile().evidence, summary: { start, end: start + 60, confidence: 1 } };
    const { skills } = prepareResume({
      profile: aProfile({ evidence, skills: [...aProfile().skills, aSkill("Go", "")] }),
      embedding: null,
    });
    expect([skills.get("kafka")?.stated, skills.get("go")?.stated]).toEqual([false, true]);
  });
});

describe("semantic boost", () => {
  const at = (value: number) => [value, Math.sqrt(1 - value * value)];

  test.each([
    [0.1, -8],
    [0.2, -8],
    [0.4, 0],
    [0.6, 8],
    [0.9, 8],
  ])("cosine %d gives %d points", (value, points) => {
    expect(semanticBoost([1, 0], at(value), similarity)).toBeCloseTo(points);
  });

  test("is unknown without two comparable vectors", () => {
    expect(semanticBoost(null, [1], similarity)).toBeNull();
    expect(semanticBoost([1, 0], [1], similarity)).toBeNull();
    expect(semanticBoost([0, 0], [1, 0], similarity)).toBeNull();
    expect(semanticBoost([Number.NaN, 0], [1, 0], similarity)).toBeNull();
    expect(semanticBoost([1], [1], { low: 0.5, high: 0.5 })).toBeNull();
  });
});

describe("ranking", () => {
  const result = (postingId: string, score: number, confidence = 1, skills: number | null = 10): MatchResult => ({
    postingId,
    title: "",
    company: null,
    score,
    band: bandOf(score),
    confidence,
    evidence: [],
    parts: { skills, experience: null, keywords: null, semantic: null },
  });

  test("ties fall to confidence, then the skills part, then the id, whatever the order given", () => {
    const sorted = [
      result("z", 90),
      result("a", 80, 0.9),
      result("b", 80, 0.5, 20),
      result("A", 80, 0.5),
      result("c", 80, 0.5),
      result("d", 80, 0.5, null),
    ];
    expect(rankMatches([...sorted].reverse()).map(({ postingId }) => postingId)).toEqual([
      "z",
      "a",
      "b",
      "A",
      "c",
      "d",
    ]);
  });
});

describe("what a gap is worth", () => {
  const resume = prepareResume({ profile: aProfile(), embedding: null });
  const posting = { posting: aPosting(), terms: null };

  test("is the score with that skill added, found by scoring again; what is met is no gap", () => {
    const worth = computeGapWorth(resume, posting, context);
    expect(worth.map(({ skillId }) => skillId).sort()).toEqual(["kafka", "postgresql", "terraform"]);
    const now = scorePrepared(resume, posting, context).score;
    for (const gap of worth) expect(gap).toMatchObject({ gain: gap.score - now });
    expect(worth[0]?.gain).toBeGreaterThan(0);
    expect(worth.map(({ gain }) => gain)).toEqual(worth.map(({ gain }) => gain).sort((a, b) => b - a));
  });

  test("over many postings counts those that would newly reach the floor", () => {
    const before = scorePrepared(resume, posting, context).score;
    const other = { posting: aPosting({ postingId: "p2", skills: [] }), terms: null };
    const skill = { id: "postgresql", label: "PostgreSQL" };
    const worth = computeSkillWorth(resume, [posting, other], skill, before + 1, context);
    expect(worth).toMatchObject({ skillId: "postgresql", lifted: 1, asked: 1 });
    expect(computeSkillWorth(resume, [other], skill, 50, context)).toEqual({
      skillId: "postgresql",
      lifted: 0,
      asked: 0,
      meanGain: 0,
    });
  });
});

test("weights are finite, not negative, not all zero", () => {
  expect(weightsInput.parse(DEFAULT_WEIGHTS)).toEqual(DEFAULT_WEIGHTS);
  for (const bad of [
    { ...DEFAULT_WEIGHTS, skills: -1 },
    { skills: 0, experience: 0, keywords: 0 },
    { skills: Number.NaN, experience: 1, keywords: 1 },
    { skills: 1 },
  ]) {
    expect(weightsInput.safeParse(bad).success).toBe(false);
  }
});

test("bands begin where they are said to, and parts show one decimal", () => {
  expect([0, 29, 30, 49, 50, 64, 65, 79, 80, 100].map(bandOf)).toEqual([
    "poor",
    "poor",
    "weak",
    "weak",
    "fair",
    "fair",
    "good",
    "good",
    "great",
    "great",
  ]);
  expect([roundPart(12.345), Object.is(roundPart(-0.01), 0)]).toEqual([12.3, true]);
});
