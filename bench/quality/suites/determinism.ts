import { hashOf } from "@/lib/core/kernel/hash";
import { DEFAULT_WEIGHTS } from "@/lib/core/matching/weights";
import { rankMatches } from "@/lib/core/matching/rank-matches";
import { scoreMatch } from "@/lib/core/matching/score-match";
import { toCanonicalText } from "@/lib/core/postings/to-canonical-text";
import { readPosting } from "@/lib/core/postings/read-posting";
import { createSkillMatcher } from "@/lib/core/skills/skill-matcher";
import { readKnowledge } from "@/lib/services/context/read-knowledge";
import { readTaxonomy } from "@/lib/services/context/read-taxonomy";
import { readResumeFile } from "@/lib/services/documents/read-resume-file";
import { packagedStatistics } from "@/lib/services/matches/corpus-statistics";
import { ANCHOR, demoHistory, readOpenAdverts } from "../demo-adverts";
import type { Measured } from "../scoreboard";

const NOW = new Date(`${ANCHOR}T12:00:00Z`);
const RESUME = "data/demo/resume/camila-rojas-mendez.pdf";

type Pass = { hash: string; n: number };

/** Everything from the pages to the ranking, made anew; the order of taxonomy and adverts is turned round where asked. */
async function passOver(turned: boolean): Promise<Pass> {
  const turn = <T>(list: readonly T[]): T[] => (turned ? list.toReversed() : [...list]);
  const { concepts } = readTaxonomy();
  const matcher = createSkillMatcher(turn([...concepts.values()]));
  const knowledge = { ...readKnowledge(), matcher };
  const resume = await readResumeFile(RESUME, matcher, NOW);
  if (resume.kind !== "read") throw new Error(resume.message);
  const adverts = turn(readOpenAdverts(demoHistory())).flatMap(({ parsed }) => (parsed === null ? [] : [parsed]));
  const context = { statistics: packagedStatistics(), weights: DEFAULT_WEIGHTS, concepts };
  const read = adverts.map((advert) => {
    const { text, blocks } = toCanonicalText(advert.description, advert.descriptionFormat);
    return { advert, text, reading: readPosting(knowledge, { ...advert, text, blocks }) };
  });
  const results = read.map(({ advert, text, reading }) =>
    scoreMatch({
      ...context,
      now: NOW,
      resume: { profile: resume.profile, embedding: null },
      posting: {
        postingId: advert.externalId,
        title: advert.title,
        company: advert.company,
        lang: reading.lang,
        text,
        skills: reading.skills,
        yearsMin: reading.yearsMin,
        seniority: reading.seniority,
        experienceEvidence: null,
        embedding: null,
      },
    }),
  );
  const readings = read
    .map(({ advert, reading }) => JSON.stringify([advert.externalId, reading]))
    .sort((a, b) => (a < b ? -1 : 1));
  return { hash: hashOf([resume.profile, readings, rankMatches(results)]), n: adverts.length };
}

/** Three passes from pages to ranking, the third over inputs in the opposite order: 1 where all give the same bytes. */
export async function measureDeterminism(): Promise<Measured[]> {
  const [first, second, turned] = [await passOver(false), await passOver(false), await passOver(true)];
  const row = (metric: string, other: Pass): Measured => ({
    suite: "determinism",
    dataset: "demo-board",
    n: first.n,
    metric,
    value: other.hash === first.hash ? 1 : 0,
    baseline: null,
  });
  return [row("repeated", second), row("turned round", turned)];
}
