import { foldText } from "@/lib/core/kernel/fold";
import { addressesModel } from "@/lib/core/model-reading/addresses-model";
import { verifySkills } from "@/lib/core/model-reading/verify-skills";
import { verifySummary } from "@/lib/core/model-reading/verify-summary";
import { type ReadingKnowledge, readPosting } from "@/lib/core/postings/read-posting";
import { recoverBlocks } from "@/lib/core/postings/recover-blocks";
import { type EvaluationPosting, readEvaluationPostings } from "../evaluation-postings";
import type { Measured, Tell } from "../scoreboard";

/** Every tenth posting: all sources, and a minute's work. */
const EACH = 10;

const METRICS = ["skills kept", "sentences kept", "skills refused", "sentences refused", "lines passed"] as const;
type Metric = (typeof METRICS)[number];

class Shares {
  private readonly shares = new Map<Metric, { held: number; of: number }>();

  add(metric: Metric, held: number, of: number): void {
    const { held: before, of: all } = this.shares.get(metric) ?? { held: 0, of: 0 };
    this.shares.set(metric, { held: before + held, of: all + of });
  }

  /** A row a metric; null where nothing was counted. */
  rows(): Measured[] {
    return METRICS.map((metric) => {
      const { held, of } = this.shares.get(metric) ?? { held: 0, of: 0 };
      const value = of === 0 ? null : held / of;
      return { suite: "model", dataset: "real-postings", n: of, metric, value, baseline: null };
    });
  }
}

/** A posting as the verifier takes it, with the skills that the rules name in it and the advert's own telling sentences. */
function look(knowledge: ReadingKnowledge, posting: EvaluationPosting) {
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
  const named = reading.skills.flatMap(({ id, mentions: [first] }) =>
    first === undefined ? [] : [{ id, quote: first.text }],
  );
  const sentences = (reading.summary?.spans ?? []).map(({ start, end }) => text.slice(start, end));
  return { matcher: knowledge.matcher, ground, named, sentences, folded: foldText(`${title}\n${text}`).folded };
}
type Look = ReturnType<typeof look>;

function toText(sentence: string): string {
  return sentence.replace(/\s+/gu, " ");
}

/** A perfect model: what the rules found is quoted back. */
function quoteBack({ matcher, ground, named, sentences }: Look, shares: Shares): void {
  const quotes = named.map(({ quote }) => quote);
  const kept = new Set(verifySkills(matcher, ground, quotes, new Set()).skills.map(({ id }) => id));
  shares.add("skills kept", named.filter(({ id }) => kept.has(id)).length, named.length);
  const claims = sentences.map((quote) => ({ text: toText(quote), quote }));
  shares.add("sentences kept", verifySummary(matcher, ground, claims).sentences.length, claims.length);
}

/** A model that makes things up: what another advert says, and this one does not, is claimed of this one. */
function claimForeign({ matcher, ground, sentences, folded }: Look, other: Look, shares: Shares, tell: Tell): void {
  const isForeign = (words: string): boolean => !folded.includes(foldText(words).folded);
  const quotes = other.named.map(({ quote }) => quote).filter(isForeign);
  const { skills, phrases } = verifySkills(matcher, ground, quotes, new Set());
  for (const { evidence } of [...skills, ...phrases]) tell(`model: kept ${evidence.text} wrongly`);
  shares.add("skills refused", quotes.length - skills.length - phrases.length, quotes.length);
  const quote = sentences[0] ?? ground.title.text;
  const claims = other.sentences.filter(isForeign).map((sentence) => ({ text: toText(sentence), quote }));
  const summary = verifySummary(matcher, ground, claims);
  for (const { text } of summary.sentences) tell(`model: kept a sentence of another advert: ${text}`);
  shares.add("sentences refused", claims.length - summary.sentences.length, claims.length);
}

/**
 * What the verifier does with the answers of a perfect model and of one that makes things up: the skills that the rules find, and the
 * advert's own sentences, quoted back (`… kept`); the skills of the posting before, claimed of this one, and its sentences (`… refused`);
 * and lines of real adverts, none of which talks to a model (`lines passed`). How well any real model reads is not in it.
 */
export function measureModel(knowledge: ReadingKnowledge, tell: Tell): Measured[] {
  const shares = new Shares();
  let before: Look | null = null;
  for (const posting of (readEvaluationPostings() ?? []).filter((_, index) => index % EACH === 0)) {
    const looked = look(knowledge, posting);
    quoteBack(looked, shares);
    if (before !== null) claimForeign(looked, before, shares, tell);
    const lines = looked.folded.split("\n");
    shares.add("lines passed", lines.filter((line) => !addressesModel(line)).length, lines.length);
    before = looked;
  }
  return shares.rows();
}
