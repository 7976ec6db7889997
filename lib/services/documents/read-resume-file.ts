import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { DOCUMENT_LIMITS } from "@/lib/adapters/documents/document-limits";
import type { DocumentRefusal } from "@/lib/adapters/documents/document-outcome";
import { extractDocument } from "@/lib/adapters/documents/extract-text";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Profile } from "@/lib/core/resumes/profile";
import { readProfile } from "@/lib/core/resumes/read-profile";
import type { SkillMatcher } from "@/lib/core/skills/skill-matcher";

export type ResumeFileOutcome = { kind: "read"; profile: Profile } | DocumentRefusal;

async function bytesOf(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile()) throw new AppError("invalid_input", `There is no file ${file}.`);
  // One byte more than is allowed says "too large" without reading the rest.
  if (found.size > DOCUMENT_LIMITS.fileBytes) return new Uint8Array(DOCUMENT_LIMITS.fileBytes + 1);
  return readFile(file);
}

/**
 * Reads a résumé from a file into a profile, without keeping anything. A file that cannot be read as a résumé is an outcome with a
 * plain message. Throws `invalid_input` where there is no such file.
 */
export async function readResumeFile(file: string, matcher: SkillMatcher, now: Date): Promise<ResumeFileOutcome> {
  const document = await extractDocument(await bytesOf(file), path.basename(file));
  if (document.kind !== "read") return document;
  const profile = readProfile(matcher, document.canonical, { now });
  return { kind: "read", profile: { ...profile, warnings: [...document.notes, ...profile.warnings] } };
}
