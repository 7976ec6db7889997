import { z } from "zod";

const text = z.union([z.string(), z.number()]).transform(String).nullish().catch(null);
const amount = z
  .union([z.number(), z.string().transform(Number)])
  .nullish()
  .catch(null);

/** One advert of the public API. Everything but an id or a URL may be missing; a field of a wrong type counts as missing. */
export const remoteOkJob = z.object({
  id: text,
  slug: text,
  date: text,
  epoch: amount,
  position: text,
  company: text,
  location: text,
  description: text,
  tags: z.array(z.string()).nullish().catch(null),
  salary_min: amount,
  salary_max: amount,
  url: text,
  apply_url: text,
});
export type RemoteOkJob = z.output<typeof remoteOkJob>;

/** The first element is no advert: the terms of use, which ask for a link back and a mention. */
export const remoteOkNotice = z.object({ legal: z.string() });
