import type { ReactNode } from "react";
import { PublicShell } from "@/components/layout/public-shell";
import { readTheme } from "@/components/layout/read-theme";
import { readSessionCookie } from "@/lib/entry/session-cookie";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [theme, session] = await Promise.all([readTheme(), readSessionCookie()]);
  return (
    <PublicShell theme={theme} signedIn={session !== null}>
      {children}
    </PublicShell>
  );
}
