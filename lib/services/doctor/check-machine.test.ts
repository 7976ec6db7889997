import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { checkDisk, checkNode, checkPort } from "./check-machine";

test("Node before 20.19 is a failure with what to install", () => {
  expect(checkNode("20.19.0").status).toBe("ok");
  expect(checkNode("24.1.0").status).toBe("ok");
  expect(checkNode("20.18.3")).toMatchObject({ status: "failed", advice: expect.stringContaining("20.19") });
  expect(checkNode("18.20.0").status).toBe("failed");
});

test("a taken port is fine while Atalaya runs, and a warning otherwise", async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  const taken = { HOST: "127.0.0.1", PORT: port };
  expect((await checkPort(taken, true)).status).toBe("ok");
  expect(await checkPort(taken, false)).toMatchObject({ status: "warning", advice: expect.stringContaining("PORT=") });
  await new Promise((resolve) => server.close(resolve));
  expect((await checkPort(taken, false)).status).toBe("ok");
});

test("the disk is looked at even before the data folder is made", async () => {
  const result = await checkDisk({ root: path.join(tmpdir(), "not", "made", "yet") });
  expect(result.check).toBe("disk");
  expect(result.detail).toMatch(/\d+ MB free/u);
});
