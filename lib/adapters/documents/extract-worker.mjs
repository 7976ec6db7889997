// Runs as a process of its own, started by run-extract-worker.ts: the file comes on stdin, one JSON answer leaves on stdout.
// Plain JavaScript, because a production server starts it without a compiler.
import { Worker } from "node:worker_threads";

const [kind, limitsJson] = process.argv.slice(2);
const limits = JSON.parse(limitsJson);
// A library that prints would break the answer, and could print what stands in the file.
for (const method of ["log", "info", "warn", "error", "debug"]) console[method] = () => {};

// Typed arrays live outside the heap limit, so a second thread watches the process while the first is busy inflating.
const watchdog = new Worker(
  `const { workerData } = require("node:worker_threads");
   setInterval(() => { if (process.memoryUsage.rss() > workerData) process.kill(process.pid, "SIGKILL"); }, 50);`,
  { eval: true, workerData: limits.residentMb * 1024 * 1024 },
);
watchdog.unref();

class Refusal extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

async function readInput() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function toItem(item) {
  const [a, b, c, d, x, y] = item.transform;
  return {
    text: item.str,
    x,
    y,
    width: item.width,
    size: Math.hypot(c, d) || Math.hypot(a, b),
    font: item.fontName,
    upright: Math.abs(b) < 0.01 && a > 0,
  };
}

async function readPage(document, number, budget) {
  const page = await document.getPage(number);
  const [left = 0, , right = 0] = page.view;
  const content = await page.getTextContent();
  const items = content.items.filter((item) => "str" in item && item.str !== "").map(toItem);
  budget.left -= items.reduce((sum, item) => sum + item.text.length + 8, 0);
  if (budget.left < 0) throw new Refusal("too_large");
  page.cleanup();
  return { width: right - left, items: items.map((item) => ({ ...item, x: item.x - left })) };
}

async function readPdf(data) {
  const { PDFParse } = await import("pdf-parse");
  const parser = new PDFParse({
    data: new Uint8Array(data),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
  });
  const document = await parser.load();
  if (document.numPages > limits.pages) throw new Refusal("too_many_pages");
  const budget = { left: limits.textChars };
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) pages.push(await readPage(document, number, budget));
  return { kind: "pages", pages };
}

function openZip(yauzl, data) {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(data, { lazyEntries: true, strictFileNames: true, validateEntrySize: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });
}

function inflateEntry(zip, entry, budget) {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      stream.on("data", (chunk) => {
        budget.left -= chunk.length;
        if (budget.left < 0) stream.destroy(new Refusal("bomb"));
      });
      stream.on("error", reject);
      stream.on("end", resolve);
      return stream;
    });
  });
}

async function checkEntry(zip, entry, state) {
  state.names.push(entry.fileName);
  if (state.names.length > limits.zipEntries) throw new Refusal("bomb");
  if (entry.isEncrypted()) throw new Refusal("encrypted");
  if (entry.uncompressedSize > state.budget.left) throw new Refusal("bomb");
  if (!entry.fileName.endsWith("/")) await inflateEntry(zip, entry, state.budget);
}

/** Inflates every entry once with counting, because the DOCX reader would trust the sizes that the archive claims. */
async function checkZip(data) {
  const yauzl = await import("yauzl");
  const zip = await openZip(yauzl.default ?? yauzl, data);
  const state = { names: [], budget: { left: limits.inflatedBytes } };
  await new Promise((resolve, reject) => {
    zip.on("entry", (entry) => checkEntry(zip, entry, state).then(() => zip.readEntry(), reject));
    zip.on("end", resolve);
    zip.on("error", reject);
    zip.readEntry();
  });
  return state.names;
}

async function readDocx(data) {
  const names = await checkZip(data);
  if (!names.some((name) => name.startsWith("word/document"))) throw new Refusal("not_docx");
  const { default: mammoth } = await import("mammoth");
  const convertImage = mammoth.images.imgElement(async () => ({ src: "" }));
  const { value } = await mammoth.convertToHtml({ buffer: data }, { convertImage, includeEmbeddedStyleMap: false });
  const html = value.replaceAll(/<img\b[^>]*>/g, "");
  if (html.length > limits.textChars) throw new Refusal("too_large");
  return { kind: "html", html };
}

function toCode(error) {
  if (error instanceof Refusal) return error.code;
  return error?.name === "PasswordException" ? "encrypted" : "malformed";
}

async function main() {
  try {
    const data = await readInput();
    return kind === "pdf" ? await readPdf(data) : await readDocx(data);
  } catch (error) {
    return { kind: "refused", code: toCode(error) };
  }
}

const answer = JSON.stringify(await main());
process.stdout.write(answer, () => process.exit(0));
