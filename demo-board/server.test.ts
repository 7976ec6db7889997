import { request } from "node:http";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { boardOn } from "./board-on";
import { demoCrawlDays } from "./calendar";
import { buildHistory } from "./history";
import { DEMO_NOTICE } from "./html-document";
import { PAGE_SHAPES, shapeOf } from "./job-posting-data";
import { loadDemoContent } from "./load-content";
import { type DemoBoard, startDemoBoard } from "./server";
import { PRIVATE_PAGE, TRAP_PAGES } from "./trap-pages";

const ANCHOR = "2026-11-21";
const history = buildHistory(loadDemoContent(), { anchor: ANCHOR });
const today = boardOn(history, ANCHOR);

let board: DemoBoard;
beforeAll(async () => {
  board = await startDemoBoard({ anchor: ANCHOR });
});
afterAll(async () => {
  await board.close();
});

type Reply = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer };

/** A bare request: nothing is followed, decoded or cached. */
function get(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(board.origin + path, { headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
      });
    });
    sent.on("error", reject).end();
  });
}

async function text(path: string): Promise<string> {
  return (await get(path)).body.toString("utf8");
}

const SCRIPT = /<script type="application\/ld\+json">(.*?)<\/script>/gs;
const postingSchema = z.object({
  title: z.string().min(1),
  description: z.string().min(900),
  identifier: z.object({ value: z.string() }),
  url: z.url(),
  datePosted: z.iso.date(),
  validThrough: z.iso.datetime().optional(),
  hiringOrganization: z.union([z.string(), z.object({ name: z.string() })]),
  inLanguage: z.enum(["es", "en"]),
});

function postingsIn(html: string): z.infer<typeof postingSchema>[] {
  const values = [...html.matchAll(SCRIPT)].map((match): unknown => JSON.parse(match[1] ?? ""));
  return values.flatMap(nodesOf).flatMap((node) => {
    const isPosting = JSON.stringify(z.object({ "@type": z.unknown() }).parse(node)).includes("JobPosting");
    return isPosting ? [postingSchema.parse(node)] : [];
  });
}

function nodesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  const graph = z.object({ "@graph": z.array(z.unknown()) }).safeParse(value);
  return graph.success ? graph.data["@graph"] : [value];
}

function trapPath(slug: string): string {
  return `/d/${ANCHOR}/jobs/${slug}`;
}

function outcomes(...kinds: string[]): string[] {
  return TRAP_PAGES.filter((trap) => kinds.includes(trap.outcome)).map((trap) => trap.slug);
}

describe("the board's pages", () => {
  it("give for every open advert valid JSON-LD with the advert's own id, in all eight forms", async () => {
    for (const item of today.open) {
      const html = await text(trapPath(item.advert.slug));
      const [posting, ...others] = postingsIn(html);
      expect(others).toEqual([]);
      expect(posting?.identifier.value).toBe(item.advert.id);
      expect(posting?.title).toBe(item.advert.title);
      expect(posting?.url).toBe(`${board.origin}/jobs/${item.advert.slug}`);
      expect(html).toContain(`<link rel="canonical" href="${board.origin}/jobs/${item.advert.slug}">`);
      expect(html).toContain(`<html lang="${item.advert.lang}">`);
      expect(html).toContain(DEMO_NOTICE[item.advert.lang]);
    }
    expect(new Set(today.open.map(shapeOf)).size).toBe(PAGE_SHAPES.length);
  });

  it("list every open advert, every trap and the forbidden page once, over linked pages", async () => {
    const found: string[] = [];
    let next: string | undefined = `/d/${ANCHOR}/jobs`;
    while (next !== undefined) {
      const html = await text(next);
      expect(html).toContain(DEMO_NOTICE.es);
      found.push(...[...html.matchAll(/<li><a href="([^"]+)"/g)].map((match) => match[1] ?? ""));
      next = /<link rel="next" href="([^"]+)">/.exec(html)?.[1];
    }
    const expected = [
      ...today.open.map((item) => trapPath(item.advert.slug)),
      ...TRAP_PAGES.map((trap) => trapPath(trap.slug)),
      `/d/${ANCHOR}/private/${PRIVATE_PAGE.slug}`,
    ];
    expect([...found].sort()).toEqual(expected.sort());
  });

  it("say in the sitemap when each page changed last", async () => {
    const xml = await text(`/d/${ANCHOR}/sitemap.xml`);
    expect(xml.match(/<lastmod>\d{4}-\d{2}-\d{2}<\/lastmod>/g)).toHaveLength(today.open.length + TRAP_PAGES.length + 1);
    expect(xml).toContain(`<loc>${board.origin}${trapPath(today.open[0]?.advert.slug ?? "")}</loc>`);
  });

  it("forbid one path in robots.txt and name a sitemap there", async () => {
    const robots = await text("/robots.txt");
    expect(robots.match(/^Disallow: .*$/gm)).toEqual(["Disallow: /d/*/private/"]);
    expect(robots).toContain(`Sitemap: ${board.origin}/d/${ANCHOR}/sitemap.xml`);
    expect(robots).not.toContain("Crawl-delay");
  });

  it("explain the board at its front door and link all crawl days", async () => {
    const html = await text("/");
    for (const day of demoCrawlDays(ANCHOR)) expect(html).toContain(`href="/d/${day}/"`);
    expect(html).toContain(DEMO_NOTICE.en);
  });

  it("keep Spanish accents whole", async () => {
    const item = today.open.find(({ advert }) => advert.lang === "es" && /ó/.test(advert.versions[0].body));
    const reply = await get(trapPath(item?.advert.slug ?? ""));
    expect(reply.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(new TextDecoder("utf-8", { fatal: true }).decode(reply.body)).toContain("ó");
  });

  it("allow no script to run in a browser", async () => {
    const { headers } = await get(trapPath("trap-markup"));
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
  });
});

