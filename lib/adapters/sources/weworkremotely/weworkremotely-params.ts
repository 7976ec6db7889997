import { z } from "zod";

/** Feeds carry whole adverts; where a start URL is a list page, so many advert pages are read at most. */
export const weWorkRemotelyParams = z.strictObject({ maxItems: z.int().min(1).max(2000).default(300) });
