/** The end-to-end tests alone: builds if needed, finds a browser, runs Playwright with the given arguments. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { buildApp } from "./launcher/build-app";
import { findBrowser } from "./testing/find-browser";

await buildApp();
const browser = await findBrowser();
const cli = path.join("node_modules", "@playwright", "test", "cli.js");
const { status } = spawnSync(process.execPath, [cli, "test", ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, ATALAYA_TEST_BROWSER: browser.executablePath },
});
process.exit(status ?? 1);
