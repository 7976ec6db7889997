"use client";

import { type FailedPage, PageFailure } from "@/components/layout/page-failure";

/** A page that failed, inside the public frame. */
export default function AuthError(failed: FailedPage) {
  return <PageFailure {...failed} home="/" />;
}
