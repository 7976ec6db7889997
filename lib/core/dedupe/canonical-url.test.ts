import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalUrl } from "./canonical-url";

test.each([
  ["https://www.board.example/job/12/?utm_source=x&utm_medium=mail#top", "board.example/job/12"],
  ["http://m.board.example/job/12", "board.example/job/12"],
  ["https://board.example//job/12/", "board.example/job/12"],
  ["https://board.example/job?b=2&a=1&gclid=zz", "board.example/job?a=1&b=2"],
  ["https://board.example/#/job/12", "board.example#/job/12"],
  [
    "https://es.linkedin.com/jobs/view/pastry-chef-at-horno-azul-4311179984?refId=x&position=3",
    "linkedin.com/jobs/view/4311179984",
  ],
  ["https://www.linkedin.com/jobs/view/4311179984/", "linkedin.com/jobs/view/4311179984"],
  [
    "https://board.example/partner/listing.htm?pos=103&jobListingId=77&guid=9",
    "board.example/partner/listing.htm?joblistingid=77",
  ],
])("%s is %s", (url, expected) => {
  expect(canonicalUrl(url)).toBe(expected);
});

test.each([null, "", "no address", "mailto:a@b.example", "https://board.example/", "javascript:alert(1)"])(
  "%s names no advert",
  (url) => {
    expect(canonicalUrl(url)).toBeNull();
  },
);

test("the canonical form is stable, whatever the address", () => {
  const piece = fc.string({
    unit: fc.constantFrom("a", "B", "1", "-", "_", ".", ";", "%", "/", "?", "&", "=", "#", "!", " ", "é"),
    maxLength: 20,
  });
  fc.assert(
    fc.property(piece, piece, piece, (path, query, hash) => {
      const once = canonicalUrl(`https://www.board.example/${path}?${query}#${hash}`);
      expect(once === null ? null : canonicalUrl(`https://${once}`)).toBe(once);
    }),
    { seed: 3, numRuns: 300 },
  );
});
