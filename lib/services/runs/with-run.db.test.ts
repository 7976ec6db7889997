import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Context } from "@/lib/services/context/context";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { pipelineContext } from "@/test/pipeline-context";
import { manifestOf, readManifest } from "./run-artefacts";
import { withRun } from "./with-run";

const SPEC = { kind: "import", trigger: "cli", leaseKey: "records", input: {} } as const;
const ADVERT = { kind: "returned", listing: "l", posting: "p" } as const;

let database: TestDatabase;
let ctx: Context;
let refusals = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.run.deleteMany();
  refusals = 0;
  const base = pipelineContext({ db: database.db });
  // A database that refuses the next writes of events.
  const $executeRaw: typeof database.db.$executeRaw = (...query) => {
    if (refusals === 0) return database.db.$executeRaw(...query);
    refusals -= 1;
    throw new Error("the server closed the connection");
  };
  const db = new Proxy(database.db, {
    get: (target, name): unknown => (name === "$executeRaw" ? $executeRaw : Reflect.get(target, name, target)),
  });
  ctx = { ...base, db };
});

const run = () => database.db.run.findFirstOrThrow({ include: { events: { orderBy: { seq: "asc" } } } });

test("what stopped a run is told and its status kept, also where its record cannot be", async () => {
  const raw = { ...ctx.raw, putFile: () => Promise.reject(new Error("the store is full")) };
  const work = withRun({ ...ctx, raw }, SPEC, (recorder) => {
    recorder.line(ADVERT);
    return Promise.reject(new TypeError("the work itself"));
  });
  await expect(work).rejects.toThrow("the work itself");
  expect(await run()).toMatchObject({ status: "failed", error: expect.stringContaining("TypeError") });
});

test("what stopped a stage is told, also where the end of the stage cannot be written", async () => {
  const work = withRun(ctx, SPEC, (recorder) =>
    recorder.stage("scrape", () => {
      refusals = 1;
      return Promise.reject(new TypeError("the work itself"));
    }),
  );
  await expect(work).rejects.toThrow("the work itself");
  expect((await run()).events.map(({ kind }) => kind)).toEqual(["stage.started", "stage.finished"]);
});

test("events that could not be written are written by the next flush, once each", async () => {
  await withRun(ctx, SPEC, async (recorder) => {
    recorder.event({ kind: "one", message: "1" });
    refusals = 1;
    await expect(recorder.flush()).rejects.toThrow("closed the connection");
    recorder.event({ kind: "two", message: "2" });
    await Promise.all([recorder.flush(), recorder.flush()]);
    recorder.event({ kind: "three", message: "3" });
  });
  expect((await run()).events.map(({ seq, kind }) => [seq, kind])).toEqual([
    [1, "one"],
    [2, "two"],
    [3, "three"],
  ]);
});

test("events and the manifest tell no secret of an address", async () => {
  const url = "https://board.example/jobs?page=2&api_key=hunter2";
  const { runId } = await withRun(ctx, SPEC, (recorder) => {
    recorder.event({ kind: "one", message: `moved to ${url}`, url, detail: { urls: [url], at: new Date(0), n: 1 } });
    recorder.failure({ stage: "scrape", reason: "gone", message: "404", url });
    return Promise.resolve();
  });
  const { events, artefacts } = await run();
  expect(JSON.stringify(events)).not.toContain("hunter2");
  expect(events[0]).toMatchObject({
    message: "moved to https://board.example/jobs?page=2&api_key=[redacted]",
    url: "https://board.example/jobs?page=2&api_key=[redacted]",
    detail: { urls: ["https://board.example/jobs?page=2&api_key=[redacted]"], at: "1970-01-01T00:00:00.000Z", n: 1 },
  });
  const manifest = manifestOf({ artefacts });
  const lines = [];
  for await (const line of readManifest(ctx, manifest ?? { hash: runId, bytes: 0, lines: 0 })) lines.push(line);
  expect(lines.at(-1)).toMatchObject({ kind: "failed", url: "https://board.example/jobs?page=2&api_key=[redacted]" });
});

test("a stop that was foreseen is no error of the log's, an unforeseen one is, with its run", async () => {
  const errors: unknown[] = [];
  const log = { ...ctx.log, error: (event: string, fields?: object) => errors.push({ event, ...fields }) };
  const stopped = (error: Error) => withRun({ ...ctx, log }, SPEC, () => Promise.reject(error));
  await expect(stopped(new AppError("not_found", "There is no such file."))).rejects.toThrow("no such file");
  expect(errors).toEqual([]);
  expect(await run()).toMatchObject({ status: "failed", error: "There is no such file." });
  await expect(stopped(new Error("x is undefined"))).rejects.toThrow("x is undefined");
  expect(errors).toMatchObject([{ event: "run.failed", runId: expect.any(String) }]);
});
