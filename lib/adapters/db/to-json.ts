import { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import { storableJson } from "./storable-json";

const json = z.json();

/**
 * A value as the JSON that a column keeps: dates become text, `undefined` is left out, letters that PostgreSQL cannot keep are
 * replaced. Throws on what JSON cannot hold.
 */
export function toJson(value: unknown): Prisma.InputJsonValue {
  const parsed = json.parse(JSON.parse(storableJson(value)));
  if (parsed === null) throw new Error("A JSON column that may be empty is set to null by its own name.");
  return parsed;
}
