import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { utcDay } from "@/lib/core/kernel/utc-day";
import { requireAdmin } from "@/lib/entry/require-user";
import { listRates } from "@/lib/services/rates/list-rates";
import { OneRateForm } from "./_components/one-rate-form";
import { RateTable } from "./_components/rate-table";
import { RateTableForm } from "./_components/rate-table-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rates");
  return { title: t("title") };
}

export default async function RatesPage() {
  const { ctx } = await requireAdmin();
  const [t, format, { rates, stored }] = await Promise.all([getTranslations("rates"), getFormatter(), listRates(ctx)]);
  const today = utcDay(ctx.now());
  const packagedDay = rates.find(({ isPackaged }) => isPackaged)?.day;
  return (
    <>
      <PageHeader
        title={t("title")}
        facts={[t("lead"), t("fact", { count: rates.length }), t("factStored", { count: stored })]}
      />
      <div className="grid max-w-page items-start gap-5 rail:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          {packagedDay === undefined ? null : (
            <Banner inside>
              {t("caveat", { day: format.dateTime(new Date(packagedDay), { dateStyle: "long", timeZone: "UTC" }) })}
            </Banner>
          )}
          <Card title={t("table")} flush>
            <RateTable rates={rates} />
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <Card title={t("importTitle")}>
            <RateTableForm today={today} />
          </Card>
          <Card title={t("oneTitle")}>
            <OneRateForm today={today} />
          </Card>
        </div>
      </div>
    </>
  );
}
