"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useTransition } from "react";
import { toast } from "sonner";
import { FormError } from "@/components/forms/form-error";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import type { SourceMistake } from "@/lib/services/sources/check-source";
import type { EditableSource } from "@/lib/services/sources/edit-source";
import type { SourceLook } from "@/lib/services/sources/look-at-source";
import type { SourceForm } from "@/lib/services/sources/source-form";
import { lookAtSourceAction, saveSourceAction } from "../actions";
import { AdapterFacts } from "./adapter-facts";
import { JsonField } from "./json-field";
import { LookView } from "./look-view";
import { mistakesOf, otherMistakes } from "./mistakes-of";
import { AddressFields, BasicFields, HonestyFields, PaceFields } from "./source-fields";
import { useMistakeWords } from "./use-mistake-words";
import { useAdapterWords } from "../../../_components/use-adapter-words";
import { useRefused } from "../../../_components/use-refused";

/** The form of a source: everything that its entry holds, a test fetch that keeps nothing, and saving. */
export function SourceEditor({ source }: { source: EditableSource }) {
  const t = useTranslations("admin.form");
  const router = useRouter();
  const wordsOf = useMistakeWords();
  const inWords = useAdapterWords();
  const refused = useRefused();
  const [form, setForm] = useState<SourceForm>(source.form);
  const [mistakes, setMistakes] = useState<SourceMistake[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [look, setLook] = useState<SourceLook | null>(null);
  const [saving, startSaving] = useTransition();
  const [looking, startLooking] = useTransition();
  const formRef = useRef<HTMLFormElement>(null);
  const lookRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (mistakes.length > 0) formRef.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [mistakes]);
  useEffect(() => {
    if (look !== null) lookRef.current?.scrollIntoView({ block: "start" });
  }, [look]);
  const readOnly = source.managedBy === "file" || source.isFile;
  const adapter = source.adapters.find(({ id }) => id === form.adapter);
  const set = (change: Partial<SourceForm>) => setForm((now) => ({ ...now, ...change }));
  const input = { form, isNew: source.isNew };
  const tell = (found: SourceMistake[], message: string | null) => {
    setMistakes(found);
    setProblem(message ?? (found.length > 0 ? t("mistakes", { count: found.length }) : null));
  };
  const save = () =>
    startSaving(async () => {
      const result = await saveSourceAction(input);
      if (!result.ok) tell([], refused(result.error));
      else if (result.data.kind === "mistakes") tell(result.data.mistakes, null);
      else {
        toast(t(result.data.enabled ? "saved" : "savedOff"));
        router.push("/admin/sources");
      }
    });
  const test = () =>
    startLooking(async () => {
      setLook(null);
      const result = await lookAtSourceAction(input);
      if (!result.ok) tell([], refused(result.error));
      else if (result.data.kind === "mistakes") tell(result.data.mistakes, null);
      else {
        tell([], null);
        setLook(result.data.look);
      }
    });
  const fields = { form, set, errorsOf: (path: string) => mistakesOf(mistakes, path, wordsOf) };
  const others = otherMistakes(mistakes);
  return (
    <div className="flex flex-col gap-5">
      {readOnly ? (
        <Banner inside>{t(source.isFile ? "fromFile" : "keptInFile")}</Banner>
      ) : source.managedBy === "built_in" ? (
        <Banner inside>{t("builtIn")}</Banner>
      ) : null}
      <form
        ref={formRef}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        className="grid items-start gap-5 rail:grid-cols-[minmax(0,1fr)_20rem]"
      >
        <fieldset disabled={readOnly} className="flex min-w-0 flex-col gap-5">
          <legend className="sr-only">{t("legend")}</legend>
          <Card title={t("what")}>
            <div className="flex flex-col gap-4">
              <BasicFields {...fields} isNew={source.isNew} />
              <SelectField
                label={t("adapter")}
                hint={t(source.isNew ? "adapterHint" : "adapterFixed")}
                errors={mistakesOf(mistakes, "adapter", wordsOf)}
                value={form.adapter}
                disabled={!source.isNew}
                onChange={(event) => set({ adapter: event.target.value })}
                options={source.adapters.map(inWords).map(({ id, name }) => ({ value: id, label: name }))}
              />
              <AddressFields {...fields} />
            </div>
          </Card>
          <Card title={t("paramsTitle")}>
            <JsonField
              label={t("params")}
              hint={t("paramsHint")}
              value={form.params}
              mistakes={mistakes.filter(({ path }) => path === "params" || path.startsWith("params."))}
              onChange={(params) => set({ params })}
            />
          </Card>
          <Card title={t("pace")}>
            <PaceFields {...fields} />
          </Card>
          <Card title={t("honesty")}>
            <HonestyFields {...fields} />
          </Card>
        </fieldset>
        <aside className="flex min-w-0 flex-col gap-5 rail:sticky rail:top-20">
          {adapter === undefined ? null : (
            <Card title={inWords(adapter).name}>
              <AdapterFacts adapter={adapter} />
            </Card>
          )}
        </aside>
        <div className="flex min-w-0 flex-col gap-3 *:empty:-mb-3">
          <FormError message={problem} />
          {others.length === 0 ? null : (
            <ul className="list-disc pl-5 text-sm">
              {others.map((mistake) => (
                <li key={`${mistake.path} ${mistake.message}`}>
                  <code className="font-mono text-xs text-bad">{mistake.path}</code> {wordsOf(mistake)}
                </li>
              ))}
            </ul>
          )}
          <div className="flex flex-wrap items-center gap-3">
            {readOnly ? null : <SubmitButton pending={saving}>{t("save")}</SubmitButton>}
            {source.isFile ? null : (
              <Button disabled={looking} onClick={test}>
                {t(looking ? "testing" : "test")}
              </Button>
            )}
            <span className="text-sm text-muted">{source.isFile ? null : t("testHint")}</span>
          </div>
        </div>
      </form>
      <div ref={lookRef} className="scroll-mt-20">
        {looking ? (
          <Card title={t("testing")}>
            <Skeleton lines={4} />
          </Card>
        ) : null}
        {look === null ? null : <LookView look={look} />}
      </div>
    </div>
  );
}
