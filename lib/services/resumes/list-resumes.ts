import { listOwnResumes } from "@/lib/adapters/db/queries/resumes";
import type { Seniority } from "@/lib/core/postings/posting-fields";
import { profileIssues } from "@/lib/core/resumes/profile-warnings";
import { storedProfile } from "@/lib/core/resumes/stored-profile";
import type { UserContext } from "@/lib/services/context/context";

/** A résumé as a list shows it: what its newest version says in one line. */
export type ResumeSummary = {
  id: string;
  title: string;
  createdAt: Date;
  version: { id: string; number: number; fileName: string; fileBytes: number; createdAt: Date };
  name: string | null;
  lang: string;
  skills: number;
  totalYears: number | null;
  seniority: Seniority | null;
  /** How many things its owner should check. */
  issues: number;
  /** Kept matches of the newest version. */
  matches: number;
};

/** The résumés of the signed-in person, newest first. One whose stored profile cannot be read is left out and logged. */
export async function listResumes(ctx: UserContext): Promise<ResumeSummary[]> {
  const rows = await listOwnResumes(ctx.db, ctx.actor.userId);
  return rows.flatMap((row) => {
    const [newest] = row.versions;
    if (newest === undefined) return [];
    const profile = storedProfile.safeParse(newest.profile);
    if (!profile.success) {
      ctx.log.error("resume.profile.unreadable", { resumeVersionId: newest.id });
      return [];
    }
    const { name, lang, skills, totalYears, seniority } = profile.data;
    return {
      id: row.id,
      title: row.title,
      createdAt: row.createdAt,
      version: {
        id: newest.id,
        number: newest.number,
        fileName: newest.fileName,
        fileBytes: newest.fileBytes,
        createdAt: newest.createdAt,
      },
      name,
      lang,
      skills: skills.length,
      totalYears,
      seniority,
      issues: profileIssues(profile.data, ctx.now()).length,
      matches: newest._count.matches,
    };
  });
}
