import { AppError } from "@/lib/core/kernel/app-error";
import { listAdapterDescriptions } from "@/lib/services/sources/list-adapters";
import { listSources } from "@/lib/services/sources/list-sources";
import { readSourcesFile } from "@/lib/services/sources/load-sources-file";
import { recogniseSource } from "@/lib/services/sources/recognise-source";
import type { Output } from "../output";
import { withInstallation } from "../with-installation";

/** `sources adapters`: one adapter a line. */
export async function listAdapterLines(output: Output): Promise<void> {
  for (const adapter of listAdapterDescriptions()) await output.answer(adapter);
}

/** `sources check`: the good entries as they would be used on standard output, the bad ones named on standard error. */
export async function checkSourcesFile(output: Output, file: string): Promise<void> {
  for (const { index, id, config, problem } of await readSourcesFile(file)) {
    if (config !== null) await output.answer(config);
    else output.problem({ error: "bad_source", entry: index + 1, id, message: problem });
  }
}

/** `sources recognise`: what an address is, with the configuration that would read it. */
export async function recognise(output: Output, address: string): Promise<void> {
  const reading = recogniseSource(address);
  if (reading.kind === "bad_address") throw new AppError("invalid_input", reading.message);
  await output.answer(reading);
}

/** `sources list`: the sources with their health, one a line. */
export async function listSourceLines(output: Output): Promise<void> {
  await withInstallation(output, async (ctx) => {
    for (const source of await listSources(ctx)) await output.answer(source);
  });
}
