/** What had been read, for a person: plain values as they are, the parts of a compound one with their names, in order. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(valueWords).filter(Boolean).join("; ");
  if (typeof value === "object")
    return Object.entries(value)
      .map(([name, part]) => [name, valueWords(part)] as const)
      .filter(([, words]) => words !== "")
      .map(([name, words]) => `${name}: ${words}`)
      .join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}
