import { expect, test } from "vitest";
import { createRobotsGate, type RobotsFile, type RobotsStore, type StoredRobots } from "./robots-gate";

const START = Date.UTC(2026, 10, 1);
const MINUTE = 60_000;

function aGate(answers: RobotsFile | (() => RobotsFile), kept?: Map<string, StoredRobots>) {
  let now = START;
  let asked = 0;
  const store: RobotsStore | undefined = kept && {
    load: (origin) => Promise.resolve(kept.get(origin) ?? null),
    save: (origin, file) => {
      kept.set(origin, file);
      return Promise.resolve();
    },
  };
  const gate = createRobotsGate({
    agent: "Atalaya",
    now: () => new Date(now),
    fetchRobots: () => {
      asked += 1;
      return Promise.resolve(typeof answers === "function" ? answers() : answers);
    },
    store,
  });
  return {
    judge: (path: string) => gate(new URL(path, "https://jobs.example.com")),
    later: (minutes: number) => {
      now += minutes * MINUTE;
    },
    asked: () => asked,
  };
}

const file = (text: string, status = 200): RobotsFile => ({ status, text });

test.each([
  ["/jobs/private/1", "disallowed"],
  ["/jobs/private/open", "allowed"],
  ["/jobs/1?print=1", "disallowed"],
  ["/export/all.csv", "disallowed"],
  ["/export/all.csv.html", "allowed"],
  ["/jobs", "allowed"],
])("Allow, Disallow, wildcards and the end mark decide %s: %s", async (path, decision) => {
  const rules =
    "\uFEFFUser-agent: *\r\nDisallow: /jobs/private\r\nAllow: /jobs/private/open\r\nDisallow: /*?print=\r\nDisallow: /export/*.csv$";
  expect(await aGate(file(rules.replace("\uFEFF", ""))).judge(path)).toMatchObject({ decision });
});

test("our own group outranks everybody's, in any letter case", async () => {
  const gate = aGate(file("User-agent: *\nDisallow: /\n\nUser-agent: ATALAYA\nDisallow: /admin\nCrawl-delay: 3.5"));
  expect(await gate.judge("/jobs")).toEqual({ decision: "allowed", crawlDelayMs: 3500, fromCache: false });
  expect(await gate.judge("/admin")).toEqual({ decision: "disallowed", crawlDelayMs: 3500, fromCache: true });
});

test.each(["Crawl-delay: soon", "Crawl-delay: -5", "Crawl-delay: Infinity", "Crawl-delay:"])(
  "%s is no delay",
  async (line) => {
    expect(await aGate(file(`User-agent: *\n${line}`)).judge("/")).toMatchObject({ crawlDelayMs: 0 });
  },
);

test.each([
  [404, "none"],
  [403, "none"],
  [500, "unreachable"],
  [429, "unreachable"],
  [null, "unreachable"],
] as const)("status %s means %s", async (status, decision) => {
  expect(await aGate({ status, text: "User-agent: *\nDisallow: /" }).judge("/")).toMatchObject({ decision });
});

test("a file holds for a day, one that was unreachable for five minutes", async () => {
  const good = aGate(file(""));
  await good.judge("/a");
  good.later(24 * 60 - 1);
  await good.judge("/b");
  expect(good.asked()).toBe(1);
  good.later(2);
  await good.judge("/c");
  expect(good.asked()).toBe(2);
  const bad = aGate(file("", 503));
  await bad.judge("/a");
  bad.later(4);
  await bad.judge("/a");
  expect(bad.asked()).toBe(1);
  bad.later(2);
  await bad.judge("/a");
  expect(bad.asked()).toBe(2);
});

test("a restart and another agent use the stored file, each judged by its own name", async () => {
  const kept = new Map<string, StoredRobots>();
  await aGate(file("User-agent: *\nDisallow: /private"), kept).judge("/");
  const next = aGate(() => {
    throw new Error("asked again");
  }, kept);
  expect(await next.judge("/private")).toEqual({ decision: "disallowed", crawlDelayMs: 0, fromCache: true });
  const stored = kept.get("https://jobs.example.com");
  expect((stored?.expiresAt.getTime() ?? 0) - START).toBe(24 * 60 * MINUTE);
});

test("no answer at all is not stored: the fault may be on this side", async () => {
  const kept = new Map<string, StoredRobots>();
  await aGate({ status: null, text: "" }, kept).judge("/");
  expect(kept.size).toBe(0);
  await aGate(file("", 502), kept).judge("/");
  expect((kept.get("https://jobs.example.com")?.expiresAt.getTime() ?? 0) - START).toBe(5 * MINUTE);
});

test("many at once ask for the file once, also when it has run out", async () => {
  const gate = aGate(file(""));
  await Promise.all(["/a", "/b", "/c"].map((path) => gate.judge(path)));
  expect(gate.asked()).toBe(1);
  gate.later(25 * 60);
  await Promise.all(["/a", "/b", "/c"].map((path) => gate.judge(path)));
  expect(gate.asked()).toBe(2);
});
