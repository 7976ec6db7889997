import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { isNode } from "../jsonld/json-node";
import { readEmploymentTypes, readWorkplace } from "../parsing/employment-type";
import { plainField, statedText } from "../parsing/plain-text";
import { gapsOf } from "../parsing/posting-gaps";
import { parseStatedDate } from "@/lib/core/dates/stated-date";
import type { ParseOutcome } from "../source-adapter";
import { advertUrl, BUMERAN_SITES, shortUrl } from "./bumeran-sites";
import { type BumeranAdvert, bumeranAdvert } from "./bumeran-schema";

const MAX_DEPTH = 10;
const MAX_VALUES = 50_000;
const MAX_ADVERTS = 2000;

/** The platform writes days first: 03-04-2026 is the third of April. */
function readDay(value: string | null | undefined): string | null {
  const match = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})(?:\s|T|$)/.exec(value ?? "");
  return match === null
    ? parseStatedDate(value)
    : parseStatedDate(`${match[3] ?? ""}-${match[2] ?? ""}-${match[1] ?? ""}`);
}

function baseOf(advert: BumeranAdvert, base: string | null): string {
  if (advert.portal === "zonajobs") return `https://${BUMERAN_SITES.zonajobs.host}/`;
  return base ?? `https://${BUMERAN_SITES["bumeran-ar"].host}/`;
}

/** What the platform calls an advert that is no longer shown. */
const CLOSED = /^(?:offline|vencido|finalizado|pausado|cerrado)$/i;
const HIDDEN = "Confidencial";

function toPosting(advert: BumeranAdvert, source: string, base: string | null): ParsedPosting {
  const isHidden = advert.confidencial === true || advert.empresaConfidencial === true;
  const stated = advertUrl(advert.seoFriendlyUrl, baseOf(advert, base));
  const posting: ParsedPosting = {
    source,
    externalId: advert.id,
    url: stated ?? shortUrl(advert.id, baseOf(advert, base)),
    title: plainField(advert.titulo) ?? advert.titulo,
    company: isHidden ? HIDDEN : plainField(advert.empresa),
    location: plainField(advert.localizacion),
    postedAt: readDay(advert.fechaPublicacion ?? advert.fechaHoraPublicacion),
    validThrough: readDay(advert.fechaFinalizacion),
    employmentType: readEmploymentTypes(advert.tipoTrabajo)[0] ?? null,
    workplace: readWorkplace(advert.modalidadTrabajo),
    salary: null,
    ...statedText(advert.detalle ?? advert.descripcion ?? ""),
    tags: [],
    lang: "es",
    warnings: stated === null ? ["The address is made from the id; the answer states none."] : [],
    ...(CLOSED.test(advert.estado ?? "") ? { closed: true } : {}),
  };
  posting.warnings.push(...gapsOf(posting));
  return posting;
}

/** Whether a value is an advert, a near miss (a title without a usable id), or something else. */
function readRow(value: unknown, source: string, base: string | null): ParseOutcome | null {
  if (!isNode(value) || !("titulo" in value) || !("id" in value || "idAviso" in value)) return null;
  const advert = bumeranAdvert.safeParse({
    ...value,
    id: value.id ?? value.idAviso,
    empresaConfidencial: value.empresa,
  });
  if (!advert.success) return { kind: "rejected", reason: "a row that is not an advert", warnings: [] };
  return { kind: "posting", posting: toPosting(advert.data, source, base) };
}

/** The adverts that stand anywhere in a JSON value, in order; null where it has neither one nor an empty list for them. */
export function readAnswer(root: unknown, source: string, base: string | null): ParseOutcome[] | null {
  const outcomes: ParseOutcome[] = [];
  let emptyLists = 0;
  let visited = 0;
  const visit = (value: unknown, depth: number): void => {
    visited += 1;
    if (depth > MAX_DEPTH || visited > MAX_VALUES || outcomes.length >= MAX_ADVERTS) return;
    const row = readRow(value, source, base);
    if (row !== null) outcomes.push(row);
    else if (Array.isArray(value)) for (const item of value) visit(item, depth + 1);
    else if (isNode(value)) {
      const lists = [value.content, value.avisos].filter(Array.isArray);
      emptyLists += lists.filter((list) => list.length === 0).length;
      for (const inner of Object.values(value)) if (typeof inner === "object") visit(inner, depth + 1);
    }
  };
  visit(root, 0);
  return outcomes.length > 0 || emptyLists > 0 || (Array.isArray(root) && root.length === 0) ? outcomes : null;
}
