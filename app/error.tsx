"use client";

import { type FailedPage, PageFailure } from "@/components/layout/page-failure";

export default function PageError(failed: FailedPage) {
  return <PageFailure {...failed} home="/" />;
}
