"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { CONTROL, Field, type FieldProps } from "./field";

type PasswordFieldProps = Omit<FieldProps, "children"> & {
  name: string;
  autoComplete: "current-password" | "new-password";
  minLength?: number;
};

/** A password that can be looked at while it is typed. */
export function PasswordField({ label, hint, errors, required = true, ...input }: PasswordFieldProps) {
  const t = useTranslations("forms");
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field label={label} hint={hint} errors={errors} required={required}>
      {(wiring) => (
        <span className="relative">
          <input {...input} {...wiring} type={shown ? "text" : "password"} className={cx(CONTROL, "pr-11")} />
          <IconButton
            label={t(shown ? "hide" : "show")}
            aria-pressed={shown}
            size="sm"
            onClick={() => setShown(!shown)}
            className="absolute! top-1/2 right-1 -translate-y-1/2"
          >
            <Icon aria-hidden className="size-4" />
          </IconButton>
        </span>
      )}
    </Field>
  );
}
