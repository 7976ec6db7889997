const VERBS = ["region", "also", "code", "city", "and", "place"] as const;
export type NameLine = { verb: (typeof VERBS)[number]; target: string; names: string[]; line: number };

/** The lines of names.txt; throws at the first that is none. */
export function readNames(text: string): NameLine[] {
  return text.split("\n").flatMap((raw, index): NameLine[] => {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) return [];
    const match = /^(\w+)\s+([^=]+?)\s*=\s*(.+)$/.exec(line);
    const verb = VERBS.find((known) => known === match?.[1]);
    if (match === null || verb === undefined) throw new Error(`names.txt:${String(index + 1)}: not a line of names.`);
    const separator = verb === "place" ? "," : ";";
    const names = (match[3] ?? "").split(separator).map((name) => name.trim());
    return [{ verb, target: match[2] ?? "", names: names.filter(Boolean), line: index + 1 }];
  });
}
