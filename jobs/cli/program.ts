import { Command, Option } from "commander";
import { addSkills } from "./add-skills";
import { type Shell, toCount } from "./shell";

const EXIT_CODES = `
Answers are JSON Lines on standard output; progress and errors go to standard error.
Exit codes: 0 ok; 2 bad input or usage (good lines are still answered); 3 the source said no; 4 our own failure.`;

function nowOption(): Option {
  return new Option("--now <iso>", "the instant that counts as now, ISO 8601");
}

type ParseOptions = { source: string; url?: string; now?: string; params?: string };

function addPostings(program: Command, { output, stdin }: Shell): void {
  const postings = program.command("postings").description("Read postings");
  postings
    .command("read")
    .description(
      'Lines of {"id","title"?,"text","lang"?,"location"?,"url"?,"date"?} in, everything that each says out; needs no database',
    )
    .option("--all", "also places, occupation, eligibility, sections, and how sure each fact is")
    .action(async (options: { all?: boolean }) =>
      (await import("./commands/postings")).readPostings(stdin, output, options),
    );
  postings
    .command("parse <file>")
    .description("The adverts of a saved page or response, one a line; needs no database")
    .requiredOption("--source <id>", "the adapter that reads it; `sources adapters` lists them")
    .option("--url <url>", "where the page was saved from")
    .option("--params <file>", "JSON file with the source's parameters, such as the mapping of an API")
    .addOption(nowOption())
    .action(async (file: string, options: ParseOptions) =>
      (await import("./commands/postings")).parsePostings(output, file, options),
    );
  postings
    .command("reread")
    .description(
      "Read again the postings of the database whose reading is out of date; stopped, it goes on when called again",
    )
    .option("--limit <n>", "at most this many; without, all", toCount)
    .option("--all", "also the texts that postings had before their current one")
    .action(async (options: { limit?: number; all?: boolean }) =>
      (await import("./commands/postings")).rereadPostings(output, options),
    );
  postings
    .command("enrich")
    .description("Have open postings read by the model, the newest first; needs ENRICHMENT_LLM=on")
    .option("--limit <n>", "at most this many", toCount, 100)
    .action(async (options: { limit: number }) =>
      (await import("./commands/enrich-postings")).enrichPostings(output, options),
    );
}

type MatchOptions = {
  resume: string;
  postings: string;
  weights?: string;
  top?: number;
  now?: string;
  embedBest: number;
};

function addResumes(program: Command, { output }: Shell): void {
  program
    .command("resume")
    .description("Read résumés; needs no database")
    .command("parse <files...>")
    .description("PDF, DOCX, TXT, Markdown, HTML or JSON Resume in, one profile a line out")
    .addOption(nowOption())
    .action(async (files: string[], options: { now?: string }) =>
      (await import("./commands/resume")).parseResumes(output, files, options),
    );
  program
    .command("match")
    .description("Rank the postings of a file for a résumé; needs no database")
    .requiredOption("--resume <file>", "the résumé")
    .requiredOption("--postings <file>", "JSON Lines or CSV, also gzipped")
    .option("--weights <file>", 'JSON {"skills","experience","keywords"}')
    .option("--top <n>", "print only the best", toCount)
    .option("--embed-best <n>", "how many of the best get their semantic part; 0 for none", toCount, 200)
    .addOption(nowOption())
    .action(async (options: MatchOptions) => (await import("./commands/match")).matchResumeWithFile(output, options));
}

function addDedupe(program: Command, { output }: Shell): void {
  program
    .command("dedupe <file>")
    .description("Which adverts of a file are one job: JSON Lines or CSV, also gzipped; needs no database")
    .action(async (file: string) => (await import("./commands/dedupe")).dedupePostings(output, file));
}

type ImportOptions = { now?: string; process: boolean; embed: boolean };

function addPipeline(program: Command, { output }: Shell): void {
  program
    .command("import")
    .description("Bring data into the database")
    .command("postings <files...>")
    .description("Import postings from JSON Lines or CSV files, also gzipped")
    .addOption(nowOption())
    .option("--no-process", "stop after absorbing: do not read, embed, count and match")
    .option("--no-embed", "do not compute vectors")
    .action(async (files: string[], options: ImportOptions) =>
      (await import("./commands/import-postings")).importPostings(output, files, options),
    );
  program
    .command("scrape")
    .description("Crawl one source now and process what it lists")
    .requiredOption("--source <id>", "the source")
    .option("--from <input>", "live: the board; snapshot: the documents of its last whole crawl", "live")
    .action(async (options: { source: string; from: string }) =>
      (await import("./commands/runs")).scrapeNow(output, options),
    );
  const run = program.command("run").description("Start and look at runs of the pipeline");
  run
    .command("daily")
    .description("Crawl every source that is due and process everything")
    .addOption(nowOption())
    .action(async (options: { now?: string }) => (await import("./commands/runs")).runDailyNow(output, options));
  run
    .command("list")
    .description("The newest runs, one a line")
    .option("--limit <n>", "how many", toCount, 20)
    .action(async (options: { limit: number }) => (await import("./commands/runs")).listRuns(output, options));
  run
    .command("show <id>")
    .description("One run: what was asked, counted, timed and hashed")
    .option("--events", "its events too, one a line", false)
    .action(async (id: string, options: { events: boolean }) =>
      (await import("./commands/runs")).showRun(output, id, options),
    );
  run
    .command("replay <id>")
    .description("Recompute a run from its raw documents, without network, and compare; 4 unless identical")
    .action(async (id: string) => (await import("./commands/runs")).replayRunNow(output, id));
  run
    .command("verify <id>")
    .description("Check every artefact and raw document of a run, its hashes and its counts; 4 where one is wrong")
    .action(async (id: string) => (await import("./commands/runs")).verifyRunNow(output, id));
  run
    .command("diff <a> <b>")
    .description("What stands otherwise in run B than in run A: figures first, then one posting a line")
    .action(async (a: string, b: string) => (await import("./commands/runs")).diffRunsNow(output, a, b));
}

