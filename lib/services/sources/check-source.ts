import type { z } from "zod";
import type { AdapterDescription } from "@/lib/adapters/sources/adapter-description";
import { findAdapter, listAdapters } from "@/lib/adapters/sources/registry";
import { allowedHostsOf, type SourceConfig, sourceConfig } from "@/lib/adapters/sources/source-config";
import { isHostAllowed } from "@/lib/adapters/http/address-guard";
import { AppError } from "@/lib/core/kernel/app-error";
import { type MistakeKind, mistakeKindOf } from "./mistake-kind";

/** One mistake of an entry: where it stands and what to do about it; its kind and bound where a screen can say it in its own words. */
export type SourceMistake = { path: string; message: string; kind?: MistakeKind; limit?: number };

export type CheckedSource =
  | { ok: true; config: SourceConfig; description: AdapterDescription }
  | { ok: false; mistakes: SourceMistake[] };

function adapterMistake(id: string): SourceMistake {
  const ids = listAdapters()
    .filter((description) => description.adapter !== null)
    .map((description) => description.id);
  return { path: "adapter", message: `There is no adapter "${id}" that fetches. Adapters: ${ids.join(", ")}.` };
}

function hostMistakes(config: SourceConfig): SourceMistake[] {
  const hosts = allowedHostsOf(config);
  return config.startUrls.flatMap((url, index) =>
    isHostAllowed(new URL(url).hostname, hosts)
      ? []
      : [
          {
            path: `startUrls.${index}`,
            message: `${new URL(url).hostname} is not among allowedHosts.`,
            kind: "other_host" as const,
          },
        ],
  );
}

function mistakeOf(issue: z.core.$ZodIssue, under: readonly string[] = []): SourceMistake {
  return { path: [...under, ...issue.path].join("."), message: issue.message, ...mistakeKindOf(issue) };
}

/** Checks one entry for a source whole: its shape, its adapter, the adapter's own parameters, its hosts. Names every mistake at once. */
export function checkSource(entry: unknown): CheckedSource {
  const parsed = sourceConfig.safeParse(entry);
  if (!parsed.success) return { ok: false, mistakes: parsed.error.issues.map((issue) => mistakeOf(issue)) };
  const description = findAdapter(parsed.data.adapter);
  if (description === null || description.adapter === null)
    return { ok: false, mistakes: [adapterMistake(parsed.data.adapter)] };
  const params = description.params.safeParse(parsed.data.params);
  const mistakes = hostMistakes(parsed.data);
  if (!params.success) mistakes.push(...params.error.issues.map((issue) => mistakeOf(issue, ["params"])));
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, config: parsed.data, description };
}

/** The same, for callers that stop at a mistake. Throws `invalid_input` with all of them in words. */
export function checkedSource(entry: unknown): { config: SourceConfig; description: AdapterDescription } {
  const checked = checkSource(entry);
  if (checked.ok) return checked;
  throw new AppError("invalid_input", mistakesInWords(checked.mistakes));
}

/** All mistakes in one line. */
export function mistakesInWords(mistakes: readonly SourceMistake[]): string {
  return mistakes
    .map(({ path, message }) => `${path === "" ? "" : `${path}: `}${message.replace(/\.?$/, ".")}`)
    .join(" ");
}
