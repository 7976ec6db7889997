import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type Answer, htmlAnswer, isUnchanged } from "./answer";
import { buildHistory } from "./history";
import { loadDemoContent } from "./load-content";
import { createRouter, type Router } from "./routes";

export type DemoRequest = { at: string; path: string; status: number };

export type DemoBoard = {
  /** For example `http://127.0.0.1:4100`, without a slash at the end. */
  origin: string;
  /** Stops listening and ends open connections. */
  close: () => Promise<void>;
  /** The requests answered so far, oldest first; the newest twenty thousand are kept. */
  requests: readonly DemoRequest[];
};

export type DemoBoardOptions = {
  /** The board's last day, `YYYY-MM-DD`. */
  anchor: string;
  /** 0 (the default) takes a free port. */
  port?: number;
  host?: string;
  seed?: number;
};

const KEPT_REQUESTS = 20_000;
// Nothing on the board may run a script, whoever opens its hostile pages in a browser.
const SAFE_HEADERS = {
  "content-security-policy": "default-src 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
};

/**
 * Starts the demo job board. Throws RangeError for an anchor that is not a day, an Error for broken content,
 * and what `listen` throws when the port is taken.
 */
export async function startDemoBoard(options: DemoBoardOptions): Promise<DemoBoard> {
  const { anchor, port = 0, host = "127.0.0.1", seed } = options;
  const history = buildHistory(loadDemoContent(), seed === undefined ? { anchor } : { anchor, seed });
  const requests: DemoRequest[] = [];
  let router: Router | null = null;
  const server = createServer((request, response) => {
    const answer = router === null ? htmlAnswer("", 503) : answerTo(router, request);
    const status = send(request, response, answer);
    requests.push({ at: new Date().toISOString(), path: request.url ?? "", status });
    if (requests.length > KEPT_REQUESTS) requests.shift();
  });
  const origin = await listen(server, host, port);
  router = createRouter(history, origin);
  return { origin, close: () => close(server), requests };
}

function answerTo(router: Router, request: IncomingMessage): Answer {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return { status: 405, headers: { allow: "GET, HEAD" }, body: Buffer.alloc(0) };
  }
  return router(request.url ?? "/");
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): number {
  const unchanged = isUnchanged(answer, request.headers["if-none-match"], request.headers["if-modified-since"]);
  const status = unchanged ? 304 : answer.status;
  const headers = { ...SAFE_HEADERS, ...answer.headers };
  if (unchanged) {
    response.writeHead(status, headers).end();
    return status;
  }
  response.writeHead(status, { ...headers, "content-length": answer.body.byteLength });
  response.end(request.method === "HEAD" ? undefined : answer.body);
  return status;
}

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      const bound = typeof address === "object" && address !== null ? address.port : port;
      resolve(`http://${host.includes(":") ? `[${host}]` : host}:${bound}`);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error === undefined) resolve();
      else reject(error);
    });
    server.closeAllConnections();
  });
}
