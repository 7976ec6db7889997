import { getTranslations } from "next-intl/server";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/text-link";
import type { ShownExample } from "@/lib/services/terms/get-candidate-page";

/** Where a term stands: the words around it, and the posting. */
export async function TermExamples({ examples }: { examples: readonly ShownExample[] }) {
  const t = await getTranslations("quality.terms");
  if (examples.length === 0) return null;
  return (
    <Disclosure summary={t("examples", { count: examples.length })}>
      <ul className="flex flex-col gap-2 pb-2 text-sm">
        {examples.map(({ before, term, after, posting }, at) => (
          <li key={at} className="wrap-anywhere">
            <q className="text-muted">
              …{before}
              <strong className="text-ink">{term}</strong>
              {after}…
            </q>
            {posting === null ? null : (
              <span className="block">
                <TextLink href={`/postings/${posting.id}`}>{posting.title}</TextLink>
                {posting.company === null ? null : <span className="text-muted">, {posting.company}</span>}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
