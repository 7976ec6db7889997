import { describe, expect, test } from "vitest";
import { lookupSkill } from "@/lib/core/skills/lookup-skill";
import { readSkills } from "@/lib/core/skills/read-skills";
import { createSkillMatcher } from "@/lib/core/skills/skill-matcher";
import { loadTaxonomy } from "./load-taxonomy";

const matcher = createSkillMatcher(loadTaxonomy());

function skillsIn(text: string): string[] {
  return readSkills(matcher, { text }).skills.map((skill) => skill.id);
}

describe("versions belong to the name", () => {
  test.each([
    ["You know Python 3.x well", ["python"]],
    ["Desarrollo en Angular 17 o superior", ["angular"]],
    ["Experiencia con Java 8+", ["java"]],
    ["Sólidos conocimientos de .NET 6", ["dotnet"]],
    ["Maquetas con HTML5/CSS3", ["html", "css"]],
    ["PHP7 and MySQL 5.7", ["php", "mysql"]],
    ["Servidores con Windows 10", ["windows"]],
    ["Experience with Node.js v18 and React 18", ["node-js", "react"]],
    ["JavaScript (ES6+) y TypeScript", ["javascript", "typescript"]],
    ["Manejo de Oracle 19c", ["oracle-database"]],
    ["Spring Boot 3 con Java 17", ["spring-boot", "java"]],
    ["Visual Basic 6.0 y Visual Studio 2022", ["visual-basic", "visual-studio"]],
  ])("%s", (text, ids) => {
    expect(skillsIn(text)).toEqual(expect.arrayContaining(ids));
  });
});

describe("names that are written together are all read", () => {
  test.each([
    ["Stack: React/Redux y Node", ["react", "redux", "node-js"]],
    ["Programming in C/C++ on Linux", ["c-language", "cpp", "linux"]],
    ["Dominio de SQL (Oracle, MySQL)", ["sql", "oracle-database", "mysql"]],
    ["Docker&Kubernetes", ["docker", "kubernetes"]],
    ["Java/Kotlin, Jira/Confluence", ["java", "kotlin", "jira", "confluence"]],
    ["Git|Jenkins|SonarQube", ["git", "jenkins", "sonarqube"]],
    ["AWS (EC2, S3, Lambda), Terraform", ["aws", "aws-ec2", "aws-s3", "aws-lambda", "terraform"]],
    ["HTML-CSS-JavaScript", ["html", "css", "javascript"]],
    ["Metodologías ágiles (Scrum/Kanban)", ["agile", "scrum", "kanban"]],
    ["Pruebas unitarias y de integración con JUnit", ["unit-testing", "integration-testing", "junit"]],
  ])("%s", (text, ids) => {
    expect(skillsIn(text)).toEqual(expect.arrayContaining(ids));
  });
});

describe("competitors and parts are told apart", () => {
  test.each([
    ["Monitoring with Grafana Loki", "loki"],
    ["Deploy with Google Cloud Run", "google-cloud-run"],
    ["Message passing over NATS", "nats"],
    ["Dashboards en Looker Studio", "looker-studio"],
    ["Pipelines in Prefect, Airflow and dbt", "prefect"],
    ["Reports in Apache Superset", "apache-superset"],
    ["Tickets en GLPI y ServiceNow", "glpi"],
    ["Desarrollo de módulos en Odoo", "erp-development"],
    ["Fusión de fibra óptica y OTDR", "fiber-splicing"],
    ["PCB layout with KiCad", "kicad"],
  ])("%s names %s", (text, id) => {
    expect(skillsIn(text)).toContain(id);
  });
});

