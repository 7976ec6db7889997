import { afterEach, beforeEach, expect, type MockInstance, vi } from "vitest";

/** A test fails when the code under it complains on the console, unless it spied on that method itself. */
const METHODS = ["error", "warn"] as const;
let spies: MockInstance[] = [];

beforeEach(() => {
  spies = METHODS.map((method) => vi.spyOn(console, method));
});

afterEach(() => {
  for (const spy of spies) expect(spy.mock.calls, "the console was complained on").toEqual([]);
  vi.restoreAllMocks();
});
