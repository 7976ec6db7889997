import type { PGlite } from "@electric-sql/pglite";

const code = (letter: string) => letter.charCodeAt(0);

/** Messages that a query in the extended protocol is made of: Parse, Bind, Describe, Execute, Close. */
const PARTS = new Set(["P", "B", "D", "E", "C"].map(code));

/** Sync ends such a query, a simple query has no parts, Terminate ends the connection. */
const ENDS = new Set(["S", "Q", "X"].map(code));

/**
 * A view of the database that counts as busy between the first part of a query and its end. The socket server queues single
 * messages and keeps to one connection only while a transaction is open; all connections share one backend and so one unnamed
 * statement. Without this, the Bind of one connection could meet the Parse of another and run the wrong query.
 */
export function withWholeQueries(db: PGlite): PGlite {
  let isOpen = false;
  const note = (message: Uint8Array) => {
    const [type] = message;
    if (type === undefined) return;
    if (PARTS.has(type)) isOpen = true;
    else if (ENDS.has(type)) isOpen = false;
  };
  const changed: Pick<PGlite, "isInTransaction" | "execProtocolRawStream" | "exec"> = {
    isInTransaction: () => isOpen || db.isInTransaction(),
    execProtocolRawStream: async (message, options) => {
      note(message);
      await db.execProtocolRawStream(message, options);
    },
    // The server's own ROLLBACK after a connection broke off ends whatever that connection had begun.
    exec: async (query, options) => {
      isOpen = false;
      return db.exec(query, options);
    },
  };
  return new Proxy(db, {
    get: (target, name) => {
      const value: unknown = Reflect.get(name in changed ? changed : target, name);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}
