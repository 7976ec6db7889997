import { readFile } from "node:fs/promises";
import { z } from "zod";
import { demo, expect, pageOf, signUp, somebodyNew, test } from "./fixtures";

const line = z.object({ field: z.string(), postingId: z.string(), shouldBe: z.string().nullable(), state: z.string() });

test("a job seeker reports a wrong skill, the administrator sees and takes it, and the export holds it", async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const { url } = demo();
  await signUp(page, somebodyNew());
  await page.goto(`${url}/postings`);
  const posting = (await page.locator("[data-list-item]").first().getAttribute("href")) ?? "/missing";
  await page.goto(`${url}${posting}`);
  const skills = page.getByRole("region", { name: "Skills" });
  await skills
    .getByRole("button", { name: /^Report/u })
    .first()
    .click();
  const said = `It is a street in the advert (${Date.now().toString(36)})`;
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What would be right").fill(said);
  await dialog.getByRole("button", { name: "Report it" }).click();
  await expect(dialog).toBeHidden();

  const admin = await pageOf(browser, demo());
  await admin.goto(`${url}/admin/quality`);
  const reports = admin.getByRole("region", { name: "Reported as wrong" });
  const report = reports.getByRole("listitem").filter({ hasText: said });
  await report.getByRole("button", { name: /^Take the report on/u }).click();
  await expect(report).toHaveCount(0);
  await reports.getByRole("link", { name: "Taken" }).click();
  await expect(report).toBeVisible();
  const [file] = await Promise.all([
    admin.waitForEvent("download"),
    reports.getByRole("link", { name: /^Download/u }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^corrections-taken-\d{4}-\d\d-\d\d\.jsonl$/u);
  const text = await readFile(await file.path(), "utf8");
  const lines = text
    .trim()
    .split("\n")
    .map((one) => line.parse(JSON.parse(one)));
  expect(lines).toContainEqual({
    field: "skill",
    postingId: posting.split("/").at(-1),
    shouldBe: said,
    state: "taken",
  });
  expect(text).not.toContain("@example.org");
  await admin.context().close();

  expect((await page.request.get(`${url}/api/corrections`)).status()).toBe(404);
});
