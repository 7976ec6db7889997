"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "@/components/ui/button";
import { DropdownMenu, MenuChoices } from "@/components/ui/dropdown-menu";
import { THEME_COOKIE, type Theme, THEMES, toTheme } from "./theme";

const ICONS = { system: Monitor, light: Sun, dark: Moon } as const;
const YEAR_SECONDS = 31_536_000;

/** Chooses light, dark or the system's theme: at once in this page, and by cookie for the server's next one. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const t = useTranslations("shell");
  const [theme, setTheme] = useState(initial);
  const words: Record<Theme, string> = { system: t("themeSystem"), light: t("themeLight"), dark: t("themeDark") };
  const Icon = ICONS[theme];
  const choose = (value: string) => {
    const next = toTheme(value);
    setTheme(next);
    applyTheme(next);
  };
  return (
    <DropdownMenu
      trigger={
        <IconButton label={`${t("theme")}: ${words[theme]}`}>
          <Icon aria-hidden className="size-4" />
        </IconButton>
      }
    >
      <MenuChoices value={theme} onChange={choose} choices={THEMES.map((value) => ({ value, label: words[value] }))} />
    </DropdownMenu>
  );
}

function applyTheme(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
