import { findOwnResume, findOwnVersion } from "@/lib/adapters/db/queries/resumes";
import { AppError } from "@/lib/core/kernel/app-error";
import { storedBlocks } from "@/lib/core/postings/stored-blocks";
import type { TextBlock } from "@/lib/core/postings/text-block";
import type { Profile } from "@/lib/core/resumes/profile";
import { type ProfileIssue, profileIssues } from "@/lib/core/resumes/profile-warnings";
import { storedProfile } from "@/lib/core/resumes/stored-profile";
import type { UserContext } from "@/lib/services/context/context";

export type ResumeVersionFacts = {
  id: string;
  number: number;
  fileName: string;
  fileType: string;
  fileBytes: number;
  createdAt: Date;
  matches: number;
};

/** One version of a résumé with everything that was read from it. */
export type ResumeDetail = {
  id: string;
  title: string;
  /** Newest first. */
  versions: ResumeVersionFacts[];
  version: ResumeVersionFacts;
  isNewest: boolean;
  profile: Profile;
  blocks: TextBlock[];
  issues: ProfileIssue[];
};

/** A résumé of the signed-in person, in its newest version or the one with a number. Throws `not_found`. */
export async function getResume(ctx: UserContext, input: { id: string; version?: number }): Promise<ResumeDetail> {
  const { userId } = ctx.actor;
  const resume = await findOwnResume(ctx.db, { id: input.id, userId });
  const versions = (resume?.versions ?? []).map(({ _count, ...facts }) => ({ ...facts, matches: _count.matches }));
  const version = input.version === undefined ? versions[0] : versions.find(({ number }) => number === input.version);
  if (resume === null || version === undefined) throw new AppError("not_found", "This résumé is not there any more.");
  const stored = await findOwnVersion(ctx.db, { versionId: version.id, userId });
  if (stored === null) throw new AppError("not_found", "This résumé is not there any more.");
  const profile = storedProfile.parse(stored.profile);
  return {
    id: resume.id,
    title: resume.title,
    versions,
    version,
    isNewest: version.id === versions[0]?.id,
    profile,
    blocks: storedBlocks.parse(stored.blocks),
    issues: profileIssues(profile, ctx.now()),
  };
}
