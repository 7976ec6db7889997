import type { ReactNode } from "react";
import { requireUser } from "@/lib/entry/require-user";
import { WorkspaceShell } from "./_components/workspace-shell";

/** Each page asks for its own user as well: a layout is not run again on every navigation. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  return <WorkspaceShell current={await requireUser()}>{children}</WorkspaceShell>;
}
