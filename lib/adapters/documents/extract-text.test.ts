import { readFile } from "node:fs/promises";
import { deflateSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { DOCUMENT_LIMITS } from "./document-limits";
import type { DocumentOutcome } from "./document-outcome";
import { extractDocument } from "./extract-text";
import { DOT_PNG, makePageWithStream, makePdf } from "./fixtures/make-pdf";
import { docxFiles, makeZip } from "./fixtures/make-zip";

// Each of these starts a process or two, which a busy machine takes its time over.
vi.setConfig({ testTimeout: 60_000 });

const DEMO = "data/demo/resume/camila-rojas-mendez";
const LINES = ["Lucía Fernández Peña", "Enfermera jefe", "Experiencia", "Clínica del Valle, enero 2019 – actualidad"];

/** The matcher is typed `any`; here it stands for a string. */
function containing(words: string): string {
  const matcher: unknown = expect.stringContaining(words);
  return matcher as string;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function textOf(outcome: DocumentOutcome): string {
  if (outcome.kind !== "read") throw new Error(`not read: ${outcome.kind}`);
  return outcome.canonical.text;
}

function expectBlocksInside(outcome: DocumentOutcome): void {
  if (outcome.kind !== "read") throw new Error(`not read: ${outcome.kind}`);
  let at = 0;
  for (const block of outcome.canonical.blocks) {
    expect(block.start).toBeGreaterThanOrEqual(at);
    expect(block.end).toBeGreaterThan(block.start);
    at = block.end;
  }
  expect(at).toBeLessThanOrEqual(outcome.canonical.text.length);
}

describe("files that can be read", () => {
  test("the sample résumé is a real PDF whose accents, headings and items survive", async () => {
    const outcome = await extractDocument(await readFile(`${DEMO}.pdf`), "resume.pdf");
    expect(outcome).toMatchObject({ kind: "read", type: "pdf", notes: [] });
    const text = textOf(outcome);
    expect(text).toContain("Camila Rojas Méndez");
    expect(text).toContain("Integración de pasarelas de pago y facturación electrónica");
    expect(text).toContain("Senior Data Engineer\tMar 2023 – Present");
    expect(text).toContain("an events into numbers".slice(3));
    expectBlocksInside(outcome);
  });

  test.each([
    ["md", "md"],
    ["txt", "txt"],
  ] as const)("the sample résumé as .%s is read as text", async (extension, type) => {
    const outcome = await extractDocument(await readFile(`${DEMO}.${extension}`), `resume.${extension}`);
    expect(outcome).toMatchObject({ kind: "read", type });
    expect(textOf(outcome)).not.toMatch(/^#/m);
    expect(textOf(outcome)).toContain("Pagos Cóndor");
    expectBlocksInside(outcome);
  });

  test("a Word document is read through its paragraphs", async () => {
    const outcome = await extractDocument(makeZip(docxFiles(LINES)), "cv.docx");
    expect(outcome).toMatchObject({ kind: "read", type: "docx", notes: [] });
    for (const line of LINES) expect(textOf(outcome)).toContain(line);
  });

  test("a JSON Resume gives headed sections", async () => {
    const resume = {
      basics: { name: "Lucía Peña", email: "lucia@example.com" },
      work: [{ position: "Nurse", name: "Clínica Sur", startDate: "2020-01" }, null],
      skills: "bad",
    };
    const outcome = await extractDocument(bytesOf(JSON.stringify(resume)), "r.json");
    expect(outcome).toMatchObject({ kind: "read", type: "json" });
    expect(textOf(outcome)).toContain("Nurse | Clínica Sur | 2020-01 – Present");
  });

  test("HTML is read without its scripts", async () => {
    const outcome = await extractDocument(
      bytesOf("<!doctype html><body><h1>Ana Ruiz</h1><script>alert('x')</script><p>Nurse in Lima</p>"),
      "a.html",
    );
    expect(outcome).toMatchObject({ kind: "read", type: "html" });
    expect(textOf(outcome)).not.toContain("alert");
  });

  test("UTF-16 and Windows-1252 texts keep their accents", async () => {
    const wide = Buffer.from(`\ufeff${LINES.join("\n")}`, "utf16le");
    const narrow = Buffer.from(LINES.join("\n").replaceAll("–", "-"), "latin1");
    expect(textOf(await extractDocument(wide, "a.txt"))).toContain("Lucía Fernández Peña");
    expect(textOf(await extractDocument(narrow, "a.txt"))).toContain("Lucía Fernández Peña");
  });

  test("a PDF named .docx is read by its bytes, with a note", async () => {
    const outcome = await extractDocument(await readFile(`${DEMO}.pdf`), "resume.docx");
    expect(outcome).toMatchObject({ kind: "read", type: "pdf", notes: [containing(".docx")] });
  });

  test("a Word document named .pdf is read by its bytes, with a note", async () => {
    const outcome = await extractDocument(makeZip(docxFiles(LINES)), "cv.pdf");
    expect(outcome).toMatchObject({ kind: "read", type: "docx", notes: [containing("Word document")] });
  });
});

describe("files that cannot be read are refused by name", () => {
  test("a scan without a text layer", async () => {
    const scan = await makePdf((pdf) => pdf.image(DOT_PNG, 0, 0, { width: 500 }));
    expect(await extractDocument(scan, "scan.pdf")).toMatchObject({
      kind: "no_text_layer",
      message: containing("no text layer"),
    });
  });

  test("a PDF with a password", async () => {
    const locked = await makePdf((pdf) => pdf.text("Secret words about a person"), {
      userPassword: "secret",
      pdfVersion: "1.7",
    });
    expect(await extractDocument(locked, "locked.pdf")).toMatchObject({ kind: "encrypted" });
  });

  test("a PDF that restricts printing, without a password to open it, is read", async () => {
    const restricted = await makePdf((pdf) => pdf.text("Ana Ruiz, nurse with ten years in Lima"), {
      ownerPassword: "owner",
      permissions: { copying: false },
    });
    expect(await extractDocument(restricted, "r.pdf")).toMatchObject({ kind: "read", type: "pdf" });
  });

  test("a PDF cut short, or rubbish behind a PDF header", async () => {
    const whole = await readFile(`${DEMO}.pdf`);
    for (const bytes of [whole.subarray(0, 900), bytesOf("%PDF-1.7\nrubbish rubbish rubbish")]) {
      const outcome = await extractDocument(bytes, "cut.pdf");
      expect(["malformed", "no_text_layer"]).toContain(outcome.kind);
    }
    expect(await extractDocument(bytesOf("%PDF-1.7\nrubbish"), "cut.pdf")).toMatchObject({ kind: "malformed" });
  });

  test("a PDF with too many pages", async () => {
    const long = await makePdf((pdf) => {
      for (let page = 0; page < 4; page += 1) pdf.addPage().text("Some words on a page of a book");
    });
    expect(await extractDocument(long, "book.pdf", { ...DOCUMENT_LIMITS, pages: 3 })).toMatchObject({
      kind: "too_large",
    });
  });

  test("a PDF with more text than a résumé has", async () => {
    const long = await makePdf((pdf) => pdf.text("words and more words ".repeat(400)));
    expect(await extractDocument(long, "long.pdf", { ...DOCUMENT_LIMITS, textChars: 2000 })).toMatchObject({
      kind: "too_large",
    });
  });

  test("a PDF whose page unpacks without end is stopped by the worker's limits", async () => {
    const once = deflateSync(Buffer.alloc(128 * 1024 * 1024, 0x20), { level: 9 });
    const bomb = makePageWithStream(deflateSync(once, { level: 9 }), "[/FlateDecode /FlateDecode]");
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const outcome = await extractDocument(bomb, "bomb.pdf", { ...DOCUMENT_LIMITS, residentMb: 220 });
    expect(outcome).toMatchObject({ kind: "too_large" });
  });

  test("a file that takes too long", async () => {
    const outcome = await extractDocument(await readFile(`${DEMO}.pdf`), "slow.pdf", { ...DOCUMENT_LIMITS, timeMs: 1 });
    expect(outcome).toMatchObject({ kind: "too_large", message: containing("could not be read in") });
  });

  test("a zip bomb, honest or lying about its size", async () => {
    const media = { name: "word/media/image1.bmp", data: Buffer.alloc(60 * 1024 * 1024) };
    expect(await extractDocument(makeZip([...docxFiles(LINES), media]), "bomb.docx")).toMatchObject({
      kind: "too_large",
    });
    const lying = await extractDocument(makeZip([...docxFiles(LINES), { ...media, claimedSize: 10 }]), "liar.docx");
    expect(["too_large", "malformed"]).toContain(lying.kind);
  });

  test("an archive of thousands of parts", async () => {
    const parts = Array.from({ length: 1200 }, (_, index) => ({ name: `word/p${index}.xml`, data: Buffer.from("x") }));
    expect(await extractDocument(makeZip([...docxFiles(LINES), ...parts]), "many.docx")).toMatchObject({
      kind: "too_large",
    });
  });

  test("an archive whose parts point outside it, or are locked", async () => {
    expect(
      await extractDocument(
        makeZip([...docxFiles(LINES), { name: "../../evil.sh", data: Buffer.from("x") }]),
        "up.docx",
      ),
    ).toMatchObject({ kind: "malformed" });
    expect(
      await extractDocument(makeZip(docxFiles(LINES).map((file) => ({ ...file, encrypted: true }))), "lock.docx"),
    ).toMatchObject({ kind: "encrypted" });
  });

  test("an archive that is no Word document, and a Word document without words", async () => {
    expect(await extractDocument(makeZip([{ name: "a.txt", data: Buffer.from("hello") }]), "cv.docx")).toMatchObject({
      kind: "unsupported",
    });
    expect(await extractDocument(makeZip(docxFiles([""])), "cv.docx")).toMatchObject({ kind: "malformed" });
    expect(await extractDocument(makeZip(docxFiles(LINES)).subarray(0, 400), "cv.docx")).toMatchObject({
      kind: "malformed",
    });
  });

  test.each([
    ["a picture", DOT_PNG, "cv.pdf", "unsupported"],
    ["a program", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(300, 1)]), "cv.docx", "unsupported"],
    [
      "random bytes",
      Buffer.from(Array.from({ length: 500 }, (_, index) => (index * 7919) % 256)),
      "cv.txt",
      "unsupported",
    ],
    [
      "an old Word document",
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]),
      "cv.doc",
      "unsupported",
    ],
    [
      "a Word document with a password",
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.alloc(600),
        Buffer.from("EncryptedPackage", "utf16le"),
      ]),
      "cv.docx",
      "encrypted",
    ],
    ["rich text", Buffer.from("{\\rtf1 hello}"), "cv.rtf", "unsupported"],
    ["XML", Buffer.from('<?xml version="1.0"?><w:wordDocument/>'), "cv.doc", "unsupported"],
    ["broken JSON", Buffer.from("{ not json"), "cv.json", "malformed"],
    ["JSON that is no résumé", Buffer.from("[1,2]"), "cv.json", "malformed"],
    ["an empty JSON object", Buffer.from("{}"), "cv.json", "malformed"],
    ["an empty file", Buffer.alloc(0), "cv.txt", "malformed"],
    ["blank text", Buffer.from("  \n\n "), "cv.txt", "malformed"],
  ] as const)("%s", async (_name, bytes, fileName, kind) => {
    const outcome = await extractDocument(bytes, fileName);
    expect(outcome.kind).toBe(kind);
    expect("message" in outcome && outcome.message.length > 10).toBe(true);
  });

  test("a file above the size limit is not even looked at", async () => {
    expect(await extractDocument(new Uint8Array(5 * 1024 * 1024 + 1), "big.pdf")).toMatchObject({
      kind: "too_large",
      message: containing("5 MB"),
    });
    expect(
      await extractDocument(bytesOf("many words ".repeat(30)), "big.txt", { ...DOCUMENT_LIMITS, textChars: 100 }),
    ).toMatchObject({ kind: "too_large" });
  });
});
