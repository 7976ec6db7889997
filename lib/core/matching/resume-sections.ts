import { foldText } from "@/lib/core/kernel/fold";

export const SECTION_KINDS = ["skills", "experience", "education", "summary", "other"] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

/** A stretch of a résumé's text under one heading; the stretch before the first heading is "other". */
export type Section = { kind: SectionKind; start: number; end: number };

const MAX_HEADING = 48;

const HEADINGS: readonly [SectionKind, RegExp][] = [
  [
    "skills",
    /^(?:(?:core|key|technical|professional|it|soft|hard|additional|relevant|computer|main) )*(?:skills?|competenc(?:y|ies|e|es)|technologies|tech stack|tools(?: and technologies)?|expertise|languages?|certifications?|licen[cs]es)(?: (?:and|&) [a-z ]+| summary)?$/u,
  ],
  [
    "skills",
    /^(?:habilidades|competencias|conocimientos|aptitudes|destrezas|tecnologias|herramientas|idiomas?|certificaciones|informatica|licencias)(?: (?:tecnicas?|clave|profesionales|informatic[ao]s|blandas|y [a-z ]+))*$/u,
  ],
  [
    "experience",
    /^(?:(?:work|professional|employment|relevant|career|job) )*(?:experience|history|employment|projects|positions|background)$|^(?:experiencia|trayectoria|historial|proyectos|empleos?)(?: (?:laboral|profesional|previa|relevante|de trabajo|personales))*$/u,
  ],
  [
    "education",
    /^(?:education|academic background|studies|training|courses|education and training|educacion|formacion|estudios|cursos)(?: (?:academica|complementaria|realizados|y [a-z ]+|and [a-z ]+))*$/u,
  ],
  [
    "summary",
    /^(?:(?:professional|executive|career|personal) )*(?:summary|profile|objective|about me|about|statement)$|^(?:perfil|resumen|objetivo|sobre mi|acerca de mi|extracto)(?: (?:profesional|ejecutivo|laboral))?$/u,
  ],
  [
    "other",
    /^(?:interests?|hobbies|references?|awards|publications|volunteering|intereses|aficiones|referencias|premios|publicaciones|voluntariado|contact|contacto|datos personales)$/u,
  ],
];

function headingOf(line: string): SectionKind | null {
  if (line.length === 0 || line.length > MAX_HEADING) return null;
  const folded = foldText(line)
    .folded.replace(/[^a-z& ]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return HEADINGS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/** The sections of a résumé's text, in order, covering all of it. A heading is a short line that names its section, en or es. */
export function readSections(text: string): Section[] {
  const sections: Section[] = [];
  let current: Section = { kind: "other", start: 0, end: text.length };
  let at = 0;
  for (const line of text.split("\n")) {
    const kind = headingOf(line.trim());
    if (kind !== null) {
      if (at > current.start) sections.push({ ...current, end: at });
      current = { kind, start: at, end: text.length };
    }
    at += line.length + 1;
  }
  return [...sections, current];
}
