import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

export type HostileRequest = { path: string; at: number; open: number; userAgent: string };

export type HostileBoard = {
  origin: string;
  /** Every request in order of arrival, with how many were open at that moment, by the server's own clock. */
  log: HostileRequest[];
  /** Addresses of all adverts that any page of the list has named. */
  offered: Set<string>;
  /** When it told a client to wait, and for how long, in milliseconds. */
  rests: { at: number; ms: number }[];
  close: () => Promise<void>;
};

type Answer = (request: IncomingMessage, response: ServerResponse, seen: number) => void;

const HTML = "text/html; charset=utf-8";
const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const page = (title: string, body: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;

/** What a well-meaning advert says. */
function posting(id: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    "@type": "JobPosting",
    identifier: { value: id },
    title: `Warehouse clerk ${id}`,
    hiringOrganization: { name: "Invented Harbour Stores" },
    jobLocation: { address: { addressLocality: "Leeds", addressCountry: "GB" } },
    datePosted: "2026-11-01",
    description: `<p>Counting and moving goods for order ${id}. You bring care and a forklift licence.</p>`,
    ...changes,
  };
}

const advert = (id: string, changes: Record<string, unknown> = {}) =>
  page(`Job ${id}`, `<h1>${id}</h1>${ld(posting(id, changes))}`);

function send(body: string | Uint8Array, headers: Record<string, string> = {}, status = 200): Answer {
  return (_request, response) => {
    response.writeHead(status, { "content-type": HTML, ...headers });
    response.end(body);
  };
}

const redirect = (location: string): Answer => send("", { location }, 302);

/** Says no so many times before it answers. */
function after(times: number, no: Answer, then: Answer): Answer {
  return (request, response, seen) => (seen <= times ? no : then)(request, response, seen);
}

const drip: Answer = (_request, response) => {
  response.writeHead(200, { "content-type": HTML });
  const timer = setInterval(() => response.write("<!-- -->"), 25);
  response.on("close", () => clearInterval(timer));
};

/** Sixty megabytes without saying so beforehand, as fast as they are taken. */
const flood: Answer = (_request, response) => {
  response.writeHead(200, { "content-type": HTML });
  const chunk = Buffer.alloc(1_000_000, "x");
  let left = 60;
  const pump = () => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(chunk)) {
        response.once("drain", pump);
        return;
      }
    }
    if (!response.destroyed) response.end();
  };
  pump();
};

const CAPTCHA = page(
  "Security check",
  '<p>Prove that you are human.</p><form><div class="g-recaptcha" data-sitekey="x"></div></form>',
);
const LOGIN = page("Sign in", '<h1>Sign in</h1><form><input name="user"><input type="password" name="pass"></form>');
const SHELL = page("", '<div id="root"></div><script src="/app.js"></script>');
const EXPIRED = page("Vacancy", "<h1>This job is no longer available</h1><p>It has been filled.</p>");
const SKEWED_NOW = Date.UTC(2035, 5, 1, 12);

