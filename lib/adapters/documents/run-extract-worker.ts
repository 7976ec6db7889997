import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { sep } from "node:path";
import { z } from "zod";
import type { DocumentLimits } from "./document-limits";

const pageItem = z.object({
  text: z.string(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  size: z.number(),
  font: z.string(),
  upright: z.boolean(),
});
const pdfPage = z.object({ width: z.number(), items: z.array(pageItem) });
const workerAnswer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("pages"), pages: z.array(pdfPage) }),
  z.object({ kind: z.literal("html"), html: z.string() }),
  z.object({
    kind: z.literal("refused"),
    code: z.enum(["too_large", "too_many_pages", "bomb", "encrypted", "not_docx", "malformed"]),
  }),
]);

/** One run of text on a PDF page; points, origin at the lower left. */
export type PdfItem = z.output<typeof pageItem>;
/** One PDF page as the worker saw it; width in points. */
export type PdfPage = z.output<typeof pdfPage>;
/** What the worker answered, or why there is no answer. */
export type WorkerAnswer =
  | z.output<typeof workerAnswer>
  | { kind: "timeout" }
  | { kind: "out_of_memory" }
  | { kind: "crashed" };

const WORKER_FOLDERS = ["lib", "adapters", "documents"];
const WORKER_FILE = "extract-worker.mjs";

/** The worker stays a file of its own in a bundled server too, so its path is put together where no bundler follows it. */
function findWorker(): string {
  const fromRoot = [process.cwd(), ...WORKER_FOLDERS, WORKER_FILE].join(sep);
  const beside = import.meta.dirname ? [import.meta.dirname, WORKER_FILE].join(sep) : fromRoot;
  return existsSync(fromRoot) ? fromRoot : beside;
}

function startWorker(kind: "pdf" | "docx", limits: DocumentLimits): ChildProcess {
  const args = [`--max-old-space-size=${limits.heapMb}`, "--no-warnings", findWorker(), kind, JSON.stringify(limits)];
  // An environment without the server's variables: no secret of the server is within reach of a hostile file.
  return spawn(process.execPath, args, {
    stdio: ["pipe", "pipe", "ignore"],
    env: { NODE_ENV: "production" },
    windowsHide: true,
  });
}

function parseAnswer(output: string): WorkerAnswer {
  try {
    const parsed = workerAnswer.safeParse(JSON.parse(output));
    return parsed.success ? parsed.data : { kind: "crashed" };
  } catch {
    return { kind: "crashed" };
  }
}

/** SIGABRT is V8 out of heap, SIGKILL the worker's own watchdog (or the system's), 134 the same through a shell. */
function toEnding(code: number | null, signal: NodeJS.Signals | null, output: string): WorkerAnswer {
  if (signal === "SIGABRT" || signal === "SIGKILL" || code === 134) return { kind: "out_of_memory" };
  return code === 0 ? parseAnswer(output) : { kind: "crashed" };
}

/** Reads a PDF or DOCX in a process of its own that is killed when it exceeds its time or memory. Never throws. */
export function runExtractWorker(
  kind: "pdf" | "docx",
  bytes: Uint8Array,
  limits: DocumentLimits,
): Promise<WorkerAnswer> {
  return new Promise((resolve) => {
    const child = startWorker(kind, limits);
    const chunks: Buffer[] = [];
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill("SIGKILL");
    }, limits.timeMs);
    child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", () => {
      clearTimeout(timer);
      resolve({ kind: "crashed" });
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve(late ? { kind: "timeout" } : toEnding(code, signal, Buffer.concat(chunks).toString("utf8")));
    });
    // A worker that died early closes its end; its exit says why.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(bytes);
  });
}
