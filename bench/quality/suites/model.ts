import { foldText } from "@/lib/core/kernel/fold";
import { addressesModel } from "@/lib/core/model-reading/addresses-model";
import { verifySkills } from "@/lib/core/model-reading/verify-skills";
import { verifySummary } from "@/lib/core/model-reading/verify-summary";
import { type ReadingKnowledge, readPosting } from "@/lib/core/postings/read-posting";
import { recoverBlocks } from "@/lib/core/postings/recover-blocks";
import { type EvaluationPosting, readEvaluationPostings } from "../evaluation-postings";
import type { Measured } from "../scoreboard";
import type { Tell } from "../tell";

type Share = { held: number; of: number };

/** Every tenth posting: all sources, and a minute's work. */
const EACH = 10;

function groundOf(knowledge: ReadingKnowledge, posting: EvaluationPosting) {
  const { title, description: text, location, company } = posting;
  const blocks = recoverBlocks(text);
  const reading = readPosting(knowledge, { title, text, blocks, location: location ?? null });
  const ground = {
    title: { field: "title" as const, text: title, fold: foldText(title) },
    text: { field: "text" as const, text, fold: foldText(text) },
    sections: reading.sections,
    blocks,
    names: company ? [company] : [],
    lang: reading.lang,
    skills: new Set(reading.skills.map(({ id }) => id)),
  };
  return { ground, reading };
}

/** A sentence as a model says it, white space collapsed, with the words that it claims to rest on. */
function claimOf(sentence: string, quote: string) {
  return { text: sentence.replace(/\s+/gu, " "), quote };
}

class Shares {
  private readonly shares = new Map<string, Share>();

  add(metric: string, held: number, of: number): void {
    const { held: before, of: all } = this.shares.get(metric) ?? { held: 0, of: 0 };
    this.shares.set(metric, { held: before + held, of: all + of });
  }

  rows(): Measured[] {
    return Array.from(this.shares, ([metric, { held, of }]) => {
      const dataset = "real-postings";
      return { suite: "model" as const, dataset, n: of, metric, value: of === 0 ? null : held / of, baseline: null };
    });
  }
}

/**
 * What the verifier does with the answers of a perfect model and of one that makes things up: the skills that the rules find, and the
 * advert's own sentences, quoted back (`… kept`); the skills of the posting before, claimed of this one, and its sentences (`… refused`); and lines of real adverts, none of
 * which talks to a model (`lines passed`). How well any real model reads is not in it.
 */
export function measureModel(knowledge: ReadingKnowledge, tell: Tell): Measured[] {
  const all = readEvaluationPostings();
  if (all === null)
    return [{ suite: "model", dataset: "real-postings", n: 0, metric: "skills kept", value: null, baseline: null }];
  const shares = new Shares();
  let before: { names: string[]; sentences: string[] } = { names: [], sentences: [] };
  for (const posting of all.filter((_, index) => index % EACH === 0)) {
    const { ground, reading } = groundOf(knowledge, posting);
    const named = reading.skills.filter(({ mentions }) => mentions.length > 0);
    const names = named.flatMap(({ mentions }) => mentions[0]?.text ?? []);
    const kept = new Set(verifySkills(knowledge.matcher, ground, names, new Set()).skills.map(({ id }) => id));
    shares.add("skills kept", named.filter(({ id }) => kept.has(id)).length, named.length);
    const sentences = (reading.summary?.spans ?? []).map(({ start, end }) => posting.description.slice(start, end));
    const own = sentences.map((sentence) => claimOf(sentence, sentence));
    const summary = verifySummary(knowledge.matcher, ground, own);
    shares.add("sentences kept", summary.sentences.length, sentences.length);

    const whole = foldText(`${posting.title}\n${posting.description}`).folded;
    const foreign = before.names.filter((name) => !whole.includes(foldText(name).folded));
    const wrong = verifySkills(knowledge.matcher, ground, foreign, new Set());
    for (const { evidence } of [...wrong.skills, ...wrong.phrases]) tell(`model: kept ${evidence.text} wrongly`);
    shares.add("skills refused", foreign.length - wrong.skills.length - wrong.phrases.length, foreign.length);
    const quote = sentences[0] ?? posting.title;
    const strange = before.sentences.filter((text) => !whole.includes(foldText(text).folded));
    const claims = strange.map((text) => claimOf(text, quote));
    const refused = verifySummary(knowledge.matcher, ground, claims);
    for (const { text } of refused.sentences) tell(`model: kept a sentence of another advert: ${text}`);
    shares.add("sentences refused", claims.length - refused.sentences.length, claims.length);
    const lines = whole.split("\n");
    shares.add("lines passed", lines.filter((line) => !addressesModel(line)).length, lines.length);
    before = { names, sentences };
  }
  return shares.rows();
}
