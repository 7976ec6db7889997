import { useTranslations } from "next-intl";

export const CONTENT_ID = "content";

/** The first thing the Tab key meets: past the navigation, to the content. */
export function SkipLink() {
  const t = useTranslations("shell");
  return (
    <a href={`#${CONTENT_ID}`} className="floating fixed top-2 left-2 z-50 px-3 py-2 not-focus-visible:sr-only">
      {t("skip")}
    </a>
  );
}
