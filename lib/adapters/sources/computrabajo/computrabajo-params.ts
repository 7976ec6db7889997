import { z } from "zod";
import { LATAM_COUNTRIES, type LatamCountry } from "../parsing/latam-countries";
import { siteOf } from "./computrabajo-url";

const COUNTRIES = Object.keys(LATAM_COUNTRIES) as [LatamCountry, ...LatamCountry[]];

/** Which of the board's country sites is read, and what its search is narrowed by. */
export const computrabajoParams = z.strictObject({
  country: z.enum(COUNTRIES).default("co"),
  keywords: z.string().max(120).default(""),
  place: z.string().max(120).default(""),
  maxPages: z.int().min(1).max(500).default(20),
  maxItems: z.int().min(1).max(10_000).default(400),
});

export type ComputrabajoParams = z.output<typeof computrabajoParams>;

function slug(words: string): string {
  const plain = words.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  return plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** The first page of the search that the parameters stand for. */
export function searchUrl(params: ComputrabajoParams, baseUrl = siteOf(params.country)): string {
  const [what, where] = [slug(params.keywords), slug(params.place)];
  const path =
    what === ""
      ? where === ""
        ? "/empleos"
        : `/empleos-en-${where}`
      : `/trabajo-de-${what}${where && `-en-${where}`}`;
  return new URL(path, baseUrl).href;
}

/** The search that a pasted address of the board stands for. */
export function paramsOfAddress(url: URL): Partial<ComputrabajoParams> {
  const match = /^\/(?:trabajos?-de-([^/]+?))?(?:(?:\/?empleos)?-en-([^/]+))?\/?$/.exec(url.pathname);
  const words = (part: string | undefined) => (part ?? "").replaceAll("-", " ").slice(0, 120);
  return match === null ? {} : { keywords: words(match[1]), place: words(match[2]) };
}
