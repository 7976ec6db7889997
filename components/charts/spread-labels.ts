/**
 * Moves labels apart so that none is nearer than `gap` to the next, keeping their order and staying inside `[top, bottom]`
 * where they fit. Returns the new positions in the order given.
 */
export function spreadLabels(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = wanted
    .map((position, index) => ({ position, index }))
    .sort((a, b) => a.position - b.position || a.index - b.index);
  let floor = top;
  for (const label of order) {
    label.position = Math.max(label.position, floor);
    floor = label.position + gap;
  }
  let ceiling = bottom;
  for (const label of [...order].reverse()) {
    label.position = Math.min(label.position, ceiling);
    ceiling = label.position - gap;
  }
  return order.sort((a, b) => a.index - b.index).map(({ position }) => position);
}
