"use client";

import { CircleUser, LogOut, Settings } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { IconButton } from "@/components/ui/button";
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/dropdown-menu";

export type AccountMenuProps = { email: string; settingsHref?: string; signOut: () => Promise<unknown> };

/** Who is signed in, and the way out. `signOut` is a server action. */
export function AccountMenu({ email, settingsHref, signOut }: AccountMenuProps) {
  const t = useTranslations("shell");
  const [, startTransition] = useTransition();
  return (
    <DropdownMenu
      trigger={
        <IconButton label={t("account")}>
          <CircleUser aria-hidden className="size-5" />
        </IconButton>
      }
    >
      <MenuLabel>
        {t("signedInAs")}
        <span className="block max-w-60 truncate text-base text-ink">{email}</span>
      </MenuLabel>
      <MenuSeparator />
      {settingsHref ? (
        <MenuItem asChild>
          <Link href={settingsHref}>
            <Settings aria-hidden className="size-4" />
            {t("settings")}
          </Link>
        </MenuItem>
      ) : null}
      <MenuItem
        onSelect={() =>
          startTransition(async () => {
            await signOut();
          })
        }
      >
        <LogOut aria-hidden className="size-4" />
        {t("signOut")}
      </MenuItem>
    </DropdownMenu>
  );
}
