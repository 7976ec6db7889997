/** Names of U+00A0 … U+00FF in order, from the HTML standard. */
const LATIN1_NAMES =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

const NAMED = new Map<string, string>(
  LATIN1_NAMES.split(" ").map((name, index) => [name, String.fromCharCode(0xa0 + index)]),
);
const OTHERS: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  sbquo: "‚",
  ldquo: "“",
  rdquo: "”",
  bdquo: "„",
  bull: "•",
  hellip: "…",
  euro: "€",
  trade: "™",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  zwnj: "",
  zwj: "",
  lrm: "",
  rlm: "",
  dagger: "†",
  permil: "‰",
  lsaquo: "‹",
  rsaquo: "›",
  larr: "←",
  rarr: "→",
  minus: "−",
  le: "≤",
  ge: "≥",
  ne: "≠",
  check: "✓",
  star: "☆",
  starf: "★",
  squf: "▪",
  cir: "○",
  OElig: "Œ",
  oelig: "œ",
  Scaron: "Š",
  scaron: "š",
  NewLine: "\n",
  Tab: "\t",
  colon: ":",
  semi: ";",
  comma: ",",
  period: ".",
  excl: "!",
  quest: "?",
  lpar: "(",
  rpar: ")",
  sol: "/",
  num: "#",
  plus: "+",
  percnt: "%",
  commat: "@",
  dollar: "$",
  lowbar: "_",
  ast: "*",
  hyphen: "‐",
  dash: "‐",
  vert: "|",
};
for (const [name, sign] of Object.entries(OTHERS)) NAMED.set(name, sign);

function fromCode(code: number): string {
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : "\ufffd";
}

/** The text with its HTML character references resolved once. Unknown names, and names without a semicolon, stay. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,9});/gu, (whole) => {
    const name = whole.slice(1, -1);
    if (!name.startsWith("#")) return NAMED.get(name) ?? whole;
    const isHex = /^#x/iu.test(name);
    return fromCode(Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10));
  });
}
