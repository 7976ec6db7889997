import { ExternalLink as ExternalIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "./cx";

const LOOK = "text-accent underline decoration-1 underline-offset-3 hover:decoration-2";

/** A link inside the app. */
export function TextLink({ href, className, children }: { href: string; className?: string; children: ReactNode }) {
  return (
    <Link href={href} className={cx(LOOK, className)}>
      {children}
    </Link>
  );
}

/** A link to another site. An address that is not http or https is shown as plain text: it came from a stranger. */
export function ExternalLink({ href, className, children }: { href: string; className?: string; children: ReactNode }) {
  const t = useTranslations("common");
  if (!isWebAddress(href)) return <span className={className}>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" className={cx(LOOK, className)}>
      {children}
      <ExternalIcon aria-hidden className="ml-1 inline size-3 align-baseline" />
      <span className="sr-only"> ({t("openSource")})</span>
    </a>
  );
}

function isWebAddress(href: string): boolean {
  return URL.canParse(href) && /^https?:$/.test(new URL(href).protocol);
}
