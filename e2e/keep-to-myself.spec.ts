import { demo, expect, pageOf, signIn, signUp, somebodyNew, test } from "./fixtures";

/** What every page says that is not there for whoever asks; a streamed page has sent its status before it knows. */
const NOT_THERE = "There is nothing at this address";

test("another person cannot open the first one's résumé, match or run, by page or by address", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const { url } = demo();
  await signIn(page, demo());
  await page.goto(`${url}/matches`);
  const match = await page.locator("[data-list-item]").first().getAttribute("href");
  await page.goto(`${url}/resumes`);
  const resume = await page.locator("a[href^='/resumes/']").first().getAttribute("href");

  const other = await browser.newPage();
  await signUp(other, somebodyNew());
  for (const path of [match, resume, "/admin/sources", "/admin/runs", "/admin/health"]) {
    await other.goto(`${url}${path ?? "/missing"}`);
    await expect(other.getByRole("heading", { level: 1 }), path ?? "").toHaveText(NOT_THERE);
  }
  await expect(other.getByRole("link", { name: "Sources" })).toHaveCount(0);
  await other.close();
});

test("a stranger is led to the sign-in page and back to where they wanted to go", async ({ page }) => {
  const { url, email, password } = demo();
  await page.goto(`${url}/trends`);
  await page.waitForURL(/\/sign-in\?/u);
  await page.getByLabel("E-mail").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/trends/u);
});

test("a wrong password and an unknown address get the same words", async ({ page }) => {
  const { url, email } = demo();
  const said: string[] = [];
  for (const address of [email, "nobody@example.org"]) {
    await page.goto(`${url}/sign-in`);
    await page.getByLabel("E-mail").fill(address);
    await page.locator("input[name=password]").fill("not-the-password-1");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByText("No account has this e-mail and password together.")).toBeVisible();
    said.push(await page.locator("main").innerText());
  }
  expect(said[0]?.replace(email, "")).toBe(said[1]?.replace("nobody@example.org", ""));
});

test("a session that is ended elsewhere is signed out at its next request", async ({ page, browser }) => {
  const person = somebodyNew();
  await signUp(page, person);
  const elsewhere = await pageOf(browser, person);
  await elsewhere.goto(`${demo().url}/settings`);
  await elsewhere
    .getByRole("button", { name: /end|other/iu })
    .first()
    .click();
  await expect(async () => {
    await page.goto(`${demo().url}/overview`);
    expect(page.url()).toContain("/sign-in");
  }).toPass();
  await elsewhere.context().close();
});

test("machine doors answer 401 without their secret and tell strangers nothing", async ({ request }) => {
  const { url } = demo();
  expect((await request.get(`${url}/api/cron/daily`)).status()).toBe(401);
  expect((await request.get(`${url}/api/cron/daily`, { headers: { authorization: "Bearer wrong" } })).status()).toBe(
    401,
  );
  expect(await (await request.get(`${url}/api/health`)).json()).toEqual({ status: "ok" });
});
