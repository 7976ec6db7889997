import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import type { VerifyFinding } from "@/lib/services/runs/verify-run";
import { useWord } from "../../../../../_components/use-word";

/** What a check found, one thing a line: what it is, which document, and what was expected and found. */
export function VerifyFindings({ findings }: { findings: readonly VerifyFinding[] }) {
  const t = useTranslations("findings.verify");
  const words = useTranslations("admin.replay");
  const stage = useWord("replay.stage");
  return (
    <ul className="list-disc pl-5">
      {findings.map(({ what, id, url, expected, found }, index) => (
        <li key={index} className="wrap-anywhere" data-what={what}>
          {t(what, { expected: expected ?? "–", found: found ?? "–", stage: stage(id ?? "") })}{" "}
          {what.startsWith("document_") && id !== null ? (
            <TextLink href={`/admin/raw/${id}`}>{url ?? id}</TextLink>
          ) : null}
          {found !== null && isHash(found) && expected !== null ? (
            <code className="block font-mono text-xs break-all text-muted">
              {words("expected", { then: expected, now: found })}
            </code>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function isHash(word: string): boolean {
  return /^[0-9a-f]{32,}$/.test(word);
}
