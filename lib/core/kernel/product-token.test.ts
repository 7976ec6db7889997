import { expect, test } from "vitest";
import { OWN_NAME, PRODUCT_TOKEN } from "./product-token";

const isOwn = (name: string) => PRODUCT_TOKEN.test(name) && OWN_NAME.test(name);

test.each([
  "Googlebot/2.1",
  "googlebot-image/1.0",
  "Google-InspectionTool/1.0",
  "bingbot/2.0",
  "YandexBot/3.0",
  "DuckDuckBot/1.1",
  "Baiduspider/2.0",
  "GPTBot/1.2",
  "ClaudeBot/1.0",
  "AhrefsBot/7.0",
  "Mozilla/5.0",
  "Chrome/120.0.0.0",
  "HeadlessChrome/120",
  "Safari/605.1",
  "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36",
  "Atalaya/0.1 (compatible; Googlebot/2.1)",
])("%s is another's name", (name) => {
  expect(isOwn(name)).toBe(false);
});

test.each(["Atalaya/0.1", "JobWatch/2", "Googolplex/1", "Chromatic-Jobs/1.0", "Operator/1", "acme_crawler/0.3"])(
  "%s is an own name",
  (name) => {
    expect(isOwn(name)).toBe(true);
  },
);
