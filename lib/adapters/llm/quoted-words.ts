import { z } from "zod";
import { MAX_QUOTE_CHARS } from "@/lib/core/model-reading/verify-quote";

/** Words that a model copies from an advert, as long as those that are looked for there. */
export const quotedWords = z.string().max(MAX_QUOTE_CHARS);
