import { parseArgs } from "node:util";
import { z } from "zod";
import { demoCrawlDays, isDay } from "./calendar";
import { startDemoBoard } from "./server";

const USAGE = "Usage: npx tsx demo-board/main.ts --anchor YYYY-MM-DD [--port 4100] [--host 127.0.0.1]\n";

const optionsSchema = z.object({
  anchor: z.string().refine(isDay, "--anchor has to be a calendar day, YYYY-MM-DD."),
  port: z.coerce.number().int().min(0).max(65_535).default(4100),
  host: z.string().min(1).default("127.0.0.1"),
});

function readOptions(): z.infer<typeof optionsSchema> | null {
  try {
    const { values } = parseArgs({
      options: { anchor: { type: "string" }, port: { type: "string" }, host: { type: "string" } },
    });
    const options = optionsSchema.safeParse(values);
    if (options.success) return options.data;
    process.stderr.write(`${z.prettifyError(options.error)}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : "The arguments cannot be read."}\n`);
  }
  return null;
}

async function serve(options: z.infer<typeof optionsSchema>): Promise<void> {
  const board = await startDemoBoard(options);
  const days = demoCrawlDays(options.anchor).map((day) => `  ${board.origin}/d/${day}/\n`);
  process.stdout.write(`Demo job board: ${board.origin}/\n${days.join("")}`);
  const stop = () => void board.close();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

const options = readOptions();
if (options === null) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  serve(options).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : "The board could not be started."}\n`);
    process.exitCode = 1;
  });
}
