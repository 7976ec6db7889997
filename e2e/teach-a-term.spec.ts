import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { runCli } from "../test/run-cli";
import { demo, expect, signIn, test } from "./fixtures";

const EMPLOYERS = {
  "Astillero Ría":
    "Boats are planned and repaired here, and the stock of wood is counted by a program that you keep alive.",
  "Molino Claro": "Flour leaves by lorry at night; you write what tells each driver where to go and what to load.",
  "Talleres Brisa": "Forty mechanics order their parts through your pages, and nobody likes to wait for a bearing.",
  "Hotel Faro": "Rooms are sold on five sites at once, and the one who cleans them reads your list on a telephone.",
  "Clínica Sauce": "Nurses plan their nights here, and a doctor must see within a second which bed is free.",
  "Banco Tordo": "Savers ask where their money went; what you write answers them before they call anybody.",
  "Radio Loma": "Songs, news and the weather of the valley go out on time because of a plan that you look after.",
  "Puerto Seco": "Containers from three railways meet in our yard; your service knows where each of them stands.",
};
const folder = mkdtempSync(path.join(tmpdir(), "atalaya-e2e-terms-"));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Brings in postings that list a term nobody knows, from another process, as the command line does. */
async function importPostings(): Promise<void> {
  const rows = Object.entries(EMPLOYERS).map(([company, about], at) => ({
    source: "teach-a-term",
    id: String(at),
    title: `Backend developer ${at + 1}`,
    company,
    location: "Vigo, Spain",
    description: `${about} You work with Java, Zorblat, Kotlin and PostgreSQL.`,
  }));
  const file = path.join(folder, "postings.jsonl");
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join("\n"));
  const { code, stderr } = await runCli(["import", "postings", file, "--no-embed"], {
    env: { ATALAYA_HOME: demo().home, DATABASE_URL: "" },
  });
  expect(code, stderr).toBe(0);
}

test("an administrator accepts a new term, has out-of-date postings read again, and a posting shows the new skill", async ({
  page,
}) => {
  test.setTimeout(600_000);
  await importPostings();
  await signIn(page, demo());
  await page.goto(`${demo().url}/admin/quality`);
  const terms = page.getByRole("region", { name: "New terms" });
  const row = terms.getByRole("row").filter({ hasText: "Zorblat" });
  await row.getByText("5 examples").click();
  const posting = await row
    .getByRole("link", { name: /^Backend developer/u })
    .first()
    .getAttribute("href");

  await row.getByRole("button", { name: "Zorblat is another name of a skill" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: /^Skill/u }).fill("postgresql");
  await expect(dialog.getByRole("option", { name: /PostgreSQL/u }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("combobox", { name: /^Skill/u })).toHaveValue("PostgreSQL");
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await row.getByRole("button", { name: "Accept Zorblat as a skill" }).click();
  await dialog.getByRole("textbox", { name: /^Name/u }).fill("Java");
  await dialog.getByLabel("Family").selectOption({ label: "Technology: Programming languages" });
  await dialog.getByRole("button", { name: "Add the skill" }).click();
  await expect(dialog.getByRole("alert")).toContainText("“Java” is a name of Java already.");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
  await dialog.getByRole("textbox", { name: /^Name/u }).fill("Zorblat");
  await dialog.getByRole("button", { name: "Add the skill" }).click();
  await expect(dialog).toBeHidden({ timeout: 30_000 });
  await expect(row).toHaveCount(0, { timeout: 30_000 });

  const outdated = page.getByRole("region", { name: "Out of date" });
  await expect(outdated.getByRole("status")).toContainText("read with other rules, or without the newest terms");
  await outdated.getByRole("button", { name: "Read again what is out of date" }).click();
  await expect(page.getByText("Read skills and facts").first()).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText(/The run has ended: Done/u)).toBeVisible({ timeout: 400_000 });
  await expect(outdated.getByRole("status")).toContainText("are read with what is known now", { timeout: 30_000 });
  await terms.getByRole("link", { name: /^Accepted/u }).click();
  await expect(terms.getByRole("link", { name: "Zorblat" })).toBeVisible();

  await page.goto(`${demo().url}${posting ?? "/missing"}`);
  await expect(page.getByRole("region", { name: "Skills" })).toContainText("Zorblat");
});
