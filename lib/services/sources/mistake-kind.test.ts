import { expect, test } from "vitest";
import { z } from "zod";
import { mistakeKindOf } from "./mistake-kind";

function kindOf(schema: z.ZodType, value: unknown) {
  const issue = schema.safeParse(value).error?.issues[0];
  return issue === undefined ? null : mistakeKindOf(issue);
}

test("a text that is absent, too short, too long or of another form is told apart", () => {
  expect(kindOf(z.string().min(1), "")).toEqual({ kind: "missing" });
  expect(kindOf(z.string().min(3), "ab")).toEqual({ kind: "too_short", limit: 3 });
  expect(kindOf(z.string().max(2), "abc")).toEqual({ kind: "too_long", limit: 2 });
  expect(kindOf(z.string().regex(/^a$/), "b")).toEqual({ kind: "form" });
  expect(kindOf(z.url(), "no address")).toEqual({ kind: "form" });
});

test("a number says its bound, and what is no whole number says that", () => {
  const schema = z.int().min(15).max(40);
  expect(kindOf(schema, 3)).toEqual({ kind: "too_small", limit: 15 });
  expect(kindOf(schema, 41)).toEqual({ kind: "too_large", limit: 40 });
  expect(kindOf(schema, "abc")).toEqual({ kind: "not_a_number" });
  expect(kindOf(schema, 20.5)).toEqual({ kind: "not_a_number" });
});

test("a list that is too long says how many it takes", () => {
  expect(kindOf(z.array(z.string()).max(1), ["a", "b"])).toEqual({ kind: "too_many", limit: 1 });
});

test("what has no kind of its own is left to its message", () => {
  expect(kindOf(z.strictObject({}), { colour: 3 })).toEqual({});
  expect(kindOf(z.array(z.string()).min(1), [])).toEqual({});
});
