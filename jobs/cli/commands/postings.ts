import { countryOfAddress } from "@/lib/core/places/country-of-address";
import { recoverBlocks } from "@/lib/core/postings/recover-blocks";
import { readPosting } from "@/lib/core/postings/read-posting";
import { readKnowledge } from "@/lib/services/context/read-knowledge";
import type { WatchedEvent } from "@/lib/services/context/context";
import { parseSavedPage } from "@/lib/services/sources/parse-saved-page";
import { answerJsonLines } from "../answer-lines";
import { statedLang, textInput, toFullReadLine, toParsedLine, toReadLine } from "../contract";
import { EXIT } from "../exit-codes";
import type { Output } from "../output";
import { parseNow, withInstallation } from "../with-installation";

/** `postings read`: everything that each posting says. Offsets are into the given text. */
export async function readPostings(
  input: AsyncIterable<Uint8Array>,
  output: Output,
  options: { all?: boolean } = {},
): Promise<void> {
  const toLine = options.all === true ? toFullReadLine : toReadLine;
  const knowledge = readKnowledge();
  await answerJsonLines(input, output, textInput, ({ id, title, text, lang, location, url, date }) => {
    const given = {
      title: title ?? "",
      text,
      blocks: recoverBlocks(text),
      lang: statedLang(lang),
      location: location ?? null,
      sourceCountry: countryOfAddress(url ?? null),
      postedOn: date,
    };
    return toLine(id, readPosting(knowledge, given));
  });
}

export type ParseOptions = { source: string; url?: string; now?: string; params?: string };

/** `postings parse`: the adverts of a saved page; a page that refuses is an outcome on standard error and exit code 3. */
export async function parsePostings(output: Output, file: string, options: ParseOptions): Promise<void> {
  const now = options.now === undefined ? new Date() : parseNow(options.now);
  const parsed = await parseSavedPage({
    sourceId: options.source,
    file,
    url: options.url ?? null,
    now,
    paramsFile: options.params,
  });
  for (const posting of parsed.postings) await output.answer(toParsedLine(posting));
  for (const { reason, warnings } of parsed.rejected) output.problem({ error: "rejected", message: reason, warnings });
  if (parsed.refusal !== null) output.problem(parsed.refusal, EXIT.sourceRefused);
}

export type RereadCommandOptions = { limit?: number; all?: boolean };

/** `postings reread`: one line about the run; texts that could not be read are named, and make the command end with 4. */
export async function rereadPostings(output: Output, options: RereadCommandOptions): Promise<void> {
  const { runReread } = await import("@/lib/services/pipeline/run-reread");
  await withInstallation(output, async (ctx) => {
    const watch = (event: WatchedEvent) => {
      if (event.kind === "item.failed")
        output.problem({ error: event.reason ?? "failed", message: event.message }, EXIT.failure);
      ctx.watch?.(event);
    };
    const { runId, status, result } = await runReread({ ...ctx, watch }, { trigger: "cli", ...options });
    await output.answer({ runId, status, ...result });
  });
}
