import { expect, test } from "vitest";
import { decodeFingerprint, encodeFingerprint } from "./fingerprint-codec";
import { aPrint } from "./fixtures/a-listing";

test("a stored fingerprint comes back as it was", () => {
  const print = aPrint({ url: "https://board.example/jobs/7", externalId: "7" });
  const json: unknown = JSON.parse(JSON.stringify(encodeFingerprint(print)));
  expect(decodeFingerprint(json, print.keys)).toEqual(print);
});

test.each([null, {}, { version: 0 }, "text"])("what is of another version or shape is none: %j", (data) => {
  expect(decodeFingerprint(data, [])).toBeNull();
});

test("a fingerprint has no sign that a database refuses", () => {
  expect(JSON.stringify(aPrint({ externalId: "7" }).keys)).not.toContain(String.raw`\u0000`);
});

test("shingles are stored as the same bytes wherever in memory they lie", () => {
  const shingles = Uint32Array.of(0, 1, 0xffff_ffff, 7).subarray(1, 3);
  const stored = encodeFingerprint({ ...aPrint(), shingles });
  expect(stored.shingles).toBe("AQAAAP////8=");
  expect(decodeFingerprint(stored, [])?.shingles).toEqual(Uint32Array.of(1, 0xffff_ffff));
});

test.each(["AQAAAP///w==", "AQAAAP////8", "AQAA*P////8=", "=", "===="])(
  "shingles that are damaged are none: %j",
  (shingles) => {
    expect(decodeFingerprint({ ...encodeFingerprint(aPrint()), shingles }, [])).toBeNull();
  },
);
