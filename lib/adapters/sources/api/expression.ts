import * as jmespath from "jmespath";
import { z } from "zod";

declare module "jmespath" {
  /** Parses an expression into its tree; throws where it is none. Missing from the package's types. */
  export function compile(expression: string): unknown;
}

const MAX_CHARS = 500;
const MAX_NODES = 150;
const MAX_DEPTH = 30;
/** Each flattening of a list that the expression builds itself can multiply the data. */
const MAX_GROWTH = 64;

const treeNode = z.object({
  type: z.string(),
  children: z.array(z.unknown()).optional(),
  value: z.unknown().optional(),
});

type Weight = { nodes: number; depth: number; growth: number };

function weigh(value: unknown, depth: number): Weight {
  const parsed = treeNode.safeParse(value);
  if (!parsed.success || depth > MAX_DEPTH) return { nodes: 1, depth, growth: 1 };
  const { type, children = [], value: inner } = parsed.data;
  const parts = [...children, ...(typeof inner === "object" && inner !== null ? [inner] : [])].map((child) =>
    weigh(child, depth + 1),
  );
  const widening = type === "MultiSelectList" ? Math.max(1, children.length) : 1;
  return parts.reduce(
    (sum, part) => ({
      nodes: sum.nodes + part.nodes,
      depth: Math.max(sum.depth, part.depth),
      growth: sum.growth * part.growth,
    }),
    { nodes: 1, depth, growth: widening },
  );
}

/** Why a text cannot be used as a JMESPath expression, in one sentence; null where it can. */
export function expressionMistake(expression: string): string | null {
  if (expression.length > MAX_CHARS) return `an expression of at most ${MAX_CHARS} characters`;
  let tree: unknown;
  try {
    tree = jmespath.compile(expression);
  } catch (error) {
    return `not a JMESPath expression: ${error instanceof Error ? error.message.slice(0, 120) : "it cannot be read"}`;
  }
  const { nodes, depth, growth } = weigh(tree, 0);
  return nodes > MAX_NODES || depth > MAX_DEPTH || growth > MAX_GROWTH ? "an expression that is too involved" : null;
}

export type Evaluation = { ok: true; value: unknown } | { ok: false; reason: string };

/** Evaluates a checked expression; a mistake of types in the data, such as joining a number, is a reason and no throw. */
export function evaluate(data: unknown, expression: string): Evaluation {
  try {
    const value: unknown = jmespath.search(data, expression);
    return { ok: true, value };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message.slice(0, 160) : "it cannot be evaluated" };
  }
}
