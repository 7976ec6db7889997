import { z } from "zod";
import { lenientList, lenientNumber, lenientText } from "../parsing/lenient-fields";

const metadata = z.object({ name: lenientText, value_type: lenientText, value: z.unknown() });
export type GreenhouseMetadata = z.output<typeof metadata>;

const payRange = z.object({
  min_cents: lenientNumber,
  max_cents: lenientNumber,
  currency_type: lenientText,
  title: lenientText,
  blurb: lenientText,
});

/** One advert of the job board API. */
export const greenhouseJob = z.object({
  id: lenientText,
  title: lenientText,
  company_name: lenientText,
  absolute_url: lenientText,
  location: z.object({ name: lenientText }).nullish().catch(null),
  offices: lenientList(z.object({ name: lenientText, location: lenientText })),
  metadata: lenientList(metadata),
  first_published: lenientText,
  updated_at: lenientText,
  application_deadline: lenientText,
  language: lenientText,
  content: lenientText,
  pay_input_ranges: lenientList(payRange),
});
export type GreenhouseJob = z.output<typeof greenhouseJob>;

/** The answer for a whole board. */
export const greenhouseAnswer = z.object({ jobs: z.array(z.unknown()) });
/** The answer for one advert. */
export const greenhouseSingle = z.object({ id: z.union([z.number(), z.string()]), title: z.string() });
/** What the API says of an advert or a board that it does not know. */
export const greenhouseError = z.object({ error: z.string() });

/** An amount, or a range of amounts, among an advert's custom fields. */
export const greenhouseCurrency = z.object({
  unit: lenientText,
  min_value: lenientNumber,
  max_value: lenientNumber,
  amount: lenientNumber,
});
