import { z } from "zod";
import type { TextBlock } from "./text-block";

/** The blocks of a text as their column keeps them. */
export const storedBlocks: z.ZodType<TextBlock[]> = z.array(
  z.object({ start: z.int().min(0), end: z.int().min(0), kind: z.enum(["heading", "paragraph", "item"]) }),
);
