import { once } from "node:events";
import { openInstallation } from "@/lib/services/context/open-installation";
import { startWorker } from "@/jobs/worker";
import type { Output } from "../output";

async function untilTold(): Promise<void> {
  const gone = new AbortController();
  const { signal } = gone;
  await Promise.race([once(process, "SIGTERM", { signal }), once(process, "SIGINT", { signal })]);
  gone.abort();
}

/** `worker`: takes jobs and keeps the schedule until it is told to stop. */
export async function workUntilTold(output: Output): Promise<void> {
  const told = untilTold().catch(() => undefined);
  const installation = await openInstallation({ purpose: "worker" });
  try {
    const worker = await startWorker();
    output.note(JSON.stringify({ progress: "worker", message: "Taking jobs; Ctrl-C stops." }));
    await told;
    await worker.stop();
  } finally {
    await installation.close();
  }
}
