/**
 * Elements within elements that are read. Browsers stop at 512; beyond, the parser's cost grows with the square of the depth, and
 * a page of one megabyte could hold a process for minutes.
 */
const MAX_DEPTH = 1000;

const words = (text: string) => text.split(" ");
const EMPTY = new Set(
  words("area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr"),
);
const RAW_TEXT = new Set(["script", "style", "textarea", "title"]);
const FORM = words("option optgroup select button datalist textarea");
/** What an opening tag closes where it stands directly in it, as the parser (htmlparser2) does it. */
const CLOSED_BY = new Map<string, ReadonlySet<string>>([
  ...words(
    "p h1 h2 h3 h4 h5 h6 address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul",
  ).map((name) => [name, new Set(["p"])] as const),
  ...words("select input output button datalist textarea").map((name) => [name, new Set(FORM)] as const),
  ["tr", new Set(["tr", "th", "td"])],
  ["th", new Set(["th"])],
  ["td", new Set(["thead", "th", "td"])],
  ["tbody", new Set(["thead", "tbody"])],
  ["tfoot", new Set(["thead", "tbody"])],
  ["body", new Set(["head"])],
  ["li", new Set(["li"])],
  ["option", new Set(["option"])],
  ["optgroup", new Set(["optgroup", "option"])],
  ["dd", new Set(["dd", "dt"])],
  ["dt", new Set(["dd", "dt"])],
  ["rt", new Set(["rt", "rp"])],
  ["rp", new Set(["rt", "rp"])],
]);
const FOREIGN = ["svg", "math"];
const WITHIN_FOREIGN = words("mi mo mn ms mtext annotation-xml foreignobject desc");
const NAME = /[a-z][^\s/>]*/iy;

/** The elements that are open at a place of a page. */
class OpenElements {
  readonly #names: string[] = [];
  readonly #counts = new Map<string, number>();

  get depth(): number {
    return this.#names.length;
  }

  #isOpen(name: string): boolean {
    return (this.#counts.get(name) ?? 0) > 0;
  }

  /** Whether "<path/>" closes itself here: in drawings and formulas only. */
  get isForeign(): boolean {
    return FOREIGN.some((name) => this.#isOpen(name)) && !WITHIN_FOREIGN.some((name) => this.#isOpen(name));
  }

  #pop(): string | undefined {
    const name = this.#names.pop();
    if (name !== undefined) this.#counts.set(name, (this.#counts.get(name) ?? 1) - 1);
    return name;
  }

  open(name: string): void {
    const closed = CLOSED_BY.get(name);
    while (closed?.has(this.#names.at(-1) ?? "")) this.#pop();
    if (EMPTY.has(name)) return;
    this.#names.push(name);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** Closes the nearest element of this name with all that is open in it; a closing tag without an opening one means nothing. */
  close(name: string): void {
    if (!this.#isOpen(name)) return;
    while (this.#pop() !== name);
  }
}

function nameAt(html: string, at: number): string {
  NAME.lastIndex = at;
  return (NAME.exec(html)?.[0] ?? "").toLowerCase();
}

/** Where the text of a script or the like ends. */
function endOfRawText(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, "gi");
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

function endOf(html: string, sign: string, from: number): number {
  const end = html.indexOf(sign, from);
  return end === -1 ? html.length : end;
}

/** A page up to where its elements nest deeper than any page's do; nearly always the page itself. Linear in its size. */
export function cutDeepMarkup(html: string): string {
  const elements = new OpenElements();
  for (let at = html.indexOf("<"); at !== -1; at = html.indexOf("<", at)) {
    const closes = html.charCodeAt(at + 1) === 47;
    const name = nameAt(html, closes ? at + 2 : at + 1);
    if (name === "") {
      at = html.startsWith("<!--", at) ? endOf(html, "-->", at + 4) : at + 1;
      continue;
    }
    const end = endOf(html, ">", at);
    const closesItself = html.charCodeAt(end - 1) === 47 && elements.isForeign;
    if (closes) elements.close(name);
    else if (RAW_TEXT.has(name)) {
      at = endOfRawText(html, name, end);
      continue;
    } else if (!closesItself) elements.open(name);
    if (elements.depth > MAX_DEPTH) return html.slice(0, at);
    at = end;
  }
  return html;
}
