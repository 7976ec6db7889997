"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { IconButton } from "./button";

type DialogProps = {
  trigger?: ReactNode;
  title: string;
  description?: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  footer?: ReactNode;
  children?: ReactNode;
};

/** A modal dialog; give `trigger`, or `open` with `onOpenChange`. Esc closes it and focus returns. */
export function Dialog({ trigger, title, description, open, onOpenChange, footer, children }: DialogProps) {
  const t = useTranslations("ui");
  const controlled = { ...(open === undefined ? {} : { open }), ...(onOpenChange ? { onOpenChange } : {}) };
  return (
    <Radix.Root {...controlled}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className="floating fixed inset-x-4 top-[12vh] z-50 mx-auto max-h-[76vh] max-w-lg overflow-y-auto p-5"
        >
          <div className="flex items-start justify-between gap-4">
            <Radix.Title className="text-md font-semibold">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label={t("close")} size="sm" className="-mt-1 -mr-1">
                <X aria-hidden className="size-4" />
              </IconButton>
            </Radix.Close>
          </div>
          {description ? <Radix.Description className="mt-1 text-muted">{description}</Radix.Description> : null}
          <div className="mt-4">{children}</div>
          {footer ? <div className="mt-5 flex justify-end gap-2">{footer}</div> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
