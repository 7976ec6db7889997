import { expect, test } from "vitest";
import { signalUntil } from "./signal-until";

const at = (iso: string) => ({ wallNow: () => new Date(iso) });

test("work without a deadline has no signal, and one whose deadline has passed is stopped at once", async () => {
  expect(signalUntil(at("2026-01-01T00:00:00Z"), null)).toBeUndefined();
  const signal = signalUntil(at("2026-01-02T00:00:00Z"), new Date("2026-01-01T00:00:00Z"));
  await new Promise((stopped) => signal?.addEventListener("abort", stopped));
  expect(signal?.aborted).toBe(true);
  expect(signalUntil(at("2026-01-01T00:00:00Z"), new Date("2026-01-01T01:00:00Z"))?.aborted).toBe(false);
});
