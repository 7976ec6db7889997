import { expect, test } from "vitest";
import { readBodyTitles } from "./read-body-titles";
import { isPlace, readHeadline } from "./read-headline";

test.each([
  [
    "Loomhaus (YC S14) | Weaving Engineer | Lyon, France | ONSITE | Full-time | €50k - €60k per year | https://loom.example/jobs",
    {
      company: "Loomhaus",
      titles: ["Weaving Engineer"],
      places: ["Lyon, France"],
      workplaces: ["onsite"],
      employmentTypes: ["full_time"],
    },
  ],
  [
    "Senior Dye Developer | Full-time | Loomhaus | REMOTE (US)",
    {
      company: "Loomhaus",
      titles: ["Senior Dye Developer"],
      places: ["US"],
      workplaces: ["remote"],
      employmentTypes: ["full_time"],
    },
  ],
  [
    "Milan (Italy) | Telaio | Onsite | Software engineer",
    { company: "Telaio", titles: ["Software engineer"], places: ["Milan (Italy)"] },
  ],
  [
    "Loomhaus - https://loom.example - Tarbes, FR - Onsite or Remote",
    { company: "Loomhaus", places: ["Tarbes, FR"], workplaces: ["remote", "onsite"] },
  ],
  ["Loomhaus | Gusau | Full time", { company: "Loomhaus", places: ["Gusau"], titles: [] }],
  [
    "Loomhaus, San Diego, Onsite, Sr. PHP Developer",
    { company: "Loomhaus", places: ["San Diego"], titles: ["Sr. PHP Developer"] },
  ],
  [
    "Loomhaus is hiring pattern designers in Oslo.",
    { company: "Loomhaus", titles: ["pattern designers"], places: ["Oslo"] },
  ],
  ["Pattern Designer at Loomhaus, makers of cloth", { company: "Loomhaus", titles: ["Pattern Designer"] }],
  ["Loomhaus | Gusto (SF or Denver) | no remote | HYBRID", { workplaces: ["hybrid", "onsite"] }],
  [
    "Loomhaus | Weaver Engineer ONSITE | Boston / Remote OK",
    { titles: ["Weaver Engineer"], places: ["Boston"], workplaces: ["remote", "onsite"] },
  ],
  ["We make the best cloth in the world and would like you to help us.", { company: null, titles: [], places: [] }],
  ["", { company: null, titles: [], places: [] }],
])("%s", (line, expected) => {
  expect(readHeadline(line)).toMatchObject(expected);
});

test("a place is told from a name by all its parts", () => {
  expect(
    ["Boston, MA", "SF + Austin", "Regina, SK, Canada", "Burlingame CA, Denver CO", "London/Singapore"].map(isPlace),
  ).toEqual([true, true, true, true, true]);
  expect(["Boston Dynamics", "Acme", "Data Science", ""].map(isPlace)).toEqual([false, false, false, false]);
});

test("jobs below the header are read from its lines, else from what its prose asks for", () => {
  expect(
    readBodyTitles([
      "We make cloth.",
      "* Weaving Engineer - apply here",
      "- Dye Scientist: colours",
      "We love engineers.",
    ]),
  ).toEqual(["Weaving Engineer", "Dye Scientist"]);
  expect(
    readBodyTitles(["cloth for all, and we are looking for an experienced senior cloth engineer to join us"]),
  ).toEqual(["senior cloth engineer"]);
  expect(readBodyTitles(["nothing of the kind"])).toEqual([]);
});

test("a hostile line is read in time", () => {
  expect(readHeadline("a - ".repeat(3000)).titles).toEqual([]);
  expect(readHeadline(`${"(".repeat(2000)}| remote ${"or ".repeat(2000)}`).workplaces).toEqual(["remote"]);
});
