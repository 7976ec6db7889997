import { z } from "zod";

/** One result of a search. */
export type EscoHit = { uri: string; label: string; kind: string };

/** A concept as the service describes it in one language. */
export type EscoResource = {
  uri: string;
  kind: string;
  label: string;
  altLabels: string[];
  description: string | null;
  /** Code of its occupation group, where the service states one. */
  isco: string | null;
};

const hit = z.object({ uri: z.string().min(1), title: z.string().min(1), className: z.string().default("") });
const searchAnswer = z.object({ _embedded: z.object({ results: z.array(z.unknown()).default([]) }).optional() });

/** The hits of a search's answer, those of another shape left out; null where it is no answer of a search. */
export function parseSearch(body: unknown): EscoHit[] | null {
  const parsed = searchAnswer.safeParse(body);
  if (!parsed.success) return null;
  return (parsed.data._embedded?.results ?? []).flatMap((result) => {
    const found = hit.safeParse(result);
    return found.success
      ? [{ uri: found.data.uri, label: found.data.title, kind: found.data.className.toLowerCase() }]
      : [];
  });
}

const texts = z.record(z.string(), z.unknown()).optional().catch(undefined);
const resource = z.object({
  uri: z.string().min(1),
  className: z.string().default(""),
  title: z.string().default(""),
  preferredLabel: texts,
  alternativeLabel: texts,
  description: texts,
  code: z.string().optional().catch(undefined),
});
const literal = z.object({ literal: z.string() });

function labelsOf(values: unknown): string[] {
  return z.array(z.string()).catch([]).parse(values);
}

/** A concept's answer in one language; null where it is no concept or has no label. */
export function parseResource(body: unknown, language: string): EscoResource | null {
  const parsed = resource.safeParse(body);
  if (!parsed.success) return null;
  const { uri, className, title, preferredLabel, alternativeLabel, description, code } = parsed.data;
  const stated = preferredLabel?.[language];
  const label = typeof stated === "string" && stated !== "" ? stated : title;
  if (label === "") return null;
  const words = literal.safeParse(description?.[language]);
  return {
    uri,
    kind: className.toLowerCase(),
    label,
    altLabels: labelsOf(alternativeLabel?.[language]),
    description: words.success ? words.data.literal : null,
    isco: /^\d{4}/u.exec(code ?? "")?.[0] ?? null,
  };
}
