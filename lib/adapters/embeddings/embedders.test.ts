import { createServer, type IncomingMessage, type Server } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { maskPersonalData } from "@/lib/core/embeddings/mask-personal-data";
import { cosine } from "@/lib/core/embeddings/vectors";
import { createEmbedder } from "./create-embedder";

const openAiRequest = z.object({
  input: z.array(z.string()),
  dimensions: z.number(),
  model: z.string(),
  encoding_format: z.enum(["float", "base64"]).default("float"),
});
const geminiRequest = z.object({
  requests: z.array(
    z.object({
      content: z.object({ parts: z.tuple([z.object({ text: z.string() })]) }),
      outputDimensionality: z.number(),
    }),
  ),
});

type Reply = { status: number; body: unknown };
type Fake = { url: string; texts: string[][]; failures: Reply[]; size: number };

let server: Server | null = null;

afterEach(async () => {
  const running = server;
  server = null;
  running?.closeAllConnections();
  await new Promise<void>((done) => (running === null ? done() : running.close(() => done())));
});

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

/** A vector that depends on the text, three long, so that the adapter's own scaling can be seen. */
function vectorFor(text: string, size: number): number[] {
  const vector = new Array<number>(size).fill(0);
  vector[text.length % size] = 3;
  return vector;
}

function openAiReply(raw: unknown, fake: Fake): Reply {
  const { input, encoding_format, model } = openAiRequest.parse(raw);
  fake.texts.push(input);
  const data = input.map((text, index) => {
    const vector = vectorFor(text, fake.size);
    const embedding =
      encoding_format === "base64" ? Buffer.from(new Float32Array(vector).buffer).toString("base64") : vector;
    return { object: "embedding", index, embedding };
  });
  return { status: 200, body: { object: "list", data, model, usage: { prompt_tokens: 1, total_tokens: 1 } } };
}

function geminiReply(raw: unknown, fake: Fake): Reply {
  const texts = geminiRequest.parse(raw).requests.map(({ content }) => content.parts[0].text);
  fake.texts.push(texts);
  return { status: 200, body: { embeddings: texts.map((text) => ({ values: vectorFor(text, fake.size) })) } };
}

async function startFake(answer: (raw: unknown, fake: Fake) => Reply): Promise<Fake> {
  const fake: Fake = { url: "", texts: [], failures: [], size: 512 };
  const started = createServer((request, response) => {
    void bodyOf(request).then((raw) => {
      const reply = fake.failures.shift() ?? answer(raw, fake);
      if (reply.status === 0) return; // never answers
      response.writeHead(reply.status, { "content-type": "application/json" }).end(JSON.stringify(reply.body));
    });
  });
  server = started;
  await new Promise<void>((ready) => started.listen(0, "127.0.0.1", ready));
  const address = started.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  fake.url = `http://127.0.0.1:${address.port}`;
  return fake;
}

const providers = [
  { provider: "openai" as const, answer: openAiReply },
  { provider: "gemini" as const, answer: geminiReply },
];

describe.each(providers)("the $provider embedder", ({ provider, answer }) => {
  const settings = { EMBEDDING_PROVIDER: provider, OPENAI_API_KEY: "test-key", GEMINI_API_KEY: "test-key" };
  const options = {
    mask: (text: string) => maskPersonalData(text, { name: "Marta Ruiz" }),
    firstDelayMs: 1,
  };
  const error = { status: 500, body: { error: { message: "secret words of the service", code: 500 } } };

  test("gives one vector of length 1 a text, in order, over several batches", async () => {
    const fake = await startFake(answer);
    const texts = Array.from({ length: 150 }, (_, index) => "x".repeat(index + 1));
    const vectors = await createEmbedder(settings, { ...options, baseUrl: fake.url }).embed(texts);
    expect(vectors.map((vector) => vector.indexOf(1))).toEqual(texts.map((text) => text.length));
    expect(fake.texts.length).toBeGreaterThan(1);
  });

  test("never sends what the mask takes out", async () => {
    const fake = await startFake(answer);
    const calls: unknown[] = [];
    const embedder = createEmbedder(settings, { ...options, baseUrl: fake.url, onCall: (call) => calls.push(call) });
    await embedder.embed(["Marta Ruiz, marta@example.org, +34 612 345 678, knows Python", ""]);
    expect(fake.texts.flat()).toEqual(["[name] [name], [email], [phone], knows Python", " "]);
    const told = { model: embedder.id, texts: 2, characters: 46, attempt: 1, outcome: "ok" };
    expect(calls).toEqual([expect.objectContaining(told)]);
    expect(JSON.stringify(calls)).not.toContain("Python");
  });

  test("tries again after a failure that may pass", async () => {
    const fake = await startFake(answer);
    fake.failures.push(error, error);
    expect(await createEmbedder(settings, { ...options, baseUrl: fake.url }).embed(["one"])).toHaveLength(1);
  });

  test("gives up after three attempts, without repeating the service's words", async () => {
    const fake = await startFake(answer);
    fake.failures.push(error, error, error, error);
    const failed = createEmbedder(settings, { ...options, baseUrl: fake.url }).embed(["one"]);
    await expect(failed).rejects.toMatchObject({
      code: "unavailable",
      message: expect.not.stringContaining("secret") as string,
    });
    expect(fake.failures).toHaveLength(1);
  });

  test("refuses vectors of another size", async () => {
    const fake = await startFake(answer);
    fake.size = 3;
    await expect(createEmbedder(settings, { ...options, baseUrl: fake.url }).embed(["one"])).rejects.toMatchObject({
      code: "unavailable",
    });
  });

  test("does not wait for ever", async () => {
    const fake = await startFake(answer);
    fake.failures.push({ status: 0, body: null });
    const failed = createEmbedder(settings, { ...options, baseUrl: fake.url, timeoutMs: 50, attempts: 1 }).embed([
      "one",
    ]);
    await expect(failed).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("one attempt") as string,
    });
  });

  test("asks for nothing when there is no text", async () => {
    const fake = await startFake(answer);
    expect(await createEmbedder(settings, { ...options, baseUrl: fake.url }).embed([])).toEqual([]);
    expect(fake.texts).toEqual([]);
  });
});

test("a refused key is not tried again", async () => {
  const fake = await startFake(openAiReply);
  const refused = { status: 401, body: { error: { message: "Incorrect API key provided: sk-test" } } };
  fake.failures.push(refused, refused);
  const failed = createEmbedder({
    EMBEDDING_PROVIDER: "openai",
    OPENAI_API_KEY: "bad",
    OPENAI_BASE_URL: fake.url,
  }).embed(["one"]);
  await expect(failed).rejects.toMatchObject({
    code: "unavailable",
    message: expect.stringContaining("401") as string,
  });
  expect(fake.failures).toHaveLength(1);
});

test("the hash embedder is deterministic, of length 1, and sees shared words", async () => {
  const embedder = createEmbedder({ EMBEDDING_PROVIDER: "hash" });
  const texts = ["Python developer", "developers of Python", "night nurse", ""];
  const [a = [], b = [], c = [], empty = []] = await embedder.embed(texts);
  expect(await embedder.embed(texts)).toEqual([a, b, c, empty]);
  expect(cosine(a, b)).toBeGreaterThan(0.9);
  expect(cosine(a, c)).toBeLessThan(0.5);
  expect(empty).toHaveLength(512);
});
