/** English and Spanish names of months and their usual short forms, folded, with their number. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    "jan january ene enero",
    "feb february febrero",
    "mar march marzo",
    "apr april abr abril",
    "may mayo",
    "jun june junio",
    "jul july julio",
    "aug august ago agosto",
    "sep sept september set septiembre setiembre",
    "oct october octubre",
    "nov november noviembre",
    "dec december dic diciembre",
  ].flatMap((names, index) => names.split(" ").map((name): [string, number] => [name, index + 1])),
);

/** The alternatives of a pattern that matches any of them, the longest first. */
export const MONTH_PATTERN = [...MONTHS.keys()].toSorted((a, b) => b.length - a.length).join("|");
