/** A JSON object of unknown content. */
export type JsonNode = Record<string, unknown>;

export function isNode(value: unknown): value is JsonNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as a list: an array's members, a single value, or nothing. */
export function asList(value: unknown): unknown[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** States one more value of a property: a second one makes a list of it, which is then added to in place. */
export function addValue(node: JsonNode, name: string, value: unknown): void {
  const known = node[name];
  if (known === undefined || known === "") node[name] = value;
  else if (Array.isArray(known)) known.push(value);
  else node[name] = [known, value];
}

/** Whether a node is of a schema.org type, however its `@type` is written. */
export function hasType(node: JsonNode, type: string): boolean {
  return asList(node["@type"] ?? node.type).some(
    (name) => typeof name === "string" && name.replace(/^.*[/:#]/, "") === type,
  );
}

/** Hostile nesting ends here; real pages nest a posting three or four levels deep. */
const MAX_DEPTH = 12;
const MAX_NODES = 100_000;

/** All nodes of a type inside a parsed block, in document order; a matching node's own inside is not searched again. */
export function findNodes(root: unknown, type: string): JsonNode[] {
  const found: JsonNode[] = [];
  let visited = 0;
  const visit = (value: unknown, depth: number): void => {
    visited += 1;
    if (depth > MAX_DEPTH || visited > MAX_NODES) return;
    if (Array.isArray(value)) for (const item of value) visit(item, depth + 1);
    else if (isNode(value)) {
      if (hasType(value, type)) found.push(value);
      else for (const inner of Object.values(value)) if (typeof inner === "object") visit(inner, depth + 1);
    }
  };
  visit(root, 0);
  return found;
}
