import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answer, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { aClient } from "@/lib/adapters/http/fixtures/test-client";
import type { CrawlItem } from "../source-adapter";
import { demoAdapter, demoConfig, stableDemoUrl } from "./demo-adapter";

test("a dated address loses its day, any other stays", () => {
  expect(stableDemoUrl("http://127.0.0.1:1/d/2026-01-13/jobs/x?a=1")).toBe("http://127.0.0.1:1/jobs/x?a=1");
  expect(stableDemoUrl("http://127.0.0.1:1/jobs/x")).toBe("http://127.0.0.1:1/jobs/x");
});

test("a day of a board is crawled by sitemap and listing; what robots.txt disallows is a named failure", async () => {
  const advert = readFileSync(new URL("fixtures/advert.html", import.meta.url));
  const server = await startServer({
    "/robots.txt": answer("User-agent: *\nDisallow: /d/*/private/", { "content-type": "text/plain" }),
    "/d/2026-01-13/sitemap.xml": answer("<urlset><url><loc>/d/2026-01-13/jobs/a</loc></url></urlset>", {
      "content-type": "application/xml",
    }),
    "/d/2026-01-13/jobs": answer(
      '<html><body><a href="/d/2026-01-13/jobs/a">A</a><a href="/d/2026-01-13/private/b">B</a></body></html>',
    ),
    "/d/2026-01-13/jobs/a": answer(advert),
  });
  const items: CrawlItem[] = [];
  const context = {
    client: aClient(server.origin).client,
    now: () => new Date(0),
    findValidators: () => Promise.resolve(null),
  };
  for await (const item of demoAdapter.crawl(context, demoConfig(server.origin, "2026-01-13"))) items.push(item);
  await server.close();
  expect(items).toMatchObject([
    { kind: "document", listingUrl: `${server.origin}/jobs/a` },
    { kind: "failure", failure: "disallowed", listingUrl: `${server.origin}/private/b` },
    { kind: "finished", complete: true, seen: 2 },
  ]);
});
