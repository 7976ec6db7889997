import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import PDFDocument from "pdfkit";

/** Writes the résumé of the demo account: a person made up for this project. Run again after a change of the text; the bytes depend on nothing else. */

type Job = { title: string; employer: string; place: string; dates: string; points: string[] };

const FOLDER = "data/demo/resume";
const BASE_NAME = "camila-rojas-mendez";
const FONTS = "node_modules/geist/dist/fonts/geist-sans";
/** Fixed, or every run would write another file. */
const CREATED = new Date("2026-01-15T12:00:00Z");

const NAME = "Camila Rojas Méndez";
const HEADLINE = "Senior Backend & Data Engineer";
const CONTACT = [
  "camila.rojas@example.com",
  "+57 601 555 0142",
  "Bogotá, Colombia",
  "linkedin.com/in/camila-rojas-demo",
  "github.com/camila-rojas-demo",
];
const SUMMARY =
  "Backend and data engineer with six years of experience in payments and logistics. I design services in Python and Go, model data in PostgreSQL, and build the pipelines that turn events into numbers people trust. Used to working in English and Spanish with teams in Colombia, Mexico and Spain.";

const JOBS: Job[] = [
  {
    title: "Senior Data Engineer",
    employer: "Pagos Cóndor S.A.S.",
    place: "Bogotá, Colombia",
    dates: "Mar 2023 – Present",
    points: [
      "Designed the event pipeline of the card ledger with Apache Kafka, Python and Apache Airflow: 40 million events a day, late data under 0.1 %.",
      "Moved reporting from nightly SQL scripts to dbt models on Snowflake; the monthly close went from three days to four hours.",
      "Run the platform on AWS with Terraform and Kubernetes, with alerts in Grafana and Prometheus.",
      "Mentor three junior engineers and lead the data modelling guild; code review and pair programming every week.",
    ],
  },
  {
    title: "Backend Engineer",
    employer: "Ruta Andina Logística",
    place: "Medellín, Colombia",
    dates: "Jun 2021 – Feb 2023",
    points: [
      "Built REST APIs in Python with FastAPI and Django for route planning, used by 1,800 drivers.",
      "Tuned PostgreSQL (indexes, partitions, query plans) and added Redis caching: the 95th percentile fell from 900 ms to 140 ms.",
      "Split a monolith into Docker services with continuous integration in GitHub Actions and tests in pytest.",
      "Worked in Scrum with product and operations; wrote the runbooks for on-call.",
    ],
  },
  {
    title: "Desarrolladora backend junior",
    employer: "Estudio Frailejón",
    place: "Bogotá, Colombia",
    dates: "enero 2020 – mayo 2021",
    points: [
      "Desarrollo de servicios en Node.js y TypeScript con Express para comercio electrónico, con bases de datos MySQL y MongoDB.",
      "Integración de pasarelas de pago y facturación electrónica; pruebas automatizadas y control de versiones con Git.",
      "Atención a clientes: levantamiento de requisitos, documentación técnica y capacitación de usuarios.",
    ],
  },
];

const EDUCATION = [
  { degree: "Ingeniería de Sistemas", school: "Universidad Nacional de los Cerros", dates: "2015 – 2019" },
  { degree: "Diplomado en Analítica de Datos", school: "Instituto Tecnológico del Altiplano", dates: "2022" },
];

const SKILLS = [
  "Languages and frameworks: Python, Go, SQL, TypeScript, Node.js, FastAPI, Django",
  "Data: PostgreSQL, Snowflake, Apache Kafka, Apache Airflow, Apache Spark, dbt, MongoDB, Redis, Power BI",
  "Cloud and operations: AWS, Docker, Kubernetes, Terraform, Linux, GitHub Actions, Grafana",
  "Ways of working: data modelling, code review, Scrum, mentoring, technical writing, teamwork",
];

const CERTIFICATIONS = ["AWS Certified Data Engineer – Associate, 2024", "Professional Scrum Master I (PSM I), 2022"];
const LANGUAGES = "Spanish (native), English (C1), Portuguese (A2)";

function toMarkdown(): string {
  const jobs = JOBS.map(
    (job) =>
      `### ${job.title} | ${job.employer} | ${job.place}\n${job.dates}\n\n${job.points.map((point) => `- ${point}`).join("\n")}`,
  );
  const schools = EDUCATION.map((row) => `- ${row.degree}, ${row.school} (${row.dates})`);
  return [
    `# ${NAME}`,
    HEADLINE,
    CONTACT.join(" | "),
    "## Summary",
    SUMMARY,
    "## Work experience",
    ...jobs,
    "## Education",
    schools.join("\n"),
    "## Skills",
    SKILLS.map((line) => `- ${line}`).join("\n"),
    "## Certifications",
    CERTIFICATIONS.map((line) => `- ${line}`).join("\n"),
    "## Languages",
    LANGUAGES,
  ]
    .join("\n\n")
    .concat("\n");
}

