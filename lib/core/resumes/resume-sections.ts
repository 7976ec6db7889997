import { foldText } from "@/lib/core/kernel/fold";
import type { ResumeLine } from "./resume-lines";

export type SectionKind =
  | "header"
  | "summary"
  | "experience"
  | "education"
  | "skills"
  | "languages"
  | "certifications"
  | "other";

/** The lines under one heading; `header` is what stands before the first one. A title with text behind it is a section of one line. */
export type ResumeSection = { kind: SectionKind; heading: ResumeLine | null; lines: ResumeLine[] };

const HEADINGS: Record<Exclude<SectionKind, "header">, readonly string[]> = {
  summary: [
    "summary",
    "professional summary",
    "executive summary",
    "career summary",
    "profile",
    "professional profile",
    "about",
    "about me",
    "objective",
    "career objective",
    "professional objective",
    "personal statement",
    "info",
    "introduction",
    "perfil",
    "perfil profesional",
    "perfil laboral",
    "resumen",
    "resumen profesional",
    "resumen ejecutivo",
    "sobre mi",
    "acerca de mi",
    "objetivo",
    "objetivo profesional",
    "objetivo laboral",
    "extracto",
    "presentacion",
  ],
  experience: [
    "experience",
    "work experience",
    "professional experience",
    "employment",
    "employment history",
    "work history",
    "career history",
    "professional background",
    "relevant experience",
    "job history",
    "career",
    "experiencia",
    "experiencia laboral",
    "experiencia profesional",
    "trayectoria",
    "trayectoria profesional",
    "trayectoria laboral",
    "historial laboral",
    "historia laboral",
    "empleo",
    "empleos",
    "experiencia de trabajo",
    "antecedentes laborales",
  ],
  education: [
    "education",
    "academic background",
    "education and training",
    "academic history",
    "studies",
    "qualifications",
    "academic qualifications",
    "educacion",
    "formacion",
    "formacion academica",
    "estudios",
    "estudios realizados",
    "formacion profesional",
    "antecedentes academicos",
    "educacion y formacion",
    "academic education",
  ],
  skills: [
    "skills",
    "technical skills",
    "key skills",
    "core skills",
    "professional skills",
    "soft skills",
    "hard skills",
    "skills summary",
    "core competencies",
    "competencies",
    "technologies",
    "tech stack",
    "tools",
    "tools and technologies",
    "areas of expertise",
    "expertise",
    "skills and tools",
    "skills and technologies",
    "habilidades",
    "habilidades tecnicas",
    "competencias",
    "competencias tecnicas",
    "conocimientos",
    "conocimientos tecnicos",
    "aptitudes",
    "destrezas",
    "tecnologias",
    "herramientas",
    "habilidades y competencias",
    "habilidades blandas",
    "stack tecnologico",
    "conocimientos informaticos",
    "herramientas y tecnologias",
    "tecnologias y herramientas",
  ],
  languages: [
    "languages",
    "language",
    "language skills",
    "idiomas",
    "idioma",
    "lenguas",
    "lenguajes hablados",
    "spoken languages",
    "languages / idiomas",
    "idiomas / languages",
  ],
  certifications: [
    "certifications",
    "certification",
    "certificates",
    "licenses",
    "licences",
    "licenses and certifications",
    "certifications and licenses",
    "professional certifications",
    "certificaciones",
    "certificados",
    "certificaciones y cursos",
    "licencias",
    "licencias y certificaciones",
    "cursos y certificaciones",
    "courses and certifications",
  ],
  other: [
    "projects",
    "project",
    "personal projects",
    "side projects",
    "selected projects",
    "interests",
    "hobbies",
    "hobbies and interests",
    "references",
    "awards",
    "honors",
    "honors and awards",
    "honors/awards",
    "honours",
    "publications",
    "volunteering",
    "volunteer experience",
    "volunteer work",
    "volunteer",
    "service",
    "military service",
    "additional information",
    "other information",
    "contact",
    "contact information",
    "personal details",
    "personal information",
    "activities",
    "extracurricular activities",
    "on campus involvement",
    "leadership",
    "memberships",
    "affiliation",
    "affiliations",
    "governance",
    "samples",
    "writing",
    "reading",
    "recognition",
    "speaking",
    "testimonials",
    "courses",
    "patents",
    "portfolio",
    "achievements",
    "talks",
    "proyectos",
    "proyectos personales",
    "intereses",
    "aficiones",
    "pasatiempos",
    "referencias",
    "referencias personales",
    "referencias laborales",
    "premios",
    "reconocimientos",
    "premios y reconocimientos",
    "publicaciones",
    "voluntariado",
    "informacion adicional",
    "otros datos",
    "contacto",
    "datos personales",
    "datos de contacto",
    "actividades",
    "cursos",
    "logros",
    "portafolio",
    "membresias",
    "informacion personal",
    "cursos complementarios",
  ],
};

