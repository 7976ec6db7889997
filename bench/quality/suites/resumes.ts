import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Profile } from "@/lib/core/resumes/profile";
import type { Taxonomy } from "@/lib/services/context/context";
import { readResumeFile } from "@/lib/services/documents/read-resume-file";
import type { Measured } from "../scoreboard";
import { mean } from "../set-scores";

const position = z.strictObject({
  title: z.string(),
  employer: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  current: z.boolean(),
});

const truthSchema = z.array(
  z.strictObject({
    files: z.array(z.string()),
    truth: z.strictObject({
      name: z.string(),
      email: z.string(),
      phone: z.string(),
      links: z.array(z.string()),
      positions: z.array(position),
      education: z.array(z.strictObject({ degree: z.string(), institution: z.string() })),
      certifications: z.int(),
      languages: z.array(z.string()),
    }),
  }),
);
type Truth = z.infer<typeof truthSchema>[number]["truth"];

/** Path of a field → its value; what two readings are compared by. */
type Fields = Record<string, unknown>;

function digits(phone: string | null): string | null {
  return phone === null ? null : phone.replace(/\D/gu, "");
}

function listed(prefix: string, rows: readonly Fields[]): [string, unknown][] {
  return rows.flatMap((row, at) =>
    Object.entries(row).map(([name, value]): [string, unknown] => [`${prefix}.${at}.${name}`, value]),
  );
}

function fieldsOf(truth: Truth): Fields {
  const { positions, education, ...plain } = truth;
  const counted = { ...plain, "positions.count": positions.length, "education.count": education.length };
  return { ...counted, ...Object.fromEntries([...listed("positions", positions), ...listed("education", education)]) };
}

function bareLink(link: string): string {
  return link.replace(/^https?:\/\/(?:www\.)?/u, "").replace(/\/$/u, "");
}

function readFields(profile: Profile): Fields {
  const { name, email, phone, links, positions, education, certifications, languages } = profile;
  return {
    name,
    email,
    phone: digits(phone),
    links: links.map(bareLink).sort(),
    certifications: certifications.length,
    languages: languages.map(({ lang, level }) => `${lang} ${level ?? "?"}`).sort(),
    "positions.count": positions.length,
    "education.count": education.length,
    ...Object.fromEntries([...listed("positions", positions), ...listed("education", education)]),
  };
}

/** The baseline: first line as the name, first address and telephone that a pattern finds, first two lines around each range of years. */
function naiveFields(text: string): Fields {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const found = (pattern: RegExp) => pattern.exec(text)?.[0] ?? null;
  const links = text.match(/\b(?:github|linkedin)\.com\/\S+/gu) ?? [];
  const dated = lines.flatMap((line, at) => (/\b(?:19|20)\d{2}\b.*[–-]/u.test(line) ? [at] : []));
  const positions = dated.map((at) => ({ title: lines[at - 2] ?? null, employer: lines[at - 1] ?? null }));
  return {
    name: lines[0] ?? null,
    email: found(/[\w.]+@[\w.]+\w/u),
    phone: digits(found(/\+\d[\d ]{7,}/u)),
    links: [...links].sort(),
    "positions.count": positions.length,
    ...Object.fromEntries(listed("positions", positions)),
  };
}

function shareRight(wanted: Fields, read: Fields): number[] {
  return Object.entries(wanted).map(([name, value]) => (JSON.stringify(value) === JSON.stringify(read[name]) ? 1 : 0));
}

/** Fields of résumés written for this project, in English and Spanish, against what was written into them. */
export async function measureResumes(taxonomy: Taxonomy): Promise<Measured[]> {
  const file = path.join(import.meta.dirname, "..", "fixtures", "resume-truth.json");
  const ours: number[] = [];
  const naive: number[] = [];
  let files = 0;
  for (const { files: names, truth } of truthSchema.parse(JSON.parse(readFileSync(file, "utf8")))) {
    const wanted = fieldsOf(truth);
    for (const name of names) {
      const outcome = await readResumeFile(name, taxonomy.matcher, new Date("2026-06-30T12:00:00Z"));
      files += 1;
      ours.push(...shareRight(wanted, outcome.kind === "read" ? readFields(outcome.profile) : {}));
      naive.push(...shareRight(wanted, outcome.kind === "read" ? naiveFields(outcome.profile.text) : {}));
    }
  }
  const baseline = { name: "first lines and patterns", value: mean(naive) };
  return [{ suite: "resumes", dataset: "own", n: files, metric: "accuracy", value: mean(ours), baseline }];
}
