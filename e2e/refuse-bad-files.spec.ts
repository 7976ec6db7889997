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

test("every file that cannot be read gets a clear message and leaves nothing behind", async ({ page }) => {
  await signUp(page, somebodyNew());
  for (const { name, mimeType, buffer, says } of FILES) {
    await page.goto(`${demo().url}/resumes`);
    await page.getByLabel("Résumé file").setInputFiles({ name, mimeType, buffer });
    const submit = page.getByRole("button", { name: "Upload and read" });
    // What the browser can already tell is refused before anything is sent.
    if ((await submit.count()) > 0 && (await submit.isEnabled())) await submit.click();
    await expect(page.getByText(says).first()).toBeVisible({ timeout: 30_000 });
    await page.goto(`${demo().url}/resumes`);
    await expect(page.getByText("No résumé yet")).toBeVisible();
  }
});
