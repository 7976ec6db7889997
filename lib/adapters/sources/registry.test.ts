import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findAdapter, listAdapters, parsePage } from "./registry";

const now = new Date("2026-01-20T00:00:00Z");
const advert = readFileSync(new URL("demo/fixtures/advert.html", import.meta.url));

test("an advert of the demo board has the same id and address on every day", () => {
  const [first, second] = ["2026-01-13", "2026-01-20"].map((day) =>
    parsePage("demo", {
      body: advert,
      fetchedUrl: `http://127.0.0.1:4000/d/${day}/jobs/night-shift-forklift-operator-0042`,
      now,
    }),
  );
  expect(first).toEqual(second);
  expect(first?.[0]).toMatchObject({
    posting: {
      source: "demo",
      externalId: "demo-0042",
      url: "http://127.0.0.1:4000/jobs/night-shift-forklift-operator-0042",
      company: "Invented Freight",
      location: "Leeds, GB",
    },
  });
});

test("a dated address that somebody states loses its day too", () => {
  const [outcome] = parsePage(
    "demo",
    { body: advert, url: "http://127.0.0.1:4000/d/2026-01-13/jobs/x", now },
    "my-demo",
  );
  expect(outcome).toMatchObject({ posting: { source: "my-demo", url: "http://127.0.0.1:4000/jobs/x" } });
});

test("every adapter says what it reads and on what terms; Remote OK asks for a link back", () => {
  for (const description of listAdapters())
    expect(description.reads.length * description.terms.length).toBeGreaterThan(0);
  expect(findAdapter("remoteok")?.attribution).toEqual({ text: "Source: Remote OK", url: "https://remoteok.com/" });
  expect(findAdapter("nowhere")).toBeNull();
});

test("bytes are decoded by their own charset, and an unknown adapter is invalid input", () => {
  const body = Buffer.from(
    '<meta charset="iso-8859-1"><script type="application/ld+json">{"@type":"JobPosting","title":"Diseñadora"}</script>',
    "latin1",
  );
  expect(parsePage("jsonld", { body, now })[0]).toMatchObject({ posting: { title: "Diseñadora" } });
  expect(() => parsePage("file", { body: "", now })).toThrow('no adapter "file"');
});
