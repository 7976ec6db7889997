"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Kbd } from "@/components/ui/kbd";

/** Looks like a search box and leads to the page that searches; ⌘K or Ctrl K does the same from anywhere. */
export function SearchLink({ href }: { href: string }) {
  const t = useTranslations("shell");
  const router = useRouter();
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      router.push(href);
    };
    document.addEventListener("keydown", open);
    return () => document.removeEventListener("keydown", open);
  }, [router, href]);
  return (
    <Link
      href={href}
      className="row-height flex min-w-0 grow items-center gap-2 rounded-control border bg-surface px-2.5 text-muted hover:border-line-strong phone:max-w-80"
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span className="truncate">{t("search")}</span>
      <span aria-hidden className="ml-auto hidden phone:inline">
        <Kbd>⌘K</Kbd>
      </span>
    </Link>
  );
}
