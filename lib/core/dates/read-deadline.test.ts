import { expect, test } from "vitest";
import { foldText } from "@/lib/core/kernel/fold";
import { readDeadline } from "./read-deadline";

const POSTED = "2026-06-02";
const field = (text: string) => ({ field: "text" as const, text, fold: foldText(text) });
const read = (text: string, country: string | null = null, posted: string | null = POSTED, lang: "en" | "es" = "en") =>
  readDeadline(field(text), posted, lang, country);

test.each([
  ["Closing date: 12/03/2027", "GB", "2027-03-12"],
  ["Closing date: 12/03/2027", "US", "2027-12-03"],
  ["Closing Date: 10.07.2026", "GB", "2026-07-10"],
  ["Closing Date:22/07/26Shortlisting Date", "GB", "2026-07-22"],
  ["The closing date for applications is Friday 8th June 2026.", null, "2026-06-08"],
  ["**Closing Date:** \n 18th June 2026", null, "2026-06-18"],
  ["Closing date for applications\n: **17 June**\n**2026 (22:59)**", null, "2026-06-17"],
  ["Closing Date: 12 noon on Wednesday 17 June 2026", null, "2026-06-17"],
  ["Apply before 11:55 pm on Sunday 8th March 2027", null, "2027-03-08"],
  ["Please apply by March 31, 2027.", null, "2027-03-31"],
  ["apply by 31 March", null, "2027-03-31"],
  ["Application deadline is July 10, 2026.", null, "2026-07-10"],
  ["Applications close: Friday, 7th of November 2026", null, "2026-11-07"],
  ["Applications should be submitted no later than December 5, 2026.", null, "2026-12-05"],
  ["This posting will remain open until September 30th, 2026", null, "2026-09-30"],
  ["Last date to apply for job: 2026-08-01", null, "2026-08-01"],
  ["Role closes on 20th June", null, "2026-06-20"],
])("%j (%s) is %s", (text, country, day) => {
  expect(read(text, country)?.value).toBe(day);
});

test.each([
  ["Fecha límite: 15 de agosto", "2026-08-15"],
  ["Fecha límite de postulación: 15 de agosto de 2026", "2026-08-15"],
  ["Fecha de cierre: 05/07/2026", "2026-07-05"],
  ["Recibimos postulaciones hasta el 20/11", "2026-11-20"],
  ["Enviar hoja de vida hasta el 31 de julio", "2026-07-31"],
  ["Interesados enviar currículum antes del 03 de Septiembre del 2026", "2026-09-03"],
  ["El plazo de recepción de candidaturas estará abierto desde hoy hasta el próximo 24/11/2026", "2026-11-24"],
  ["Convocatoria vigente hasta el viernes 3 de enero", "2027-01-03"],
])("%j is %s", (text, day) => {
  expect(read(text, null, POSTED, "es")?.value).toBe(day);
});

test("the words that say it are the evidence", () => {
  const text = "Ñandú & Cía. busca chofer. Fecha límite: 15 de agosto. Sueldo semanal.";
  const [evidence] = read(text, null, POSTED, "es")?.evidence ?? [];
  expect(evidence?.text).toBe("Fecha límite: 15 de agosto");
  expect(text.slice(evidence?.start, evidence?.end)).toBe(evidence?.text);
});

test.each([
  ["Able to meet tight deadlines. 3-5 years of experience."],
  ["Contrato en reemplazo por vacaciones hasta el 31/12/2026."],
  ["Presentar el reporte hasta el 4 de cada mes."],
  ["Closing date: soon. Founded on 3 May 2001."],
  ["Closing date: 31/02/2027"],
  ["Those eligible to apply for EUSS on or before 31 December 2026 may work here."],
  ["Swiss citizens who apply under the European Union Settlement Scheme by 30 June 2026"],
  ["Closing date: 05/06/2027"],
  ["Anticipamos hasta el 50% a mitad de mes."],
  [""],
])("%j says no last day", (text) => {
  expect(read(text)).toBeNull();
});

test("a day without a year needs the day of the advert", () => {
  expect(read("apply by 31 March", null, null)).toBeNull();
  expect(read("apply by 31 March", null, "")).toBeNull();
});

test.each(["apply ", "postula hasta ", "deadline: 1", "closing date ( ", "closing date of the of the "])(
  "endless repeats of %j are read in bounded time",
  (words) => {
    expect(() => read(words.repeat(20_000))).not.toThrow();
  },
);
