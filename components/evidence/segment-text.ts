/** A span of a text that is to be shown in some way. */
export type TextSpan = { start: number; end: number };

/** A stretch of text over which the same spans lie; the spans are ordered from the shortest to the longest. */
export type Segment<S extends TextSpan> = { start: number; end: number; spans: S[] };

/**
 * Cuts `[from, to)` where spans begin and end, so that spans may overlap and nest. Spans are clipped to the range; those that
 * are empty, reversed or not numbers are left out. The segments cover the range in order, without gaps.
 */
export function segmentText<S extends TextSpan>(from: number, to: number, spans: readonly S[]): Segment<S>[] {
  const inside = spans.filter((span) => span.start < span.end && span.start < to && span.end > from);
  const cuts = new Set([from, to]);
  for (const span of inside) {
    cuts.add(Math.max(from, span.start));
    cuts.add(Math.min(to, span.end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? to;
    const covering = inside.filter((span) => span.start <= start && span.end >= end);
    return { start, end, spans: covering.sort((a, b) => a.end - a.start - (b.end - b.start)) };
  });
}
