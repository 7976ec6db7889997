import { z } from "zod";

const example = z.object({ postingId: z.string(), before: z.string(), term: z.string(), after: z.string() });

/** What speaks for a candidate, as stored with it: how many employers use it, and some of the places. */
const evidence = z.object({ employers: z.int(), examples: z.array(example) });
export type TermEvidence = z.output<typeof evidence>;

/** The same of a row that may be from before employers were counted; null there until the next run counts. */
export const storedEvidence: z.ZodType<{ employers: number | null; examples: TermEvidence["examples"] }> = z.union([
  evidence,
  z.array(example).transform((examples) => ({ employers: null, examples })),
]);
