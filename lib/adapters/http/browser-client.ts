import { sha256 } from "@/lib/core/kernel/hash";
import { detectPageState } from "./detect-page-state";
import type { FetchOutcome } from "./fetch-outcome";
import type { GetOptions, PoliteClient } from "./polite-client";
import { createRenderer, type Render, type RenderRules } from "./render-page";

export type BrowserRules = RenderRules & { maxBytes: number };
type Fetched = Extract<FetchOutcome, { kind: "fetched" }>;

function isPage({ contentType, bytes }: Fetched): boolean {
  if (contentType !== null) return /html/i.test(contentType);
  return /^\s*<(!doctype html|html)/i.test(new TextDecoder("latin1").decode(bytes.subarray(0, 200)));
}

function outcomeOf(page: Fetched, html: string, maxBytes: number): FetchOutcome {
  const bytes = new TextEncoder().encode(html);
  const provenance = { ...page.provenance, bytes: bytes.byteLength, rendered: true };
  if (bytes.byteLength > maxBytes)
    return {
      kind: "refused",
      refusal: "too_large",
      message: `refused: the rendered page is over ${maxBytes} bytes`,
      provenance,
    };
  const { state, reason } = detectPageState(html, page.status);
  if (state === "blocked" || state === "captcha" || state === "login_wall")
    return { kind: "blocked", status: page.status, reason, provenance };
  return {
    ...page,
    bytes,
    contentType: "text/html; charset=utf-8",
    charset: "utf-8",
    // The shell's validators say nothing of what its scripts bring.
    etag: null,
    lastModified: null,
    contentHash: sha256(bytes),
    provenance,
  };
}

/**
 * A client whose pages have their scripts run before they are handed on. The page itself and everything it asks for is fetched by
 * the client given, under all its rules; the browser has no network of its own. Feeds, sitemaps and JSON pass unchanged.
 */
export function createBrowserClient(
  client: PoliteClient,
  rules: BrowserRules,
  render: Render & { close: () => Promise<void> } = createRenderer(rules),
): PoliteClient {
  async function get(url: string, options: GetOptions = {}): Promise<FetchOutcome> {
    const page = await client.get(url, { ...options, etag: null, lastModified: null });
    if (page.kind !== "fetched" || !isPage(page)) return page;
    const { allowedHosts, allowedPorts, signal } = options;
    const shared = {
      ...(allowedHosts === undefined ? {} : { allowedHosts }),
      ...(allowedPorts === undefined ? {} : { allowedPorts }),
      signal,
    };
    const rendering = await render.render(page, (part, post) =>
      client.get(part, { accept: "*/*", ...shared, ...(post === null ? {} : { post }) }),
    );
    if (rendering.kind === "rendered") return outcomeOf(page, rendering.html, rules.maxBytes);
    const provenance = { ...page.provenance, rendered: true };
    return rendering.kind === "failed"
      ? { kind: "broken", issues: [rendering.reason], provenance }
      : { kind: "unavailable", message: `unavailable: ${rendering.reason}`, provenance };
  }
  return {
    get,
    breakerState: client.breakerState,
    close: async () => {
      await render.close();
      await client.close();
    },
  };
}
