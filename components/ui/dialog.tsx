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

/** A modal dialog whose title and footer stay in sight while what is between them scrolls; give `trigger`, or `open` with `onOpenChange`. Esc closes it and focus returns. */
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
          className="floating fixed inset-x-4 top-[6dvh] z-50 mx-auto flex max-h-[88dvh] max-w-lg flex-col overflow-hidden phone:top-[12dvh] phone:max-h-[76dvh]"
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-5">
            <Radix.Title className="text-md font-semibold">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label={t("close")} size="sm" className="-mt-1 -mr-1">
                <X aria-hidden className="size-4" />
              </IconButton>
            </Radix.Close>
          </div>
          <div className="flex min-h-0 flex-col gap-4 overflow-y-auto px-5 pt-1 pb-5">
            {description ? <Radix.Description className="text-muted">{description}</Radix.Description> : null}
            {children}
          </div>
          {footer ? <div className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{footer}</div> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
