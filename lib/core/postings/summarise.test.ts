import { describe, expect, test } from "vitest";
import { foldText } from "@/lib/core/kernel/fold";
import { readSections } from "./read-sections";
import { recoverBlocks } from "./recover-blocks";
import { summarise } from "./summarise";

function summary(text: string, skills: readonly string[] = []) {
  const mentions = skills.map((skill) => ({ start: text.indexOf(skill), end: text.indexOf(skill) + skill.length }));
  const sections = readSections({ field: "text", text, fold: foldText(text) });
  return summarise({ text, blocks: recoverBlocks(text), sections, mentions });
}

describe("a summary", () => {
  const ADVERT = [
    "Harina Fina is a leading bakery, proud of a hundred years in the trade and of its people.",
    "We are looking for a night baker to run the ovens of our shop in Rosario.",
    "",
    "What you'll do",
    "- Prepare doughs and bake bread and pastry for four shops every night",
    "- Keep the log of temperatures and weights as HACCP asks for it",
    "",
    "What we offer",
    "- A salary of 900 a month and all the bread that you can carry home",
    "We are an equal opportunity employer regardless of anything that is not baking.",
  ].join("\n");

  test("is made of the advert's own sentences on the job, in their order", () => {
    const found = summary(ADVERT, ["HACCP"]);
    expect(found?.text).toBe(
      "We are looking for a night baker to run the ovens of our shop in Rosario. Prepare doughs and bake bread and pastry for four shops every night · Keep the log of temperatures and weights as HACCP asks for it",
    );
    for (const { start, end } of found?.spans ?? []) expect(found?.text).toContain(ADVERT.slice(start, end));
  });

  test("is short, whatever the length of the advert, and the same each time", () => {
    const long = `${ADVERT}\n${"- Sweep the floor and carry sacks of flour up the stairs again\n".repeat(500)}`;
    expect(summary(long)?.text.length).toBeLessThanOrEqual(320);
    expect(summary(long)).toEqual(summary(long));
  });

  test("leaves the label before a sentence out, and finds sentences in a text that lost its lines", () => {
    expect(
      summary("Funciones: Atender la caja y reponer la mercadería del local.Mantener limpio el salón de ventas.")?.text,
    ).toBe("Atender la caja y reponer la mercadería del local. Mantener limpio el salón de ventas.");
  });

  test("keeps a sentence whole that goes on in small letters behind a colon, and a skill's name that looks like two words", () => {
    const colon = "Own the ovens of the shop from end to end: doughs, fire and the night shift.";
    expect(summary(colon)?.text).toBe(colon);
    const name = "You keep the tills of four shops running and write their JavaScript by hand.";
    expect(summary(name, ["JavaScript"])?.text).toBe(name);
  });

  test("of nothing but addresses, greetings and pay is none", () => {
    expect(
      summary("Envianos tu CV a pan@example.com con el asunto panadero.\nSueldo a convenir según experiencia."),
    ).toBeNull();
    expect(summary("")).toBeNull();
  });
});
