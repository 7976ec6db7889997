import { createServer, type Server } from "node:http";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { demo, expect, signIn, test } from "./fixtures";

test.setTimeout(240_000);

async function expectNoViolations(page: Page): Promise<void> {
  // The title of a page that was led to comes behind its content.
  await expect(page).toHaveTitle(/\S/u);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
}

/** Where the demo's own board listens, as its source says. */
async function boardAddress(page: Page): Promise<string> {
  await page.goto(`${demo().url}/admin/sources/demo`);
  return page.getByLabel("Start addresses").inputValue();
}

test("an administrator adds a source by its form, sees what it would read, and reads it", async ({ page }) => {
  await signIn(page, demo());
  const board = await boardAddress(page);
  await page.goto(`${demo().url}/admin/sources`);
  await page.getByRole("link", { name: "Add a source" }).click();
  await page.waitForURL(/\/admin\/sources\/new/u);
  await page.getByRole("button", { name: "Test fetch" }).click();
  await expect(page.getByText("fields cannot be used as they are.")).toBeVisible();
  await page.getByRole("textbox", { name: /^Name/u }).fill("Second look at the board");
  await page.getByRole("textbox", { name: /^Id/u }).fill("second-look");
  await page.getByLabel("Start addresses").fill(board);
  await page.getByLabel("Parameters (JSON)").fill('{"colour": 3}');
  await page.getByRole("button", { name: "Test fetch" }).click();
  await expect(page.getByText("One thing cannot be used:")).toBeVisible();
  await page.getByLabel("Parameters (JSON)").fill('{"detailPaths": ["/d/*/jobs/*"]}');
  await page.getByLabel("Between requests (ms)").fill("0");
  await page.getByRole("button", { name: "Test fetch" }).click();
  await expect(page.getByText("Nothing of this was kept.")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/postings? can be read/u)).toBeVisible();
  await expect(page.getByRole("table", { name: /requests/u })).toContainText("robots.txt");
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/\/admin\/sources$/u);
  await expect(page.getByRole("link", { name: "Second look at the board" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Second look at the board: Not read yet. Why?" })).toBeVisible();
  await page.getByRole("button", { name: "More for Second look at the board" }).click();
  await page.getByRole("menuitem", { name: "Turn off" }).click();
  await expect(page.getByRole("button", { name: "Turn on Second look at the board" })).toBeVisible();
});

test("a source with a notice is turned on only by somebody who says that they have read it", async ({ page }) => {
  await signIn(page, demo());
  await page.goto(`${demo().url}/admin/sources`);
  await page.getByRole("button", { name: "Turn on LinkedIn" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("user agreement");
  await expect(dialog.getByRole("button", { name: "Turn it on" })).toBeDisabled();
  await dialog.getByRole("button", { name: "Leave it off" }).click();
  await expect(page.getByRole("button", { name: "Turn on LinkedIn" })).toBeVisible();
});

test("an administrator replays a run and sees stage by stage whether it is identical; raw documents are text", async ({
  page,
}) => {
  await signIn(page, demo());
  await page.goto(`${demo().url}/admin/runs?kind=scrape`);
  await page.locator("main a[href^='/admin/runs/']:not([href*='/diff'])").first().click();
  await page.waitForURL(/\/admin\/runs\/[0-9a-f-]{36}/u);
  const run = page.url();
  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByRole("heading", { name: "Check of what the run left" })).toBeVisible({ timeout: 60_000 });
  await page.locator("#documents a[href^='/admin/raw/']").first().click();
  await page.waitForURL(/\/admin\/raw\//u);
  await expect(page.getByRole("list", { name: "Text" })).toContainText("<");
  await expectNoViolations(page);
  await page.goto(run);
  await page.getByRole("button", { name: "Replay" }).click();
  await page.waitForURL((url) => url.href !== run);
  await expect(page.getByRole("heading", { name: "Result of the replay" })).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole("row", { name: /Documents read/u })).toContainText("identical");
  await expectNoViolations(page);
});

test("an address that may not be read is refused in plain words, and nothing is asked", async ({ page }) => {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end("<p>inside</p>");
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  try {
    await signIn(page, demo());
    await page.goto(`${demo().url}/admin/sources`);
    const field = page.getByLabel("Paste the address of a job or a board");
    await field.fill(`http://127.0.0.1:${port}/jobs`);
    await field.press("Enter");
    await page.waitForURL(/\/admin\/sources\/paste/u);
    await expect(page.getByRole("alert").filter({ hasText: "private network" })).toBeVisible();
    await expect(page.getByRole("button", { name: "See what would be read" })).toHaveCount(0);
    await page.goto(`${demo().url}/admin/sources/paste?address=${encodeURIComponent("https://jobs.lever.co/acme")}`);
    await expect(page.getByRole("heading", { name: "A board that is known" })).toBeVisible();
    await expectNoViolations(page);
    expect(asked).toEqual([]);
  } finally {
    server.close();
  }
});
