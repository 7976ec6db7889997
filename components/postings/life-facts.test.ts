import { createFormatter, createTranslator } from "next-intl";
import { expect, test } from "vitest";
import en from "@/messages/en/postings.json";
import es from "@/messages/es/postings.json";
import { lifeFacts } from "./life-facts";

const LIVED = {
  state: "open" as const,
  openDays: 63,
  firstSeenAt: new Date("2026-09-19T12:00:00Z"),
  sourceIds: ["a", "b", "c"],
  repostCount: 2,
  refreshedCount: 1,
  reopenedCount: 0,
  placeCount: 1,
};

function lineIn(locale: "en" | "es", posting: Parameters<typeof lifeFacts>[0]): string {
  const t = createTranslator({
    locale,
    messages: { postings: locale === "en" ? en : es },
    namespace: "postings.facts",
  });
  return lifeFacts(posting, t, createFormatter({ locale, timeZone: "UTC" }))
    .map(({ words }) => words)
    .join(" · ");
}

test("a card states how long the job is open, on how many boards, how often reposted, and that its date was moved", () => {
  expect(lineIn("en", LIVED)).toBe("Open 63 days · seen on 3 boards · reposted twice · date refreshed");
  expect(lineIn("es", LIVED)).toMatch(/63.* · .*3.* · .* · /);
});

test("what did not happen is not said; a closed job says after how long", () => {
  const plain = { ...LIVED, sourceIds: ["a"], repostCount: 0, refreshedCount: 0 };
  expect(lineIn("en", { ...plain, openDays: 0 })).toBe("Open since today");
  expect(lineIn("en", { ...plain, state: "closed", openDays: 1 })).toBe("Closed after 1 day");
});

test("what came back, and what is offered in several places, says so", () => {
  const facts = lineIn("en", {
    ...LIVED,
    sourceIds: ["a"],
    repostCount: 1,
    refreshedCount: 3,
    reopenedCount: 1,
    placeCount: 4,
  });
  expect(facts).toBe("Open 63 days · reposted once · date refreshed 3 times · reopened once · in 4 places");
});
