import type { JsonObject } from "./job-posting-data";

/** A title that tries to run a script wherever it is shown unescaped. */
export const HOSTILE_TITLE = `Cook <script>alert("title")</script>"><img src=x onerror=alert(1)>`;

/** A description full of payloads around one harmless sentence, which a reader should still get. */
export const HOSTILE_DESCRIPTION = [
  "<p>Cooks lunch for eighty people at a school.</p>",
  "<script>document.title='owned'</script>",
  "<img src=x onerror=\"fetch('/owned')\">",
  '<a href="javascript:alert(1)">Apply here</a>',
  '<a href="&#106;avascript&colon;alert(1)">Apply there</a>',
  '<a href="java\tscript:alert(1)">Apply anywhere</a>',
  '<svg><animate onbegin="alert(1)" attributeName="x"></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror="alert(1)"></style></mglyph></table></mtext></math>',
  '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>',
  '<p style="position:fixed;inset:0;background:url(javascript:alert(1))">Requirements: food handling certificate.</p>',
  "<p>&lt;script&gt;alert('entity')&lt;/script&gt; &amp;lt;img src=x onerror=alert(1)&amp;gt; &#x202e;drawkcab&#x202c; &#0; &#xD800;</p>",
  "<form action=/owned><input name=password type=password autofocus onfocus=alert(1)></form>",
  "</script><script>alert('closed early')</script>",
  "<!--><script>alert('comment')</script>-->",
].join("\n");

const DEPTH = 20_000;

/** One sentence below twenty thousand unclosed elements: recursion without a limit overflows here. */
export const DEEP_DESCRIPTION = `<p>Surveys galleries underground.</p>${"<div>".repeat(DEPTH)}<p>Requires a head for depth.</p>`;

/** The fields of a trap page's posting that differ from the usual ones. */
export type TrapFields = {
  id: string;
  title?: string;
  description: string;
  lang?: "es" | "en";
  [field: string]: unknown;
};

/** The JSON-LD of a trap page; a field that is left out is missing from it. */
export function trapPosting({ id, title, description, lang = "en", ...more }: TrapFields): JsonObject {
  return {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    ...(title === undefined ? {} : { title }),
    description,
    identifier: { "@type": "PropertyValue", name: "Atalaya demo board", value: `DEMO-${id}` },
    hiringOrganization: { "@type": "Organization", name: "Trampas y Cía. (demo)" },
    jobLocation: {
      "@type": "Place",
      address: { "@type": "PostalAddress", addressLocality: "Bogotá", addressCountry: "CO" },
    },
    inLanguage: lang,
    ...more,
  };
}
