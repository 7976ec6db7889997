import { loadPage } from "./load-page";

/** What one walk over a page finds. Texts have their white space collapsed and are cut where a limit is stated. */
export type PageScan = {
  title: string;
  /** The words that a reader sees, up to the limit given. */
  visibleText: string;
  headings: string[];
  /** Short texts of headings, captions, alerts and elements whose class speaks of closing. */
  notices: string[];
  scripts: number;
  asksPassword: boolean;
  hasCaptchaWidget: boolean;
  hasFormOrFrame: boolean;
  /** How many places were looked at for notices; bounded, since each costs a walk of its own. */
  placesRead: number;
};

export type DomNode = {
  type: string;
  name?: string;
  data?: string;
  attribs?: Record<string, string>;
  children?: DomNode[];
};

export const NOTICE_CHARS = 200;
const MAX_PLACES = 60;
const HIDDEN = new Set(["script", "style", "template", "noscript", "svg", "title"]);
const HEADINGS = new Set(["h1", "h2", "h3", "figcaption"]);
const NOTICE_CLASS = /closed|expired|alert|notice|caducad|finalizad/i;
const CAPTCHA_WIDGET = /g-recaptcha|h-captcha|hcaptcha\.com|recaptcha\/api|cf-turnstile|arkoselabs|geetest|captcha/i;

/** NUL, which no database keeps in a text, counts as white space. */
const collapse = (text: string) => text.replace(/[\s\0]+/g, " ").trim();

/** White space collapses while a text grows, lest the indentation of a page use up the room for its words. */
function joined(text: string, data: string): string {
  const piece = data.replace(/\s+/g, " ");
  return text === "" || text.endsWith(" ") ? text + piece.trimStart() : text + piece;
}

/** All text inside a node, up to `maxLength`; walks without recursion, for the depth of a page is in foreign hands. */
export function textInside(root: DomNode, maxLength: number): string {
  const stack: DomNode[] = [root];
  let text = "";
  for (let node = stack.pop(); node !== undefined && text.length <= maxLength; node = stack.pop()) {
    if (node.type === "text") text = joined(text, node.data ?? "");
    else pushChildren(stack, node);
  }
  return collapse(text);
}

function pushChildren(stack: DomNode[], node: DomNode): void {
  const children = node.children ?? [];
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const child = children[index];
    if (child !== undefined) stack.push(child);
  }
}

function isNoticePlace(node: DomNode): boolean {
  const { role, class: className } = node.attribs ?? {};
  return role === "alert" || role === "status" || (className !== undefined && NOTICE_CLASS.test(className));
}

function readElement(node: DomNode, scan: PageScan): void {
  const name = node.name ?? "";
  if (name === "script") scan.scripts += 1;
  if (name === "form" || name === "iframe") scan.hasFormOrFrame = true;
  if (name === "input" && node.attribs?.type?.toLowerCase() === "password") scan.asksPassword = true;
  scan.hasCaptchaWidget ||= Object.values(node.attribs ?? {}).some((value) => CAPTCHA_WIDGET.test(value));
  if (name === "title" && scan.title === "") scan.title = textInside(node, NOTICE_CHARS).slice(0, NOTICE_CHARS);
  const isHeading = HEADINGS.has(name);
  if (scan.placesRead >= MAX_PLACES || !(isHeading || isNoticePlace(node))) return;
  scan.placesRead += 1;
  const text = textInside(node, NOTICE_CHARS);
  if (isHeading) scan.headings.push(text.slice(0, NOTICE_CHARS));
  if (text.length <= NOTICE_CHARS) scan.notices.push(text);
}

/** Reads a page once, in time linear in its size. `visibleText` stops growing at `maxTextChars`. */
export function scanPage(html: string, maxTextChars: number): PageScan {
  const scan: PageScan = {
    title: "",
    visibleText: "",
    headings: [],
    notices: [],
    scripts: 0,
    asksPassword: false,
    hasCaptchaWidget: false,
    hasFormOrFrame: false,
    placesRead: 0,
  };
  const stack: DomNode[] = [...loadPage(html).root().toArray()];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === "text") {
      const text = scan.visibleText.length < maxTextChars ? collapse(node.data ?? "") : "";
      if (text !== "") scan.visibleText += `${scan.visibleText === "" ? "" : " "}${text}`;
      continue;
    }
    readElement(node, scan);
    if (!HIDDEN.has(node.name ?? "")) pushChildren(stack, node);
  }
  scan.visibleText = scan.visibleText.slice(0, maxTextChars);
  return scan;
}
