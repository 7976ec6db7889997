import { foldLabel } from "@/lib/core/kernel/fold";

const REMOTE =
  /\b(?:remot[eoa]s?|remotely|teletrabajo|home office|work from home|wfh|anywhere|worldwide|distribuido|desde casa|100 ?% remoto)\b/u;
/** Names of countries and of whole regions of the world: they say no more of a place than that. */
const WIDE = new Set(
  "argentina|australia|austria|belgica|belgium|bolivia|brasil|brazil|canada|chile|colombia|costa rica|cuba|denmark|dinamarca|ecuador|egypt|el salvador|england|espana|spain|estados unidos|united states|united states of america|usa|us|eeuu|ee uu|finland|france|francia|germany|alemania|deutschland|greece|guatemala|honduras|hungary|india|inglaterra|ireland|irlanda|israel|italia|italy|japan|mexico|netherlands|paises bajos|new zealand|nicaragua|norway|panama|paraguay|peru|poland|polonia|portugal|puerto rico|reino unido|united kingdom|uk|gb|great britain|republica dominicana|dominican republic|romania|scotland|singapore|south africa|suecia|sweden|suiza|switzerland|turkey|ukraine|uruguay|venezuela|wales|europe|europa|emea|latam|latin america|latinoamerica|americas|north america|asia|apac|global|worldwide|mundo|anywhere|eu|union europea|remote|remoto|teletrabajo|hibrido|hybrid|presencial|on site|onsite".split(
    "|",
  ),
);
/** Names that two boards use for one place. */
const ALIASES: Readonly<Record<string, string>> = {
  caba: "capital federal",
  "ciudad autonoma de buenos aires": "capital federal",
  "ciudad de buenos aires": "capital federal",
  nyc: "new york",
  "new york city": "new york",
  manhattan: "new york",
  cdmx: "mexico df",
  "ciudad de mexico": "mexico df",
  "mexico city": "mexico df",
  "distrito federal": "mexico df",
  "bogota d c": "bogota",
  "bogota dc": "bogota",
  sf: "san francisco",
  "city of london": "london",
  londres: "london",
  "central london": "london",
};
/** Words that names of places are joined with, and that every sentence has. */
const LINKS = new Set(["de", "del", "la", "las", "el", "los", "en", "of", "the", "on", "in", "do", "da"]);
const MAX_PLACES = 12;

function foldSegment(segment: string): string {
  const bare = segment
    .replace(/\([^()]*\)/gu, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\b(?=\p{L}*\d)[\p{L}\d]{3,}\b/gu, " ")
    .replace(
      /\b(?:greater|metropolitan area|metro area|bay area|area|metropolitan|region|provincia de|departamento de)\b/gu,
      " ",
    )
    .replace(/ {2,}/gu, " ")
    .trim();
  return ALIASES[bare] ?? bare;
}

/** What a stated location says: names of places, what they lie in, whether the job is remote, and all its words. */
export type FoldedPlaces = { names: string[]; areas: string[]; isRemote: boolean; words: string[] };

function nameOf(part: string): { name: string | null; areas: string[] } {
  const segments = part
    .split(",")
    .map(foldSegment)
    .filter((segment) => segment !== "" && !WIDE.has(segment));
  const [name = null, ...areas] = segments;
  return { name, areas };
}

/** Reads a stated location: "Remote", "Chicago, IL 60604 (The Loop area)", "Madrid / Barcelona". */
export function foldPlaces(location: string | null): FoldedPlaces {
  const folded = foldLabel((location ?? "").slice(0, 500));
  const parts = folded.split(/\s*[;|/•·\n]\s*|\s+-\s+|\s+(?:or|y|and|o|&)\s+/u).slice(0, MAX_PLACES);
  const read = parts.map(nameOf);
  const names = new Set(read.flatMap(({ name }) => (name === null ? [] : [name])));
  const areas = new Set(read.flatMap((one) => one.areas));
  const shortWords = [...names, ...areas]
    .flatMap((name) => name.split(" "))
    .filter((word) => word.length > 1 && !LINKS.has(word));
  return {
    names: [...names].sort(),
    areas: [...areas].sort(),
    isRemote: REMOTE.test(folded),
    words: [...new Set([...(folded.match(/\p{L}{4,}/gu) ?? []), ...shortWords])].sort(),
  };
}
