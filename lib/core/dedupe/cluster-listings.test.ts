import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_BLOCK } from "./candidate-pairs";
import { clusterListings } from "./cluster-listings";
import type { Decision, Fingerprint } from "./dedupe-types";
import { aPrint, aText } from "./fixtures/a-listing";

const groupsOf = (prints: readonly Fingerprint[], decisions: readonly Decision[] = []) =>
  clusterListings(prints, decisions).map(({ ids }) => ids.join(""));
const decide = (pair: string, verdict: Decision["verdict"], decidedAt = "2026-01-01"): Decision => ({
  a: pair.charAt(0),
  b: pair.charAt(1),
  verdict,
  decidedAt,
});

const same = ["a", "b", "c"].map((id) => aPrint({ id, sourceId: id }));
const senior = aPrint({ id: "s", title: "Senior Pastry Chef" });
const junior = aPrint({ id: "j", title: "Junior Pastry Chef" });
const other = aPrint({ id: "o", title: "Delivery Driver", text: "You drive the van from market to market." });

describe("clusters", () => {
  test("hold every listing once, and say why", () => {
    const clusters = clusterListings([other, ...same]);
    expect(clusters.map(({ id, ids }) => [id, ids])).toEqual([
      ["a", ["a", "b", "c"]],
      ["o", ["o"]],
    ]);
    expect(clusters[0]?.joins).toHaveLength(2);
    expect(clusters[0]?.joins[0]?.reasons[0]).toEqual({ code: "same_text", share: 1 });
    expect(clusters[1]?.joins).toEqual([]);
  });

  test("never hold two levels, also where a third listing would join them", () => {
    const text = `${aText()}\nSeniority level: senior. Seniority level: junior.`;
    const between = aPrint({ id: "m", text });
    const [high, low] = [
      aPrint({ id: "s", text, title: "Senior Pastry Chef" }),
      aPrint({ id: "j", text, title: "Junior Pastry Chef" }),
    ];
    const groups = groupsOf([between, high, low]);
    expect(groups.some((ids) => ids.includes("s") && ids.includes("j"))).toBe(false);
  });

  test("one id given twice counts once", () => {
    expect(groupsOf([aPrint({ id: "a" }), aPrint({ id: "a" })])).toEqual(["a"]);
  });
});

describe("an administrator's decision", () => {
  test("keeps apart what the rules join", () => {
    expect(groupsOf(same, [decide("ab", "different"), decide("bc", "different")])).toEqual(["ac", "b"]);
  });

  test("joins what the rules keep apart, and others still join that group", () => {
    expect(groupsOf([senior, junior], [decide("sj", "same")])).toEqual(["js"]);
    expect(groupsOf([...same, senior], [decide("as", "same")])).toEqual(["abcs"]);
  });

  test("the later of two holds, whatever their order", () => {
    const both = [decide("so", "same", "2026-01-01"), decide("os", "different", "2026-02-01")];
    expect(groupsOf([senior, other], both)).toEqual(["o", "s"]);
    expect(groupsOf([senior, other], both.toReversed())).toEqual(["o", "s"]);
  });

  test("keeping apart outranks a chain of joins", () => {
    const decisions = [decide("sj", "same"), decide("jo", "same", "2026-03-01"), decide("so", "different")];
    expect(groupsOf([senior, junior, other], decisions)).toEqual(["jo", "s"]);
  });

  test("on listings that are not here is passed over", () => {
    expect(groupsOf([senior], [decide("sx", "same")])).toEqual(["s"]);
  });
});

test("the order of listings and decisions changes nothing", () => {
  const titles = ["Pastry Chef", "Senior Pastry Chef", "Pastry Chef II", "Baker"];
  const listing = fc.record({
    title: fc.constantFrom(...titles),
    company: fc.constantFrom("Horno Azul", "Horno Azul SA", "Pan y Miel", null),
    location: fc.constantFrom("Rosario", "Córdoba", null),
    skip: fc.subarray([1, 5, 9, 20, 25]),
  });
  const decision = fc.record({
    a: fc.constantFrom("a", "b", "c", "d"),
    b: fc.constantFrom("e", "f", "g"),
    verdict: fc.constantFrom("same" as const, "different" as const),
    decidedAt: fc.constantFrom("2026-01-01", "2026-01-02"),
  });
  fc.assert(
    fc.property(
      fc.array(listing, { maxLength: 9 }),
      fc.array(decision, { maxLength: 3 }),
      fc.nat(),
      (rows, decisions, turn) => {
        const prints = rows.map(({ skip, ...row }, at) =>
          aPrint({ ...row, id: "abcdefghi".charAt(at), text: aText({ skip }) }),
        );
        const unlike = decisions.filter(
          ({ a, b }, at) => decisions.findIndex((one) => one.a === a && one.b === b) === at,
        );
        const clusters = clusterListings(prints, unlike);
        const at = prints.length === 0 ? 0 : turn % prints.length;
        const turned = [...prints.slice(at), ...prints.slice(0, at)].toReversed();
        expect(clusterListings(turned, unlike.toReversed())).toEqual(clusters);
        expect(clusters.flatMap(({ ids }) => ids).sort()).toEqual(prints.map(({ id }) => id));
        for (const { a, b, verdict } of unlike)
          if (verdict === "different")
            expect(clusters.some(({ ids }) => ids.includes(a) && ids.includes(b))).toBe(false);
      },
    ),
    { seed: 11, numRuns: 60 },
  );
});

test("a key that many share does not lose copies, nor does it compare all with all", () => {
  const many = Array.from({ length: MAX_BLOCK * 4 }, (_, at) =>
    aPrint({ id: String(at).padStart(3, "0"), location: `Town${String.fromCharCode(97 + (at % 26))}` }),
  );
  expect(clusterListings(many)).toHaveLength(1);
});
