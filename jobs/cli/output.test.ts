import { PassThrough, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { EXIT } from "./exit-codes";
import { createOutput } from "./output";

function streams() {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  return { stdout, stderr, read: () => [String(stdout.read() ?? ""), String(stderr.read() ?? "")] };
}

test("answers and problems are JSON lines on streams of their own, and the worst code wins", async () => {
  const { stdout, stderr, read } = streams();
  const output = createOutput({ stdout, stderr });
  await output.answer({ id: 1 });
  output.problem({ error: "blocked" }, EXIT.sourceRefused);
  output.problem({ error: "bad_line", line: 2 });
  expect(read()).toEqual(['{"id":1}\n', '{"error":"blocked"}\n{"error":"bad_line","line":2}\n']);
  expect(output.code()).toBe(3);
});

test("a slow reader is waited for", async () => {
  const written: string[] = [];
  const stdout = new Writable({
    highWaterMark: 1,
    write: (chunk: Buffer, _encoding, done) => {
      written.push(String(chunk));
      void sleep(5).then(() => done());
    },
  });
  const output = createOutput({ stdout, stderr: new PassThrough() });
  for (let id = 0; id < 3; id += 1) await output.answer({ id });
  expect(written).toHaveLength(3);
});

test("a reader that goes away ends the answers without an error", async () => {
  const stdout = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error("gone"), { code: "EPIPE" })),
  });
  const output = createOutput({ stdout, stderr: new PassThrough() });
  await output.answer({ id: 1 });
  await sleep(1);
  expect(output.isClosed()).toBe(true);
  await output.answer({ id: 2 });
  expect(output.code()).toBe(0);
});
