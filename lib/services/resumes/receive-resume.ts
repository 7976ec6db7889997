import { z } from "zod";
import { DOCUMENT_LIMITS } from "@/lib/adapters/documents/document-limits";
import type { DocumentRefusal } from "@/lib/adapters/documents/document-outcome";
import type { UserContext } from "@/lib/services/context/context";
import { type MatchRequest, queueMatch } from "./request-match";
import { uploadResume } from "./upload-resume";

/** The largest file that is taken, in bytes: 5 MB as people and file managers count, within what the reader takes. */
export const RESUME_MAX_BYTES = Math.min(5_000_000, DOCUMENT_LIMITS.fileBytes);

/** Endings that the file field offers; the type is decided from the bytes. */
export const RESUME_ENDINGS = [".pdf", ".docx", ".txt", ".md", ".html", ".json"];

export const receiveResumeInput = z.object({
  file: z.instanceof(File),
  /** A résumé of one's own that gets a new version. */
  resumeId: z.string().min(1).max(64).optional(),
});
export type ReceiveResumeInput = z.infer<typeof receiveResumeInput>;

export type ReceivedResume =
  | { kind: "stored"; resumeId: string; match: MatchRequest }
  | { kind: DocumentRefusal["kind"] | "empty" };

/** Reads an uploaded file, keeps it, and asks for its matching. What cannot be read is an outcome, and nothing is kept of it. */
export async function receiveResume(ctx: UserContext, input: ReceiveResumeInput): Promise<ReceivedResume> {
  if (input.file.size === 0) return { kind: "empty" };
  if (input.file.size > RESUME_MAX_BYTES) return { kind: "too_large" };
  const bytes = new Uint8Array(await input.file.arrayBuffer());
  const outcome = await uploadResume(ctx, {
    fileName: input.file.name,
    bytes,
    ...(input.resumeId === undefined ? {} : { resumeId: input.resumeId }),
  });
  if (outcome.kind !== "stored") return { kind: outcome.kind };
  return { kind: "stored", resumeId: outcome.resumeId, match: await queueMatch(ctx, outcome.resumeVersionId) };
}
