import { expect, test } from "vitest";
import { sourceConfig } from "@/lib/adapters/sources/source-config";
import { checkSource } from "./check-source";
import { entryOfForm, formOfConfig } from "./source-form";

const config = sourceConfig.parse({
  id: "town-hall",
  name: "Town hall",
  adapter: "jsonld",
  startUrls: ["https://jobs.example.org/sitemap.xml", "https://jobs.example.org/more"],
  limits: { maxRedirects: 2 },
  attribution: { text: "Town hall", url: "https://example.org/" },
  politeness: { minIntervalMs: 3000, globalPerSecond: 1 },
  params: { detailPaths: ["/jobs/*"] },
});
const form = formOfConfig(config);

test("a stored source comes back from its form unchanged, with what the form does not show", () => {
  const read = entryOfForm(form, config);
  expect(read.ok && sourceConfig.parse(read.entry)).toEqual(config);
});

test("lines are trimmed, empty ones left out, and empty fields are defaults", () => {
  const read = entryOfForm(
    { ...form, startUrls: " https://a.example/ \r\n\n", cadenceMinutes: " ", userAgent: " ", contact: "" },
    null,
  );
  expect(read).toMatchObject({ ok: true, entry: { startUrls: ["https://a.example/"] } });
  expect(read.ok && sourceConfig.parse(read.entry)).toMatchObject({
    cadenceMinutes: 1440,
    limits: { maxRedirects: 5 },
  });
});

test("what was typed wrong is refused at its own path", () => {
  const read = entryOfForm({ ...form, minIntervalMs: "soon", startUrls: "nowhere", id: "Town Hall" }, config);
  const checked = checkSource(read.ok ? read.entry : null);
  expect(checked.ok ? [] : checked.mistakes.map(({ path }) => path).sort()).toEqual([
    "id",
    "politeness.minIntervalMs",
    "startUrls.0",
  ]);
});

test("parameters that are no JSON are a mistake of the parameters, and no JSON at all is none", () => {
  expect(entryOfForm({ ...form, params: "{" }, config)).toMatchObject({ ok: false, mistakes: [{ path: "params" }] });
  expect(entryOfForm({ ...form, params: " " }, config)).toMatchObject({ ok: true, entry: { params: {} } });
  const list = entryOfForm({ ...form, params: "[1]" }, config);
  const checked = checkSource(list.ok ? list.entry : null);
  expect(checked).toMatchObject({ ok: false, mistakes: [{ path: "params" }] });
});

test("the browser and the model are opt-in", () => {
  const on = entryOfForm({ ...form, browser: true, waitFor: ".job", llmFallback: true }, config);
  expect(on.ok && sourceConfig.parse(on.entry)).toMatchObject({
    fetch: { browser: true, waitFor: ".job" },
    fallback: "llm",
  });
  expect(form).toMatchObject({ browser: false, llmFallback: false });
});
