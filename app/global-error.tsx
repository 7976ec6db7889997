"use client";

import "./globals.css";
import { Button } from "@/components/ui/button";
import en from "@/messages/en/errors.json";
import es from "@/messages/es/errors.json";

/** The last net, for when the root layout itself failed. The reader's language is unknown then, so it speaks both. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Atalaya</title>
        <main className="mx-auto flex max-w-lg flex-col gap-8 px-4 py-20">
          {[
            { lang: "en", words: en },
            { lang: "es", words: es },
          ].map(({ lang, words }) => (
            <section key={lang} lang={lang} className="flex flex-col items-start gap-2">
              <h1 className="text-lg">{words.errorTitle}</h1>
              <p className="text-muted">{words.errorBody}</p>
              <Button onClick={reset} className="mt-2">
                {words.retry}
              </Button>
            </section>
          ))}
          {error.digest ? <p className="font-mono text-xs text-muted">{error.digest}</p> : null}
        </main>
      </body>
    </html>
  );
}
