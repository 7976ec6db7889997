import { escapeHtml } from "./escape-html";

export type DocumentParts = {
  lang: "es" | "en";
  title: string;
  /** Finished markup for the head, after the title. */
  head?: string;
  /** Finished markup. */
  main: string;
};

export const DEMO_NOTICE = {
  es: "Datos de demostración: empresas, ofertas y salarios inventados para Atalaya.",
  en: "Demo data: employers, adverts and pay invented for Atalaya.",
} as const;

/** A whole page of the board, which says that it shows demo data. */
export function htmlDocument({ lang, title, head = "", main }: DocumentParts): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
${head}
</head>
<body>
<p role="note">${DEMO_NOTICE[lang]}</p>
<main>
${main}
</main>
</body>
</html>
`;
}

/** A JSON-LD script element; `<` is written as an escape so that no text can end the element. */
export function jsonLdScript(value: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(value).replaceAll("<", "\\u003c")}</script>`;
}
