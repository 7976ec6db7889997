import { expect, test } from "vitest";
import { findNakedActions } from "./find-naked-actions";

const IMPORT = `import { defineAction, definePublicAction as open } from "@/lib/entry/define-action";`;
const names = (body: string, head = IMPORT) =>
  findNakedActions("actions.ts", `"use server";\n${head}\n${body}`).map(({ name }) => name);

test("an action made by a guard passes, under its own or another local name", () => {
  expect(names(`export const aAction = defineAction({});\nexport const bAction = open({});`)).toEqual([]);
});

test.each([
  ["a bare function", "export async function deleteAll() {}", "deleteAll"],
  ["an arrow function", "export const deleteAll = async () => {};", "deleteAll"],
  ["a default export", "export default async function () {}", "default"],
  ["an assigned default", "const a = 1;\nexport default a;", "default"],
  ["a re-export", `export { other } from "./other";`, "re-export"],
  ["a guard's result wrapped in something else", "export const a = wrap(defineAction({}));", "a"],
])("%s is named", (_, body, name) => {
  expect(names(body)).toEqual([name]);
});

test("a function that only has a guard's name is no guard", () => {
  expect(names("export const a = defineAction({});", `import { defineAction } from "./mine";`)).toEqual(["a"]);
});

test("types and what is not exported are no endpoints", () => {
  expect(names("export type A = string;\nexport type { B } from './b';\nasync function local() {}")).toEqual([]);
});

test("a file without the directive at its top is not looked at", () => {
  expect(findNakedActions("a.ts", `export async function a() {}\n"use server";`)).toEqual([]);
});

test("the line is where the export stands", () => {
  expect(findNakedActions("a.ts", `"use server";\n\nexport async function a() {}`)).toEqual([{ name: "a", line: 3 }]);
});
