import { test as base, type Browser, expect, type Page } from "@playwright/test";

/** The running demo, its administrator, and the folder that its data lie in. */
export const demo = () => ({
  url: process.env["E2E_URL"] ?? "",
  email: process.env["E2E_EMAIL"] ?? "",
  password: process.env["E2E_PASSWORD"] ?? "",
  home: process.env["E2E_HOME"] ?? "",
});

export type Person = { email: string; password: string };

/** A person nobody has seen before. */
export function somebodyNew(): Person {
  const unique = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
  return { email: `person-${unique}@example.org`, password: `correct-horse-${unique}` };
}

/** Signs in through the form. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto(`${demo().url}/sign-in`);
  await page.getByLabel("E-mail").fill(person.email);
  await page.locator("input[name=password]").fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Makes an account and signs in with it, as the form asks. */
export async function signUp(page: Page, person: Person): Promise<void> {
  await page.goto(`${demo().url}/sign-up`);
  await page.getByLabel("E-mail").fill(person.email);
  await page.locator("input[name=password]").fill(person.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("your account is ready", { exact: false })).toBeVisible();
  await page.locator("input[name=password]").fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign"));
}

/** A page in a browser context of its own, signed in as a new person. */
export async function pageOf(browser: Browser, person: Person): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, person);
  return page;
}

/** Everything that a page may not do while a test looks at it: complain on the console, fail to load, open a dialog. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(`console: ${message.text()}`);
      });
      page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
      page.on("dialog", (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
