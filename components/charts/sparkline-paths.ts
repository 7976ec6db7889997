import type { ChartPoint } from "./chart-model";
import { dottedValue, solidValue } from "./chart-rows";

/** SVG path data for a small line: whole and partial stretches apart, open where there is a gap. The base line is zero. */
export function sparklinePaths(
  points: readonly ChartPoint[],
  width: number,
  height: number,
): { solid: string; dotted: string } {
  const top = Math.max(0, ...points.map(({ value }) => value ?? 0)) || 1;
  const step = points.length > 1 ? width / (points.length - 1) : 0;
  const draw = (read: typeof solidValue): string => {
    let isDown = false;
    const moves: string[] = [];
    for (const index of points.keys()) {
      const value = read(points, index);
      if (value !== null)
        moves.push(`${isDown ? "L" : "M"}${round(index * step)} ${round(height * (1 - value / top))}`);
      isDown = value !== null;
    }
    return moves.join("");
  };
  return { solid: draw(solidValue), dotted: draw(dottedValue) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
