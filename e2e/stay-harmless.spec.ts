import { demo, expect, signIn, test } from "./fixtures";

test("a hostile advert is shown as words: nothing of it runs, loads or leads anywhere", async ({ page }) => {
  await signIn(page, demo());
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(demo().url) && !request.url().startsWith("data:")) foreign.push(request.url());
  });
  await page.goto(`${demo().url}/postings?q=lunch&state=any`);
  await page.locator("[data-list-item]").filter({ hasText: /cook/iu }).first().click();
  await page.waitForURL(/\/postings\/[0-9a-f]{32}/u);
  await expect(page.getByText("food handling certificate", { exact: false }).first()).toBeVisible();
  expect(
    await page
      .locator("main [onerror], main [onclick], main iframe, main script:not([nonce]), main a[href^='javascript']")
      .count(),
  ).toBe(0);
  expect(foreign).toEqual([]);
});

test("every page carries a strict policy: scripts by nonce only, no inline, no eval", async ({ page }) => {
  for (const path of ["/", "/sign-in"]) {
    const answer = await page.goto(`${demo().url}${path}`);
    const policy = answer?.headers()["content-security-policy"] ?? "";
    const scripts = policy.split(";").find((part) => part.trim().startsWith("script-src")) ?? "";
    expect(scripts).toMatch(/'nonce-[^']+'/u);
    expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval/u);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
  }
});
