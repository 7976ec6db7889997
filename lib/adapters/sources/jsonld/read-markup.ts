import { openPage, type PageNodes } from "../parsing/open-page";
import { type ReadBudget, readBudget, valueInside } from "../parsing/value-inside";
import { addValue, asList, hasType, isNode, type JsonNode } from "./json-node";

const MAX_ELEMENTS = 100_000;
/** Properties whose value is the target of a link; of others, a link's words count, whatever the standards say. */
const LINKS = new Set(["url", "sameas", "mainentityofpage", "image", "logo", "hiringorganizationlogo"]);
/** Parts of an address that templates write without the scopes that belong around them. */
const ADDRESS = ["addressLocality", "addressRegion", "addressCountry", "streetAddress"];

type Scope = { node: JsonNode; isPosting: boolean };
/** Where an element stands: in which scope, and whether inside a title. */
type Standing = { scope: Scope | null; inTitle: boolean };

const OUTSIDE: Standing = { scope: null, inTitle: false };

function typeOf(element: PageNodes): string | null {
  const type = element.attr("itemtype") ?? element.attr("typeof");
  if (type !== undefined) return type.trim().split(/\s+/)[0] ?? "";
  return element.attr("itemscope") === undefined ? null : "";
}

function namesOf(element: PageNodes): string[] {
  const stated = element.attr("itemprop") ?? element.attr("property") ?? "";
  return (
    stated
      .split(/\s+/)
      // Other vocabularies, such as Open Graph's, have properties of the same name.
      .map((name) => name.replace(/^(?:schema:|https?:\/\/schema\.org\/)/i, ""))
      .filter((name) => /^[a-z]{2,40}$/i.test(name))
  );
}

function valueOf(element: PageNodes, name: string, budget: ReadBudget): string {
  const stated = element.attr("content") ?? element.attr("datetime");
  if (stated !== undefined) return stated;
  const target = LINKS.has(name.toLowerCase()) ? (element.attr("href") ?? element.attr("src")) : undefined;
  if (target !== undefined) return target;
  return valueInside(element, name === "description" ? "markup" : "text", budget);
}

/** Gathers what an element states for its scope, and says where its inside stands. */
function readElement(
  element: PageNodes,
  { scope, inTitle }: Standing,
  { found, budget }: { found: JsonNode[]; budget: ReadBudget },
): Standing {
  const type = typeOf(element);
  const names = scope === null ? [] : namesOf(element);
  if (type !== null) {
    const node: JsonNode = { "@type": type };
    const isPosting = hasType(node, "JobPosting");
    if (isPosting) found.push(node);
    for (const name of names) if (scope !== null) addValue(scope.node, name, node);
    const own = element.attr("itemid") ?? element.attr("resource");
    if (own !== undefined) node["@id"] = own;
    return { scope: { node, isPosting }, inTitle: false };
  }
  for (const name of names) if (scope !== null) addValue(scope.node, name, valueOf(element, name, budget));
  const isTitle = inTitle || names.includes("title");
  // The heading of an advert in a list is the link to its page.
  const href = isTitle && scope?.isPosting === true && element.is("a") ? element.attr("href") : undefined;
  if (href !== undefined && scope !== null) scope.node.url ??= href;
  return { scope, inTitle: isTitle };
}

/** An address without its scopes ends up beside the posting's own fields; here it comes to its place. */
function withFlatPlace(node: JsonNode): JsonNode {
  const parts = ADDRESS.flatMap((name): [string, unknown][] =>
    node[name] === undefined ? [] : [[name, asList(node[name])[0]]],
  );
  const isScoped = asList(node.jobLocation).some(isNode);
  return isScoped || parts.length === 0 ? node : { ...node, jobLocation: { address: Object.fromEntries(parts) } };
}

/** Every JobPosting that a page marks up in Microdata or RDFa, in document order, as the nodes that JSON-LD would state. */
export function readMarkup(html: string): JsonNode[] {
  if (!/(?:itemtype|typeof)\s*=\s*["']?[^"'<>]{0,200}JobPosting/i.test(html)) return [];
  const $ = openPage(html);
  if ($ === null) return [];
  const found: JsonNode[] = [];
  const reading = { found, budget: readBudget() };
  const stack = $.root()
    .children()
    .toArray()
    .map((element) => ({ element, standing: OUTSIDE }));
  let seen = 0;
  for (let visit = stack.pop(); visit !== undefined && seen < MAX_ELEMENTS; visit = stack.pop()) {
    seen += 1;
    const element = $(visit.element);
    const standing = readElement(element, visit.standing, reading);
    for (const child of element.children().toArray().reverse()) stack.push({ element: child, standing });
  }
  return found.map(withFlatPlace);
}
