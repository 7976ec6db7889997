import type { PageQuery } from "../parsing/open-page";

/** Begins what the board appends to every text: pay (mostly its own estimate), benefits as icons, the place once more. */
const APPENDED = /#Salary\s+and\s+compensation\b|#Location\s*(?:\\n|<br)/u;
const CALL = /\s*Apply now and work remotely at [^\n]{1,200}$/u;

/** The texts that the rows of a list unfold to, as markup by advert id: the data inside a row holds only their beginning. */
export function readShownTexts($: PageQuery): ReadonlyMap<string, string> {
  const texts = $("tr.expand[data-id]")
    .toArray()
    .flatMap((row): [string, string][] => {
      const shown = $(row).find(".markdown, .html");
      const html = (shown.length > 0 ? shown : $(row).find("[itemprop=description]")).first().html() ?? "";
      const end = APPENDED.exec(html)?.index ?? html.length;
      // Older rows spell their line ends out.
      const text = html
        .slice(0, end)
        .replaceAll(/(?:\\r)?\\n/gu, "<br>")
        .trim();
      const id = $(row).attr("data-id");
      return id === undefined || text === "" ? [] : [[id, text]];
    });
  return new Map(texts);
}

/** The beginning of a text as a row's data holds it, without the board's own call to apply. */
export function withoutCall(text: string): string {
  return text.replace(CALL, "");
}
