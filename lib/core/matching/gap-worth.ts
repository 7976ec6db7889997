import type { EvidenceStatus } from "./match-types";
import type { PreparedResume } from "./prepare-resume";
import { withSkill } from "./prepare-resume";
import { type MatchContext, type PreparedPosting, scorePrepared } from "./score-match";

/** What one gap is worth: the score this posting would reach if the résumé stated the skill. */
export type GapWorth = { skillId: string; label: string; status: EvidenceStatus; score: number; gain: number };

/**
 * For every asked skill that is missing, covered in part or shown in prose only, the score after adding it alone,
 * found by scoring again. Largest gain first, ties by skill id.
 */
export function computeGapWorth(resume: PreparedResume, posting: PreparedPosting, context: MatchContext): GapWorth[] {
  const now = scorePrepared(resume, posting, context);
  const worth: GapWorth[] = [];
  for (const { skillId, requirement, status } of now.evidence) {
    if (skillId === null || status === "met") continue;
    const { score } = scorePrepared(withSkill(resume, { id: skillId, label: requirement }), posting, context);
    worth.push({ skillId, label: requirement, status, score, gain: score - now.score });
  }
  return worth.sort((a, b) => b.gain - a.gain || (a.skillId < b.skillId ? -1 : 1));
}

/** What one skill is worth over many postings: how many would newly reach `floor`, and the mean gain where it is asked. */
export type SkillWorth = { skillId: string; lifted: number; asked: number; meanGain: number };

/** The worth of adding one skill, over the postings that ask for it ("adding Kubernetes lifts 214 open postings over 70"). */
export function computeSkillWorth(
  resume: PreparedResume,
  postings: readonly PreparedPosting[],
  skill: { id: string; label: string },
  floor: number,
  context: MatchContext,
): SkillWorth {
  const added = withSkill(resume, skill);
  const asking = postings.filter(({ posting }) => posting.skills.some(({ id }) => id === skill.id));
  let lifted = 0;
  let gained = 0;
  for (const posting of asking) {
    const before = scorePrepared(resume, posting, context).score;
    const after = scorePrepared(added, posting, context).score;
    gained += after - before;
    if (before < floor && after >= floor) lifted += 1;
  }
  return {
    skillId: skill.id,
    lifted,
    asked: asking.length,
    meanGain: asking.length === 0 ? 0 : gained / asking.length,
  };
}
