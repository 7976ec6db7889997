/** A worker process: `npm run cli -- worker` on any machine that reaches the database; the launcher starts one of its own. */
import { startWorker } from "@/jobs/worker";

const worker = await startWorker();
let stopping = false;
const stop = () => {
  if (stopping) return;
  stopping = true;
  void worker.stop().then(() => process.exit(0));
};
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
process.once("disconnect", stop);
