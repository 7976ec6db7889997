import { expect, test } from "vitest";
import { parseDocument } from "../parse-document";
import { parsePage } from "../registry";
import { remoteOkAdapter } from "../remoteok/remoteok-adapter";

const body = JSON.stringify([{ id: "1", position: "Baker", date: "2026-01-12T10:00:00Z" }]);
const warningsAt = (now: string, read: "page" | "document") => {
  const raw = { sourceId: "remoteok", body, url: null, now: new Date(now) };
  const [outcome] =
    read === "page"
      ? parsePage("remoteok", { body, now: raw.now })
      : parseDocument(remoteOkAdapter, raw, "application/json");
  return outcome?.kind === "posting" ? outcome.posting : null;
};

test.each(["page", "document"] as const)("a %s with a date more than a day ahead says so and keeps it", (read) => {
  const posting = warningsAt("2026-01-10T10:00:00Z", read);
  expect(posting?.postedAt).toBe("2026-01-12T10:00:00Z");
  expect(posting?.warnings).toContain("postedAt lies in the future.");
});

test("a day's skew between clocks is no warning", () => {
  expect(warningsAt("2026-01-11T10:00:00Z", "page")?.warnings).not.toContain("postedAt lies in the future.");
});
