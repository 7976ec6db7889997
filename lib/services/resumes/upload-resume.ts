import { extractDocument } from "@/lib/adapters/documents/extract-text";
import type { DocumentRefusal } from "@/lib/adapters/documents/document-outcome";
import { toJson } from "@/lib/adapters/db/to-json";
import type { CanonicalText } from "@/lib/core/postings/text-block";
import { AppError } from "@/lib/core/kernel/app-error";
import { hashOf, sha256 } from "@/lib/core/kernel/hash";
import { PROFILE_VERSION, readProfile } from "@/lib/core/resumes/read-profile";
import type { Profile } from "@/lib/core/resumes/profile";
import type { UserContext } from "@/lib/services/context/context";

export type UploadInput = {
  fileName: string;
  bytes: Uint8Array /** A résumé of one's own that gets a new version. */;
  resumeId?: string;
};

/** What became of an upload; a refused file leaves nothing behind. */
export type UploadOutcome =
  | { kind: "stored"; resumeId: string; resumeVersionId: string; warnings: string[] }
  | DocumentRefusal;

/** Version of everything that shapes a profile. */
export function profileVersion(ctx: UserContext): string {
  return `${PROFILE_VERSION}+${ctx.taxonomy().version}`;
}

const TITLE_MAX = 120;

function titleOf(fileName: string, profile: Profile): string {
  const role = profile.positions[0]?.title;
  const name = fileName
    .replace(/\.[a-z0-9]{1,5}$/iu, "")
    .replace(/[_-]+/gu, " ")
    .trim();
  return (role ?? (name === "" ? "Résumé" : name)).slice(0, TITLE_MAX);
}

async function save(
  ctx: UserContext,
  input: UploadInput,
  read: { type: string; canonical: CanonicalText },
  profile: Profile,
) {
  const fileHash = sha256(input.bytes);
  const known = await ctx.files.has(fileHash);
  await ctx.files.put(input.bytes);
  try {
    return await ctx.db.$transaction(async (tx) => {
      const now = ctx.now();
      const existing =
        input.resumeId === undefined
          ? null
          : await tx.resume.findFirst({ where: { id: input.resumeId, userId: ctx.actor.userId, deletedAt: null } });
      if (input.resumeId !== undefined && existing === null)
        throw new AppError("not_found", "This résumé is not there any more.");
      const title = titleOf(input.fileName, profile);
      const resume =
        existing ??
        (await tx.resume.create({
          data: { id: ctx.newId(), userId: ctx.actor.userId, title, createdAt: now, updatedAt: now },
        }));
      const last = await tx.resumeVersion.aggregate({ where: { resumeId: resume.id }, _max: { number: true } });
      const version = await tx.resumeVersion.create({
        data: {
          id: ctx.newId(),
          resumeId: resume.id,
          number: (last._max.number ?? 0) + 1,
          fileName: input.fileName.slice(0, 255),
          fileType: read.type,
          fileHash,
          fileBytes: input.bytes.byteLength,
          text: read.canonical.text,
          blocks: toJson(read.canonical.blocks),
          profile: toJson(profile),
          profileVersion: profileVersion(ctx),
          contentHash: hashOf({ text: read.canonical.text, profileVersion: profileVersion(ctx) }),
          createdAt: now,
        },
      });
      if (existing !== null) await tx.resume.update({ where: { id: existing.id }, data: { updatedAt: now } });
      return { resumeId: resume.id, resumeVersionId: version.id };
    });
  } catch (error) {
    if (!known) await ctx.files.remove(fileHash);
    throw error;
  }
}

/**
 * Reads an uploaded file and keeps it with its profile, all or nothing. A file that cannot be read is an outcome with a
 * plain message. Throws `not_found` for another user's résumé.
 */
export async function uploadResume(ctx: UserContext, input: UploadInput): Promise<UploadOutcome> {
  const read = await extractDocument(input.bytes, input.fileName);
  if (read.kind !== "read") return read;
  const profile = readProfile(ctx.taxonomy().matcher, read.canonical, { now: ctx.now() });
  const saved = await save(ctx, input, read, profile);
  ctx.log.info("resume.stored", {
    ...saved,
    type: read.type,
    bytes: input.bytes.byteLength,
    skills: profile.skills.length,
  });
  return { kind: "stored", ...saved, warnings: profile.warnings };
}
