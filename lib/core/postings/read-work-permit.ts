import { foldedPattern } from "./folded-pattern";
import { findPhrasesNear, type Trigger } from "./find-near";
import { type Field, type Phrase, sentenceOf } from "./find-phrases";
import type { Reading, WorkPermit } from "./posting-reading";

const CONFIDENCE = { sponsorship: 0.92, right: 0.9 } as const;

const NAMED: Trigger = { word: "permit", before: 40, after: 50 };
const SPONSORSHIP =
  /(?<![\p{L}\p{N}])(?:(?:visa |work |immigration |employment |h-?1b )?sponsor(?:ship|ships|ing|ed)?|patrocin(?:io|amos|ar) (?:de )?visas?|visas? (?:assistance|transfers?))(?![\p{L}])/gu;
/** Sponsors of studies, events and funds sponsor nobody's visa. */
const OF_A_VISA =
  /visa|\bwork\b|employment|immigration|h-?1b|candidate|applicant|authori[sz]ation|\bopt\b|citizen|permit|position|this role|available|provide|require|migrat|(?:unable to|cannot|not) sponsor/u;
const OTHER_SPONSOR =
  /(?:executive|project|financial|company|corporate|clinical|business|trial|study|event|government|federal|industry|pharmaceutical|biopharmaceutical|pension|employer)[\s-]$/u;
const NO_SPONSORSHIP =
  /\b(?:no|not|never|cannot|unable|without|nor|don't|doesn't|won't|can't|isn't|neither|sin)\b|n't\b|ineligible/u;
const NO_AFTER = /^[^.\n]{0,40}(?:\bnot\b|\bunavailable|n't\b|\bno\b)|^[^.\n]{0,30}:\s?no\b/u;
const OFFERED =
  /\b(?:offer|offers|offered|provide|provides|provided|available|will (?:consider )?(?:be )?|can|able to|happy to|possible|considered?|support|we|eligible for|ofrecemos|gestionamos)\b/u;
const MUST_HAVE = foldedPattern(
  String.raw`(?<![\p{L}\p{N}])(?:${[
    String.raw`(?:right|legal right|eligib(?:le|ility)|legally (?:authori[sz]ed|eligible|entitled)|authori[sz]ed|authori[sz]ation|permission|entitled|permitted) to (?:live and )?work`,
    String.raw`work(?:ing)? (?:permit|authori[sz]ation|visa)(?! (?:assist|provided|spons))`,
    String.raw`permisos? (?:de|para) (?:trabajo|trabajar|residencia)(?: y (?:trabajo|residencia))?`,
    String.raw`(?:nie|nif) (?:en vigor|vigente|en regla)|(?:papeles|documentacion|documentos|situacion)(?: \p{L}+){0,3} en regla`,
    String.raw`(?:u\.?s\.?|united states|british|uk|eu|australian|canadian) citizen(?:s|ship)?(?! of)|citizens? (?:or|and) (?:lawful )?permanent residents?|green card(?: holders?)?`,
  ].join("|")})(?![\p{L}\p{N}])`,
);
const ONLY_WISHED = /^\s?:?\s?(?:\p{L}+ ){0,3}\(?prefer|^[^.\n]{0,30}(?:deseable|is a plus|no excluyente)/u;
/** "US citizens and all others with a permit are encouraged to apply": an invitation. */
const INVITED_AFTER = /^[^.\n]{0,90}\bencouraged to apply/u;
const DEMANDED_BEFORE = /\b(?:must|required|requires?|need)\b/u;
/** "Regardless of citizenship" and the law's own text ask for nothing. */
const LEGAL_BEFORE =
  /(?:regardless of|without regard to|nondiscrimination|race|religion|origin|ancestry|marital)[^.]{0,60}$/u;
const HELPED = /(?:tramit|gestion|help|assist|support|ayud|apoy|facilit)\p{L}*(?: \p{L}+){0,4} $/u;

function isDenied(before: string, words: string, after: string): boolean {
  return NO_SPONSORSHIP.test(before.slice(-70)) || NO_AFTER.test(after) || words.startsWith("no ");
}

function sponsorship(text: Field): { value: WorkPermit; phrase: Phrase } | null {
  let offered: Phrase | null = null;
  for (const phrase of findPhrasesNear(text, NAMED, SPONSORSHIP)) {
    const { before, after } = sentenceOf(text, phrase.start, phrase.end, 110);
    const words = text.fold.folded.slice(phrase.start, phrase.end);
    if (OTHER_SPONSOR.test(before) || !OF_A_VISA.test(`${before.slice(-60)}${words}${after.slice(0, 60)}`)) continue;
    const raw = text.fold.folded.slice(phrase.end, phrase.end + 45).replaceAll("\n", " ");
    if (isDenied(before, words, raw)) return { value: "required", phrase };
    if (offered === null && OFFERED.test(`${before.slice(-40)} ${after.slice(0, 40)}`)) offered = phrase;
  }
  return offered === null ? null : { value: "sponsored", phrase: offered };
}

/**
 * Whether one must have the right to work already or the employer helps to get it; a refusal to sponsor is the former.
 * Null where the advert says neither.
 */
export function readWorkPermit(text: Field): Reading<WorkPermit> | null {
  const told = sponsorship(text);
  if (told !== null)
    return { value: told.value, confidence: CONFIDENCE.sponsorship, method: "text", evidence: [told.phrase.evidence] };
  for (const phrase of findPhrasesNear(text, NAMED, MUST_HAVE)) {
    const { before, after } = sentenceOf(text, phrase.start, phrase.end, 90);
    const raw = text.fold.folded.slice(phrase.end, phrase.end + 60);
    if (ONLY_WISHED.test(raw.replaceAll("\n", " ")) || ONLY_WISHED.test(after) || LEGAL_BEFORE.test(before)) continue;
    if (INVITED_AFTER.test(text.fold.folded.slice(phrase.end, phrase.end + 110)) && !DEMANDED_BEFORE.test(before))
      continue;
    const value: WorkPermit = HELPED.test(before) ? "sponsored" : "required";
    return { value, confidence: CONFIDENCE.right, method: "text", evidence: [phrase.evidence] };
  }
  return null;
}
