"use client";

import { LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonSize, type ButtonVariant } from "@/components/ui/button";

type SubmitButtonProps = {
  variant?: ButtonVariant;
  size?: ButtonSize;
  pending?: boolean;
  className?: string;
  name?: string;
  value?: string;
  children: ReactNode;
};

/** Sends the form around it; shows that it is being sent and cannot be pressed twice. */
export function SubmitButton({ variant = "primary", pending, children, ...rest }: SubmitButtonProps) {
  const t = useTranslations("forms");
  const status = useFormStatus();
  const busy = pending ?? status.pending;
  return (
    <Button
      {...rest}
      type="submit"
      variant={variant}
      aria-disabled={busy}
      onClick={(event) => {
        if (busy) event.preventDefault();
      }}
    >
      {busy ? <LoaderCircle aria-hidden className="size-4 motion-safe:animate-spin" /> : null}
      {busy ? t("pending") : children}
    </Button>
  );
}
