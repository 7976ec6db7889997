import { expect, test, vi } from "vitest";
import { cosine } from "@/lib/core/embeddings/vectors";
import { createPackagedEmbedder } from "./packaged-embedder";

test("reads the shipped model without a network, and knows a nurse from a programmer", async () => {
  const { embed, dimensions } = createPackagedEmbedder();
  const texts = [
    "Registered nurse in intensive care",
    "Nursing staff for a hospital ward",
    "Java programmer for a bank",
    "",
    "\ud800 日本語",
  ];
  const vectors = await embed(texts);
  const [nurse = [], ward = [], programmer = []] = vectors;
  expect(vectors.map((vector) => vector.length)).toEqual(texts.map(() => dimensions));
  expect(cosine(nurse, ward) ?? 0).toBeGreaterThan((cosine(nurse, programmer) ?? 0) + 0.2);
  expect((await embed(texts.slice(0, 1)))[0]?.slice(0, 5).map((value) => value.toFixed(4))).toEqual(
    nurse.slice(0, 5).map((value) => value.toFixed(4)),
  );
});

test("what the model prints while it loads stays off standard output", async () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const load = () => {
    // eslint-disable-next-line no-console -- this is what is tested
    console.log("Hi there, try our other backend");
    return Promise.resolve({ embed: fakeEmbed });
  };
  await createPackagedEmbedder(load).embed(["one"]);
  expect(log).not.toHaveBeenCalled();
  // eslint-disable-next-line no-console -- this is what is tested
  console.log("after");
  expect(log).toHaveBeenCalledOnce();
});

test("no text loads no model", async () => {
  const load = vi.fn(() => Promise.resolve({ embed: fakeEmbed }));
  expect(await createPackagedEmbedder(load).embed([])).toEqual([]);
  expect(load).not.toHaveBeenCalled();
});

test("a failed load is tried again, a reply of another shape is refused", async () => {
  const load = vi
    .fn()
    .mockRejectedValueOnce(new Error("disk"))
    .mockResolvedValue({ embed: () => Promise.resolve([[1, 2]]) });
  const embedder = createPackagedEmbedder(load);
  await expect(embedder.embed(["one"])).rejects.toThrow("disk");
  await expect(embedder.embed(["one"])).rejects.toThrow();
  expect(load).toHaveBeenCalledTimes(2);
});

function fakeEmbed(input: string): Promise<number[]>;
function fakeEmbed(input: string[]): Promise<number[][]>;
function fakeEmbed(input: string | string[]): Promise<number[] | number[][]> {
  const vector = new Array<number>(512).fill(1);
  return Promise.resolve(typeof input === "string" ? vector : input.map(() => vector));
}
