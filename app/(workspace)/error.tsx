"use client";

import { type FailedPage, PageFailure } from "@/components/layout/page-failure";

/** A page that failed, inside the frame: the rest of the product stays within reach. */
export default function WorkspaceError(failed: FailedPage) {
  return <PageFailure {...failed} home="/overview" />;
}
