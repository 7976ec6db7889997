import { Command } from "commander";
import type { Output } from "./output";

/** The commands with their options and help; what they do is loaded when they are called. */
export function buildProgram(output: Output): Command {
  const program = new Command("atalaya")
    .description("Self-hosted job-market observatory and résumé matcher.")
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  const into = program.command("import").description("Bring data into the database");
  into
    .command("postings <files...>")
    .description("Import postings from JSON Lines or CSV files, also gzipped")
    .option("--now <iso>", "the instant that counts as now")
    .option("--no-process", "stop after absorbing: do not read, embed, count and match")
    .option("--no-embed", "do not compute vectors")
    .action(async (files: string[], options: { now?: string; process: boolean; embed: boolean }) => {
      const { importPostings } = await import("./commands/import-postings");
      await importPostings(output, files, options);
    });
  return program;
}
