import { expect, test } from "vitest";
import { readSkills } from "@/lib/core/skills/read-skills";
import { createSkillMatcher } from "@/lib/core/skills/skill-matcher";
import { loadTaxonomy } from "./load-taxonomy";

const matcher = createSkillMatcher(loadTaxonomy());

function skillsIn(text: string): string[] {
  return readSkills(matcher, { text })
    .skills.map((skill) => skill.id)
    .toSorted();
}

test.each([
  ["You will shape the go to market and Go to client sites."],
  ["Free access to the gym and Access to training."],
  ["Express your interest before the Spring season ends."],
  ["We give you our Word, and the Rest is up to you."],
  ["We react quickly when customers call."],
  ["The Chef will show you around; the notion of time is flexible."],
  ["Disponibilidad los fines de semana."],
  ["We do not discriminate on the basis of genetic information."],
  ["Incluye vitamina C."],
  ["We love Excel-lence! Requirements: 5+ years with Python and SQL."],
])("no skill is read into everyday words: %s", (text) => {
  const products = [
    "go",
    "microsoft-access",
    "express",
    "spring",
    "microsoft-word",
    "rest-api",
    "react",
    "chef",
    "notion",
    "excel",
  ];
  const others = ["finnish", "molecular-biology", "c-language"];
  expect(skillsIn(text).filter((id) => [...products, ...others].includes(id))).toEqual([]);
});

test.each([
  ["Python, Java and Go.", ["go", "java", "python"]],
  ["Word, Excel y Access", ["excel", "microsoft-access", "microsoft-word"]],
  ["Node, Express, React", ["express", "node-js", "react"]],
  ["Chef, Puppet, Ansible", ["ansible", "chef", "puppet"]],
  ["Swift and Kotlin for mobile", ["kotlin", "swift"]],
  ["Teams, Slack and Zoom", ["microsoft-teams", "slack", "zoom-meetings"]],
  ["Strong R and SQL skills", ["r-language", "sql"]],
])("ambiguous names are read where they are listed with others: %s", (text, ids) => {
  expect(skillsIn(text)).toEqual(ids);
});

test.each([
  ["liquidación de sueldos", "payroll"],
  ["manejo de autoelevador", "forklift-operation"],
  ["cuidado de adultos mayores", "elderly-care"],
  ["electricista matriculado", "electrician-license"],
  ["trabajo en equipo", "teamwork"],
  ["inglés avanzado", "english"],
  ["K8s", "kubernetes"],
  ["ReactJS", "react"],
])("%s means %s", (text, id) => {
  expect(skillsIn(text)).toEqual([id]);
});

test.each([
  ["github.com/camila-rojas-demo", "github"],
  ["https://www.linkedin.com/in/python-developer", "python"],
  ["excel.team@example.com", "excel"],
  ["code review and pair programming every week", "extreme-programming"],
  ["Windows and doors for new houses", "windows"],
  ["A letter from the secretary of the treasury", "treasury"],
  ["Engineers in Latin America", "latin-language"],
  ["Realizar análisis puntuales", "punctuality"],
  ["Fewer steps, less JavaScript", "less-css"],
  ["Contract drafting in Spanish", "cad"],
  ["Armar la parrilla mensual de contenidos", "fast-food"],
  ["Participar en la ronda de seguridad del paciente", "security-guard"],
  ["Subsidised childcare and free lunch", "early-childhood"],
  ["Thank you for your patience", "patience"],
  ["You are driving sales in the region", "driving"],
  ["PL State Management intern", "state-management"],
  ["A home-office budget", "budgeting"],
  ["Póliza de salud para tu familia", "insurance"],
  ["Atención por mensajería instantánea", "delivery-driving"],
  ["A supervised learning problem", "clustering"],
])("the words do not mean the skill: %s", (text, id) => {
  expect(skillsIn(text)).not.toContain(id);
});

test.each([
  ["I design services in Python and Go, model data in PostgreSQL", "go"],
  ["The routing service is written in Go, stores its state in PostgreSQL", "go"],
  ["Llevar los indicadores del proceso en Excel.", "excel"],
  ["Traducir diseños de Figma a widgets de Dart con Flutter", "dart"],
  ["Write small tools in Rust when a script has grown", "rust"],
  ["Experience with R is a plus", "r-language"],
  ["Ship REST endpoints used by dispatchers", "rest-api"],
  ["Code review and pair programming", "pair-programming"],
  ["CompTIA Security+ or Security+ CE", "comptia-security"],
  ["Windows, Linux and macOS", "windows"],
  ["Windows Server administration", "windows-server"],
  ["Managing a budget and its forecast", "budgeting"],
  ["Usability testing with residents", "usability-testing"],
])("the words mean the skill: %s", (text, id) => {
  expect(skillsIn(text)).toContain(id);
});

test.each<[string, string]>([
  ["We keep the core data of our museum tidy.", "ios-frameworks"],
  ["El municipio presentó su plan maestro.", "mrp-planning"],
  ["Salario según convenio colectivo.", "labor-agreements-es"],
  ["Ofrecemos seguro de salud privado y alojamiento.", "health-insurance"],
  ["You comply with all policies and procedures of the theatre.", "policy-development"],
  ["You improve the scalability and reliability of the ferry's ticket system.", "responsibility"],
  ["We make shampoo and other personal care products.", "home-care"],
  ["Parental and caregiver leave", "home-care"],
  ["Recepción de mercadería y control de remitos", "reception"],
])("%j does not ask for %s", (text, id) => {
  expect(skillsIn(text)).not.toContain(id);
});

test.each<[string, string]>([
  ["iOS developer: Swift and Core Data", "ios-frameworks"],
  ["Plan maestro de producción", "mrp-planning"],
  ["Conocimiento de convenios colectivos de trabajo", "labor-agreements-es"],
  ["Experience with health insurance claims", "health-insurance"],
  ["You write policies and procedures for the archive.", "policy-development"],
  ["Elaborar políticas y procedimientos", "policy-development"],
  ["Punctuality, honesty and reliability", "responsibility"],
  ["Personal care of elderly people at home", "home-care"],
  ["Recepción de visitas y atención del conmutador", "reception"],
  ["Experience with databases such as Oracle", "oracle-database"],
])("%j asks for %s", (text, id) => {
  expect(skillsIn(text)).toContain(id);
});