describe("an advert over time", () => {
  it("is not there before it is published and gone after it has closed", async () => {
    const closed = history.adverts.find((advert) => advert.closesOn < ANCHOR && advert.publishedOn > history.firstDay);
    const slug = closed?.slug ?? "";
    expect((await get(`/d/${history.firstDay}/jobs/${slug}`)).status).toBe(404);
    expect((await get(`/d/${closed?.publishedOn ?? ""}/jobs/${slug}`)).status).toBe(200);
    const gone = await get(`/jobs/${slug}`);
    expect(gone.status).toBe(410);
    expect(gone.body.toString("utf8")).toMatch(/ya no está disponible|no longer available/);
  });

  it("has the same bytes on two days without a change, and under its canonical address", async () => {
    const item = today.open.find(({ advert }) => advert.versions.length === 1 && advert.publishedOn < "2026-10-21");
    const slug = item?.advert.slug ?? "";
    const early = await get(`/d/2026-10-21/jobs/${slug}`);
    const late = await get(trapPath(slug));
    const canonical = await get(`/jobs/${slug}`);
    expect(early.status).toBe(200);
    expect(early.headers.etag).toBe(late.headers.etag);
    expect(canonical.body.equals(late.body)).toBe(true);
  });

  it("shows the version of each day", async () => {
    const advert = history.adverts.find(({ versions }) => versions.at(1)?.change === "text");
    const [first, second] = advert?.versions ?? [];
    const before = await get(`/d/${first?.from ?? ""}/jobs/${advert?.slug ?? ""}`);
    const after = await get(`/d/${second?.from ?? ""}/jobs/${advert?.slug ?? ""}`);
    expect(before.headers.etag).not.toBe(after.headers.etag);
    expect(after.headers["last-modified"]).toBe(new Date(`${second?.from ?? ""}T00:00:00Z`).toUTCString());
  });
});

describe("conditional requests", () => {
  const path = trapPath(today.open[0]?.advert.slug ?? "");

  it("get 304 without a body for the same ETag, alone or in a list", async () => {
    const { headers } = await get(path);
    const etag = String(headers.etag);
    for (const tag of [etag, `"other", ${etag}`, `W/${etag}`, "*"]) {
      const reply = await get(path, { "if-none-match": tag });
      expect(reply.status).toBe(304);
      expect(reply.body).toHaveLength(0);
      expect(reply.headers.etag).toBe(etag);
    }
    expect((await get(`/d/${ANCHOR}/jobs`, { "if-none-match": '"other"' })).status).toBe(200);
  });

  it("get 304 for a date not before the last change, unless an ETag says otherwise", async () => {
    const modified = String((await get(path)).headers["last-modified"]);
    expect((await get(path, { "if-modified-since": modified })).status).toBe(304);
    expect((await get(path, { "if-modified-since": "Thu, 01 Jan 2015 00:00:00 GMT" })).status).toBe(200);
    expect((await get(path, { "if-modified-since": "soon" })).status).toBe(200);
    expect((await get(path, { "if-modified-since": modified, "if-none-match": '"other"' })).status).toBe(200);
  });
});

