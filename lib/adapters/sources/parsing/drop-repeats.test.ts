import { expect, test } from "vitest";
import type { ParseOutcome } from "../source-adapter";
import { barePosting } from "./bare-posting";
import { dropRepeats } from "./drop-repeats";

function advert(externalId: string, title: string): ParseOutcome {
  return { kind: "posting", posting: barePosting({ source: "board", externalId, url: null, title }) };
}

test("of adverts with one id the first stays, and what is no advert always does", () => {
  const rejected: ParseOutcome = { kind: "rejected", reason: "a card without a title", warnings: [] };
  const outcomes = [advert("1", "Baker"), rejected, advert("2", "Cook"), advert("1", "Baker again"), rejected];
  expect(dropRepeats(outcomes)).toEqual([advert("1", "Baker"), rejected, advert("2", "Cook"), rejected]);
});
