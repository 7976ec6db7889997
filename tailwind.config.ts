import type { Config } from "tailwindcss";

const TOKENS = [
  "paper",
  "surface",
  "raised",
  "sunken",
  "line",
  "line-strong",
  "ink",
  "muted",
  "accent",
  "accent-fill",
  "accent-on",
  "accent-tint",
  "ok",
  "ok-tint",
  "warn",
  "warn-tint",
  "bad",
  "bad-tint",
  "score-1",
  "score-2",
  "score-3",
  "score-4",
  "score-5",
  "score-on-1",
  "score-on-2",
  "score-on-3",
  "score-on-4",
  "score-on-5",
] as const;

const config: Config = {
  content: [],
  theme: {
    extend: {
      colors: Object.fromEntries(TOKENS.map((token) => [token, `var(--${token})`])),
      fontFamily: {
        sans: "var(--font-geist-sans), system-ui, sans-serif",
        mono: "var(--font-geist-mono), ui-monospace, monospace",
      },
      fontSize: {
        xs: ["0.75rem", "1.125rem"],
        sm: ["0.8125rem", "1.25rem"],
        base: ["0.875rem", "1.3125rem"],
        md: ["1rem", "1.5rem"],
        lg: ["1.25rem", "1.5625rem"],
        xl: ["1.75rem", "2.1875rem"],
        "2xl": ["2.5rem", "3.125rem"],
      },
      borderRadius: { card: "8px", control: "6px" },
      boxShadow: { float: "var(--shadow-float)" },
      maxWidth: { measure: "68ch", page: "1200px" },
      screens: { phone: "720px", rail: "1100px" },
      transitionDuration: { DEFAULT: "150ms" },
    },
  },
};

export default config;
