import { expect, test } from "vitest";
import { readSkills } from "@/lib/core/skills/read-skills";
import { createSkillMatcher } from "@/lib/core/skills/skill-matcher";
import { loadTaxonomy } from "./load-taxonomy";

const matcher = createSkillMatcher(loadTaxonomy());

function skillsIn(text: string): string[] {
  return readSkills(matcher, { text }).skills.map((skill) => skill.id);
}

test.each([
  ["Liquidación de sueldos y formulario 931", ["payroll", "social-security-es"]],
  ["Retenciones, SICORE, SIFERE e ingresos brutos", ["tax-withholding", "gross-income-tax-ar"]],
  ["Arqueo de caja y manejo de caja chica", ["cash-count", "petty-cash"]],
  ["Conciliaciones bancarias y emisión de cheques", ["bank-reconciliation", "cheque-management"]],
  ["Month-end close, general ledger and accruals", ["month-end-closing", "general-ledger", "journal-entries"]],
  ["Cierre de ventas y prospección de clientes", ["sales-closing", "sales-prospecting"]],
  ["Armado de legajos y control de vencimientos", ["file-preparation", "expiry-tracking"]],
  ["Colocación de inyectables y control de signos vitales", ["injections", "vital-signs"]],
  ["Medication administration and end-of-life care", ["medication-administration", "palliative-care"]],
  ["Validación de recetas y dispensación de medicamentos", ["prescription-validation", "pharmacy-dispensing"]],
  ["Endodoncia y ortodoncia", ["endodontics", "orthodontics"]],
  ["Terapia ABA con niños", ["aba-therapy"]],
  ["Uñas esculpidas y extensiones de pestañas", ["nail-extensions", "lashes-brows"]],
  ["Matrícula profesional vigente (excluyente)", ["professional-registration"]],
  ["NMC registration is required", ["nmc-registration"]],
  ["Seguimiento de expedientes judiciales", ["judicial-files"]],
  ["Administración de consorcios y liquidación de expensas", ["condominium-management"]],
])("office, care and people's trades are read by the names that adverts use: %s", (text, ids) => {
  const found = skillsIn(text);
  expect(ids.filter((id) => !found.includes(id))).toEqual([]);
});

test.each([
  ["Persona proactiva, responsable y dinámica", ["proactivity", "responsibility", "dynamism"]],
  ["Buscamos un perfil metódico y organizado", ["methodical", "organizational-skills"]],
  ["Tolerancia a la frustración y orientación a resultados", ["frustration-tolerance", "results-orientation"]],
  ["Capacidad analítica y sensibilidad por el detalle", ["analytical-thinking", "attention-to-detail"]],
  ["Buena dicción y vocación de servicio", ["expressive-speech", "customer-orientation"]],
])("soft skills are read as nouns and as adjectives for a person: %s", (text, ids) => {
  const found = skillsIn(text);
  expect(ids.filter((id) => !found.includes(id))).toEqual([]);
});

test.each([
  ["Serás responsable de la sucursal", "responsibility"],
  ["Ofrecemos un entorno dinámico y un equipo dinámico", "dynamism"],
  ["Te ofrecemos planes de acción y un plan de carrera", "equity-administration"],
  ["Título de tercer nivel en CPA", "cpa"],
  ["Registrar los ingresos y productos caseros", "domestic-service"],
  ["Registrar las ventas en el sistema", "admissions-enrolment"],
  ["Somos un marketplace global de talento", "marketplaces"],
  ["Informes para la toma de decisiones", "decision-making"],
  ["Un esquema de compensación competitivo", "compensation-benefits"],
  ["Capacitaciones constantes y excelente clima laboral", "training-development"],
  ["Excelente clima laboral y beneficios", "workplace-climate"],
  ["Beneficios: seguros de vida, descuentos y almuerzo", "life-insurance"],
  ["Clases de yoga y snacks como beneficios", "yoga-pilates"],
  ["Presencia internacional y alta resolución de pantalla", "problem-solving"],
  ["We are a fast-growing edtech company and we offer childcare vouchers", "infant-care"],
  ["A multithreading library with threading support", "waxing"],
  ["Write the docs in Markdown", "price-labeling"],
  ["The year ends with a new reporting line", "news-writing"],
  ["Case management and ticketing technologies", "case-management-social"],
  ["Access to our programmatic API", "programmatic-advertising"],
  ["Seguinos en LinkedIn e Instagram", "linkedin"],
])("the words do not mean the skill: %s", (text, id) => {
  expect(skillsIn(text)).not.toContain(id);
});
