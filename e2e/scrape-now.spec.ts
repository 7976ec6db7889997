import { demo, expect, signIn, test } from "./fixtures";

test("an administrator presses Scrape now, watches it, and sees what is new", async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, demo());
  await page.goto(`${demo().url}/admin/sources`);
  await page.getByRole("button", { name: "Scrape Demo board now" }).click();
  await expect(page.getByText("Crawl of Demo board")).toBeVisible();
  await expect(page.getByText("Read the source").first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/The run has ended: Done/u)).toBeVisible({ timeout: 180_000 });
  const fresh = page.getByRole("link", { name: /See the (new posting|\d+ new postings)/u });
  await expect(fresh).toBeVisible();
  await fresh.click();
  await page.waitForURL(/\/postings\?/u);
  await expect(page.locator("[data-list-item]").first()).toBeVisible();

  await page.goto(`${demo().url}/admin/runs`);
  await page.locator("main a[href^='/admin/runs/']:not([href*='/diff'])").first().click();
  await page.waitForURL(/\/admin\/runs\/[0-9a-f-]{36}/u);
  await expect(page.getByRole("heading", { name: "Failures by reason" })).toBeVisible();
  await expect(page.getByText("Versions and hashes").first()).toBeVisible();
});
