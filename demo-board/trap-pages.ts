import { gzipSync } from "node:zlib";
import { type Answer, htmlAnswer, redirectAnswer } from "./answer";
import { escapeHtml } from "./escape-html";
import { htmlDocument, jsonLdScript } from "./html-document";
import { DEEP_DESCRIPTION, HOSTILE_DESCRIPTION, HOSTILE_TITLE, type TrapFields, trapPosting } from "./trap-content";

/** How a well-behaved crawl ends at a page: `posting` is stored, everything else is a named failure. */
export type TrapOutcome =
  | "posting"
  | "broken"
  | "rejected"
  | "unavailable"
  | "gone"
  | "blocked"
  | "expired"
  | "disallowed"
  | "refused";

export type TrapPage = {
  slug: string;
  /** What the listing calls it. */
  title: string;
  outcome: TrapOutcome;
  /** `path` is that of the request, with its query. */
  answer: (path: string) => Answer;
};

const BOMB_BYTES = 16_000_000;

function page(title: string, head: string, main: string): Answer {
  return htmlAnswer(htmlDocument({ lang: "en", title, head, main }));
}

function postingPage(fields: TrapFields, heading = true): Answer {
  const title = heading && fields.title !== undefined ? `<h1>${escapeHtml(fields.title)}</h1>\n` : "";
  return page("Vacancy", jsonLdScript(trapPosting(fields)), `${title}${fields.description}`);
}

function truncatedData(): Answer {
  const whole = jsonLdScript(trapPosting({ id: "T01", title: "Archivist", description: "<p>Keeps the records.</p>" }));
  const cut = whole.slice(0, whole.indexOf("Keeps the") + 5);
  return page("Archivist", `${cut}</script>`, "<h1>Archivist</h1>");
}

function untitled(): Answer {
  return postingPage({ id: "T02", description: "<p>A vacancy whose editor forgot the title.</p>" }, false);
}

const SPANISH =
  "<p>Administración de nómina, atención a compañeros y año fiscal. Salud y pensión desde el día uno.</p>";

/** Bytes in windows-1252; the header tells the truth or says UTF-8. */
function windowsPage(id: string, declared: string): Answer {
  const posting = jsonLdScript(trapPosting({ id, title: "Analista de Nómina", description: SPANISH, lang: "es" }));
  const html = htmlDocument({
    lang: "es",
    title: "Analista de Nómina",
    head: posting,
    main: `<h1>Analista de Nómina</h1>${SPANISH}`,
  });
  const body = Buffer.from(html.replace('<meta charset="utf-8">', `<meta charset="${declared}">`), "latin1");
  return { status: 200, headers: { "content-type": `text/html; charset=${declared}` }, body };
}

/** UTF-8 text that was read as windows-1252 and saved again, as careless exports do. */
function mojibakePage(): Answer {
  const twice = (text: string) => Buffer.from(text, "utf8").toString("latin1");
  return postingPage({ id: "T12", title: twice("Coordinación Académica"), description: twice(SPANISH), lang: "es" });
}

function loginWall(): Answer {
  const form = `<h1>Sign in to continue</h1>
<form method="post" action="/login"><label>E-mail <input name="email" type="email"></label>
<label>Password <input name="password" type="password"></label><button>Sign in</button></form>`;
  return page("Sign in", "", form);
}

function gzipBomb(): Answer {
  const body = gzipSync(Buffer.alloc(BOMB_BYTES, "<!-- -->"), { level: 9 });
  return { status: 200, headers: { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip" }, body };
}

function endlessRedirect(path: string): Answer {
  const [bare = "", query = ""] = path.split("?");
  const step = Number(new URLSearchParams(query).get("step") ?? "0");
  return redirectAnswer(`${bare}?step=${Number.isSafeInteger(step) ? step + 1 : 1}`);
}

/** The pages that go wrong on purpose, listed among the adverts of every day. Their order is that of docs/demo-board.md. */
export const TRAP_PAGES: readonly TrapPage[] = [
  { slug: "trap-truncated-data", title: "Archivist", outcome: "broken", answer: truncatedData },
  { slug: "trap-untitled", title: "(no title)", outcome: "rejected", answer: untitled },
  {
    slug: "trap-server-error",
    title: "Night Auditor",
    outcome: "unavailable",
    answer: () => htmlAnswer("<h1>500</h1>", 500),
  },
  { slug: "trap-not-found", title: "Gardener", outcome: "gone", answer: () => htmlAnswer("<h1>404</h1>", 404) },
  { slug: "trap-login-wall", title: "Translator", outcome: "blocked", answer: loginWall },
  {
    slug: "trap-expired",
    title: "Florist",
    outcome: "expired",
    answer: () => page("Florist", "", "<h1>Florist</h1>\n<p>This job is no longer available.</p>"),
  },
  {
    slug: "trap-markup",
    title: HOSTILE_TITLE,
    outcome: "posting",
    answer: () => postingPage({ id: "T07", title: HOSTILE_TITLE, description: HOSTILE_DESCRIPTION }),
  },
  {
    slug: "trap-deep-nesting",
    title: "Mine Surveyor",
    outcome: "posting",
    answer: () => postingPage({ id: "T08", title: "Mine Surveyor", description: DEEP_DESCRIPTION }),
  },
  {
    slug: "trap-nonsense-fields",
    title: "Piano Tuner",
    outcome: "posting",
    answer: () =>
      postingPage({
        id: "T09",
        title: "Piano Tuner",
        description: "<p>Tunes pianos in the concert halls of three cities.</p>",
        datePosted: "the day before yesterday",
        baseSalary: {
          "@type": "MonetaryAmount",
          currency: "GOLD",
          value: { minValue: "a lot", maxValue: -5, unitText: "AEON" },
        },
      }),
  },
  {
    slug: "trap-windows-1252",
    title: "Analista de Nómina",
    outcome: "posting",
    answer: () => windowsPage("T10", "windows-1252"),
  },
  {
    slug: "trap-wrong-charset",
    title: "Analista de Nómina II",
    outcome: "posting",
    answer: () => windowsPage("T11", "utf-8"),
  },
  { slug: "trap-mojibake", title: "Coordinación Académica", outcome: "posting", answer: mojibakePage },
  {
    slug: "trap-private-redirect",
    title: "Locksmith",
    outcome: "refused",
    answer: () => redirectAnswer("http://10.0.0.1/jobs/locksmith"),
  },
  {
    slug: "trap-metadata-redirect",
    title: "Cloud Gazer",
    outcome: "refused",
    answer: () => redirectAnswer("http://169.254.169.254/latest/meta-data/"),
  },
  { slug: "trap-endless-redirect", title: "Courier", outcome: "refused", answer: endlessRedirect },
  { slug: "trap-gzip-bomb", title: "Baker", outcome: "refused", answer: gzipBomb },
  { slug: "trap-empty", title: "Mime", outcome: "broken", answer: () => htmlAnswer("") },
];

/** The one page that robots.txt forbids; a polite crawl never asks for it. */
export const PRIVATE_PAGE: TrapPage = {
  slug: "confidential-search",
  title: "Confidential Search",
  outcome: "disallowed",
  answer: () =>
    postingPage({ id: "T18", title: "Confidential Search", description: "<p>Nobody should have read this.</p>" }),
};
