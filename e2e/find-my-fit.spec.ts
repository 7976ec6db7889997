import { demo, expect, signUp, somebodyNew, test } from "./fixtures";

const RESUME = "data/demo/resume/camila-rojas-mendez.pdf";

test("somebody new signs up, uploads a PDF, sees explained matches, lights the evidence in both texts, and opens the trends", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signUp(page, somebodyNew());

  await page.goto(`${demo().url}/resumes`);
  await page.getByLabel("Résumé file").setInputFiles(RESUME);
  await page.getByRole("button", { name: "Upload and read" }).click();
  await expect(page.getByText(/^Matched: the best \d+ postings kept/u)).toBeVisible({ timeout: 60_000 });

  await page.goto(`${demo().url}/matches`);
  await expect(page.getByText("Guidance, not the employer's decision").first()).toBeVisible();
  const rows = page.locator("[data-list-item]");
  expect(await rows.count()).toBeGreaterThan(5);
  await rows.first().click();
  await page.waitForURL(/\/matches\/[0-9a-f]{32}/u);

  const requirements = page.getByRole("region", { name: "What it asks for" });
  await expect(requirements).toBeVisible();
  const met = requirements.locator("button[data-line-lit]").first();
  await met.hover();
  await expect(met).toHaveAttribute("data-line-lit", "true");
  const lit = page.locator("mark[data-lit='true']");
  expect(await lit.count()).toBeGreaterThanOrEqual(2);
  await expect(page.getByRole("link", { name: /Apply at the source/u }).first()).toHaveAttribute("href", /^http/u);

  await page.goto(`${demo().url}/trends`);
  await expect(page.getByRole("heading", { name: "Trends", level: 1 })).toBeVisible();
  await expect(page.getByText(/Share of postings that ask for each skill/u).first()).toBeVisible();
});

test("the same match page read twice has the same score, parts and evidence", async ({ page }) => {
  await signUp(page, somebodyNew());
  await page.goto(`${demo().url}/resumes`);
  await page.getByLabel("Résumé file").setInputFiles(RESUME);
  await page.getByRole("button", { name: "Upload and read" }).click();
  await expect(page.getByText(/^Matched: the best/u)).toBeVisible({ timeout: 60_000 });
  const scores = async () => {
    await page.goto(`${demo().url}/matches`);
    return page
      .locator("ul li")
      .filter({ has: page.locator("[data-list-item]") })
      .allInnerTexts();
  };
  expect(await scores()).toEqual(await scores());
});
