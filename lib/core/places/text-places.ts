import { type Evidence, type Field, quote } from "@/lib/core/postings/find-phrases";
import type { PlaceReading, Reading } from "@/lib/core/postings/posting-reading";
import type { Gazetteer } from "./gazetteer";
import { nameWords } from "./name-words";
import { findCityStates, findNamedEarly, findPlaceCues, findTitleSegments, type PlaceCue } from "./place-cues";
import type { PlaceHints } from "./rank-candidates";
import { isEverydayWord, type ResolvedPlace, resolveLocation } from "./resolve-location";

/** Least points of a place that nothing beside it supports, by where it stands: a title or a sentence holds names of other things too. */
const FLOORS = { title: 70, label: 40, text: 60, named: 70 };
/** A sentence says where the job is less plainly than a title or a label does. */
const CONFIDENCES = { title: 0.95, label: 0.95, text: 0.85 };
/** How much less sure a place is that is named in passing. */
const NAMED_SHARE = 0.8;
/** The confidence from which on something beside a place supports it. */
const SUPPORTED = 0.98;
/** Regions and countries have fewer namesakes than towns, so they may have so many points less. */
const WIDE_ALLOWANCE = 15;

/** A place in running words is one that is supported by another, or a large city, a region or a country. */
function isSound({ place, score, confidence }: ResolvedPlace, floor: number): boolean {
  if (confidence >= SUPPORTED && place.latitude !== null) return true;
  return place.latitude === null && place.city === null ? score >= floor - WIDE_ALLOWANCE : score >= floor;
}

function readCue(
  gazetteer: Gazetteer,
  field: Field,
  cue: PlaceCue,
  hints: PlaceHints,
  floor = FLOORS[cue.method],
): Reading<PlaceReading[]> | null {
  const around: Evidence = quote(field, cue.start, cue.end);
  const name = cue.isExact ? { words: around.text, offset: 0 } : nameWords(around.text);
  if (name.words.length < 3 || isEverydayWord(/^[\p{L}]+/u.exec(name.words)?.[0] ?? "")) return null;
  const places = resolveLocation(gazetteer, name.words, hints).filter((place) => isSound(place, floor));
  if (places.length === 0) return null;
  const start = around.start + name.offset;
  return {
    value: places.map(({ place }) => place),
    confidence: Math.min(...places.map(({ confidence }) => confidence)) * CONFIDENCES[cue.method],
    method: cue.method,
    evidence: [{ field: field.field, start, end: start + name.words.length, text: name.words }],
  };
}

/** The place that title and text state where the source gives none; null where they do not. */
export function readTextPlaces(
  gazetteer: Gazetteer,
  { title, text }: { title: Field; text: Field },
  hints: PlaceHints,
): Reading<PlaceReading[]> | null {
  for (const cue of findTitleSegments(title)) {
    const found = readCue(gazetteer, title, cue, hints);
    if (found !== null) return found;
  }
  for (const cue of findPlaceCues(text)) {
    const found = readCue(gazetteer, text, cue, hints);
    if (found !== null) return found;
  }
  for (const cue of findCityStates(text)) {
    const found = readCue(gazetteer, text, cue, hints);
    if (found?.value[0]?.country === "US" && found.value[0].latitude !== null) return found;
  }
  return null;
}

/** The first large city that a text names behind "in" or "en", where nothing says more plainly where the job is; null where it names none. */
export function readNamedCity(gazetteer: Gazetteer, text: Field, hints: PlaceHints): Reading<PlaceReading[]> | null {
  for (const cue of findNamedEarly(text)) {
    const found = readCue(gazetteer, text, cue, hints, FLOORS.named);
    const isCity = typeof found?.value[0]?.city === "string";
    if (found !== null && isCity) return { ...found, confidence: found.confidence * NAMED_SHARE };
  }
  return null;
}
