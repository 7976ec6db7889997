import { type Command, Option } from "commander";
import type { Output } from "./output";
import { type Shell, toCount } from "./shell";

/** The commands that read skills and decide on new terms. */
export function addSkills(program: Command, { output, stdin }: Shell): void {
  const skills = program.command("skills").description("Read skills, and decide on new terms");
  skills
    .command("extract")
    .description('Lines of {"id","title"?,"text","lang"?} in, the skills of each out')
    .action(async () => (await import("./commands/skills")).extractSkills(stdin, output));
  skills
    .command("lookup")
    .description("Names in, one a line; the skill that each would mean out")
    .action(async () => (await import("./commands/skills")).lookUpSkills(stdin, output));
  addCandidates(skills, output);
}

function addCandidates(skills: Command, output: Output): void {
  const langOption = () => new Option("--lang <lang>", "the name's language").choices(["en", "es"]).default("en");
  skills
    .command("candidates")
    .description("Terms that postings use like skills and the taxonomy lacks, most frequent first")
    .option("--state <state>", "open, accepted, aliased, rejected or all", "open")
    .option("--limit <n>", "how many", toCount, 100)
    .action(async (options: { state: string; limit: number }) =>
      (await import("./commands/candidates")).listCandidateLines(output, options),
    );
  skills
    .command("accept <term>")
    .description("Make a candidate a skill of its own")
    .requiredOption("--family <family>", "the family that it belongs to")
    .requiredOption("--kind <kind>", "hard, soft, language or certification")
    .option("--label <name>", "how the skill is called, where the term is only another name of it")
    .addOption(langOption())
    .action(async (term: string, options: { family: string; kind: string; lang: string; label?: string }) =>
      (await import("./commands/candidates")).acceptTerm(output, term, options),
    );
  skills
    .command("alias <term> <id>")
    .description("Make a candidate a further name of a skill")
    .addOption(langOption())
    .action(async (term: string, id: string, options: { lang: string }) =>
      (await import("./commands/candidates")).aliasTerm(output, term, id, options),
    );
  skills
    .command("reject <term>")
    .description("Do not propose a term again")
    .action(async (term: string) => (await import("./commands/candidates")).rejectTerm(output, term));
}
