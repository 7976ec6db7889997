import { expect, test } from "vitest";
import { nameVariants } from "./name-variants";

test.each([
  ["Python", ["Python"]],
  ["Python 3.x", ["Python 3.x", "Python"]],
  ["Control de versiones (Git)", ["Control de versiones (Git)", "Control de versiones", "Git"]],
  ["SQL (Oracle, MySQL)", ["SQL (Oracle, MySQL)", "SQL", "Oracle, MySQL", "Oracle", "MySQL"]],
  ["React/Redux", ["React/Redux", "React", "Redux"]],
  ["HTML5/CSS3", ["HTML5/CSS3", "HTML5/CSS", "HTML5", "HTML", "CSS3", "CSS"]],
  ["Manejo de Excel avanzado", ["Manejo de Excel avanzado", "Excel"]],
  ["Experience with Kafka", ["Experience with Kafka", "Kafka"]],
  ["Lenguaje Java 8+", ["Lenguaje Java 8+", "Lenguaje Java", "Java 8+", "Java", "Java 8"]],
  ["Jira y Confluence", ["Jira y Confluence", "Jira", "Confluence"]],
  ["Framework Spring [Boot]", ["Framework Spring [Boot]", "Framework Spring", "Spring", "Boot"]],
])("%s is looked up as given, then by what is left of it", (name, variants) => {
  expect(nameVariants(name)).toEqual(variants);
});

test("nothing comes of nothing, and hostile names cost nothing", () => {
  expect(nameVariants("")).toEqual([]);
  expect(nameVariants("()")).toEqual(["()"]);
  expect(nameVariants(`${"(".repeat(5000)}x`)).toHaveLength(1);
  expect(nameVariants("/".repeat(199)).length).toBeLessThan(20);
  expect(nameVariants(`manejo${" ".repeat(180)}x`).length).toBeLessThan(10);
});
