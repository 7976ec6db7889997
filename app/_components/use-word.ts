import { useTranslations } from "next-intl";

/** The reader's word for a machine's word, from a group of a catalogue; one that is not known yet is shown as it is. */
export function useWord(group: string, catalogue: "admin" | "quality" = "admin"): (name: string) => string {
  const t = useTranslations(catalogue);
  return (name) => {
    const key = `${group}.${name}`;
    return /^\w+$/.test(name) && t.has(key as never) ? t(key as never) : name;
  };
}
