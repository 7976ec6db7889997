import { readTaxonomy } from "@/lib/services/context/read-taxonomy";
import { readResumeFile } from "@/lib/services/documents/read-resume-file";
import { toProfileLine } from "../contract";
import { explainError } from "../exit-codes";
import type { Output } from "../output";
import { parseNow } from "../with-installation";

/** `resume parse`: one profile a file; a file that cannot be read is named on standard error. */
export async function parseResumes(output: Output, files: readonly string[], options: { now?: string }): Promise<void> {
  const now = options.now === undefined ? new Date() : parseNow(options.now);
  const { matcher } = readTaxonomy();
  for (const file of files) {
    try {
      const outcome = await readResumeFile(file, matcher, now);
      if (outcome.kind === "read") await output.answer(toProfileLine(file, outcome.profile));
      else output.problem({ file, outcome: outcome.kind, message: outcome.message });
    } catch (error) {
      const { line, code } = explainError(error);
      const isMissing = line.error === "invalid_input";
      output.problem({ file, ...(isMissing ? { outcome: "malformed", message: line.message } : line) }, code);
    }
  }
}
