/** Cohen's κ of two readers: agreement beyond what chance would give, 1 where both always say the same thing. */
export function cohensKappa(labels: readonly (readonly [string, string])[]): number {
  const count = (side: 0 | 1): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const pair of labels) counts.set(pair[side], (counts.get(pair[side]) ?? 0) + 1);
    return counts;
  };
  const observed = labels.filter(([a, b]) => a === b).length / labels.length;
  const [first, second] = [count(0), count(1)];
  const expected = [...first].reduce((sum, [label, n]) => sum + (n * (second.get(label) ?? 0)) / labels.length ** 2, 0);
  return expected === 1 ? 1 : (observed - expected) / (1 - expected);
}
