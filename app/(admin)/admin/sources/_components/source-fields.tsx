"use client";

import { useTranslations } from "next-intl";
import { CONTROL, Field } from "@/components/forms/field";
import { TextField } from "@/components/forms/text-field";
import { Checkbox } from "@/components/ui/checkbox";
import { cx } from "@/components/ui/cx";
import type { SourceForm } from "@/lib/services/sources/source-form";

export type FieldsProps = {
  form: SourceForm;
  set: (change: Partial<SourceForm>) => void;
  errorsOf: (path: string) => string[];
};

/** Name and id. The id of a stored source stays: its listings are named after it. */
export function BasicFields({ form, set, errorsOf, isNew }: FieldsProps & { isNew: boolean }) {
  const t = useTranslations("admin.form");
  return (
    <div className="grid gap-4 phone:grid-cols-2">
      <TextField
        label={t("name")}
        required
        value={form.name}
        errors={errorsOf("name")}
        autoComplete="off"
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextField
        label={t("id")}
        hint={t(isNew ? "idHint" : "idFixed")}
        required
        readOnly={!isNew}
        value={form.id}
        errors={errorsOf("id")}
        autoComplete="off"
        spellCheck={false}
        className={isNew ? "" : "bg-sunken text-muted"}
        onChange={(event) => set({ id: event.target.value })}
      />
    </div>
  );
}

function Lines({
  label,
  hint,
  value,
  errors,
  onChange,
}: {
  label: string;
  hint: string;
  value: string;
  errors: string[];
  onChange: (value: string) => void;
}) {
  return (
    <Field label={label} hint={hint} errors={errors}>
      {(wiring) => (
        <textarea
          {...wiring}
          rows={Math.min(8, Math.max(2, value.split("\n").length))}
          value={value}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
          className={cx(CONTROL, "font-mono text-sm")}
        />
      )}
    </Field>
  );
}

/** Where it starts and whom it may ask. */
export function AddressFields({ form, set, errorsOf }: FieldsProps) {
  const t = useTranslations("admin.form");
  return (
    <>
      <Lines
        label={t("startUrls")}
        hint={t("startUrlsHint")}
        value={form.startUrls}
        errors={errorsOf("startUrls")}
        onChange={(startUrls) => set({ startUrls })}
      />
      <Lines
        label={t("allowedHosts")}
        hint={t("allowedHostsHint")}
        value={form.allowedHosts}
        errors={errorsOf("allowedHosts")}
        onChange={(allowedHosts) => set({ allowedHosts })}
      />
    </>
  );
}

/** How often, how fast, and when it is left alone. */
export function PaceFields({ form, set, errorsOf }: FieldsProps) {
  const t = useTranslations("admin.form");
  const numbers = [
    { name: "cadenceMinutes", path: "cadenceMinutes" },
    { name: "minIntervalMs", path: "politeness.minIntervalMs" },
    { name: "concurrencyPerHost", path: "politeness.concurrencyPerHost" },
    { name: "failuresBeforeBreak", path: "politeness.failuresBeforeBreak" },
    { name: "crawlsBeforeBreak", path: "politeness.crawlsBeforeBreak" },
    { name: "coolDownMinutes", path: "politeness.coolDownMinutes" },
  ] as const;
  return (
    <div className="grid gap-4 phone:grid-cols-2">
      {numbers.map(({ name, path }) => (
        <TextField
          key={name}
          label={t(name)}
          hint={t(`${name}Hint`)}
          inputMode="numeric"
          value={form[name]}
          errors={errorsOf(path)}
          autoComplete="off"
          onChange={(event) => set({ [name]: event.target.value })}
        />
      ))}
    </div>
  );
}

/** How it names itself, and what it does with pages that do not give their adverts. */
export function HonestyFields({ form, set, errorsOf }: FieldsProps) {
  const t = useTranslations("admin.form");
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 phone:grid-cols-2">
        <TextField
          label={t("userAgent")}
          hint={t("userAgentHint")}
          value={form.userAgent}
          errors={errorsOf("userAgent")}
          placeholder="Atalaya/0.1"
          autoComplete="off"
          onChange={(event) => set({ userAgent: event.target.value })}
        />
        <TextField
          label={t("contact")}
          hint={t("contactHint")}
          value={form.contact}
          errors={errorsOf("contact")}
          autoComplete="off"
          onChange={(event) => set({ contact: event.target.value })}
        />
      </div>
      <Checkbox
        label={t("browser")}
        hint={t("browserHint")}
        checked={form.browser}
        onChange={(event) => set({ browser: event.target.checked })}
      />
      {form.browser ? (
        <TextField
          label={t("waitFor")}
          hint={t("waitForHint")}
          value={form.waitFor}
          errors={errorsOf("fetch.waitFor")}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => set({ waitFor: event.target.value })}
        />
      ) : null}
      <Checkbox
        label={t("llmFallback")}
        hint={t("llmFallbackHint")}
        checked={form.llmFallback}
        onChange={(event) => set({ llmFallback: event.target.checked })}
      />
    </div>
  );
}
