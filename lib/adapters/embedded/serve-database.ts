import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { embeddedUrl } from "./embedded-url";
import { withWholeQueries } from "./whole-queries";

/** A running embedded database. `url` speaks the PostgreSQL protocol on the loopback interface. */
export type ServedDatabase = { url: string; port: number; connections(): number; close(): Promise<void> };

export type ServeOptions = {
  /** Folder of the data; absent means memory only. */
  folder?: string;
  /** A dumped data folder to start from. */
  template?: Blob;
  port?: number;
};

/** PGlite's socket server takes no port 0; ask the system for a free one first. */
async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("No free port.")),
      );
    });
  });
}

/** Opens the embedded database in this process and serves it on 127.0.0.1. The caller holds the folder's lock. */
export async function serveDatabase(options: ServeOptions): Promise<ServedDatabase> {
  if (options.folder !== undefined) mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const db = await PGlite.create({
    ...(options.folder === undefined ? {} : { dataDir: options.folder }),
    ...(options.template === undefined ? {} : { loadDataDir: options.template }),
    extensions: { vector },
  });
  const port = options.port ?? (await freePort());
  const server = new PGLiteSocketServer({ db: withWholeQueries(db), port, host: "127.0.0.1", maxConnections: 40 });
  await server.start();
  return {
    url: embeddedUrl(port),
    port,
    connections: () => server.getStats().activeConnections,
    close: async () => {
      await server.stop();
      await db.close();
    },
  };
}
