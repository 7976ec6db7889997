import { existsSync } from "node:fs";
import { executableOnPath } from "@/lib/config/executable-on-path";

/** Names and places of a system's own Chromium or Chrome. */
export const SYSTEM_BROWSERS = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
/** What a browser that is driven does not do: ask the network of its own accord, or fill a container's little shared memory. */
export const QUIET_ARGS = [
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The file of a browser that is installed: Playwright's own, else the system's; null where there is none. Nothing is downloaded. */
export async function findInstalledBrowser(): Promise<string | null> {
  const { chromium } = await import("playwright-core");
  const own = chromium.executablePath();
  if (own !== "" && existsSync(own)) return own;
  return SYSTEM_BROWSERS.map(executableOnPath).find((file) => file !== null) ?? null;
}
