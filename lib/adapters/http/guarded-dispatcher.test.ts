import { createServer } from "node:net";
import { request } from "undici";
import { expect, test } from "vitest";
import { isPublicAddress, type ResolvedAddress } from "./address-guard";
import { createGuardedDispatcher, findRefusedAddress, guardedLookup } from "./guarded-dispatcher";

const PUBLIC: ResolvedAddress = { address: "93.184.216.34", family: 4 };

function lookUp(answers: ResolvedAddress[], all: boolean): Promise<unknown> {
  const lookup = guardedLookup(() => Promise.resolve(answers));
  return new Promise((resolve) => {
    lookup("jobs.example.com", { all }, (error, address) => resolve(error ?? address));
  });
}

test("the connection is given the very addresses that were checked", async () => {
  expect(await lookUp([PUBLIC], false)).toBe(PUBLIC.address);
  expect(await lookUp([PUBLIC], true)).toEqual([PUBLIC]);
});

test.each([
  "127.0.0.1",
  "::1",
  "::ffff:10.0.0.1",
  "64:ff9b::a00:1",
  "64:ff9b:1::5db8:d822",
  "169.254.169.254",
  "2002:a00:1::",
])("%s among the answers refuses the connection", async (address) => {
  const refused = await lookUp([PUBLIC, { address, family: address.includes(":") ? 6 : 4 }], true);
  expect(findRefusedAddress(refused)).not.toBeNull();
});

test("a name that is public at first and private when it is connected to opens no connection", async () => {
  let connections = 0;
  const inner = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => inner.listen(0, "127.0.0.1", resolve));
  const address = inner.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const answers = [[PUBLIC], [{ address: "127.0.0.1", family: 4 }]];
  const resolve = () => Promise.resolve(answers.shift() ?? []);
  expect((await resolve()).every((answer) => isPublicAddress(answer.address))).toBe(true);
  const guarded = createGuardedDispatcher({ resolve, exemptOrigins: [], timeoutMs: 1000 });
  const url = new URL(`http://rebound.example.com:${port}/`);
  const failure: unknown = await request(url, { dispatcher: await guarded.forUrl(url) }).catch(
    (error: unknown) => error,
  );
  expect(findRefusedAddress(failure)).not.toBeNull();
  expect(connections).toBe(0);
  await guarded.close();
  await new Promise((resolve) => inner.close(resolve));
});

test("an error that is no refusal stays one", () => {
  expect(findRefusedAddress(new Error("other"))).toBeNull();
  expect(findRefusedAddress("nothing")).toBeNull();
});
