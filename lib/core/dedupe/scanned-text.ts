/** What a line or a text holds that is worth a closer look, as bits. */
export const CUE = {
  stock: 1,
  level: 2,
  contract: 4,
  week: 8,
  money: 16,
  year: 32,
  /** A digit or the word of a number. */
  number: 64,
  digit: 128,
} as const;
export type Cue = keyof typeof CUE;

/** A line of the folded text, from `from` up to, not including, `to`. */
export type ScannedLine = { from: number; to: number; cues: number };

/** A folded text that was walked once for all that a fingerprint asks of it. */
export type ScannedText = {
  folded: string;
  lines: ScannedLine[];
  /** The cues of all lines. */
  cues: number;
  /** Where a unit of years begins that has a number before it. */
  years: number[];
  /** Hash of the words, in order. */
  textHash: string;
};

/** A part of a text, from `from` up to, not including, `to`. */
export type Passage = { text: string; from: number; to: number };

/** 1 for each UTF-16 unit that is white space. */
export const SPACES = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  String.fromCharCode(code).trim() === "" ? 1 : 0,
);
