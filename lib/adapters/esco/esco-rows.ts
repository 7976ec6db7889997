import { z } from "zod";

/** URIs of the European Union's vocabularies; links in a bundle lead nowhere else. */
const uri = z
  .string()
  .trim()
  .max(300)
  .regex(/^https?:\/\/data\.europa\.eu\/[\w./#:-]+$/u, "is no URI of data.europa.eu");
const MAX_LABEL = 500;
const MAX_LABELS = 400;
const MAX_DESCRIPTION = 20_000;
const name = z.string().trim().min(1, "is empty").max(MAX_LABEL);

const KINDS: Readonly<Record<string, "skill" | "occupation" | "group">> = {
  KnowledgeSkillCompetence: "skill",
  Skill: "skill",
  Occupation: "occupation",
  ISCOGroup: "group",
  SkillGroup: "group",
};

export type EscoLang = "en" | "es";

export type ConceptRow = {
  uri: string;
  kind: "skill" | "occupation" | "group";
  skillType: string | null;
  reuseLevel: string | null;
  isco: string | null;
  label: string;
  altLabels: string[];
  description: string | null;
};

export type RelationRow = { fromUri: string; toUri: string; kind: "broader" | "essential" | "optional" };

export type RawRow = Readonly<Record<string, string>>;

export type RowOutcome<Row> = { kind: "row"; row: Row } | { kind: "rejected"; reason: string };

function absent(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}

/** Alternative labels stand one a line, or, in the collections, between bars. */
function toLabels(text: string | undefined): string[] {
  const labels = (text ?? "")
    .split(/\r?\n|\s\|\s/u)
    .map((label) => label.trim())
    .filter((label) => label !== "" && label.length <= MAX_LABEL);
  return [...new Set(labels)].slice(0, MAX_LABELS);
}

/** "2512" of a group, or of an occupation's group; codes such as "C2512" and "2512.3" come down to their digits. */
function toIsco(row: RawRow): string | null {
  const stated = absent(row["iscoGroup"]) ?? (row["conceptType"] === "ISCOGroup" ? absent(row["code"]) : null);
  return /^C?(?<digits>\d{1,4})(?:\.|$)/u.exec(stated ?? "")?.groups?.["digits"] ?? null;
}

function reasonOf(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ");
}

const conceptShape = z.object({ conceptUri: uri, preferredLabel: name });

/** A concept of a bundle's table, or why it is none. */
export function toConceptRow(row: RawRow): RowOutcome<ConceptRow> {
  const kind = KINDS[row["conceptType"]?.trim() ?? ""];
  if (kind === undefined) return { kind: "rejected", reason: "conceptType is none that this import knows" };
  const parsed = conceptShape.safeParse(row);
  if (!parsed.success) return { kind: "rejected", reason: reasonOf(parsed.error) };
  return {
    kind: "row",
    row: {
      uri: parsed.data.conceptUri,
      kind,
      skillType: absent(row["skillType"]),
      reuseLevel: absent(row["reuseLevel"]),
      isco: toIsco(row),
      label: parsed.data.preferredLabel,
      altLabels: toLabels(row["altLabels"]).filter((label) => label !== parsed.data.preferredLabel),
      description: absent(row["description"])?.slice(0, MAX_DESCRIPTION) ?? null,
    },
  };
}

const broaderShape = z.object({ conceptUri: uri, broaderUri: uri });
const relationType = z.enum(["essential", "optional"], { error: "is neither essential nor optional" });
const occupationShape = z.object({ occupationUri: uri, skillUri: uri, relationType });
const skillShape = z.object({ originalSkillUri: uri, relatedSkillUri: uri, relationType });

/** A relation of a bundle's table: what is broader, or what an occupation or a skill needs. */
export function toRelationRow(row: RawRow): RowOutcome<RelationRow> {
  if ("broaderUri" in row) {
    const parsed = broaderShape.safeParse(row);
    if (!parsed.success) return { kind: "rejected", reason: reasonOf(parsed.error) };
    return { kind: "row", row: { fromUri: parsed.data.conceptUri, toUri: parsed.data.broaderUri, kind: "broader" } };
  }
  if ("occupationUri" in row) {
    const parsed = occupationShape.safeParse(row);
    if (!parsed.success) return { kind: "rejected", reason: reasonOf(parsed.error) };
    const { occupationUri: fromUri, skillUri: toUri, relationType: kind } = parsed.data;
    return { kind: "row", row: { fromUri, toUri, kind } };
  }
  const parsed = skillShape.safeParse(row);
  if (!parsed.success) return { kind: "rejected", reason: reasonOf(parsed.error) };
  const { originalSkillUri: fromUri, relatedSkillUri: toUri, relationType: kind } = parsed.data;
  return { kind: "row", row: { fromUri, toUri, kind } };
}
