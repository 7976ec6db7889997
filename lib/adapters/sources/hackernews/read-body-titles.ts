import { JOB_NOUN } from "./headline-words";

const MAX_LINES = 60;
const MAX_TITLES = 4;
const ROLE_LINE = /^[\s*•·>–—\-+#\d.)]*((?:[A-Z0-9]|iOS\b)[^.!?:;|]{2,70}?)(?:\s*[:|–—(\-;].*)?$/;
/** What a team asks for in prose, up to the noun that names the job. */
const WANTED =
  /\b(?:looking for|hiring(?: for)?|seeking|searching for|need|want|recruiting)\s+(?:(?:an?|our|the|first|next|several|some|multiple|two|three|more|talented|experienced|great|exceptional|strong|passionate|smart|new)\s+)*((?:[\w+#./&-]+\s+){0,4}[\w+#./-]*)/gi;
const FILLER = /\b(?:we|you|your|our|they|who|will|is|are|have|has|join|apply|email|contact|please|with)\b/i;

function ofLine(line: string): string | null {
  const title = line.length > 160 ? undefined : ROLE_LINE.exec(line)?.[1]?.trim();
  if (title === undefined || !JOB_NOUN.test(title) || FILLER.test(title)) return null;
  return title.split(/\s+/).length <= 9 ? title : null;
}

function ofProse(text: string): string | null {
  for (const match of text.slice(0, 4000).matchAll(WANTED)) {
    const words = match[1] ?? "";
    const noun = JOB_NOUN.exec(words);
    const title = noun === null ? "" : words.slice(0, noun.index + noun[0].length).trim();
    if (title !== "" && !FILLER.test(title)) return title;
  }
  return null;
}

/** The jobs that the lines below a header name, else the one that its prose asks for; empty where neither does. */
export function readBodyTitles(lines: readonly string[]): string[] {
  const listed = [...new Set(lines.slice(0, MAX_LINES).flatMap((line) => ofLine(line) ?? []))];
  if (listed.length > 0) return listed.slice(0, MAX_TITLES);
  const wanted = ofProse(lines.slice(0, MAX_LINES).join("\n"));
  return wanted === null ? [] : [wanted];
}
