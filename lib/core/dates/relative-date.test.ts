import { expect, test } from "vitest";
import { parseRelativeDate } from "./relative-date";

const now = new Date("2026-01-10T15:00:00Z");

test.each([
  ["hace 3 días", "2026-01-07"],
  ["Hace 2 horas", "2026-01-10"],
  ["Hace 20 horas", "2026-01-09"],
  ["Actualizada hace 5 minutos", "2026-01-10"],
  ["Publicado hace 1 día", "2026-01-09"],
  ["Hace una semana", "2026-01-03"],
  ["Hace 1 mes", "2025-12-10"],
  ["hace un año", "2025-01-10"],
  ["hace alrededor de 2 horas", "2026-01-10"],
  ["hace más de 2 horas", "2026-01-10"],
  ["Hoy, 10:36 a. m.", "2026-01-10"],
  ["Ayer", "2026-01-09"],
  ["Actualizado ayer", "2026-01-09"],
  ["Anteayer", "2026-01-08"],
  ["Hace instantes", "2026-01-10"],
  ["2w", "2025-12-27"],
  ["3d ago", "2026-01-07"],
  ["<1h ago", "2026-01-10"],
  ["1mo", "2025-12-10"],
  ["3 days ago", "2026-01-07"],
  ["Posted an hour ago", "2026-01-10"],
  ["yesterday", "2026-01-09"],
  ["Just now", "2026-01-10"],
  ["12 dic.", "2025-12-12"],
  ["5 ene", "2026-01-05"],
  ["11 de enero", "2026-01-11"],
  ["20 de enero", "2025-01-20"],
  ["3 set.", "2025-09-03"],
  ["Dec 30", "2025-12-30"],
  ["10 ago.", "2025-08-10"],
  ["10 de ago", "2025-08-10"],
  ["15 de enero de 2025", "2025-01-15"],
  ["Publicado el 15 de Enero del 2025", "2025-01-15"],
  ["Publicado 25 Mar 2024 ", "2024-03-25"],
  ["Posted on March 5, 2025", "2025-03-05"],
  ["2025-03-05T10:00:00Z", "2025-03-05"],
  ["Před 2 týdny", "2025-12-27"],
  ["Před měsícem", "2025-12-10"],
  ["Před 1 dnem", "2026-01-09"],
  ["vor 3 Tagen", "2026-01-07"],
  ["vor einer Woche", "2026-01-03"],
  ["il y a 5 heures", "2026-01-10"],
  ["Il y a une semaine", "2026-01-03"],
  ["Há 2 semanas", "2025-12-27"],
  ["há um mês", "2025-12-10"],
  ["2 giorni fa", "2026-01-08"],
  ["Ontem", "2026-01-09"],
  ["Hoje", "2026-01-10"],
])("%j is %s", (text, day) => {
  expect(parseRelativeDate(text, now)).toBe(day);
});

test.each([
  "Publicado hace más de 30 días",
  "Há mais de 30 dias",
  "vor mehr als 30 Tagen",
  "il y a plus de 30 jours",
  "vor Ort",
  "fa caldo",
  "Hace mas de un mes",
  "30+ days ago",
  "Hace 30+ días",
  "more than 30 days ago",
  "> 1 month ago",
  "Cierra en 3 días",
  "5 days left",
  "hace poco",
  "hace 999 años",
  "31 feb",
  "15 vacantes",
  "$ 1.423.500",
  "",
  "a".repeat(5000),
])("%j is no date", (text) => {
  expect(parseRelativeDate(text, now)).toBeNull();
});

test("a month earlier is that month's last day where it is shorter", () => {
  expect(parseRelativeDate("hace 1 mes", new Date("2026-03-31T12:00:00Z"))).toBe("2026-02-28");
});

test("a clock that is none gives no date", () => {
  expect(parseRelativeDate("ayer", new Date(Number.NaN))).toBeNull();
});
