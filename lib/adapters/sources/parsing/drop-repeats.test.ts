import { expect, test } from "vitest";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import type { ParseOutcome } from "../source-adapter";
import { dropRepeats } from "./drop-repeats";

function advert(externalId: string, title: string): ParseOutcome {
  const posting: ParsedPosting = {
    source: "board",
    externalId,
    url: null,
    title,
    company: null,
    location: null,
    postedAt: null,
    validThrough: null,
    employmentType: null,
    workplace: null,
    salary: null,
    description: "",
    descriptionFormat: "text",
    tags: [],
    lang: null,
    warnings: [],
  };
  return { kind: "posting", posting };
}

test("of adverts with one id the first stays, and what is no advert always does", () => {
  const rejected: ParseOutcome = { kind: "rejected", reason: "a card without a title", warnings: [] };
  const outcomes = [advert("1", "Baker"), rejected, advert("2", "Cook"), advert("1", "Baker again"), rejected];
  expect(dropRepeats(outcomes)).toEqual([advert("1", "Baker"), rejected, advert("2", "Cook"), rejected]);
});
