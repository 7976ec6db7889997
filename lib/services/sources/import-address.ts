import { z } from "zod";
import { crawlAddresses } from "@/lib/adapters/sources/crawl-addresses";
import { findAdapter } from "@/lib/adapters/sources/registry";
import { allowedHostsOf, type SourceConfig, sourceConfig } from "@/lib/adapters/sources/source-config";
import { AppError } from "@/lib/core/kernel/app-error";
import type { RunTrigger } from "@/lib/core/pipeline/run-report";
import { audit } from "@/lib/services/accounts/audit";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { PIPELINE_LEASE } from "@/lib/services/pipeline/pipeline-lease";
import { processPostings } from "@/lib/services/pipeline/run-daily";
import { signalUntil } from "@/lib/services/pipeline/signal-until";
import { sendJob } from "@/lib/services/queue/open-queue";
import { enqueueRun, withRun } from "@/lib/services/runs/with-run";
import { closeGone } from "./close-gone";
import { crawlSource } from "./crawl-source";
import { ensureSource } from "./ensure-sources";
import { lookAtSource, type SourceLook } from "./look-at-source";
import { recogniseSource } from "./recognise-source";
import { refuseWhileCooling } from "./refuse-while-cooling";
import { saveSource } from "./save-source";

export const addressInput = z.object({ address: z.string().trim().min(1).max(2000) });
type AddressInput = z.output<typeof addressInput>;

/** What an address is, with the source that would read it. `known` is the source of this installation that it belongs to. */
export type ReadAddress = {
  address: string;
  what: "board" | "advert" | "unknown";
  adapter: { id: string; name: string; terms: string; hasNotice: boolean };
  config: SourceConfig;
  known: { id: string; enabled: boolean } | null;
};

/** Recognises an address without asking anybody. Throws `invalid_input` with what to do for one that cannot be read. */
export async function readAddress(ctx: Context, { address }: AddressInput): Promise<ReadAddress> {
  adminOnly(ctx);
  const reading = recogniseSource(address);
  if (reading.kind === "bad_address") throw new AppError("invalid_input", reading.message);
  const config = sourceConfig.parse(reading.config);
  const adapter = findAdapter(config.adapter);
  if (adapter === null) throw new AppError("invalid_input", "No adapter reads this address.");
  const { id, name, terms, hasNotice } = adapter;
  const known = await ctx.db.source.findUnique({ where: { id: config.id }, select: { id: true, enabled: true } });
  const what = reading.kind === "recognised" ? reading.what : "unknown";
  return { address: reading.address, what, adapter: { id, name, terms, hasNotice }, config, known };
}

/** The source's entry for fetching one page: the page's own host may be asked too. */
function withHost(config: SourceConfig, address: string): SourceConfig {
  const { hostname } = new URL(address);
  return { ...config, allowedHosts: [...new Set([...allowedHostsOf(config), hostname])] };
}

/** What would be read at an address: the advert itself, or the first adverts of its board. Nothing is kept. */
export async function previewAddress(ctx: Context, input: AddressInput): Promise<ReadAddress & { look: SourceLook }> {
  const read = await readAddress(ctx, input);
  const look =
    read.what === "board"
      ? await lookAtSource(ctx, read.config)
      : await lookAtSource(ctx, withHost(read.config, read.address), { urls: [read.address] });
  return { ...read, look };
}

/** Adds the board that an address belongs to as a source that is read on schedule. */
export async function watchAddress(ctx: Context, input: AddressInput): Promise<{ sourceId: string; isNew: boolean }> {
  const { config, known } = await readAddress(ctx, input);
  if (known !== null)
    throw new AppError(
      "conflict",
      `This board is a source already: ${config.name}. Turn it on in the list of sources.`,
    );
  return saveSource(ctx, { ...config, enabled: true });
}

/** Refuses an import from a board whose notice nobody has read, or that is to be left alone for a while. */
async function refuseUnasked(ctx: Context, { adapter, config }: ReadAddress): Promise<void> {
  const source = await ctx.db.source.findUnique({ where: { id: config.id } });
  if (adapter.hasNotice && (source?.noticeAcceptedAt ?? null) === null)
    throw new AppError("invalid_input", `Read the notice of ${config.name} and turn it on first.`);
  refuseWhileCooling(source, ctx.wallNow(), "import its advert");
}

/**
 * Asks for one advert to be imported: registered, queued, and worked off by the worker. Returns the run to follow. Throws
 * `invalid_input` for a source whose notice is unread, `unavailable` for one that is cooling down.
 */
export async function requestAddressImport(ctx: Context, input: AddressInput): Promise<{ runId: string }> {
  const read = await readAddress(ctx, input);
  await refuseUnasked(ctx, read);
  const { address, config } = read;
  const runId = await enqueueRun(ctx, {
    kind: "import",
    trigger: "admin",
    leaseKey: PIPELINE_LEASE,
    sourceId: config.id,
    input: { address },
  });
  await audit(ctx, ctx.db, { action: "address.import_requested", subject: config.id, detail: { runId, address } });
  await sendJob(ctx, "import_address", { runId, address });
  return { runId };
}

/** The source of an address, added but off where it is not known yet: one advert is wanted, not the board. */
async function sourceFor(ctx: Context, config: SourceConfig) {
  const known = await ctx.db.source.findUnique({ where: { id: config.id } });
  if (known !== null) return known;
  await ensureSource(ctx, { ...config, enabled: false, managedBy: "admin" });
  return ctx.db.source.findUniqueOrThrow({ where: { id: config.id } });
}

/**
 * Imports the advert at an address, then all stages, as one registered run. A page that cannot be read is a failure of the run.
 * Throws `invalid_input` for an address that cannot be asked or a source whose notice is unread, `unavailable` for one that cools down.
 */
export async function runAddressImport(
  ctx: Context,
  address: string,
  options: { trigger: RunTrigger; runId?: string | undefined; deadline?: Date | null },
): Promise<{ runId: string; status: string }> {
  const read = await readAddress(ctx, { address });
  await refuseUnasked(ctx, read);
  const source = await sourceFor(ctx, read.config);
  const spec = {
    kind: "import" as const,
    trigger: options.trigger,
    leaseKey: PIPELINE_LEASE,
    sourceId: source.id,
    input: { address: read.address },
  };
  return withRun(ctx, options.runId === undefined ? spec : { ...spec, runId: options.runId }, async (run) => {
    const config = withHost(sourceConfig.parse(source.config), read.address);
    const summary = await run.stage("scrape", () =>
      crawlSource(
        ctx,
        run,
        { ...source, config },
        {
          signal: signalUntil(ctx, options.deadline ?? null),
          crawl: (context, asked) => crawlAddresses(context, asked, [read.address]),
        },
      ),
    );
    await closeGone(ctx, run, source.id, summary, run.clock);
    await processPostings(ctx, run, options.deadline ?? null);
  });
}
