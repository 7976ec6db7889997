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
