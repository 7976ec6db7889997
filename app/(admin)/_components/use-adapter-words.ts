import { useTranslations } from "next-intl";

type AdapterWords = { name: string; reads: string; terms: string; limits: string };

/** What an adapter says of itself in the reader's language; one that is not in the catalogue speaks for itself. */
export function useAdapterWords(): <T extends { id: string } & Partial<AdapterWords>>(adapter: T) => T {
  const t = useTranslations("adapters");
  return (adapter) => {
    const words = (["name", "reads", "terms", "limits"] as const).flatMap((part) => {
      const key = `${adapter.id}.${part}`;
      return adapter[part] !== undefined && t.has(key as never) ? [[part, t(key as never)] as const] : [];
    });
    return { ...adapter, ...Object.fromEntries(words) };
  };
}
