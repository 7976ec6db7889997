import { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";

const json = z.json();

/** A value as the JSON that a column keeps: dates become text, `undefined` is left out. Throws on what JSON cannot hold. */
export function toJson(value: unknown): Prisma.InputJsonValue {
  const parsed = json.parse(JSON.parse(JSON.stringify(value)));
  if (parsed === null) throw new Error("A JSON column that may be empty is set to null by its own name.");
  return parsed;
}
