import type { ReactNode } from "react";
import { PublicShell } from "@/components/layout/public-shell";
import { readTheme } from "@/components/layout/read-theme";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  return <PublicShell theme={await readTheme()}>{children}</PublicShell>;
}
