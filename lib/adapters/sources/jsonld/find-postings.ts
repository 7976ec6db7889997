import { asList, findNodes, isNode, type JsonNode } from "./json-node";
import { toHttpUrl } from "./page-url";

const MAX_NODES = 50_000;
const MAX_DEPTH = 12;
const MAX_REPEATS = 20;
/** What a posting may name by reference instead of stating it. */
const REFERRING = ["hiringOrganization", "jobLocation", "baseSalary", "identifier", "applicantLocationRequirements"];

type Found = { byId: Map<string, JsonNode>; inLists: Set<JsonNode> };

/** Notes the nodes that others refer to, and hands a list entry's address to the posting inside it. */
function survey(blocks: readonly unknown[]): Found {
  const found: Found = { byId: new Map(), inLists: new Set() };
  const stack = blocks.map((value) => ({ value, depth: 0, inList: false }));
  for (let item = stack.pop(), seen = 0; item !== undefined && seen < MAX_NODES; item = stack.pop(), seen += 1) {
    const { value, depth, inList } = item;
    if (depth > MAX_DEPTH || typeof value !== "object" || value === null) continue;
    if (isNode(value)) {
      const id = value["@id"];
      if (typeof id === "string" && Object.keys(value).length > 2 && !found.byId.has(id)) found.byId.set(id, value);
      if (inList) found.inLists.add(value);
      if (isNode(value.item) && typeof value.url === "string") value.item.url ??= value.url;
    }
    const isList = inList || (isNode(value) && "itemListElement" in value);
    for (const inner of Object.values(value)) stack.push({ value: inner, depth: depth + 1, inList: isList });
  }
  return found;
}

function resolve(value: unknown, byId: ReadonlyMap<string, JsonNode>): unknown {
  if (Array.isArray(value))
    return asList(value)
      .slice(0, 100)
      .map((item) => resolve(item, byId));
  if (!isNode(value) || typeof value["@id"] !== "string") return value;
  const target = byId.get(value["@id"]);
  return target === undefined || target === value ? value : { ...target, ...value };
}

function withReferences(node: JsonNode, byId: ReadonlyMap<string, JsonNode>): JsonNode {
  const resolved = REFERRING.flatMap((name): [string, unknown][] =>
    node[name] === undefined ? [] : [[name, resolve(node[name], byId)]],
  );
  return { ...node, ...Object.fromEntries(resolved) };
}

const textOf = (value: unknown) =>
  asList(value)
    .filter((item) => typeof item === "string")
    .join(" ")
    .trim();

function agrees(a: JsonNode, b: JsonNode, field: string): boolean {
  const [one, other] = [a[field], b[field]];
  return one === undefined || other === undefined || JSON.stringify(one) === JSON.stringify(other);
}

/** Whether two blocks, as plugins write them for one page, state one advert: a title and text in common, or none that differs. */
function isSame(a: JsonNode, b: JsonNode): boolean {
  const hasText = textOf(a.description) !== "" || textOf(b.description) !== "";
  const fields = ["url", "description", "identifier", "jobLocation"];
  return (
    hasText &&
    textOf(a.title) !== "" &&
    textOf(a.title) === textOf(b.title) &&
    fields.every((field) => agrees(a, b, field))
  );
}

function mergeSame(nodes: readonly JsonNode[]): JsonNode[] {
  // A page with so many adverts is a list, and its entries are no repeats of each other.
  if (nodes.length > MAX_REPEATS) return [...nodes];
  const merged: JsonNode[] = [];
  for (const node of nodes) {
    const at = merged.findIndex((known) => isSame(known, node));
    const known = merged[at];
    if (known === undefined) merged.push(node);
    else merged[at] = { ...node, ...known };
  }
  return merged;
}

/**
 * The postings of a page's JSON-LD blocks in document order: references resolved, repeats of one advert put together, and the
 * bare entries of a "similar jobs" list left out where the page states an advert of its own.
 */
export function findPostings(blocks: readonly unknown[]): JsonNode[] {
  const { byId, inLists } = survey(blocks);
  const nodes = blocks.flatMap((block) => asList(block).flatMap((item) => findNodes(item, "JobPosting")));
  const isMain = (node: JsonNode) => !inLists.has(node) && textOf(node.description) !== "";
  const hasMain = nodes.some(isMain);
  const kept = nodes.filter((node) => !hasMain || !inLists.has(node) || textOf(node.description) !== "");
  return mergeSame(kept.map((node) => withReferences(node, byId)));
}

/** The posting's own address; null where it states none, or only a part of the page that it stands on. */
export function ownAddress(node: JsonNode, pageUrl: string): string | null {
  const id = node["@id"];
  const stated =
    textOf(node.url) === "" ? (typeof id === "string" && /^https?:/.test(id) ? id : null) : textOf(node.url);
  const url = toHttpUrl(stated, pageUrl);
  return url === null || url === toHttpUrl(pageUrl, null) ? null : url;
}
