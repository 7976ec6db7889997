import { addValue, type JsonNode } from "../jsonld/json-node";
import type { PageNodes, PageQuery } from "./open-page";
import { type ReadBudget, readBudget, valueInside } from "./value-inside";

const MAX_DEPTH = 8;
const MAX_ELEMENTS = 20_000;

function valueOf(nodes: PageNodes, budget: ReadBudget): string {
  const stated = nodes.attr("content") ?? nodes.attr("datetime");
  if (stated !== undefined) return stated;
  if (nodes.is("a, link")) return nodes.attr("href") ?? "";
  if (nodes.is("img")) return nodes.attr("src") ?? "";
  return valueInside(nodes, nodes.is('[itemprop~="description"]') ? "markup" : "text", budget);
}

function readScope($: PageQuery, scope: PageNodes, depth: number, budget: ReadBudget): JsonNode {
  const node: JsonNode = { "@type": scope.attr("itemtype") ?? "" };
  const stack = scope.children().toArray().reverse();
  let seen = 0;
  for (let item = stack.pop(); item !== undefined && seen < MAX_ELEMENTS; item = stack.pop()) {
    seen += 1;
    const nodes = $(item);
    const name = nodes.attr("itemprop");
    const isScope = nodes.attr("itemscope") !== undefined;
    if (name !== undefined && isScope && depth < MAX_DEPTH)
      addValue(node, name, readScope($, nodes, depth + 1, budget));
    else if (name !== undefined && !isScope) addValue(node, name, valueOf(nodes, budget));
    if (!isScope) for (const child of nodes.children().toArray().reverse()) stack.push(child);
  }
  return node;
}

/** The first item of a schema.org type that a page marks up in Microdata, as the same node that JSON-LD would state; null where there is none. */
export function readMicrodata($: PageQuery, type: string): JsonNode | null {
  const scope = $(`[itemscope][itemtype$="/${type}"]`).first();
  return scope.length === 0 ? null : readScope($, scope, 0, readBudget());
}
