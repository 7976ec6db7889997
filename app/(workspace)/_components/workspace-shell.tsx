import type { ReactNode } from "react";
import { signOutAction } from "@/app/(auth)/actions";
import { AppShell } from "@/components/layout/app-shell";
import { readTheme } from "@/components/layout/read-theme";
import type { SignedInContext } from "@/lib/entry/require-user";
import { navFor } from "./nav-for";

/** The frame around every signed-in page, for this person and their role. */
export async function WorkspaceShell({ current, children }: { current: SignedInContext; children: ReactNode }) {
  const { ctx, user } = current;
  return (
    <AppShell
      nav={navFor(user.role)}
      homeHref="/overview"
      searchHref="/postings"
      account={{ email: user.email, settingsHref: "/settings", signOut: signOutAction }}
      theme={await readTheme()}
      isDemo={user.isDemo || ctx.env.ATALAYA_MODE === "demo"}
    >
      {children}
    </AppShell>
  );
}
