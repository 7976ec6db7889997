const STEPS = [1, 2, 2.5, 5, 10];
const INTERVALS = 4;

/**
 * Round axis marks from zero to at least `highest`, four to six of them, fewer where only `whole` numbers make sense; 0 and 1 when
 * there is nothing above zero.
 */
export function niceTicks(highest: number, whole = false): number[] {
  if (!Number.isFinite(highest) || highest <= 0) return [0, 1];
  const rough = highest / INTERVALS;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const factor = STEPS.find((step) => step * magnitude >= rough * (1 - 1e-9)) ?? 10;
  const step = whole ? Math.max(1, Math.ceil(factor * magnitude)) : factor * magnitude;
  const count = Math.ceil(highest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}
