const COMBINING_MARKS = /\p{M}+/gu;
const WHITE_SPACE = /\s+/gu;

/**
 * The form under which two names are compared: diacritics stripped (ñ → n), lower case, runs of white space as one
 * space, no space at either end. Signs such as `+`, `#` and `.` stay, so that C++, C# and .NET keep their meaning.
 */
export function foldLabel(label: string): string {
  return label.normalize("NFKD").replace(COMBINING_MARKS, "").toLowerCase().replace(WHITE_SPACE, " ").trim();
}
