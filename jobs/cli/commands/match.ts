import { readFile } from "node:fs/promises";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Weights } from "@/lib/core/matching/match-types";
import { DEFAULT_WEIGHTS, weightsInput } from "@/lib/core/matching/weights";
import { readKnowledge } from "@/lib/services/context/read-knowledge";
import { readTaxonomy } from "@/lib/services/context/read-taxonomy";
import { readResumeFile } from "@/lib/services/documents/read-resume-file";
import { matchFiles } from "@/lib/services/matches/match-files";
import { toMatchLine } from "../contract";
import type { Output } from "../output";
import { parseNow } from "../with-installation";

export type MatchOptions = {
  resume: string;
  postings: string;
  weights?: string;
  top?: number;
  now?: string;
  embedBest: number;
};

async function readWeights(file: string | undefined): Promise<Weights> {
  if (file === undefined) return DEFAULT_WEIGHTS;
  const text = await readFile(file, "utf8").catch(() => {
    throw new AppError("invalid_input", `There is no file ${file}.`);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError("invalid_input", `The weights file ${file} is not valid JSON.`);
  }
  const parsed = weightsInput.safeParse(value);
  if (parsed.success) return parsed.data;
  const why = parsed.error.issues.map((issue) => [...issue.path, issue.message].join(": ")).join("; ");
  throw new AppError("invalid_input", `The weights file ${file} does not fit {skills, experience, keywords}: ${why}`);
}

/** `match`: the postings of a file, ranked for a résumé, one a line. */
export async function matchResumeWithFile(output: Output, options: MatchOptions): Promise<void> {
  const now = options.now === undefined ? new Date() : parseNow(options.now);
  const weights = await readWeights(options.weights);
  const taxonomy = readTaxonomy();
  const resume = await readResumeFile(options.resume, taxonomy.matcher, now);
  if (resume.kind !== "read") {
    output.problem({ file: options.resume, outcome: resume.kind, message: resume.message });
    return;
  }
  const { postings, embedBest } = options;
  const { ranked, rejected } = await matchFiles({
    profile: resume.profile,
    postings,
    weights,
    now,
    taxonomy,
    knowledge: readKnowledge(taxonomy),
    embedBest,
  });
  for (const { line, reason } of rejected) output.problem({ error: "bad_line", file: postings, line, message: reason });
  for (const match of ranked.slice(0, options.top ?? ranked.length)) await output.answer(toMatchLine(match));
}
