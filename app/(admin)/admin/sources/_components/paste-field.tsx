import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** One field for the address of a board or an advert; what it is stands on the next page. It is sent without scripts too. */
export function PasteField({ address = "" }: { address?: string }) {
  const t = useTranslations("admin.paste");
  return (
    <form action="/admin/sources/paste" className="flex flex-col gap-1">
      <label htmlFor="paste-address" className="font-medium">
        {t("label")}
      </label>
      <div className="flex max-w-2xl flex-wrap gap-2">
        <input
          id="paste-address"
          name="address"
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          maxLength={2000}
          defaultValue={address}
          placeholder="https://"
          aria-describedby="paste-hint"
          className="row-height min-w-0 grow basis-64 rounded-control border border-line-strong bg-surface px-2.5 py-1"
        />
        <Button type="submit">{t("read")}</Button>
      </div>
      <p id="paste-hint" className="text-sm text-muted">
        {t("hint")}
      </p>
    </form>
  );
}
