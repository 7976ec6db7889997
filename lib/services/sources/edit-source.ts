import { z } from "zod";
import { findAdapter } from "@/lib/adapters/sources/registry";
import { type SourceConfig, sourceConfig } from "@/lib/adapters/sources/source-config";
import { AppError } from "@/lib/core/kernel/app-error";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { checkSource, type SourceMistake } from "./check-source";
import { type AdapterLine, listAdapterDescriptions } from "./list-adapters";
import { lookAtSource, type SourceLook } from "./look-at-source";
import { saveSource } from "./save-source";
import { entryOfForm, formOfConfig, type SourceForm, sourceFormShape } from "./source-form";

/** What the form for a source starts from. */
export type EditableSource = {
  form: SourceForm;
  isNew: boolean;
  enabled: boolean;
  /** Where it is kept; one of the file is changed there, one of the product becomes the administrator's when it is saved. */
  managedBy: SourceConfig["managedBy"];
  isFile: boolean;
  hasNotice: boolean;
  noticeAcceptedAt: Date | null;
  adapters: AdapterLine[];
};

const BLANK = { id: "new", name: "New", adapter: "jsonld" };

function fetchingAdapters(): AdapterLine[] {
  return listAdapterDescriptions().filter(({ kind }) => kind !== "file");
}

/** The form of a source that is not there yet, with the defaults in it. */
export function newSource(ctx: Context): EditableSource {
  adminOnly(ctx);
  const form = { ...formOfConfig(sourceConfig.parse(BLANK)), id: "", name: "" };
  return {
    form,
    isNew: true,
    enabled: true,
    managedBy: "admin",
    isFile: false,
    hasNotice: false,
    noticeAcceptedAt: null,
    adapters: fetchingAdapters(),
  };
}

async function storedConfig(ctx: Context, id: string): Promise<SourceConfig | null> {
  const stored = await ctx.db.source.findUnique({ where: { id }, select: { config: true } });
  const parsed = sourceConfig.safeParse(stored?.config);
  return parsed.success ? parsed.data : null;
}

/** A source as its form shows it. Throws `not_found`. */
export async function getSource(ctx: Context, id: string): Promise<EditableSource> {
  adminOnly(ctx);
  const source = await ctx.db.source.findUnique({ where: { id } });
  if (source === null) throw new AppError("not_found", "This source is not there any more.");
  const { adapter, name, enabled, noticeAcceptedAt } = source;
  const parsed = sourceConfig.safeParse(source.config);
  const config = parsed.success ? parsed.data : sourceConfig.parse({ ...BLANK, name: name.slice(0, 120) || id });
  return {
    form: { ...formOfConfig(config), id, adapter },
    isNew: false,
    enabled,
    managedBy: config.managedBy,
    isFile: adapter === "file",
    hasNotice: findAdapter(adapter)?.hasNotice === true,
    noticeAcceptedAt,
    adapters: fetchingAdapters(),
  };
}

/** A form as sent: `isNew` refuses to overwrite a source that has the same id already. */
export const sourceFormInput = z.object({ form: sourceFormShape, isNew: z.boolean() });
export type SourceFormInput = z.output<typeof sourceFormInput>;

async function checkForm(ctx: Context, { form, isNew }: SourceFormInput) {
  const base = isNew ? null : await storedConfig(ctx, form.id.trim());
  const read = entryOfForm(form, base);
  if (!read.ok) return read;
  const checked = checkSource(read.entry);
  return checked.ok ? { ok: true as const, entry: read.entry } : checked;
}

/** Keeps a form as a source, on where it is new, or says what is wrong with it, field by field. Throws as `saveSource` does. */
export async function saveSourceForm(
  ctx: Context,
  input: SourceFormInput,
): Promise<{ kind: "mistakes"; mistakes: SourceMistake[] } | { kind: "saved"; sourceId: string; enabled: boolean }> {
  adminOnly(ctx);
  const checked = await checkForm(ctx, input);
  if (!checked.ok) return { kind: "mistakes", mistakes: checked.mistakes };
  const id = input.form.id.trim();
  if (input.isNew && (await ctx.db.source.count({ where: { id } })) > 0)
    return {
      kind: "mistakes",
      mistakes: [{ path: "id", message: "Another source has this id already.", kind: "taken" }],
    };
  const { sourceId } = await saveSource(ctx, checked.entry);
  const { enabled } = await ctx.db.source.findUniqueOrThrow({ where: { id: sourceId }, select: { enabled: true } });
  return { kind: "saved", sourceId, enabled };
}

/** Shows what would be read of a form's source; nothing is kept. Throws as `lookAtSource` does. */
export async function lookAtSourceForm(
  ctx: Context,
  input: SourceFormInput,
): Promise<{ kind: "mistakes"; mistakes: SourceMistake[] } | { kind: "looked"; look: SourceLook }> {
  adminOnly(ctx);
  const checked = await checkForm(ctx, input);
  if (!checked.ok) return { kind: "mistakes", mistakes: checked.mistakes };
  return { kind: "looked", look: await lookAtSource(ctx, checked.entry) };
}
