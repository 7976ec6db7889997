import { phraseWords } from "@/lib/core/esco/phrase-words";
import { foldLabel, foldText } from "@/lib/core/kernel/fold";
import type { Lang } from "@/lib/core/kernel/language";
import { recoverBlocks } from "@/lib/core/postings/recover-blocks";
import { readSkills } from "@/lib/core/skills/read-skills";
import type { SkillMatcher } from "@/lib/core/skills/skill-matcher";
import { addressesModel } from "./addresses-model";
import type { SummarySentence } from "./model-reading";
import { findQuote, type QuoteGround } from "./verify-quote";

/** A sentence of a model, and the words of the advert that it says it rests on. */
export type SummaryClaim = { text: string; quote: string };
/** `skills`: ids that our own reading found, and those that were kept of the model's; `names`: of the employer and its places. */
export type SummaryGround = QuoteGround & { lang: Lang; names: readonly string[]; skills: ReadonlySet<string> };
export type VerifiedSummary = { sentences: SummarySentence[]; dropped: number };

const MAX_SENTENCES = 3;
const MAX_SENTENCE_CHARS = 300;
const LEAST_SENTENCE_CHARS = 20;
/**
 * What part of a sentence's telling words has to be among those of its quote, and of the whole advert: set by hand, and checked by the
 * quality suite `model`.
 */
const IN_QUOTE = 0.5;
const IN_ADVERT = 0.75;
const NUMBER = /\d+(?:[.,]\d+)*/gu;
const CAPITALISED = /\p{Lu}[\p{L}\p{N}]*/gu;
const NEGATION = /\b(?:no|not|never|without|nor|sin|nunca|ni|tampoco)\b|n't\b/u;
const NO_PROSE =
  /[\n<>{}|@\p{C}]|https?:|www\.|[\p{L}\p{N}]\.(?:com|org|io)\b|(?<!\b(?:asp|vb|ado))(?<=[\p{L}\p{N}])\.net\b/iu;
/** Words that open sentences about any job, and stand with a capital for that alone. */
const OPENERS: ReadonlySet<string> = new Set(
  (
    "a an the this these you your we they it its in on at for with as to from by of and or must should may can will is are has have being working work based candidates candidate applicants applicant " +
    "responsibilities duties tasks requirements role position job employer company looking seeking asks asked required needed ideal successful " +
    "el la los las lo un una unos unas se su sus este esta estos estas en con para por de del al y o como entre debe deben es son tiene tienen ofrece ofrecen busca buscan requiere requieren necesita necesitan pide piden solicita solicitan exige " +
    "puesto empresa persona personas candidatos candidatas responsable funciones tareas requisitos trabajo trabajaras seras tendras deberas"
  ).split(" "),
);

/** Runs of letters and digits. */
function wordsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The part of some words, 0 … 1, that are among others; 0 of none. */
function share(words: readonly string[], among: ReadonlySet<string>): number {
  return words.length === 0 ? 0 : words.filter((word) => among.has(word)).length / words.length;
}

/** Numbers without the signs inside them: "1,500" and "1.500" are one. */
function numbersOf(text: string): string[] {
  return (text.match(NUMBER) ?? []).map((number) => number.replace(/[.,]/gu, ""));
}

class SummaryCheck {
  private readonly matcher: SkillMatcher;
  private readonly ground: SummaryGround;
  private readonly lang: "en" | "es";
  private readonly words: ReadonlySet<string>;
  private readonly stems: ReadonlySet<string>;

  constructor(matcher: SkillMatcher, ground: SummaryGround) {
    this.matcher = matcher;
    this.ground = ground;
    this.lang = ground.lang === "es" ? "es" : "en";
    const { title, text, names } = ground;
    this.words = new Set(wordsOf(`${title.fold.folded}\n${text.fold.folded}\n${names.map(foldLabel).join("\n")}`));
    this.stems = this.stemsOf([...this.words].join(" "));
  }

  /** `phraseWords` reads a limited length; every word counts here. */
  private stemsOf(text: string): Set<string> {
    const words = wordsOf(foldText(text).folded);
    return new Set(words.flatMap((word) => phraseWords(word, this.lang)));
  }

  /** Words with a capital stand in the advert; the first of the sentence may also be one that opens any. */
  private namesStand(sentence: string): boolean {
    return [...sentence.matchAll(CAPITALISED)].every(({ 0: word, index }) => {
      const folded = foldLabel(word);
      if (this.words.has(folded)) return true;
      return index === 0 && (OPENERS.has(folded) || share(phraseWords(folded, this.lang), this.stems) === 1);
    });
  }

  /** Skills that the sentence names are of our own reading, or named in the same words where it rests. */
  private skillsStand(sentence: string, rests: string): boolean {
    const blocks = recoverBlocks(sentence);
    const { skills } = readSkills(this.matcher, { text: sentence, lang: this.lang, blocks });
    const spaced = (words: string): string => ` ${wordsOf(words).join(" ")} `;
    const words = spaced(rests);
    return skills.every(
      ({ id, mentions }) =>
        this.ground.skills.has(id) || mentions.every(({ text }) => words.includes(spaced(foldText(text).folded))),
    );
  }

  /** The sentence with the place it rests on; null where anything in it has nothing to rest on. */
  kept({ text, quote }: SummaryClaim): SummarySentence | null {
    const sentence = text.trim();
    if (sentence.length < LEAST_SENTENCE_CHARS || sentence.length > MAX_SENTENCE_CHARS) return null;
    const folded = foldText(sentence).folded;
    if (NO_PROSE.test(sentence) || addressesModel(folded)) return null;
    const [evidence] = findQuote(this.ground, quote);
    if (evidence === undefined) return null;
    const rests = foldText(evidence.text).folded;
    if (NEGATION.test(folded) !== NEGATION.test(rests)) return null;
    const numbers = new Set(numbersOf(rests));
    if (!numbersOf(folded).every((number) => numbers.has(number))) return null;
    const telling = [...this.stemsOf(sentence)];
    if (share(telling, this.stemsOf(rests)) < IN_QUOTE || share(telling, this.stems) < IN_ADVERT) return null;
    return this.namesStand(sentence) && this.skillsStand(sentence, rests) ? { text: sentence, evidence } : null;
  }
}

/**
 * Keeps the sentences of a model's summary that rest on the advert, at most three: the quote of each stands there outside talk of the
 * employer and benefits, has every number of the sentence and half of its telling words, and denies something where the sentence does;
 * names and skills are the advert's own.
 */
export function verifySummary(
  matcher: SkillMatcher,
  ground: SummaryGround,
  claims: readonly SummaryClaim[],
): VerifiedSummary {
  const check = new SummaryCheck(matcher, ground);
  const kept = claims.flatMap((claim) => check.kept(claim) ?? []);
  const sentences = kept.slice(0, MAX_SENTENCES);
  return { sentences, dropped: claims.length - sentences.length };
}
