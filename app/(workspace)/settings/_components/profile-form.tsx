"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/accounts/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { updateProfileAction } from "../actions";
import { SavedNote } from "./saved-note";

export function ProfileForm({ name }: { name: string }) {
  const t = useTranslations("settings");
  const auth = useTranslations("auth");
  return (
    <ActionForm action={updateProfileAction}>
      {({ data, pending, errorsOf }) => (
        <>
          <TextField
            label={auth("field.name")}
            name="name"
            autoComplete="name"
            defaultValue={name}
            hint={auth("field.nameHint")}
            errors={errorsOf("name")}
          />
          <div className="flex items-center gap-3">
            <SubmitButton variant="secondary" pending={pending}>
              {t("profile.save")}
            </SubmitButton>
            <SavedNote shown={data !== null && !pending} />
          </div>
        </>
      )}
    </ActionForm>
  );
}