function toPlainText(): string {
  const jobs = JOBS.flatMap((job) => [
    `${job.title}\n${job.employer} – ${job.place}\n${job.dates}\n${job.points.map((point) => `• ${point}`).join("\n")}`,
  ]);
  const schools = EDUCATION.map((row) => `${row.degree}\n${row.school}\n${row.dates}`);
  return [
    `${NAME}\n${HEADLINE}\n${CONTACT.join("\n")}`,
    `SUMMARY\n${SUMMARY}`,
    `WORK EXPERIENCE\n${jobs.join("\n\n")}`,
    `EDUCATION\n${schools.join("\n\n")}`,
    `SKILLS\n${SKILLS.map((line) => `• ${line}`).join("\n")}`,
    `CERTIFICATIONS\n${CERTIFICATIONS.map((line) => `• ${line}`).join("\n")}`,
    `LANGUAGES\n${LANGUAGES}`,
  ]
    .join("\n\n")
    .concat("\n");
}

function heading(pdf: PDFKit.PDFDocument, text: string): void {
  pdf.moveDown(0.6).font("bold").fontSize(12).fillColor("#0f4c5c").text(text.toUpperCase(), { characterSpacing: 0.4 });
  const y = pdf.y + 1;
  pdf
    .moveTo(pdf.page.margins.left, y)
    .lineTo(pdf.page.width - pdf.page.margins.right, y)
    .lineWidth(0.6)
    .strokeColor("#0f4c5c")
    .stroke();
  pdf.y = y + 5;
  pdf.font("regular").fontSize(9.5).fillColor("#1d1d1f");
}

function bullets(pdf: PDFKit.PDFDocument, points: readonly string[]): void {
  for (const point of points) {
    pdf.text("•", { continued: false, indent: 4, lineGap: 0 });
    pdf.moveUp().text(point, pdf.page.margins.left + 14, pdf.y, {
      width: pdf.page.width - pdf.page.margins.left - pdf.page.margins.right - 14,
      lineGap: 1,
    });
    pdf.x = pdf.page.margins.left;
  }
}

/** Bold words on the left, their dates against the right margin, as most résumés have it. */
function titleRow(pdf: PDFKit.PDFDocument, title: string, dates: string): void {
  pdf.font("bold").fontSize(10).fillColor("#1d1d1f");
  const y = pdf.y;
  pdf.text(dates, { align: "right" });
  pdf.y = y;
  pdf.text(title);
  pdf.font("regular").fontSize(9.5);
}

function drawJob(pdf: PDFKit.PDFDocument, job: Job): void {
  titleRow(pdf, job.title, job.dates);
  pdf.fillColor("#515154").text(`${job.employer} | ${job.place}`, { lineGap: 2 }).fillColor("#1d1d1f");
  bullets(pdf, job.points);
  pdf.moveDown(0.5);
}

function drawResume(pdf: PDFKit.PDFDocument): void {
  pdf.registerFont("regular", join(FONTS, "Geist-Regular.ttf")).registerFont("bold", join(FONTS, "Geist-SemiBold.ttf"));
  pdf.font("bold").fontSize(22).fillColor("#0f4c5c").text(NAME);
  pdf.font("regular").fontSize(12).fillColor("#1d1d1f").text(HEADLINE);
  pdf.moveDown(0.2).fontSize(8.6).fillColor("#515154");
  pdf.text(CONTACT.slice(0, 3).join("  |  ")).text(CONTACT.slice(3).join("  |  "));
  heading(pdf, "Summary");
  pdf.text(SUMMARY, { lineGap: 1 });
  heading(pdf, "Work experience");
  for (const job of JOBS) drawJob(pdf, job);
  heading(pdf, "Education");
  for (const row of EDUCATION) {
    titleRow(pdf, row.degree, row.dates);
    pdf.text(row.school, { lineGap: 3 });
  }
  heading(pdf, "Skills");
  bullets(pdf, SKILLS);
  heading(pdf, "Certifications");
  bullets(pdf, CERTIFICATIONS);
  heading(pdf, "Languages");
  pdf.text(LANGUAGES);
}

async function writePdf(path: string): Promise<void> {
  const info = {
    Title: `${NAME} – résumé`,
    Author: NAME,
    Subject: "Fictional résumé written for the demo of Atalaya",
    CreationDate: CREATED,
    ModDate: CREATED,
  };
  const pdf = new PDFDocument({ size: "A4", margins: { top: 38, bottom: 36, left: 54, right: 54 }, info, lang: "en" });
  const file = createWriteStream(path);
  pdf.pipe(file);
  drawResume(pdf);
  pdf.end();
  await finished(file);
}

await mkdir(FOLDER, { recursive: true });
await writePdf(join(FOLDER, `${BASE_NAME}.pdf`));
await writeFile(join(FOLDER, `${BASE_NAME}.md`), toMarkdown());
await writeFile(join(FOLDER, `${BASE_NAME}.txt`), toPlainText());
