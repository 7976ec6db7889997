import type { ReactNode } from "react";
import { WorkspaceShell } from "@/app/(workspace)/_components/workspace-shell";
import { requireAdmin } from "@/lib/entry/require-user";

/** The same frame as the workspace. Each page and each service asks for an administrator as well. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  return <WorkspaceShell current={await requireAdmin()}>{children}</WorkspaceShell>;
}
