import AxeBuilder from "@axe-core/playwright";
import { demo, expect, signIn, test } from "./fixtures";

const PUBLIC = ["/", "/about-the-data", "/privacy", "/sign-in", "/sign-up", "/forgot"];
const SIGNED_IN = [
  "/overview",
  "/matches",
  "/resumes",
  "/postings",
  "/companies",
  "/trends",
  "/settings",
  "/admin/sources",
  "/admin/sources/new",
  "/admin/sources/demo",
  "/admin/sources/paste",
  "/admin/runs",
  "/admin/runs/diff",
  "/admin/quality",
  "/admin/rates",
  "/admin/health",
];
const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

test.setTimeout(300_000);

/** The first page of each kind that a list leads to. */
const DETAILS = [
  { list: "/matches", link: "[data-list-item]" },
  { list: "/postings", link: "[data-list-item]" },
  { list: "/companies", link: "[data-list-item]" },
  { list: "/resumes", link: "a[href^='/resumes/']" },
  { list: "/admin/runs", link: "a[href^='/admin/runs/']:not([href*='/diff'])" },
  { list: "/trends", link: "a[href^='/skills/']" },
];

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const locale of ["en", "es"] as const) {
      // Spanish in dark and English in light cover every catalogue and every token without doubling the time.
      if ((locale === "es") !== (colorScheme === "dark")) continue;
      test(`every screen is free of errors, accessible and within its width (${size}, ${colorScheme}, ${locale})`, async ({
        browser,
      }, info) => {
        const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce" });
        const page = await context.newPage();
        const complaints: string[] = [];
        page.on("console", (message) => {
          if (message.type() === "error" || message.type() === "warning")
            complaints.push(`${page.url()}: ${message.text()}`);
        });
        page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));

        const look = async (path: string) => {
          const answer = await page.goto(`${demo().url}${path}`);
          expect(answer?.status(), path).toBe(200);
          await page.waitForLoadState("networkidle");
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overflow, `${path} is wider than the window`).toBeLessThanOrEqual(0);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
          await page.screenshot({ path: info.outputPath(`${path.replaceAll("/", "_")}.png`), fullPage: true });
        };

        const speak = (value: "en" | "es") => context.addCookies([{ name: "locale", value, url: demo().url }]);
        await speak(locale);
        for (const path of PUBLIC) await look(path);
        await speak("en");
        await signIn(page, demo());
        await speak(locale);
        expect(await page.goto(`${demo().url}/overview`)).not.toBeNull();
        await expect(page.locator("html")).toHaveAttribute("lang", locale);
        for (const path of SIGNED_IN) await look(path);
        for (const { list, link } of DETAILS) {
          await page.goto(`${demo().url}${list}`);
          const href = await page.locator(link).first().getAttribute("href");
          await look(href ?? "/missing");
        }
        expect(complaints).toEqual([]);
        await context.close();
      });
    }
  }
}
