import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { expect, test, vi } from "vitest";
import { serveDatabase } from "./serve-database";

const CONNECTIONS = 8;
const QUERIES = 400;

/** Queries with different texts and numbers of parameters, each of which knows its own answer. */
function askedBy(n: number): { text: string; values: string[]; answer: string } {
  const values = Array.from({ length: 1 + (n % 5) }, (_, index) => `${n}.${index}`);
  const text = `SELECT ${values.map((_, index) => `$${index + 1}::text`).join(` || '|' || `)} || '#${n % 7}' AS answer`;
  return { text, values, answer: `${values.join("|")}#${n % 7}` };
}

test("queries of several connections at once each get their own answer, errors among them", async () => {
  const served = await serveDatabase({});
  const pools = [0, 1].map(() => new pg.Pool({ connectionString: served.url, max: CONNECTIONS }));
  try {
    const outcomes = await Promise.all(
      Array.from({ length: QUERIES }, async (_, n) => {
        const { text, values, answer } = askedBy(n);
        const pool = pools[n % pools.length];
        if (n % 50 === 7)
          return pool?.query("SELECT 1 / $1::int AS answer", [0]).then(
            () => "answered",
            () => "failed",
          );
        const rows = (await pool?.query<{ answer: string }>(text, values))?.rows;
        return rows?.[0]?.answer === answer ? "own" : "foreign";
      }),
    );
    expect(outcomes.filter((outcome) => outcome === "own")).toHaveLength(QUERIES - QUERIES / 50);
    expect(outcomes.filter((outcome) => outcome === "failed")).toHaveLength(QUERIES / 50);
  } finally {
    await Promise.all(pools.map((pool) => pool.end()));
    await served.close();
  }
});

/** The bytes of one message of the protocol. */
function message(type: string, ...parts: (string | Buffer)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(`${part}\0`) : part)));
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const int16 = (n: number) => Buffer.from([n >> 8, n & 255]);
const PARSE = message("P", "", "SELECT 'mine' AS answer", int16(0));
const REST = Buffer.concat([
  message("B", "", "", int16(0), int16(0), int16(0)),
  message("E", "", Buffer.alloc(4)),
  message("S"),
]);

/** A connection that speaks the protocol itself, so that a query can be sent in two pieces. */
async function rawConnection(port: number): Promise<{ socket: Socket; heard: () => string }> {
  const socket = connect(port, "127.0.0.1");
  let heard = "";
  socket.on("data", (data) => (heard += data.toString("latin1")));
  socket.on("error", () => undefined);
  const settings = Buffer.from("user\0postgres\0database\0postgres\0\0");
  const head = Buffer.alloc(8);
  head.writeInt32BE(settings.length + 8, 0);
  head.writeInt32BE(196_608, 4);
  socket.write(Buffer.concat([head, settings]));
  await vi.waitFor(() => expect(heard).toContain("Z"), { timeout: 20_000 });
  return { socket, heard: () => heard };
}

test("a query that arrives in two pieces meets its own statement, though others ask in between", async () => {
  const served = await serveDatabase({});
  const other = new pg.Client({ connectionString: served.url });
  await other.connect();
  try {
    const slow = await rawConnection(served.port);
    slow.socket.write(PARSE);
    await sleep(200);
    const between = other.query<{ sum: number }>("SELECT $1::int + $2::int AS sum", [20, 22]);
    await sleep(200);
    slow.socket.write(REST);
    await vi.waitFor(() => expect(slow.heard()).toContain("mine"), { timeout: 5_000 });
    expect((await between).rows).toEqual([{ sum: 42 }]);
    slow.socket.destroy();
  } finally {
    await other.end();
    await served.close();
  }
});

test("a connection that breaks off in the middle of a query holds nobody up", async () => {
  const served = await serveDatabase({});
  const stays = new pg.Client({ connectionString: served.url });
  await stays.connect();
  try {
    const leaves = await rawConnection(served.port);
    leaves.socket.write(PARSE);
    await sleep(200);
    const asked = stays.query<{ one: number }>("SELECT $1::int AS one", [1]);
    await sleep(200);
    leaves.socket.destroy();
    expect((await asked).rows).toEqual([{ one: 1 }]);
  } finally {
    await stays.end();
    await served.close();
  }
});
