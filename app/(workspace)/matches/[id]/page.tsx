import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { requireUser } from "@/lib/entry/require-user";
import { getMatch } from "@/lib/services/matches/get-match";
import { orNotFound } from "../../_components/or-not-found";
import { MatchView } from "../_components/match-view";

type PageProps = { params: Promise<{ id: string }> };

/** Read once for the title and the page. */
const load = cache(async (id: string) => {
  const { ctx } = await requireUser();
  return { ctx, match: await orNotFound(getMatch(ctx, { id })) };
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { match } = await load((await params).id);
  const t = await getTranslations("matches");
  return { title: t("detailTitle", { title: match.posting.title }) };
}

export default async function MatchPage({ params }: PageProps) {
  return <MatchView {...(await load((await params).id))} />;
}
