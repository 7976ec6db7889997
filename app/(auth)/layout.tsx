import type { ReactNode } from "react";
import { PublicShell } from "@/components/layout/public-shell";
import { readTheme } from "@/components/layout/read-theme";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <PublicShell theme={await readTheme()}>
      <div className="mx-auto flex w-full max-w-sm flex-col gap-5 py-8 phone:py-14">{children}</div>
    </PublicShell>
  );
}
