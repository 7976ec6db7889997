"use client";

import { signIn } from "next-auth/react";
import type { ReactNode } from "react";
import { useState } from "react";
import { Button } from "@/components/ui/button";

/** Goes to a sign-in provider. A script does it, because a form may not lead to another site under our policy. */
export function ProviderButton({ provider, next, children }: { provider: string; next: string; children: ReactNode }) {
  const [leaving, setLeaving] = useState(false);
  return (
    <Button
      aria-disabled={leaving}
      onClick={() => {
        if (leaving) return;
        setLeaving(true);
        void signIn(provider, { callbackUrl: next });
      }}
    >
      {children}
    </Button>
  );
}
