import { createServer } from "node:http";
import { expect, test } from "vitest";
import { z } from "zod";
import { createModel, type ModelBooks, type ModelCall } from "./ask-model";
import { normaliseQuestion } from "./normalise-prompt";

const NOTHING = { title: "Baker", seniority: null, workplace: null, employmentType: null, salary: null, skills: [] };

/** A local server that speaks Gemini's protocol. */
async function startFakeGemini(answer: unknown) {
  const asked: { path: string; body: unknown }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      asked.push({ path: request.url ?? "", body: JSON.parse(Buffer.concat(chunks).toString("utf8")) });
      response.writeHead(200, { "content-type": "application/json" });
      response.end(
        JSON.stringify({
          candidates: [
            { content: { role: "model", parts: [{ text: JSON.stringify(answer) }] }, finishReason: "STOP", index: 0 },
          ],
          usageMetadata: { promptTokenCount: 900, candidatesTokenCount: 90, totalTokenCount: 990 },
        }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = z.object({ port: z.number() }).parse(server.address());
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { baseUrl: `http://127.0.0.1:${address.port}`, asked, close };
}

test("Gemini is asked in its own words: temperature 0, and a form without what its schema language lacks", async () => {
  const fake = await startFakeGemini(NOTHING);
  const calls: ModelCall[] = [];
  const books: ModelBooks = {
    find: () => Promise.resolve(new Map()),
    keep: () => Promise.resolve(),
    record: (call) => Promise.resolve(void calls.push(call)),
    spent: () => Promise.resolve(null),
  };
  const endpoint = { provider: "gemini" as const, model: "gemini-2.5-flash", baseUrl: fake.baseUrl, apiKey: "key" };
  const outcome = await createModel([endpoint], books)?.ask(normaliseQuestion("Baker", "You bake."));
  await fake.close();
  expect(outcome).toMatchObject({ kind: "answered", answer: NOTHING, provider: "gemini" });
  expect(calls).toMatchObject([{ inputTokens: 900, outputTokens: 90, outcome: "ok" }]);
  const [question] = fake.asked;
  expect(question?.path).toContain("gemini-2.5-flash:generateContent");
  expect(question?.body).toMatchObject({
    generationConfig: {
      temperature: 0,
      responseMimeType: "application/json",
      responseSchema: { properties: { title: { type: "string", nullable: true }, salary: { nullable: true } } },
    },
  });
  const sent = JSON.stringify(question?.body);
  expect(sent).not.toContain("additionalProperties");
  expect(sent).not.toContain('"null"');
});