describe("ambiguous names count where the sentence is about technology", () => {
  test.each([
    ["Go, Java and C services behind gRPC", ["go", "java", "c-language"]],
    ["Backend development in Ruby, Elixir or Elm", ["ruby", "elixir", "elm"]],
    ["Python with Flask, Celery and Redis", ["flask", "celery"]],
    ["Hadoop, Hive, Pig, Spark and Storm", ["hive", "apache-pig", "spark", "storm"]],
    ["Kubernetes, Helm and Vault", ["helm", "vault"]],
    ["Java with Maven or Ant build", ["maven", "ant"]],
    ["Automation with Chef, Puppet and Salt", ["chef", "puppet", "salt"]],
    ["Prototypes in Sketch and Figma", ["sketch"]],
    ["MATLAB, R and Julia for modelling", ["r-language", "julia-language"]],
    ["JavaScript tests with Mocha, Chai and Karma", ["mocha", "chai", "karma"]],
    ["Android: Kotlin, Dagger, Retrofit and Espresso", ["dagger-hilt", "retrofit-okhttp", "espresso"]],
    ["GraphQL with Apollo and Relay on React", ["apollo"]],
    ["Configuración de redes, routers y switches", ["computer-networking", "switches-routers"]],
    ["Servidores, redes y seguridad informática", ["computer-networking", "cybersecurity"]],
    ["Excel con macros y tablas dinámicas", ["excel", "vba-macros"]],
  ])("%s", (text, ids) => {
    expect(skillsIn(text)).toEqual(expect.arrayContaining(ids));
  });

  test.each([
    ["Retrofit old houses with new windows", ["retrofit-okhttp", "windows"]],
    ["Make a coffee with the espresso machine", ["espresso"]],
    ["The storm damaged the warehouse", ["storm"]],
    ["Manejo de redes sociales", ["computer-networking"]],
    ["Normas de seguridad e higiene", ["cybersecurity"]],
    ["Our cutting-edge AI lab", ["edge-computing"]],
    ["Buscan personas con ganas", ["can-bus"]],
    ["Finish the work within agreed timescales", ["timescaledb"]],
    ["We are embedding new procedures in the teams", ["embeddings"]],
    ["A framer and a carpenter for the site", ["framer"]],
    ["Harness the power of teams", ["harness-cd"]],
    ["Find a workable solution", ["workable"]],
    ["Documentación de respaldo de caja", ["backup-management"]],
    ["Technicians for fire systems: mantenimiento de sistemas contra incendios", ["software-maintenance"]],
    ["Make an appointment at the hotel spa", ["spa", "make-automation"]],
    ["Elm Street, Ruby Tuesday and Julia Roberts", ["elm", "ruby", "julia-language"]],
    ["Presto! A swift response from our teams", ["trino", "swift", "microsoft-teams"]],
    ["Macros y calorías de cada plato", ["vba-macros"]],
    ["Powered by JazzHR", ["jazzhr"]],
    ["Storage of cold food", ["storage-systems", "object-storage"]],
  ])("and not where it is not: %s", (text, ids) => {
    const found = skillsIn(text);
    expect(ids.filter((id) => found.includes(id))).toEqual([]);
  });
});

test.each([
  ["No es necesario Java; pedimos Python", "java", "python"],
  ["Kubernetes is not required, Docker is", "kubernetes", "docker"],
  ["Sin experiencia en Angular. Usamos TypeScript a diario", "angular", "typescript"],
])("what is denied is not read: %s", (text, denied, asked) => {
  expect(skillsIn(text)).not.toContain(denied);
  expect(skillsIn(text)).toContain(asked);
});

test.each([
  ["Bases de datos relacionales", "relational-databases"],
  ["Metodologías ágiles", "agile"],
  ["Control de versiones (Git)", "version-control"],
  ["APIs REST", "rest-api"],
  ["SQL (Oracle, MySQL)", "sql"],
  ["React/Redux", "react"],
  ["HTML5/CSS3", "html"],
  ["Java 8+", "java"],
  [".NET 6", "dotnet"],
  ["Angular 17", "angular"],
  ["Manejo de Excel avanzado", "excel"],
  ["Lenguaje Python", "python"],
  ["Librería propia (Pandas)", "pandas"],
  ["Pruebas unitarias y de integración", "unit-testing"],
  ["SAP S/4 HANA", "sap-s4hana"],
])("the name %s means %s", (name, id) => {
  expect(lookupSkill(matcher, name)?.id).toBe(id);
});
