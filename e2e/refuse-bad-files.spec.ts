import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { demo, expect, signUp, somebodyNew, test } from "./fixtures";

const pdf = readFileSync("data/demo/resume/camila-rojas-mendez.pdf");
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const FILES = [
  {
    why: "cut off in the middle",
    name: "cv.pdf",
    mimeType: "application/pdf",
    buffer: pdf.subarray(0, 2_000),
    says: /damaged or cut off|no text layer/u,
  },
  {
    why: "a picture with a wrong name",
    name: "cv.pdf",
    mimeType: "application/pdf",
    buffer: PNG,
    says: /This kind of file cannot be read/u,
  },
  { why: "an empty file", name: "cv.txt", mimeType: "text/plain", buffer: Buffer.alloc(0), says: /empty/u },
  {
    why: "too large",
    name: "cv.txt",
    mimeType: "text/plain",
    buffer: Buffer.alloc(5 * 1024 * 1024 + 10, "word "),
    says: /too large|limit/u,
  },
];

test("a file chosen before the page's scripts run is noticed once they do", async ({ page }) => {
  await signUp(page, somebodyNew());
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/_next\/static\/.*\.js/u, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(`${demo().url}/resumes`, { waitUntil: "commit" });
  const chosen = { name: "cv.txt", mimeType: "text/plain" };
  await page.getByLabel("Résumé file").setInputFiles({ ...chosen, buffer: Buffer.alloc(0) });
  release();
  await expect(page.getByText("cv.txt is empty")).toBeVisible();
});

test("every file that cannot be read gets a clear message and leaves nothing behind", async ({ page }) => {
  await signUp(page, somebodyNew());
  for (const { name, mimeType, buffer, says } of FILES) {
    await page.goto(`${demo().url}/resumes`);
    await page.getByLabel("Résumé file").setInputFiles({ name, mimeType, buffer });
    const submit = page.getByRole("button", { name: "Upload and read" });
    const words = page.getByText(says).first();
    // What the browser can already tell is refused before anything is sent.
    await expect(submit.or(words).first()).toBeVisible({ timeout: 30_000 });
    if (await submit.isVisible()) await submit.click();
    await expect(words).toBeVisible({ timeout: 30_000 });
    await page.goto(`${demo().url}/resumes`);
    await expect(page.getByText("No résumé yet")).toBeVisible();
  }
});
