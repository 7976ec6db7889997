import { expect, test } from "vitest";
import { parseFeedDate, readFeed } from "./read-feed";

test("an Atom feed is read like an RSS feed", () => {
  const xml = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><id>urn:1</id><title>Baker</title>
    <link rel="alternate" href="https://board.example/1"/><updated>2026-01-05T10:00:00Z</updated><author><name>Horno</name></author>
    <category term="bread"/><summary>Bake.</summary></entry></feed>`;
  expect(readFeed(xml)).toEqual({
    whole: true,
    items: [
      {
        title: "Baker",
        link: "https://board.example/1",
        guid: "urn:1",
        content: "Bake.",
        publishedAt: "2026-01-05T10:00:00.000Z",
        categories: ["bread"],
        author: "Horno",
        extra: expect.objectContaining({ id: "urn:1" }),
      },
    ],
  });
});

test("an RSS item keeps its full text, its author, and elements of no known vocabulary", () => {
  const xml = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item>
    <title>Baker</title><guid>1</guid><description>Short</description><content:encoded>&lt;p&gt;Long&lt;/p&gt;</content:encoded><dc:creator>Ana</dc:creator>
    <Region>Cusco</Region></item></channel></rss>`;
  expect(readFeed(xml)?.items[0]).toMatchObject({ content: "<p>Long</p>", author: "Ana", extra: { region: "Cusco" } });
});

test("what is no feed is null, and an entity bomb stays small", () => {
  expect(readFeed("<html><body>rss</body></html>")).toBeNull();
  const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss version="2.0"><channel><item><title>&b;</title></item></channel></rss>`;
  expect((readFeed(bomb)?.items[0]?.title ?? "").length).toBeLessThan(50);
});

test.each([
  ["Wed, 28 Oct 2020 21:35:29 +0000", "2020-10-28T21:35:29.000Z"],
  ["Wed, 04 Nov 2020 10:00:00 Z", "2020-11-04T10:00:00.000Z"],
  ["Wed, 04 Nov 2020 10:00:00", "2020-11-04"],
  ["soon", null],
  [undefined, null],
])("the feed date %j is %j", (value, expected) => {
  expect(parseFeedDate(value)).toBe(expected);
});
