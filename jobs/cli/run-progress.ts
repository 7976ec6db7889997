import { z } from "zod";
import type { WatchedEvent } from "@/lib/services/context/context";
import type { Output } from "./output";

const progressDetail = z.object({ done: z.number(), total: z.number().nullable() });
/** Events that a log is told of besides the sparse lines. */
const TOLD = new Set(["stage.started", "stage.finished", "file.opened"]);
const SPARSE_MS = 10_000;

export type RunProgress = { watch: (event: WatchedEvent) => void; stop: () => void };

type Bar = { update: (stage: string, done: number, total: number | null) => void; stop: () => void };

/** Only the terminal's own bar needs the library. */
async function terminalBar(): Promise<Bar> {
  const { SingleBar, Presets } = await import("cli-progress");
  const bar = new SingleBar(
    { format: "{stage} {bar} {value}/{total}", stream: process.stderr, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  let current = "";
  return {
    update: (stage, done, total) => {
      if (stage !== current) {
        if (current !== "") bar.stop();
        bar.start(total ?? done, done, { stage });
        current = stage;
      }
      bar.setTotal(total ?? done);
      bar.update(done, { stage });
    },
    stop: () => {
      if (current !== "") bar.stop();
    },
  };
}

/** The same for a log: a line when a file or stage begins or ends, and one every ten seconds while it runs. */
function sparseLines(output: Output, now: () => number): Bar {
  let toldAt = now();
  return {
    update: (stage, done, total) => {
      if (now() - toldAt < SPARSE_MS) return;
      toldAt = now();
      const share = total === 1 ? `${Math.round(done * 100)} %` : total === null ? `${done}` : `${done} of ${total}`;
      output.note(JSON.stringify({ progress: stage, done: share }));
    },
    stop: () => undefined,
  };
}

/** Shows how far a run is: a bar on a terminal, sparse lines elsewhere. */
export async function watchRun(output: Output, now: () => number = () => performance.now()): Promise<RunProgress> {
  const bar = output.isTerminal ? await terminalBar() : sparseLines(output, now);
  return {
    watch: (event) => {
      if (event.kind === "stage.progressed") {
        const detail = progressDetail.safeParse(event.detail);
        if (detail.success) bar.update(event.stage ?? "", detail.data.done, detail.data.total);
      } else if (!output.isTerminal && TOLD.has(event.kind)) {
        output.note(JSON.stringify({ progress: event.stage ?? "", event: event.kind, detail: event.detail ?? null }));
      }
    },
    stop: () => bar.stop(),
  };
}
