/** The spelling to show: the one that most listings use; of equals one that is not all capitals, then the first of the alphabet. */
export function displayName(spellings: ReadonlyMap<string, number>): string | null {
  const isLoud = (name: string) => Number(name === name.toUpperCase() && name !== name.toLowerCase());
  const sorted = [...spellings].sort(
    ([a, m], [b, n]) => n - m || isLoud(a) - isLoud(b) || (a < b ? -1 : a > b ? 1 : 0),
  );
  return sorted[0]?.[0] ?? null;
}
