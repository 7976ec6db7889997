import { expect, test } from "vitest";
import { readStatedDate } from "./read-stated-date";

/** A Saturday. */
const now = new Date("2026-01-10T15:00:00Z");

test.each([
  ["hace 3 días", "es", null, "2026-01-07"],
  ["Ayer", "es", null, "2026-01-09"],
  ["Hoy", "es", null, "2026-01-10"],
  ["2w", "en", null, "2025-12-27"],
  ["3d ago", "en", null, "2026-01-07"],
  ["posted yesterday", "en", null, "2026-01-09"],
  ["el lunes pasado", "es", null, "2026-01-05"],
  ["el sábado pasado", "es", null, "2026-01-03"],
  ["Publicado el viernes", "es", null, "2026-01-09"],
  ["last Monday", "en", null, "2026-01-05"],
  ["Publicado el 3 de marzo de 2025", "es", null, "2025-03-03"],
  ["03/11/2025", "es", null, "2025-11-03"],
  ["03/11/2025", "en", "US", "2025-03-11"],
  ["03/11/2025", "en", "GB", "2025-11-03"],
  ["Publicado: 03-11-25", "es", "AR", "2025-11-03"],
  ["25/11/2025", "en", null, "2025-11-25"],
  ["2025-11-03", "en", null, "2025-11-03"],
  ["2025-11-03T10:00:00Z", "en", null, "2025-11-03"],
] as const)("%j (%s, %s) is %s", (words, lang, country, day) => {
  expect(readStatedDate(words, now, lang, country)).toEqual({ day });
});

test.each(["hace más de 30 días", "30+ days ago", "03/11/2025", "31/02/2025", "urgente", "", "9".repeat(10_000)])(
  "%j states no day",
  (words) => {
    expect(readStatedDate(words, now, "en")).toBeNull();
  },
);

test("a clock that is none gives no date", () => {
  expect(readStatedDate("Ayer", new Date(Number.NaN), "es")).toBeNull();
});
