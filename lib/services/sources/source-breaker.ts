import type { SourceHealth } from "@/lib/core/pipeline/source-health";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";

type State = SourceHealth["breaker"];

const EVENT = { open: "breaker.opened", half_open: "breaker.half_open", closed: "breaker.closed" } as const;

/** Follows a source's breaker through a run: the crawl's own and the one that is kept tell one story, each change once. */
export class SourceBreaker {
  private state: State;
  private readonly run: RunRecorder;
  private readonly source: { id: string; name: string };
  private readonly stage: string;

  constructor(run: RunRecorder, source: { id: string; name: string; breaker: State }, stage: string) {
    this.run = run;
    this.source = source;
    this.stage = stage;
    this.state = source.breaker;
  }

  move(to: State, why: string): void {
    if (to === this.state) return;
    this.run.event({
      level: to === "open" ? "warn" : "info",
      kind: EVENT[to],
      stage: this.stage,
      reason: to,
      message: `${this.source.name}: ${why}`,
      detail: { sourceId: this.source.id, from: this.state, to },
    });
    this.state = to;
  }
}
