import { describe, expect, it } from "vitest";
import { daysFrom, demoCrawlDays, isDay, shiftDays, shiftMonths } from "./calendar";

describe("calendar days", () => {
  it("knows real days from others", () => {
    expect(["2026-11-21", "2024-02-29"].every(isDay)).toBe(true);
    expect(["2026-02-29", "2026-13-01", "2026-1-1", "today", ""].some(isDay)).toBe(false);
  });

  it("counts across months, years and leap days", () => {
    expect(shiftDays("2024-02-28", 2)).toBe("2024-03-01");
    expect(shiftDays("2026-01-01", -1)).toBe("2025-12-31");
    expect(daysFrom("2023-12-31", "2024-12-31")).toBe(366);
  });

  it("keeps to the last day of a shorter month", () => {
    expect(shiftMonths("2026-03-31", -1)).toBe("2026-02-28");
    expect(shiftMonths("2026-01-15", -13)).toBe("2024-12-15");
  });

  it("gives thirteen monthly crawl days that end at the anchor", () => {
    const days = demoCrawlDays("2026-11-21");
    expect(days).toHaveLength(13);
    expect(days[0]).toBe("2025-11-21");
    expect(days.at(-1)).toBe("2026-11-21");
    expect(new Set(demoCrawlDays("2026-12-31")).size).toBe(13);
  });

  it("refuses what is not a day", () => {
    expect(() => shiftDays("2026-02-30", 1)).toThrow(RangeError);
  });
});
