import { lookupSkill } from "@/lib/core/skills/lookup-skill";
import { readSkills } from "@/lib/core/skills/read-skills";
import { readTaxonomy } from "@/lib/services/context/read-taxonomy";
import { readTextLines } from "@/lib/services/lines/read-json-lines";
import { answerJsonLines } from "../answer-lines";
import { statedLang, textInput } from "../contract";
import type { Output } from "../output";

type Input = AsyncIterable<Uint8Array>;

/** `skills extract`: one line of skills for one line of text. */
export async function extractSkills(input: Input, output: Output): Promise<void> {
  const { matcher } = readTaxonomy();
  await answerJsonLines(input, output, textInput, ({ id, title, text, lang }) => {
    const reading = readSkills(matcher, { title: title ?? "", text, lang: statedLang(lang) });
    return { id, lang: reading.lang, skills: reading.skills };
  });
}

/** `skills lookup`: the concept that each name would mean, without context. */
export async function lookUpSkills(input: Input, output: Output): Promise<void> {
  const { matcher } = readTaxonomy();
  for await (const line of readTextLines(input)) {
    if (output.isClosed()) return;
    if (line.kind === "bad") {
      output.problem({ error: "bad_line", line: line.line, message: line.reason });
      continue;
    }
    const name = line.text.trim();
    const concept = lookupSkill(matcher, name);
    const label = concept === null ? null : (concept.en[0] ?? concept.es[0] ?? concept.id);
    const found = { id: concept?.id ?? null, label, kind: concept?.kind ?? null, esco: concept?.esco ?? null };
    await output.answer({ name, ...found });
  }
}