function addSources(program: Command, { output }: Shell): void {
  const sources = program.command("sources").description("What is read, and how");
  sources
    .command("adapters")
    .description("Every adapter with what it reads, its terms and limits; needs no database")
    .action(async () => (await import("./commands/sources")).listAdapterLines(output));
  sources
    .command("check <file>")
    .description("Check a sources file without touching anything; needs no database")
    .action(async (file: string) => (await import("./commands/sources")).checkSourcesFile(output, file));
  sources
    .command("recognise <address>")
    .description("The source that the address of a board or an advert belongs to; needs no database, asks nobody")
    .action(async (address: string) => (await import("./commands/sources")).recognise(output, address));
  sources
    .command("list")
    .description("The sources of this installation with their health")
    .action(async () => (await import("./commands/sources")).listSourceLines(output));
}

function addCorrections(program: Command, { output }: Shell): void {
  program
    .command("corrections")
    .description("What people reported as read wrong")
    .command("export")
    .description("The reports, one a line, oldest first: labels for the next labelled set")
    .option("--state <state>", "taken, open, dismissed or all", "taken")
    .action(async (options: { state: string }) =>
      (await import("./commands/corrections")).exportCorrectionLines(output, options),
    );
}

function addEsco(program: Command, { output }: Shell): void {
  program
    .command("esco")
    .description("The European classification of skills and occupations")
    .command("import <folder>")
    .description("Import the tables of a bundle in English and Spanish, also gzipped; again is harmless")
    .option("--version <v>", "version of the bundle; read from the folder's name where absent")
    .action(async (folder: string, options: { version?: string }) =>
      (await import("./commands/esco")).importEscoBundle(output, folder, options),
    );
}

type RateOptions = { day?: string; source: string };

function addRates(program: Command, { output }: Shell): void {
  const rates = program.command("rates").description("Exchange rates for comparing pay: US dollars for one unit");
  const dayOption = () => new Option("--day <day>", "the day of the rates, YYYY-MM-DD; today where absent");
  rates
    .command("list")
    .description("The rates in force, one currency a line")
    .action(async () => (await import("./commands/rates")).listRateLines(output));
  rates
    .command("set <currency> <usd>")
    .description("Store one rate")
    .addOption(dayOption())
    .option("--source <name>", "where the number is from", "command line")
    .action(async (currency: string, usd: string, options: RateOptions) =>
      (await import("./commands/rates")).setOneRate(output, currency, usd, options),
    );
  rates
    .command("import <file>")
    .description("Store the rates of a file with lines of currency,usd or currency,usd,day")
    .addOption(dayOption())
    .option("--source <name>", "where the numbers are from", "command line")
    .action(async (file: string, options: RateOptions) =>
      (await import("./commands/rates")).importRateFile(output, file, options),
    );
}

type CreateOptions = { email: string; name?: string; admin: boolean; passwordStdin: boolean };

function addInstallation(program: Command, { output, stdin, exitWith }: Shell): void {
  program
    .command("worker")
    .description("Take jobs and keep the schedule until Ctrl-C")
    .action(async () => (await import("./commands/worker")).workUntilTold(output));
  program
    .command("user")
    .description("Accounts")
    .command("create")
    .description("Make an account; the first one is an administrator")
    .requiredOption("--email <address>", "the e-mail address")
    .option("--name <name>", "the person's name")
    .option("--admin", "as an administrator", false)
    .option("--password-stdin", "read the password from standard input; without, one is made and printed", false)
    .action(async (options: CreateOptions) => (await import("./commands/user")).createAccount(stdin, output, options));
  program
    .command("doctor")
    .description("Check the installation and say what to do about each failure")
    .action(async () => exitWith(await (await import("./commands/doctor")).examine(output)));
}

/** The commands with their options and help; what they do is loaded when they are called. */
export function buildProgram(shell: Shell): Command {
  const program = new Command("atalaya")
    .description("Self-hosted job-market observatory and résumé matcher.")
    .addHelpText("after", EXIT_CODES)
    .showHelpAfterError(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  addSkills(program, shell);
  addPostings(program, shell);
  addResumes(program, shell);
  addDedupe(program, shell);
  addPipeline(program, shell);
  addSources(program, shell);
  addCorrections(program, shell);
  addEsco(program, shell);
  addRates(program, shell);
  addInstallation(program, shell);
  inheritSettings(program);
  return program;
}

/** Subcommands made with `command()` copy settings only from their own parent at that moment. */
function inheritSettings(program: Command): void {
  for (const command of program.commands) {
    command.copyInheritedSettings(program);
    inheritSettings(command);
  }
}
