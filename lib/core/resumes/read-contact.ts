import { namesTitle } from "./career-words";
import type { ReadValue } from "./position-header";
import type { ResumeLine } from "./resume-lines";
import { sectionOf } from "./resume-sections";

/** Who the résumé is about and how to reach them, each with the words it was read from. */
export type ContactReading = {
  name: ReadValue | null;
  email: ReadValue | null;
  phone: ReadValue | null;
  links: ReadValue[];
};

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24}/u;
const PHONE =
  /(?<![\p{L}\p{N}/.-])(?:\+\s?\d{1,3}[\s.-]?)?(?:\(\+?\d{1,4}\)[\s.-]?)?\d{1,4}(?:[\s.-]?\d{2,5}){1,5}(?![\p{L}\p{N}/@-])/gu;
const LINK =
  /(?:https?:\/\/|www\.)[^\s<>()[\]|"']{3,200}|(?<![\p{L}\p{N}@./-])(?:[a-z0-9-]{1,40}\.)?(?:linkedin|github|gitlab|bitbucket|dribbble|medium|indeed|stackoverflow|kaggle|twitter|x)\.com\/[^\s<>()[\]|"']{2,150}|(?<![\p{L}\p{N}@./-])[a-z0-9-]{2,40}\.(?:dev|io|me|blog)(?:\/[^\s<>()[\]|"']{0,100})?(?![\p{L}\p{N}@])/giu;
const PROFILE_SITE =
  /(?:linkedin\.com\/in|github\.com|gitlab\.com|behance\.net|dribbble\.com|stackoverflow\.com\/users)\/[^/]+\/?$/i;
const NOT_A_NAME =
  /^(?:curriculum|resume|résumé|cv\b|hoja de vida|currículum|page|página|name|nombre|email|phone|tel|address|dirección|confidential)/i;
const NAME_WORD = /^(?:\p{Lu}[\p{L}'’.-]*|de|del|la|las|los|da|dos|van|von|der|y|bin|al)$/u;
const CONTACT_LINES = 15;
const HEADER_LINES = 8;

function firstMatch(lines: readonly ResumeLine[], pattern: RegExp, confidence: number): ReadValue | null {
  for (const line of lines) {
    const match = pattern.exec(line.text);
    if (match)
      return {
        value: match[0],
        start: line.start + match.index,
        end: line.start + match.index + match[0].length,
        confidence,
      };
  }
  return null;
}

function isPhone(text: string): boolean {
  const digits = text.replaceAll(/\D/g, "").length;
  const looksLikeYears = /^\s*(?:19|20)\d{2}\s*[-–. ]\s*(?:(?:19|20)\d{2}|\d{1,2}(?:[-. ]\d{1,2})?)\s*$/.test(text);
  return digits >= 7 && digits <= 15 && !looksLikeYears;
}

/** A labelled number anywhere wins over a bare one near the top. */
function readPhone(lines: readonly ResumeLine[]): ReadValue | null {
  const found = lines.flatMap((line, index) =>
    [...line.text.matchAll(PHONE)]
      .filter((match) => isPhone(match[0]))
      .map((match) => {
        const label = /(?:tel|phone|mobile|cell|cel|móvil|movil|whatsapp|teléfono|telefono)[\p{L}.]*\s*:?\s*$/iu.test(
          line.text.slice(0, match.index),
        );
        return {
          value: match[0],
          start: line.start + match.index,
          end: line.start + match.index + match[0].length,
          confidence: label ? 0.95 : 0.8,
          isNear: label || index < CONTACT_LINES,
        };
      }),
  );
  const best = found.find((phone) => phone.confidence > 0.9) ?? found.find((phone) => phone.isNear);
  return best ? { value: best.value, start: best.start, end: best.end, confidence: best.confidence } : null;
}

/** Any address in the header is the person's own; further down only one on a site for profiles is. */
function readLinks(header: readonly ResumeLine[], all: readonly ResumeLine[]): ReadValue[] {
  const found = all.flatMap((line) =>
    [...line.text.matchAll(LINK)].map((match) => {
      const value = match[0].replace(/[.,;:*_]+$/, "");
      return { value, start: line.start + match.index, end: line.start + match.index + value.length, confidence: 0.9 };
    }),
  );
  const isOwn = (link: ReadValue) =>
    PROFILE_SITE.test(link.value) || header.some((line) => line.start <= link.start && link.end <= line.end);
  const own = found.filter(isOwn);
  return own
    .filter((link, index) => own.findIndex((other) => other.value.toLowerCase() === link.value.toLowerCase()) === index)
    .slice(0, 10);
}

/** Up to the first mark that ends a name on a line shared with other things ("Ana Ruiz | Enfermera"). */
function namePart(text: string): string {
  return (text.split(/\s*[|•·\t,(@]|\s[-–—]\s|\s{3,}/u)[0] ?? "").trim();
}

function isName(text: string): boolean {
  const words = text.split(/\s+/);
  if (words.length < 2 || words.length > 6 || text.length > 60 || /\d/.test(text) || NOT_A_NAME.test(text))
    return false;
  return words.every((word) => NAME_WORD.test(word)) && !namesTitle(text) && sectionOf(text) === null;
}

function readName(lines: readonly ResumeLine[]): ReadValue | null {
  for (const [index, line] of lines.slice(0, HEADER_LINES).entries()) {
    const label = /^(?:full name|name|nombre completo|nombres? y apellidos?|nombre)\s*:\s*/i.exec(line.text)?.[0] ?? "";
    const value = namePart(line.text.slice(label.length));
    if (!isName(value)) continue;
    const start = line.start + label.length + line.text.slice(label.length).indexOf(value);
    return { value, start, end: start + value.length, confidence: label !== "" || index === 0 ? 0.95 : 0.7 };
  }
  return null;
}

/** Reads contact data: the name from the first lines, the rest from `header` first and then from the whole résumé. */
export function readContact(header: readonly ResumeLine[], all: readonly ResumeLine[]): ContactReading {
  return {
    name: readName(all),
    email: firstMatch(all, EMAIL, 0.98),
    phone: readPhone(all),
    links: readLinks(header, all),
  };
}
