import { expect, test } from "vitest";
import { recogniseAddress } from "./recognise-address";
import { findAdapter, listAdapters } from "./registry";
import { sourceConfig } from "./source-config";

const UUID = "22222222-3333-4444-8555-666666666601";

test.each([
  [`https://jobs.ashbyhq.com/acme/${UUID}?utm_source=x#top`, "ashby-acme", "advert"],
  ["jobs.ashbyhq.com/Acme", "ashby-acme", "board"],
  [`https://jobs.ashbyhq.com/acme?ashby_jid=${UUID}`, "ashby-acme", "advert"],
  ["  https://www.job-boards.greenhouse.io/acme/jobs/42?gh_src=1  ", "greenhouse-acme", "advert"],
  ["boards.greenhouse.io/embed/job_board?for=acme", "greenhouse-acme", "board"],
  ["https://boards.greenhouse.io/acme?gh_jid=42", "greenhouse-acme", "advert"],
  [`https://jobs.lever.co/acme/${UUID}/apply?lever-source=LinkedIn`, "lever-acme", "advert"],
  ["HTTPS://JOBS.EU.LEVER.CO/acme", "lever-acme", "board"],
  ["https://acme.wd5.myworkdayjobs.com/en-US/External/job/Lima/Cook_R1?source=x", "workday-acme-external", "advert"],
  ["acme.wd5.myworkdayjobs.com/External", "workday-acme-external", "board"],
  ["https://remotive.com/remote-jobs/writing/tale-teller-800001", "remotive", "advert"],
  ["jobicy.com", "jobicy", "board"],
  ["https://remoteok.com/remote-jobs/remote-cook-900001", "remoteok", "advert"],
  ["Look at this: https://jobs.lever.co/acme.", "lever-acme", "board"],
  [`https://track.example/go?to=${encodeURIComponent(`https://jobs.lever.co/acme/${UUID}`)}`, "lever-acme", "advert"],
])("%s belongs to %s", (text, id, what) => {
  const reading = recogniseAddress(text);
  expect(reading).toMatchObject({ kind: "recognised", what, config: { id } });
  if (reading.kind !== "recognised") return;
  const config = sourceConfig.parse(reading.config);
  expect(findAdapter(config.adapter)?.params.safeParse(config.params).success).toBe(true);
});

test.each([
  [
    `https://track.example/go?to=${encodeURIComponent(`https://jobs.lever.co/acme/${UUID}?lever-source=x`)}`,
    `https://jobs.lever.co/acme/${UUID}`,
  ],
  ["https://www.getonbrd.com/jobs/programming/cook?utm_source=x", "https://www.getonbrd.com/jobs/programming/cook"],
  ["https://jobs.lever.co./acme", "https://jobs.lever.co/acme"],
  ["https://news.ycombinator.com/item?id=40000001", "https://hacker-news.firebaseio.com/v0/item/40000001.json"],
])("of %s it is %s that is asked for, and that is recognised as the same", (text, address) => {
  const reading = recogniseAddress(text);
  expect(reading).toMatchObject({ kind: "recognised", address });
  expect(recogniseAddress(address)).toEqual(reading);
});

test.each([
  [
    "https://www.acme.example/careers/cook?utm_campaign=x",
    "site-acme-example",
    "https://www.acme.example/careers/cook",
  ],
  ["https://acme.example/jobs?gh_jid=42&gh_src=x", "site-acme-example", "https://acme.example/jobs?gh_jid=42"],
  ["acme.example", "site-acme-example", "https://acme.example/"],
  ["acme.example:8443/jobs", "site-acme-example", "https://acme.example:8443/jobs"],
  ["http://93.184.216.34/jobs", "site-93-184-216-34", "http://93.184.216.34/jobs"],
  ["https://bücher.example/stellen", "site-xn-bcher-kva-example", "https://xn--bcher-kva.example/stellen"],
])("%s is some other site, to be read for its JobPosting data", (text, id, start) => {
  const reading = recogniseAddress(text);
  expect(reading).toMatchObject({ kind: "unknown", config: { id, adapter: "jsonld", startUrls: [start] } });
  if (reading.kind === "unknown") expect(sourceConfig.safeParse(reading.config).success).toBe(true);
});

test.each([
  "",
  "cook in Lima",
  "http://",
  "ftp://jobs.lever.co/acme",
  "javascript:alert(1)",
  "file:///etc/passwd",
  "mailto:jobs@acme.example",
  "jobs@acme.example",
  "https://user:secret@jobs.lever.co/acme",
  "http://localhost:3000/jobs",
  "localhost",
  "http://127.0.0.1/",
  "http://2130706433/",
  "http://0x7f.1/",
  "http://10.0.0.8/jobs",
  "http://169.254.169.254/latest/meta-data/",
  "http://[::1]/",
  "http://[::ffff:10.0.0.1]/",
  "http://printer.local/jobs",
  "http://localhost./",
  "http://jobs.internal/",
  "http://intranet/jobs",
])("%s is no address to ask", (text) => {
  const reading = recogniseAddress(text);
  expect(reading.kind).toBe("bad_address");
  expect(reading.kind === "bad_address" && reading.message).toMatch(/\w{3,}.*\.$/);
});

test("a private address that a public one carries is not followed", () => {
  expect(recogniseAddress("https://track.example/go?to=http://127.0.0.1/x")).toMatchObject({ kind: "unknown" });
});

test("any text at all has an answer", () => {
  for (const text of [
    "https://" + "a".repeat(5000),
    "\u0000",
    "https://%",
    "https://a.b:99999/",
    "////",
    "?#",
    "https://jobs.lever.co/%E0%A4%A",
  ])
    expect(["recognised", "unknown", "bad_address"]).toContain(recogniseAddress(text).kind);
});

test.each([
  ["https://www.acme.example/careers?gh_jid=42", "greenhouse-acme"],
  ["https://careers.acme.co.uk/open-roles?utm_source=x&gh_jid=42", "greenhouse-acme"],
  [`https://acme.example/jobs?ashby_jid=${UUID}`, "ashby-acme"],
])("%s seems to embed %s, which stays a guess", (text, id) => {
  expect(recogniseAddress(text)).toMatchObject({ kind: "unknown", likely: { what: "advert", config: { id } } });
});

test("a site without such a parameter has no likely board", () => {
  expect(recogniseAddress("https://acme.example/jobs")).not.toHaveProperty("likely");
  expect(recogniseAddress("http://93.184.216.34/?gh_jid=4")).not.toHaveProperty("likely");
});

test("every source that an installation lists has a configuration that is right", () => {
  const configs = listAdapters().flatMap(({ builtIn }) => builtIn);
  expect(configs.filter((config) => !sourceConfig.safeParse(config).success)).toEqual([]);
});
