import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { QUIET_ARGS, SYSTEM_BROWSERS } from "@/lib/adapters/http/find-installed-browser";
import { executableOnPath } from "@/lib/config/executable-on-path";

/** A browser started for tests has no business on the network; in a container it runs as root. */
export const BROWSER_ARGS = ["--no-sandbox", ...QUIET_ARGS];

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Whether a browser starts and shows a page. */
async function works(executablePath: string): Promise<boolean> {
  try {
    const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS, timeout: 30_000 });
    const page = await browser.newPage();
    await page.setContent("<p>ñ</p>");
    const shown = (await page.textContent("p")) === "ñ";
    await browser.close();
    return shown;
  } catch {
    return false;
  }
}

async function packaged(): Promise<string | null> {
  try {
    const { default: sparticuz } = await import("@sparticuz/chromium");
    return await sparticuz.executablePath();
  } catch {
    return null;
  }
}

function downloaded(): string | null {
  say("No browser was found; asking Playwright to download one …");
  const cli = path.join("node_modules", "@playwright", "test", "cli.js");
  const { status } = spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: "inherit", timeout: 300_000 });
  return status === 0 ? chromium.executablePath() : null;
}

function fromDebian(): string | null {
  if (process.getuid?.() !== 0 || executableOnPath("apt-get") === null) return null;
  say("As the last resort, installing Debian's chromium with apt-get (this changes the system) …");
  try {
    execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { stdio: "inherit" });
  } catch {
    return null;
  }
  return executableOnPath("chromium");
}

/**
 * A browser that really starts: Playwright's own, the system's, the one that ships in an npm package, Playwright's
 * download, and last, as root on a Debian-like machine, apt-get's. Throws when none can be had.
 */
export async function findBrowser(): Promise<{ executablePath: string; origin: string }> {
  const candidates: [string, () => string | null | Promise<string | null>][] = [
    ["Playwright's own", () => (existsSync(chromium.executablePath()) ? chromium.executablePath() : null)],
    ...SYSTEM_BROWSERS.map((name): [string, () => string | null] => [
      `the system's ${path.basename(name)}`,
      () => executableOnPath(name),
    ]),
    ["the npm package @sparticuz/chromium", packaged],
    ["Playwright's download", downloaded],
    ["Debian's", fromDebian],
  ];
  for (const [origin, find] of candidates) {
    const executablePath = await find();
    if (executablePath !== null && (await works(executablePath))) return { executablePath, origin };
  }
  throw new Error(
    "No browser could be had, so the end-to-end tests cannot run. Install Chromium, or run `npx playwright install --with-deps chromium`.",
  );
}
