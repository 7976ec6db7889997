import { load } from "cheerio/slim";
import { type DomNode, textInside } from "@/lib/adapters/http/scan-page";

const ENTITY = /&(?:[a-z]{2,31}|#\d{1,7}|#x[0-9a-f]{1,6});/i;
const TAG =
  /<\/?(?:p|br|li|ul|ol|div|span|strong|b|em|i|u|a|h[1-6]|table|tr|td|section|article|img|script|style|font|hr|pre|code|blockquote)\b[^<>]{0,2000}>/i;

/** Decodes HTML entities once, leaving tags as they are written. */
export function decodeEntities(text: string): string {
  if (!ENTITY.test(text)) return text;
  const shielded = text.replace(/</g, "&lt;");
  const [root] = load(shielded).root().toArray();
  return root === undefined ? text : rawText(root);
}

function rawText(root: DomNode): string {
  return (root.children ?? []).map((child) => child.data ?? "").join("");
}

/** A short field (title, name, place) as plain text: entities decoded up to twice, tags dropped, white space collapsed. */
export function plainField(value: unknown, maxLength = 500): string | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const decoded = decodeEntities(decodeEntities(String(value).slice(0, maxLength * 4)));
  const text = TAG.test(decoded)
    ? load(decoded)
        .root()
        .toArray()
        .map((node) => textInside(node, maxLength))
        .join(" ")
    : decoded;
  const collapsed = text.replace(/\s+/g, " ").trim().slice(0, maxLength);
  return collapsed === "" ? null : collapsed;
}

/** A long text as its source states it, with its format; one that was escaped as a whole is unescaped once. */
export function statedText(value: string): { description: string; descriptionFormat: "html" | "text" } {
  if (TAG.test(value)) return { description: value, descriptionFormat: "html" };
  const unescaped = /&lt;\s*\/?[a-z]/i.test(value) ? decodeEntities(value) : value;
  if (TAG.test(unescaped)) return { description: unescaped, descriptionFormat: "html" };
  return ENTITY.test(value)
    ? { description: decodeEntities(value), descriptionFormat: "text" }
    : { description: value, descriptionFormat: "text" };
}