const KIND_OF = new Map<string, Exclude<SectionKind, "header">>(
  Object.entries(HEADINGS).flatMap(([kind, names]) =>
    names.map((name) => [name, kind as Exclude<SectionKind, "header">] as const),
  ),
);
const MAX_HEADING_CHARS = 60;

/** "E X P E R I E N C E" and "-- EXPERIENCE ------" are the word between. */
function headingWords(text: string): string {
  const folded = foldText(text)
    .folded.replace(/^[^a-z]+|[^a-z]+$/g, "")
    .replace(/\s+/g, " ");
  const unspaced = /^(?:[a-z] )+[a-z]$/.test(folded) ? folded.replaceAll(" ", "") : folded;
  return unspaced.replace(/ & | e (?=i)/g, " and ");
}

/** The section that a line names when it stands alone; null where it names none. */
export function sectionOf(text: string): Exclude<SectionKind, "header"> | null {
  if (text.length > MAX_HEADING_CHARS && !/[-=_]{4}/.test(text)) return null;
  const words = headingWords(text);
  const known = KIND_OF.get(words) ?? KIND_OF.get(words.replace(" and ", " y "));
  if (known) return known;
  const [first, second] = words.split(/ and | y |, | \/ /);
  return first !== undefined && second !== undefined && KIND_OF.has(second) ? (KIND_OF.get(first) ?? null) : null;
}

/** "Idiomas: español, inglés (C1)": a title and its content on one line. */
function inlineSection(line: ResumeLine): ResumeSection | null {
  const match = /^([\p{L} /&]{3,40}):\s+(?=\S)/u.exec(line.text);
  const kind = match ? sectionOf(match[1] ?? "") : null;
  if (!match || kind === null || kind === "other") return null;
  const lead = match[0].length;
  return { kind, heading: line, lines: [{ ...line, start: line.start + lead, text: line.text.slice(lead) }] };
}

/** Capitals alone between the sections of a résumé that sets its titles so: a title that the lists do not know. */
function isUnknownTitle(line: ResumeLine, next: ResumeLine | undefined, titlesAreUpper: boolean): boolean {
  if (!titlesAreUpper || line.kind !== "heading" || line.isItem || line.text.length > 40) return false;
  if (line.text !== line.text.toUpperCase() || /[\d,|@]/.test(line.text) || line.text.split(/\s+/).length > 4)
    return false;
  return next !== undefined && !/\d{4}/.test(next.text);
}

function titlesInCapitals(lines: readonly ResumeLine[]): boolean {
  const titles = lines.filter((line) => sectionOf(line.text) !== null);
  return titles.length >= 3 && titles.every((line) => line.text === line.text.toUpperCase());
}

/** A résumé cut at its headings, in order. English and Spanish titles are known; block kinds help but are not needed. */
export function readResumeSections(lines: readonly ResumeLine[]): ResumeSection[] {
  const upper = titlesInCapitals(lines);
  const sections: ResumeSection[] = [{ kind: "header", heading: null, lines: [] }];
  let current = sections[0];
  for (const [index, line] of lines.entries()) {
    const kind = line.isItem && /[,;]/.test(line.text) ? null : sectionOf(line.text);
    const unknown = kind === null && current?.kind !== "header" && isUnknownTitle(line, lines[index + 1], upper);
    const inline = kind === null && !unknown ? inlineSection(line) : null;
    if (kind !== null || unknown) {
      current = { kind: kind ?? "other", heading: line, lines: [] };
      sections.push(current);
    } else if (inline) sections.push(inline);
    else current?.lines.push(line);
  }
  return sections;
}
