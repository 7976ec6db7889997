import { expect, test } from "vitest";
import { foldText } from "@/lib/core/kernel/fold";
import { factField } from "./fact-field";
import { readShift } from "./read-shift";

const field = (text: string) => factField({ field: "text", text, fold: foldText(text) });
const shiftOf = (text: string) =>
  readShift(factField({ field: "title", text: "", fold: foldText("") }), field(text))?.value ?? null;

test.each([
  "Able to work nights as needed",
  "Some night shifts",
  "Occasional night shifts and weekends",
  "Flexibility to work nights, weekends and holidays",
  "Asked to work nights and weekends",
  "There are premiums for night shifts",
  "Flexibilidad para turno noche y feriados",
  "Posibilidad de turno noche, según necesidad",
])("%j names nights by the way", (text) => {
  expect(shiftOf(text)).toBeNull();
});

test.each([
  "Night shift, ten hours",
  "You work nights at the lighthouse",
  "Turno noche, con franco los lunes",
  "Horario nocturno de domingo a jueves",
  "Able to work night shifts",
])("%j is a night's work", (text) => {
  expect(shiftOf(text)).toBe("night");
});
