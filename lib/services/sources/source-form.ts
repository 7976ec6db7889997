import { z } from "zod";
import type { SourceConfig } from "@/lib/adapters/sources/source-config";
import type { SourceMistake } from "./check-source";

/** A source as its form holds it: every field as it was typed. */
export const sourceFormShape = z.object({
  id: z.string().max(200),
  name: z.string().max(500),
  adapter: z.string().max(100),
  /** One a line, as the hosts. */
  startUrls: z.string().max(50_000),
  allowedHosts: z.string().max(50_000),
  cadenceMinutes: z.string().max(20),
  minIntervalMs: z.string().max(20),
  concurrencyPerHost: z.string().max(20),
  failuresBeforeBreak: z.string().max(20),
  crawlsBeforeBreak: z.string().max(20),
  coolDownMinutes: z.string().max(20),
  userAgent: z.string().max(500),
  contact: z.string().max(500),
  browser: z.boolean(),
  waitFor: z.string().max(500),
  llmFallback: z.boolean(),
  /** The adapter's own parameters, mapping included, as JSON. */
  params: z.string().max(200_000),
});

export type SourceForm = z.output<typeof sourceFormShape>;

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** What is no number is left as it was typed, for the schema to refuse it at its path; an empty field is the default. */
function numberOf(text: string): number | string | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : trimmed;
}

function textOf(text: string): string | undefined {
  return text.trim() === "" ? undefined : text.trim();
}

function given(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

const NO_BASE = { politeness: {}, fetch: {} };

/**
 * The entry that a form stands for. What the form does not show (limits, proxy, attribution) is kept from `base`, the stored source.
 * Parameters that are no JSON object are the one mistake that is found here.
 */
export function entryOfForm(
  form: SourceForm,
  base: SourceConfig | null,
): { ok: true; entry: Record<string, unknown> } | { ok: false; mistakes: SourceMistake[] } {
  let params: unknown;
  try {
    params = form.params.trim() === "" ? {} : JSON.parse(form.params);
  } catch (error) {
    return { ok: false, mistakes: [{ path: "params", message: error instanceof Error ? error.message : "no JSON" }] };
  }
  const { politeness, fetch, ...kept } = base ?? NO_BASE;
  const number = {
    minIntervalMs: numberOf(form.minIntervalMs),
    concurrencyPerHost: numberOf(form.concurrencyPerHost),
    failuresBeforeBreak: numberOf(form.failuresBeforeBreak),
    crawlsBeforeBreak: numberOf(form.crawlsBeforeBreak),
    coolDownMinutes: numberOf(form.coolDownMinutes),
  };
  const entry = {
    ...kept,
    id: form.id.trim(),
    name: form.name.trim(),
    adapter: form.adapter,
    startUrls: linesOf(form.startUrls),
    allowedHosts: linesOf(form.allowedHosts),
    cadenceMinutes: numberOf(form.cadenceMinutes),
    politeness: { ...politeness, ...given(number) },
    userAgent: textOf(form.userAgent),
    contact: textOf(form.contact),
    fetch: { ...fetch, browser: form.browser, waitFor: textOf(form.waitFor) },
    fallback: form.llmFallback ? "llm" : "none",
    params,
  };
  return { ok: true, entry: { ...given(entry), fetch: given(entry.fetch) } };
}

/** A stored source as its form shows it. */
export function formOfConfig(config: SourceConfig): SourceForm {
  const { politeness, fetch } = config;
  return {
    id: config.id,
    name: config.name,
    adapter: config.adapter,
    startUrls: config.startUrls.join("\n"),
    allowedHosts: config.allowedHosts.join("\n"),
    cadenceMinutes: String(config.cadenceMinutes),
    minIntervalMs: String(politeness.minIntervalMs),
    concurrencyPerHost: String(politeness.concurrencyPerHost),
    failuresBeforeBreak: String(politeness.failuresBeforeBreak),
    crawlsBeforeBreak: String(politeness.crawlsBeforeBreak),
    coolDownMinutes: String(politeness.coolDownMinutes),
    userAgent: config.userAgent ?? "",
    contact: config.contact ?? "",
    browser: fetch.browser,
    waitFor: fetch.waitFor ?? "",
    llmFallback: config.fallback === "llm",
    params: JSON.stringify(config.params, null, 2),
  };
}
