import type { findVersionToEnrich } from "@/lib/adapters/db/queries/model-readings";
import { type NormaliseAnswer, normaliseQuestion } from "@/lib/adapters/llm/normalise-prompt";
import { summariseQuestion } from "@/lib/adapters/llm/summarise-prompt";
import type { EscoLinker } from "@/lib/core/esco/create-esco-linker";
import { foldText } from "@/lib/core/kernel/fold";
import { cutAtBlocks } from "@/lib/core/model-reading/cut-at-blocks";
import type { ModelReading } from "@/lib/core/model-reading/model-reading";
import { verifyFacts } from "@/lib/core/model-reading/verify-facts";
import { type VerifiedSkills, verifySkills } from "@/lib/core/model-reading/verify-skills";
import { verifySummary } from "@/lib/core/model-reading/verify-summary";
import type { PostingReading } from "@/lib/core/postings/read-posting";
import { storedBlocks } from "@/lib/core/postings/stored-blocks";
import type { Context } from "@/lib/services/context/context";
import { askForDuplicates } from "./ask-for-duplicates";
import { mapToEsco, type PhraseToMap } from "./map-to-esco";
import type { ModelTalk } from "./model-talk";
import { findNearPostings } from "./near-postings";
import { readVersion } from "./read-version";

/** How much of an advert is sent, in characters, to the end of a block. */
export const MAX_ADVERT_CHARS = 12_000;

export type VersionToEnrich = NonNullable<Awaited<ReturnType<typeof findVersionToEnrich>>>;
/** Loads the imported ESCO concepts at the first use; null where none were imported. */
export type LoadLinker = () => Promise<EscoLinker | null>;

function groundOf(version: VersionToEnrich, reading: PostingReading) {
  const { title, text, company, location } = version;
  return {
    title: { field: "title" as const, text: title, fold: foldText(title) },
    text: { field: "text" as const, text, fold: foldText(text) },
    sections: reading.sections,
    blocks: storedBlocks.parse(version.blocks),
    names: [company, location].filter((name) => name !== null),
    lang: reading.lang,
    country: reading.country,
  };
}

type Ground = ReturnType<typeof groundOf>;

function verifyAnswer(ctx: Context, ground: Ground, reading: PostingReading, answer: NormaliseAnswer | null) {
  if (answer === null) return { skills: [], phrases: [], facts: [], dropped: 0 };
  const { matcher, occupations } = ctx.knowledge();
  const known = new Set(reading.skills.map(({ id }) => id));
  const named = verifySkills(matcher, ground, answer.skills, known);
  const told = verifyFacts(occupations, ground, answer, reading);
  return { ...named, facts: told.facts, dropped: named.dropped + told.dropped };
}

/** Skills that the taxonomy has without an ESCO concept, by label: the same question for every posting that names them. */
function withoutConcept(ctx: Context, ids: readonly string[]) {
  const { concepts } = ctx.taxonomy();
  return ids.flatMap((id) => {
    const concept = concepts.get(id);
    const label = concept?.en[0];
    return concept === undefined || concept.esco !== null || label === undefined ? [] : [{ id, label }];
  });
}

async function mapPosting(
  ctx: Context,
  talk: ModelTalk,
  loadLinker: LoadLinker,
  { skills, phrases, reading }: Pick<VerifiedSkills, "skills" | "phrases"> & { reading: PostingReading },
) {
  const unlinked = withoutConcept(
    ctx,
    [...reading.skills, ...skills].map(({ id }) => id),
  );
  const lang = reading.lang === "es" ? "es" : "en";
  const wanted: PhraseToMap[] = [
    ...phrases.map(({ phrase }) => ({ phrase, lang }) as const),
    ...unlinked.map(({ label }) => ({ phrase: label, lang: "en" }) as const),
  ];
  const linker = wanted.length === 0 ? null : await loadLinker();
  if (linker === null) return { phrases: phrases.map((one) => ({ ...one, esco: null })), concepts: [], dropped: 0 };
  const { mapped, dropped } = await mapToEsco(talk, linker, wanted);
  const concepts = unlinked.flatMap(({ id }, at) => {
    const concept = mapped[phrases.length + at] ?? null;
    return concept === null ? [] : [{ skillId: id, ...concept }];
  });
  return { phrases: phrases.map((one, at) => ({ ...one, esco: mapped[at] ?? null })), concepts, dropped };
}

/**
 * What the models add to our own reading of a posting: each part verified against the advert, none of it replacing what we read. Throws
 * `NoMoreAnswers` where they cannot be asked any more.
 */
export async function askAboutPosting(
  ctx: Context,
  talk: ModelTalk,
  version: VersionToEnrich,
  loadLinker: LoadLinker,
): Promise<ModelReading> {
  const reading = readVersion(ctx.knowledge(), version);
  const ground = groundOf(version, reading);
  const sent = cutAtBlocks(version.text, ground.blocks, MAX_ADVERT_CHARS);
  const told = verifyAnswer(ctx, ground, reading, await talk.ask(normaliseQuestion(version.title, sent)));
  const summed = await talk.ask(summariseQuestion(version.title, sent));
  const skills = new Set([...reading.skills, ...told.skills].map(({ id }) => id));
  const summary = verifySummary(ctx.knowledge().matcher, { ...ground, skills }, summed?.sentences ?? []);
  const esco = await mapPosting(ctx, talk, loadLinker, { ...told, reading });
  const near = await findNearPostings(ctx, version.postingId);
  const { duplicates, dropped } = await askForDuplicates(talk, version, near);
  return {
    models: [...talk.models].sort(),
    skills: told.skills,
    phrases: esco.phrases,
    concepts: esco.concepts,
    facts: told.facts,
    summary: summary.sentences,
    duplicates,
    dropped: told.dropped + summary.dropped + esco.dropped + dropped,
    unanswered: [...talk.unanswered].sort(),
  };
}
