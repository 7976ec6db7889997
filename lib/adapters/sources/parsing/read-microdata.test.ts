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

test("a value that is stated over and over is one list, and values inside each other are read up to a bound", () => {
  const skills = '<i itemprop="skills">x</i>'.repeat(5_000);
  expect(read(`<div itemscope itemtype="https://schema.org/JobPosting">${skills}</div>`)?.skills).toHaveLength(5_000);
  const nested = `${'<b itemprop="skills">'.repeat(300)}${"x".repeat(100_000)}${"</b>".repeat(300)}`;
  const node = read(`<div itemscope itemtype="https://schema.org/JobPosting">${nested}</div>`);
  const values = Array.isArray(node?.skills) ? node.skills.filter((value) => value !== "") : [];
  expect(values.length).toBe(80);
});
