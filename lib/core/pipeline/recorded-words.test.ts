import { expect, test } from "vitest";
import { RECORDED_NAMES, readRecorded, withoutSource } from "./recorded-words";

test.each([
  ["unavailable: the server answered 503", "answered", { status: "503" }],
  ["unavailable: unavailable: the server answered 503", "answered", { status: "503" }],
  ["refused: redirect: 10.0.0.1 is a private or reserved address", "private", { host: "10.0.0.1" }],
  ["refused: jobs.example is, or leads to, a private or reserved address", "private", { host: "jobs.example" }],
  ["robots.txt of jobs.example disallows /private", "robotsDisallow", { host: "jobs.example", path: "/private" }],
  ["the server asks to wait 7200 s", "wait", { seconds: 7200 }],
  ["refused: the body is over 10000000 bytes", "tooLarge", { bytes: 10_000_000 }],
  ["refused: more than 5 redirects", "redirects", { n: 5 }],
  ['the page says "job is no longer available"', "says", { words: "job is no longer available" }],
  ["the list https://jobs.example/a was not read", "listUnread", { url: "https://jobs.example/a" }],
  [
    "the list https://jobs.example/a was not read: the answer is not JSON",
    "listUnreadWhy",
    { url: "https://jobs.example/a", why: "the answer is not JSON" },
  ],
  ["needs JavaScript: the page is an empty shell that needs JavaScript", "shell", {}],
  [
    "cooling down until 2026-11-22T10:30:00.000Z after 3 failures in a row",
    "coolingUntil",
    { until: "2026-11-22T10:30:00.000Z", failures: 3 },
  ],
  ["company is missing.", "missing", { field: "company" }],
  [
    "read from the snapshot of 2026-11-22T10:30:00.000Z: as asked for",
    "fromSnapshot",
    { until: "2026-11-22T10:30:00.000Z", why: "as asked for" },
  ],
  ["snapshot, as asked for", "choseSnapshot", { why: "as asked for" }],
  ["live, the cool-down is over", "choseBoard", { why: "the cool-down is over" }],
  ["as asked for", "askedFor", {}],
  ["the source may be asked", "mayBeAsked", {}],
  ["the cool-down is over: this crawl is the trial", "coolDownOver", {}],
  ["the requests of this crawl kept failing", "keptFailing", {}],
  ["the list named no advert at all although 7 were open", "emptied", { n: 7 }],
  ["the crawl went well", "wentWell", {}],
  ["The process ended before the run did; the next run goes on from what was kept.", "runCut", {}],
  ["The run could not begin; the log has the detail.", "runUnbegun", {}],
  [
    "The run stopped on an unexpected TypeError; the log has the detail under the run's id.",
    "runStopped",
    { words: "TypeError" },
  ],
  ["Posting version ab12 could not be read by the model.", "versionUnread", { words: "ab12" }],
  [
    "Posting version ab12: unavailable: the model did not answer in time",
    "versionUnreadWhy",
    { words: "ab12", why: "unavailable: the model did not answer in time" },
  ],
  ["unavailable: the model's service answered 401", "modelAnswered", { status: "401" }],
  ["unavailable: the run has asked the model 500 times, as often as it may", "modelCalls", { n: 500 }],
  ["unavailable: the run's budget for the model is spent", "modelRunBudget", {}],
  ["unavailable: today's budget for the model is spent", "modelDayBudget", {}],
  ["unavailable: the model did not answer in time", "modelLate", {}],
  ["unavailable: the model's answer has not the form that was asked for", "modelForm", {}],
  ["unavailable: the model is left alone after repeated failures", "modelResting", {}],
  ["unavailable: the model could not be asked", "modelUnasked", {}],
  ["1 advert", "adverts", { n: 1 }],
  ["200, 3256 bytes", "answer", { status: "200", bytes: 3256 }],
])("%s is known", (message, name, values) => {
  expect(readRecorded(message)).toEqual({ name, values });
});

test.each(["", "Gone fishing", "the server answered politely", "the server asks to wait a while", "x".repeat(5_000)])(
  "any other text is left as it is (%#)",
  (message) => {
    expect(readRecorded(message)).toBeNull();
  },
);

test("a text of nothing but what stands before others is none of ours", () => {
  expect(readRecorded("unavailable: ".repeat(150))).toBeNull();
});

test.each([
  ["Board One: snapshot, as asked for", "snapshot, as asked for"],
  ["Hacker News: Who is hiring?: unavailable: the server answered 503", "unavailable: the server answered 503"],
  ["Board One: something else: and more", null],
  ["the server answered 503", null],
])("of %j it is %j that is known behind the source's name", (message, text) => {
  expect(withoutSource(message)).toBe(text);
});

test("every text has one name", () => {
  expect(new Set(RECORDED_NAMES).size).toBe(RECORDED_NAMES.length);
});
