import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REQUIREMENTS, SENIORITIES } from "@/lib/core/postings/posting-fields";
import { type Mention, SKILL_KINDS } from "@/lib/core/skills/skill-types";
import {
  aConcept,
  aPosting,
  aProfile,
  aSkill,
  conceptMap,
  NO_STATISTICS,
  POSTING_TEXT,
  RELATED,
  RESUME_TEXT,
  skillsIn,
} from "./fixtures/match-fixtures";
import type { MatchPosting, MatchResume } from "./match-types";
import { scoreMatch } from "./score-match";
import { DEFAULT_WEIGHTS } from "./weights";

const context = { statistics: NO_STATISTICS, weights: DEFAULT_WEIGHTS, concepts: RELATED };

function match(posting: Partial<MatchPosting> = {}, resume: Partial<MatchResume> = {}) {
  return scoreMatch({
    ...context,
    posting: aPosting(posting),
    resume: { profile: aProfile(), embedding: null, ...resume },
  });
}

describe("the score", () => {
  test("is the sum of its known parts over their weights, plus the boost", () => {
    const { score, parts } = match({ embedding: [1, 0] }, { embedding: [1, 0] });
    const { skills, experience, keywords, semantic } = parts;
    expect(semantic).toBe(8);
    expect(Math.abs(score - ((skills ?? 0) + (experience ?? 0) + (keywords ?? 0) + 8))).toBeLessThanOrEqual(1);
  });

  test("is the same bytes every time", () => {
    expect(JSON.stringify(match())).toBe(JSON.stringify(match()));
  });

  test("an unknown factor drops out of both sums instead of counting as zero", () => {
    const known = match({ skills: skillsIn(POSTING_TEXT, ["Python"]) });
    const unknown = match({
      skills: skillsIn(POSTING_TEXT, ["Python"]),
      yearsMin: null,
      seniority: null,
      experienceEvidence: null,
    });
    expect(unknown.parts.experience).toBeNull();
    const { skills, keywords } = unknown.parts;
    expect(Math.abs(unknown.score - (100 * ((skills ?? 0) + (keywords ?? 0))) / 70)).toBeLessThanOrEqual(1);
    expect(unknown.confidence).toBeLessThan(known.confidence);
  });

  test("a posting that says nothing gets confidence 0 and no parts", () => {
    const empty = match({ title: "", text: "", skills: [], yearsMin: null, seniority: null, experienceEvidence: null });
    expect(empty).toMatchObject({
      score: 0,
      band: "poor",
      confidence: 0,
      parts: { skills: null, experience: null, keywords: null, semantic: null },
    });
  });

  test("weights are the user's: with skills alone the score is the skills part", () => {
    const { score, parts } = scoreMatch({
      ...context,
      weights: { skills: 100, experience: 0, keywords: 0 },
      posting: aPosting(),
      resume: { profile: aProfile(), embedding: null },
    });
    expect(score).toBe(Math.round(parts.skills ?? -1));
  });
});

describe("the evidence", () => {
  const { evidence } = match();

  test("required skills come first, then preferred, then the experience asked for", () => {
    expect(evidence.map(({ requirement }) => requirement)).toEqual([
      "Airflow",
      "PostgreSQL",
      "Python",
      "Kafka",
      "Terraform",
      "experience",
      "seniority",
    ]);
  });

  test("every span covers the words it quotes, on both sides", () => {
    for (const { posting, resume } of evidence) {
      if (posting) expect(POSTING_TEXT.slice(posting.start, posting.end)).toBe(posting.text);
      if (resume) expect(RESUME_TEXT.slice(resume.start, resume.end)).toBe(resume.text);
    }
  });

  test("met, partly, prose and missing are told apart", () => {
    const status = Object.fromEntries(evidence.map(({ requirement, status: value }) => [requirement, value]));
    expect(status).toEqual({
      Python: "met",
      Airflow: "met",
      PostgreSQL: "partly",
      Kafka: "prose",
      Terraform: "missing",
      experience: "met",
      seniority: "met",
    });
  });

  test("a relative is named with its closeness and quoted from the résumé", () => {
    expect(evidence.find(({ requirement }) => requirement === "PostgreSQL")).toMatchObject({
      via: "MySQL: 0.6",
      resume: { text: "MySQL" },
    });
  });

  test("a skill that stands under a heading is quoted from there, not from the summary", () => {
    const python = evidence.find(({ requirement }) => requirement === "Python");
    expect(python?.resume?.start).toBeGreaterThan(RESUME_TEXT.indexOf("Experience"));
  });

  test("a skill that only the title names has no span in the text", () => {
    const title = aSkill("Scala", "", { mentions: [{ field: "title", start: 0, end: 5, text: "Scala" }] });
    expect(match({ skills: [title] }).evidence[0]).toMatchObject({
      requirement: "Scala",
      posting: null,
      status: "missing",
    });
  });
});