describe("paths and methods that are not served", () => {
  it.each(["/d/2026-02-30/jobs", "/d/1999-01-01/jobs", "/d/2026-11-22/jobs", "/d/x/jobs", "/nothing", "/jobs/nothing"])(
    "%s is not found",
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it.each(["0", "-1", "1.5", "9999", "x", ""])("page %s of the listing is not found", async (page) => {
    expect((await get(`/d/${ANCHOR}/jobs?page=${page}`)).status).toBe(404);
  });

  it("answers HEAD without a body, leads a bare day to its listing, refuses other methods", async () => {
    const head = await get("/", {}, "HEAD");
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect((await get(`/d/${ANCHOR}/`)).headers.location).toBe(`/d/${ANCHOR}/jobs`);
    expect((await get("/", {}, "POST")).status).toBe(405);
  });

  it("keeps a record of what was asked", async () => {
    await get("/nowhere");
    expect(board.requests.at(-1)).toMatchObject({ path: "/nowhere", status: 404 });
  });

  it("does not start for an anchor that is not a day, or on a port that is taken", async () => {
    await expect(startDemoBoard({ anchor: "yesterday" })).rejects.toThrow(RangeError);
    const port = Number(new URL(board.origin).port);
    await expect(startDemoBoard({ anchor: ANCHOR, port })).rejects.toThrow(/EADDRINUSE/);
  });
});

describe("the pages that go wrong on purpose", () => {
  it("answer with the status of their outcome", async () => {
    const statuses = new Map<string, number>();
    for (const trap of TRAP_PAGES) statuses.set(trap.slug, (await get(trapPath(trap.slug))).status);
    for (const slug of outcomes("refused")) expect([200, 302]).toContain(statuses.get(slug));
    for (const slug of outcomes("posting", "broken", "rejected", "blocked", "expired"))
      expect(statuses.get(slug)).toBe(200);
    expect(statuses.get("trap-server-error")).toBe(500);
    expect(statuses.get("trap-not-found")).toBe(404);
  });

  it("carry no readable posting where they must fail, and one where they must not", async () => {
    const truncated = await text(trapPath("trap-truncated-data"));
    expect(() => postingsIn(truncated)).toThrow(SyntaxError);
    const untitled = await text(trapPath("trap-untitled"));
    expect(untitled).toContain('"@type":"JobPosting"');
    expect(untitled).not.toMatch(/"title"|<h1>/);
    for (const slug of ["trap-login-wall", "trap-expired", "trap-empty"]) {
      expect(await text(trapPath(slug))).not.toContain("JobPosting");
    }
    for (const slug of outcomes("posting")) expect(await text(trapPath(slug))).toContain('"@type":"JobPosting"');
  });

  it("ask for a password or say that the job is gone", async () => {
    expect(await text(trapPath("trap-login-wall"))).toContain('type="password"');
    expect(await text(trapPath("trap-expired"))).toContain("This job is no longer available.");
  });

  it("carry script payloads and nesting twenty thousand deep", async () => {
    const markup = await text(trapPath("trap-markup"));
    for (const payload of ["onerror=", "javascript:", "\\u003cscript", "onbegin", "srcdoc"])
      expect(markup).toContain(payload);
    expect((await text(trapPath("trap-deep-nesting"))).match(/<div>/g)?.length).toBe(20_000);
  });

  it("use the charsets that they say, or do not", async () => {
    const honest = await get(trapPath("trap-windows-1252"));
    expect(honest.headers["content-type"]).toContain("windows-1252");
    expect(new TextDecoder("windows-1252").decode(honest.body)).toContain("Nómina");
    const lying = await get(trapPath("trap-wrong-charset"));
    expect(lying.headers["content-type"]).toContain("utf-8");
    expect(lying.body.toString("utf8")).toContain("N\uFFFDmina");
    expect(await text(trapPath("trap-mojibake"))).toContain("CoordinaciÃ³n");
  });

  it("lead to private addresses, round in circles, or blow up", async () => {
    expect((await get(trapPath("trap-private-redirect"))).headers.location).toMatch(/^http:\/\/10\.0\.0\.1\//);
    expect((await get(trapPath("trap-metadata-redirect"))).headers.location).toMatch(/^http:\/\/169\.254\.169\.254\//);
    const first = String((await get(trapPath("trap-endless-redirect"))).headers.location);
    const second = String((await get(first)).headers.location);
    expect([first, second].map((path) => path.split("?")[1])).toEqual(["step=1", "step=2"]);
    expect((await get(`${trapPath("trap-endless-redirect")}?step=x`)).headers.location).toMatch(/step=1$/);
    const bomb = await get(trapPath("trap-gzip-bomb"));
    expect(bomb.body.length).toBeLessThan(100_000);
    expect(gunzipSync(bomb.body)).toHaveLength(16_000_000);
  });

  it("stand on the forbidden path only where robots.txt says so", async () => {
    expect((await get(`/d/${ANCHOR}/private/${PRIVATE_PAGE.slug}`)).status).toBe(200);
    expect((await get(`/d/${ANCHOR}/jobs/${PRIVATE_PAGE.slug}`)).status).toBe(404);
  });
});
