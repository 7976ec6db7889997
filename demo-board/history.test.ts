import { describe, expect, it } from "vitest";
import { hashOf } from "@/lib/core/kernel/hash";
import { boardOn, PAGE_SIZE } from "./board-on";
import { demoCrawlDays, shiftMonths } from "./calendar";
import { buildHistory } from "./history";
import type { DemoAdvert } from "./history-types";
import { loadDemoContent } from "./load-content";

const ANCHOR = "2026-11-21";
const content = loadDemoContent();
const history = buildHistory(content, { anchor: ANCHOR });
const crawls = demoCrawlDays(ANCHOR).map((day) => boardOn(history, day));
const byId = new Map(history.adverts.map((advert) => [advert.id, advert]));

function ofKind(kind: DemoAdvert["origin"]["kind"]): { copy: DemoAdvert; source: DemoAdvert }[] {
  return history.adverts.flatMap((copy) => {
    if (copy.origin.kind !== kind || copy.origin.kind === "original") return [];
    const source = byId.get(copy.origin.of);
    return source === undefined ? [] : [{ copy, source }];
  });
}

function share(crawl: number, skill: RegExp): number {
  const open = crawls[crawl]?.open ?? [];
  return open.filter((item) => skill.test(item.version.body)).length / open.length;
}

describe("the history of the demo board", () => {
  it("is the same for the same anchor and another for another seed", () => {
    expect(hashOf(buildHistory(content, { anchor: ANCHOR }))).toBe(hashOf(history));
    expect(hashOf(buildHistory(content, { anchor: ANCHOR, seed: 7 }))).not.toBe(hashOf(history));
  });

  it("refuses an anchor that is not a day", () => {
    expect(() => buildHistory(content, { anchor: "2026-02-30" })).toThrow(RangeError);
  });

  it("holds well over 450 adverts with texts of their own in the thirteen months before the anchor", () => {
    const since = shiftMonths(ANCHOR, -13);
    const recent = history.adverts.filter((advert) => advert.closesOn > since);
    expect(new Set(recent.map((advert) => advert.versions[0].body)).size).toBeGreaterThanOrEqual(450);
    expect(new Set(history.adverts.map((advert) => advert.slug)).size).toBe(history.adverts.length);
  });

  it("has 150 to 230 adverts open on each crawl day and more than 400 over all of them", () => {
    for (const board of crawls) {
      expect(board.open.length).toBeGreaterThanOrEqual(150);
      expect(board.open.length).toBeLessThanOrEqual(230);
    }
    expect(new Set(crawls.flatMap((board) => board.open.map((item) => item.advert.id))).size).toBeGreaterThan(400);
  });

  it.each(["2025-01-31", "2026-05-21", "2028-02-29"])("keeps its promises for the anchor %s", (anchor) => {
    const other = buildHistory(content, { anchor });
    for (const day of demoCrawlDays(anchor)) {
      expect(boardOn(other, day).open.length).toBeGreaterThanOrEqual(150);
      expect(boardOn(other, day).open.length).toBeLessThanOrEqual(230);
    }
  });

  it("uses every description, five currencies, both languages and adverts without stated pay", () => {
    expect(new Set(history.adverts.map((advert) => advert.descriptionKey)).size).toBe(content.descriptions.length);
    const currencies = history.adverts.map((advert) => advert.versions[0].salary?.currency ?? "none");
    expect([...new Set(currencies)].sort()).toEqual(["ARS", "COP", "EUR", "MXN", "USD", "none"]);
    const spanish = history.adverts.filter((advert) => advert.lang === "es").length / history.adverts.length;
    expect(spanish).toBeGreaterThan(0.4);
    expect(spanish).toBeLessThan(0.6);
  });

  it("publishes some adverts again after closing, under a new id and with the same last text", () => {
    const reposts = ofKind("repost");
    expect(reposts.length).toBeGreaterThan(20);
    for (const { copy, source } of reposts) {
      expect(copy.id).not.toBe(source.id);
      expect(copy.publishedOn > source.closesOn).toBe(true);
      expect(copy.versions[0].body).toBe(source.versions.at(-1)?.body);
    }
  });

  it("lists some adverts twice at the same time, by the employer or by an agency", () => {
    const duplicates = ofKind("duplicate");
    const agencyCopies = ofKind("agency-copy");
    expect(duplicates.length).toBeGreaterThan(10);
    expect(agencyCopies.length).toBeGreaterThan(10);
    for (const { copy, source } of [...duplicates, ...agencyCopies]) {
      expect(copy.versions[0].body).toBe(source.versions[0].body);
      expect(copy.publishedOn < source.closesOn).toBe(true);
    }
    expect(duplicates.every(({ copy, source }) => copy.employerKey === source.employerKey)).toBe(true);
    expect(agencyCopies.every(({ copy, source }) => copy.agency && !source.agency)).toBe(true);
  });

  it("changes adverts while they are open, each kind of change as its name says", () => {
    const kinds = new Set<string>();
    for (const { versions, closesOn } of history.adverts) {
      versions.slice(1).forEach((version, index) => {
        const before = versions[index] ?? versions[0];
        kinds.add(version.change);
        expect(version.from > before.from && version.from < closesOn && version.from <= ANCHOR).toBe(true);
        expect(version.body !== before.body).toBe(version.change === "text" || version.change === "requirement");
        expect(version.datePosted !== before.datePosted).toBe(version.change === "refreshed");
        if (version.change === "salary") expect(version.salary?.max).toBeGreaterThan(before.salary?.max ?? Infinity);
      });
    }
    expect([...kinds].sort()).toEqual(["refreshed", "requirement", "salary", "text"]);
  });

  it("shows demand for Kubernetes and LLM rising, for PHP and jQuery falling and for Excel staying", () => {
    const last = crawls.length - 1;
    expect(share(last, /\bKubernetes\b/)).toBeGreaterThan(2 * share(0, /\bKubernetes\b/));
    expect(share(last, /\bLLM\b/)).toBeGreaterThan(2 * share(0, /\bLLM\b/));
    expect(share(last, /\bRust\b/)).toBeGreaterThan(share(0, /\bRust\b/));
    expect(share(last, /\bPHP\b/)).toBeLessThan(0.6 * share(0, /\bPHP\b/));
    expect(share(last, /\bjQuery\b/)).toBeLessThan(share(0, /\bjQuery\b/));
    expect(share(last, /\bExcel\b/) / share(0, /\bExcel\b/)).toBeGreaterThan(0.6);
    expect(share(last, /\bExcel\b/) / share(0, /\bExcel\b/)).toBeLessThan(1.6);
  });

  it("fills in every name and keeps an onsite advert in a city of its employer", () => {
    for (const advert of history.adverts) {
      expect(advert.versions[0].body).not.toMatch(/\{\w+\}/);
      if (advert.workplace !== "remote") expect(advert.place.city).not.toBeNull();
    }
  });

  it("cuts the open adverts of a day into full pages, newest first", () => {
    const board = boardOn(history, ANCHOR);
    expect(board.pages.flat()).toEqual(board.open);
    expect(board.pages.slice(0, -1).every((page) => page.length === PAGE_SIZE)).toBe(true);
    const days = board.open.map((item) => item.advert.publishedOn);
    expect(days).toEqual([...days].sort().reverse());
  });
});
