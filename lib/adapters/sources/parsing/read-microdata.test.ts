import { expect, test } from "vitest";
import { openPage } from "./open-page";
import { readMicrodata } from "./read-microdata";

const read = (html: string) => {
  const $ = openPage(html);
  return $ === null ? null : readMicrodata($, "JobPosting");
};

test("nested items, repeats and the ways to state a value become one node", () => {
  const node = read(`<div itemscope itemtype="http://schema.org/JobPosting">
    <h1 itemprop="title"> Tejedora </h1><time itemprop="datePosted" datetime="2026-01-02">hoy</time>
    <meta itemprop="skills" content="lana"><meta itemprop="skills" content="telar"><meta itemprop="skills" content="hilo">
    <a itemprop="url" href="/a/1">ver</a><img itemprop="image" src="/b.png">
    <div itemprop="description"><p>Teje <b>mantas</b>.</p></div>
    <div itemprop="hiringOrganization" itemscope itemtype="http://schema.org/Organization"><span itemprop="name">Telar</span></div>
    <ol itemscope itemtype="http://schema.org/BreadcrumbList"><li itemprop="name">Otra cosa</li></ol></div>`);
  expect(node).toEqual({
    "@type": "http://schema.org/JobPosting",
    title: "Tejedora",
    datePosted: "2026-01-02",
    skills: ["lana", "telar", "hilo"],
    url: "/a/1",
    image: "/b.png",
    description: "<p>Teje <b>mantas</b>.</p>",
    hiringOrganization: { "@type": "http://schema.org/Organization", name: "Telar" },
  });
});

test("a page without such an item has none, and hostile nesting ends", () => {
  expect(read("<p>nada</p>")).toBeNull();
  const deep = '<div itemprop="a" itemscope>'.repeat(60);
  expect(read(`<div itemscope itemtype="https://schema.org/JobPosting">${deep}`)).toMatchObject({ a: {} });
});
