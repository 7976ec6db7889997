import { defineConfig } from "@playwright/test";
import { BROWSER_ARGS } from "./scripts/testing/find-browser";

const executablePath = process.env["ATALAYA_TEST_BROWSER"];

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/start-demo.ts",
  outputDir: "test-results",
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json"]],
  use: {
    locale: "en-US",
    viewport: { width: 1440, height: 900 },
    actionTimeout: 20_000,
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: { args: BROWSER_ARGS, ...(executablePath === undefined ? {} : { executablePath }) },
  },
});