describe("languages", () => {
  const spanish = "Buscamos ingeniera de datos. Imprescindible Python y PostgreSQL; se valora Kafka.";
  const posting = aPosting({
    lang: "es",
    title: "Ingeniera de datos",
    text: spanish,
    skills: [...skillsIn(spanish, ["Python", "PostgreSQL"]), ...skillsIn(spanish, ["Kafka"], "preferred")],
    yearsMin: null,
    seniority: null,
    experienceEvidence: null,
  });
  const waiter = "Se busca mesero para restaurante con experiencia en atención de mesas y manejo de caja.";

  test("an English résumé meets a Spanish posting through concepts, and beats a Spanish posting of another trade", () => {
    const resume = { profile: aProfile(), embedding: null };
    const fit = scoreMatch({ ...context, posting, resume });
    const other = scoreMatch({
      ...context,
      resume,
      posting: { ...posting, text: waiter, title: "Mesero", skills: skillsIn(waiter, ["caja"]) },
    });
    expect(fit.parts.keywords).toBeGreaterThan(10);
    expect(fit.score).toBeGreaterThan(other.score + 20);
  });

  test("with no concept to compare nothing is known, the years asked for included", () => {
    const { parts, score, confidence } = match({ lang: "es", text: waiter, skills: [] });
    expect({ parts, score, confidence }).toEqual({
      parts: { skills: null, experience: null, keywords: null, semantic: null },
      score: 0,
      confidence: 0,
    });
  });

  test("a posting of unknown language is compared by its words", () => {
    expect(match({ lang: "und" }).parts.keywords).toBeGreaterThan(0);
  });
});

const LABELS = ["Python", "PostgreSQL", "Airflow", "Kafka", "Terraform", "SQL", "MySQL"] as const;
const someSkill = fc.record({
  label: fc.constantFrom(...LABELS),
  requirement: fc.constantFrom(...REQUIREMENTS),
  kind: fc.constantFrom(...SKILL_KINDS),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
});
const skillList = (text: string) =>
  fc.array(someSkill, { maxLength: 8 }).map((list) => list.map(({ label, ...rest }) => aSkill(label, text, rest)));
const vector = fc.option(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }), {
  nil: null,
});
const somePosting = fc
  .record({
    skills: skillList(POSTING_TEXT),
    yearsMin: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
    seniority: fc.option(fc.constantFrom(...SENIORITIES), { nil: null }),
    lang: fc.constantFrom("en", "es", "und"),
    title: fc.string(),
    text: fc.oneof(fc.constant(POSTING_TEXT), fc.string({ unit: "grapheme" })),
    embedding: vector,
  })
  .map(aPosting);
const someResume = fc
  .record({
    skills: skillList(RESUME_TEXT),
    totalYears: fc.option(fc.double({ min: 0, max: 60, noNaN: true }), { nil: null }),
    seniority: fc.option(fc.constantFrom(...SENIORITIES), { nil: null }),
    embedding: vector,
  })
  .map(({ embedding, ...profile }): MatchResume => ({ profile: aProfile(profile), embedding }));
const someWeights = fc.record({
  skills: fc.integer({ min: 0, max: 100 }),
  experience: fc.integer({ min: 0, max: 100 }),
  keywords: fc.integer({ min: 1, max: 100 }),
});

describe("for any résumé and posting", () => {
  test("score, confidence and parts stay in their ranges", () => {
    fc.assert(
      fc.property(somePosting, someResume, someWeights, (posting, resume, weights) => {
        const { score, confidence, parts } = scoreMatch({ ...context, weights, posting, resume });
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
        expect(confidence >= 0 && confidence <= 1).toBe(true);
        for (const name of ["skills", "experience", "keywords"] as const) {
          const part = parts[name];
          if (part !== null) expect(part >= 0 && part <= weights[name] + 0.05).toBe(true);
        }
        if (parts.semantic !== null) expect(Math.abs(parts.semantic)).toBeLessThanOrEqual(8);
      }),
    );
  });

  test("adding an asked skill to the résumé never lowers the skills part", () => {
    fc.assert(
      fc.property(somePosting, someResume, fc.nat(), (posting, resume, pick) => {
        const asked = posting.skills[pick % Math.max(1, posting.skills.length)];
        if (asked === undefined) return;
        const richer = {
          ...resume,
          profile: { ...resume.profile, skills: [...resume.profile.skills, aSkill(asked.label, RESUME_TEXT)] },
        };
        const before = scoreMatch({ ...context, posting, resume }).parts.skills ?? 0;
        expect(scoreMatch({ ...context, posting, resume: richer }).parts.skills ?? 0).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  test("the order in which skills are given changes nothing", () => {
    fc.assert(
      fc.property(somePosting, someResume, (posting, resume) => {
        const turned = { ...posting, skills: [...posting.skills].reverse() };
        const resumeTurned = {
          ...resume,
          profile: { ...resume.profile, skills: [...resume.profile.skills].reverse() },
        };
        expect(scoreMatch({ ...context, posting: turned, resume: resumeTurned })).toEqual(
          scoreMatch({ ...context, posting, resume }),
        );
      }),
    );
  });
});

test("a relative is never worth as much as the skill itself, whatever the data file says", () => {
  const concepts = conceptMap(aConcept("oracle", { mysql: 7 }));
  const posting = aPosting({ skills: [aSkill("Oracle", "")] });
  const [line] = scoreMatch({
    ...context,
    concepts,
    posting,
    resume: { profile: aProfile(), embedding: null },
  }).evidence;
  expect(line).toMatchObject({ status: "partly", via: "MySQL: 0.85" });
});

test("a skill in the title weighs more than the same one in the text", () => {
  const text = "Requirements: Rust, SQL";
  const titled: Mention = { field: "title", start: 0, end: 4, text: "Rust" };
  const resume = { profile: aProfile({ skills: [aSkill("SQL", RESUME_TEXT)] }), embedding: null };
  const share = (isTitled: boolean) => {
    const rust = aSkill("Rust", text);
    const asked = [isTitled ? { ...rust, mentions: [titled, ...rust.mentions] } : rust, aSkill("SQL", text)];
    const posting = aPosting({ title: "Rust engineer", text, skills: asked });
    return scoreMatch({ posting, resume, statistics: NO_STATISTICS, weights: DEFAULT_WEIGHTS, concepts: RELATED }).parts
      .skills;
  };
  expect(share(true)).toBeLessThan(share(false) ?? 0);
});
