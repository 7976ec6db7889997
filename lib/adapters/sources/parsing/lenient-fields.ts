import { z } from "zod";

/** Fields of foreign answers: a value of a wrong type counts as missing, so that one odd field never costs the advert. */
export const lenientText = z.union([z.string(), z.number()]).transform(String).nullish().catch(null);

export const lenientFlag = z.boolean().nullish().catch(null);

/** A finite number, also where it is written as text. */
export const lenientNumber = z
  .union([z.number(), z.string().trim().min(1).transform(Number)])
  .pipe(z.number())
  .nullish()
  .catch(null);

/** The members of a list that have the wanted form; no list, or something else, is an empty one. */
export function lenientList<T extends z.ZodType>(member: T) {
  const rows = z.array(z.unknown()).catch([]);
  return rows.transform((values) =>
    values.flatMap((value): z.output<T>[] => {
      const reading = member.safeParse(value);
      return reading.success ? [reading.data] : [];
    }),
  );
}