/** The adverts of the board by path, in the order in which it lists them; every trick between two that behave. */
function adverts(board: { rest: (ms: number) => void; canary: string }): Map<string, Answer> {
  const ok = (id: string) => send(advert(id));
  const resting =
    (ms: number, headers: Record<string, string>): Answer =>
    (request, response, seen) => {
      board.rest(ms);
      send("slow down", headers, 429)(request, response, seen);
    };
  const tricks: [string, Answer][] = [
    ["throttled", after(1, resting(1000, { "retry-after": "1" }), ok("throttled"))],
    ["burst-a", after(2, send("", {}, 503), ok("burst-a"))],
    ["burst-b", after(1, send("", {}, 503), ok("burst-b"))],
    ["down", send("", {}, 503)],
    ["drip", drip],
    ["endless", (_request, response, seen) => redirect(`/jobs/endless?hop=${seen}`)(_request, response, seen)],
    ["circle", redirect("/jobs/circle")],
    ["to-metadata", redirect("http://169.254.169.254/latest/meta-data/")],
    ["to-other-port", redirect(`${board.canary}/internal`)],
    ["to-mapped", redirect("http://[::ffff:10.0.0.7]/")],
    ["to-file", redirect("file:///etc/passwd")],
    ["to-login", redirect("/users/sign_in?next=jobs")],
    ["bomb", send(gzipSync(Buffer.alloc(30_000_000)), { "content-encoding": "gzip" })],
    ["flood", flood],
    ["latin1-as-utf8", send(Buffer.from(advert("latin1-as-utf8", { title: "Diseñadora de páginas" }), "latin1"))],
    ["mojibake", send(advert("mojibake", { title: Buffer.from("Técnico de máquinas", "utf8").toString("latin1") }))],
    [
      "cut-off",
      send(page("Job", `<h1>cut-off</h1><script type="application/ld+json">{"@type":"JobPosting","title":"Cut o`)),
    ],
    ["array", send(page("Two jobs", ld([posting("array-1"), posting("array-2")])))],
    ["graph", send(page("Graph", ld({ "@graph": [{ "@type": "WebPage" }, posting("graph")] })))],
    ["captcha", send(CAPTCHA)],
    ["login", send(LOGIN)],
    ["private-a", ok("private-a")],
    ["private-open", ok("private-open")],
    ["private-b", ok("private-b")],
    ["skewed", send(advert("skewed", { datePosted: "2035-06-01" }), { date: new Date(SKEWED_NOW).toUTCString() })],
    [
      "skewed-rest",
      after(
        1,
        resting(1000, {
          date: new Date(SKEWED_NOW).toUTCString(),
          "retry-after": new Date(SKEWED_NOW + 1000).toUTCString(),
        }),
        ok("skewed-rest"),
      ),
    ],
    ["past", send(advert("past", { validThrough: "2026-01-31" }))],
    ["missing", send("", {}, 404)],
    ["removed", send("", {}, 410)],
    ["expired", send(EXPIRED)],
    ["shell", send(SHELL)],
    ["nothing", send("")],
    ["noise", send(Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256)))],
    ["damaged-gzip", send("this is no gzip", { "content-encoding": "gzip" })],
  ];
  const listed = tricks.flatMap(([id, answer], index): [string, Answer][] => [
    [`/jobs/${id}`, answer],
    ...(index % 2 === 0 ? [[`/jobs/plain-${index / 2 + 1}`, ok(`plain-${index / 2 + 1}`)] as [string, Answer]] : []),
  ]);
  return new Map(listed);
}

const ROBOTS = "User-agent: *\nDisallow: /jobs/private-\nAllow: /jobs/private-open\nDisallow: /*?secret=\n";
const PER_PAGE = 20;

/**
 * A board on which everything goes wrong that can, and that writes down who asked when. Its list shifts by one advert while it is
 * paged through, and its last page leads back to itself under ever new addresses.
 */
export async function startHostileBoard(canary: string): Promise<HostileBoard> {
  const log: HostileRequest[] = [];
  const offered = new Set<string>();
  const rests: HostileBoard["rests"] = [];
  const answers = adverts({ rest: (ms) => rests.push({ at: Date.now(), ms }), canary });
  const timesSeen = new Map<string, number>();
  let open = 0;
  let origin = "";

  function listPage(url: URL): string {
    const number = Number(url.searchParams.get("page") ?? 1);
    const paths = [...answers.keys()];
    // A new advert came in on top after the first page was read, so that every later page begins with one that was seen.
    const shifted = number === 1 ? paths.slice(1) : paths;
    const part = shifted.slice((number - 1) * PER_PAGE, number * PER_PAGE);
    const shown = part.length > 0 ? part : paths.slice(-3);
    for (const path of shown) offered.add(origin + path);
    const next = part.length > 0 ? `/jobs?page=${number + 1}` : `/jobs?page=${number}&again=${timesSeen.get("/jobs")}`;
    const extra = number === 2 ? [paths[0] ?? ""] : [];
    for (const path of extra) offered.add(origin + path);
    const links = [...extra, ...shown].map((path) => `<li><a href="${path}">${path}</a></li>`).join("");
    return page("All jobs", `<ul>${links}</ul><a rel="next" href="${next}">next</a>`);
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://board");
    open += 1;
    response.on("close", () => {
      open -= 1;
    });
    log.push({ path: url.pathname + url.search, at: Date.now(), open, userAgent: request.headers["user-agent"] ?? "" });
    const seen = (timesSeen.get(url.pathname) ?? 0) + 1;
    timesSeen.set(url.pathname, seen);
    if (url.pathname === "/robots.txt") send(ROBOTS, { "content-type": "text/plain" })(request, response, seen);
    else if (url.pathname === "/jobs") send(listPage(url))(request, response, seen);
    else (answers.get(url.pathname) ?? send("", {}, 404))(request, response, seen);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The hostile board has no port.");
  origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    log,
    offered,
    rests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
