import { z } from "zod";

const text = z.string().nullish().catch(null);
const id = z.union([z.int(), z.string().regex(/^\d{1,15}$/)]).transform(String);
const flag = z.boolean().nullish().catch(null);

/** One comment, as the public API, the search API and dumps of either write it. */
export const hnComment = z.object({
  id: id.optional().catch(undefined),
  objectID: id.optional().catch(undefined),
  type: text,
  text,
  comment_text: text,
  title: text,
  time: z.number().nullish().catch(null),
  created_at_i: z.number().nullish().catch(null),
  parent_id: id.nullish().catch(null),
  story_id: id.nullish().catch(null),
  deleted: flag,
  dead: flag,
});
export type HnComment = z.output<typeof hnComment>;

/** A thread of the public API, with the ids of its comments. */
export const hnStory = z.object({ type: z.literal("story"), title: z.string(), kids: z.array(id).default([]) });
/** The account that posts the threads. */
export const hnUser = z.object({ submitted: z.array(id) });
/** A thread of the search API, whole. */
export const hnThread = z.object({ title: z.string(), children: z.array(z.unknown()) });
/** A page of hits of the search API: threads or comments. */
export const hnHits = z.object({ hits: z.array(z.unknown()), page: z.int().default(0), nbPages: z.int().default(0) });

/** "Ask HN: Who is hiring?", and not its neighbours for those who look for work. */
export function isHiringThread(title: string): boolean {
  return /who(?:\s+is|['’]s) hiring/i.test(title);
}
