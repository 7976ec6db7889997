import { expect, test } from "vitest";
import { addMonths } from "./utc-month";

test("months are added across years, both ways", () => {
  expect(addMonths("2026-11", 2)).toBe("2027-01");
  expect(addMonths("2026-01", -1)).toBe("2025-12");
  expect(addMonths("2026-11", -11)).toBe("2025-12");
  expect(addMonths("2026-11", 0)).toBe("2026-11");
});
