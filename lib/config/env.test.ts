import { expect, test } from "vitest";
import { ConfigError, parseEnv } from "./env";

test("an empty environment is a complete configuration", () => {
  const env = parseEnv({});
  expect(env.HOST).toBe("127.0.0.1");
  expect(env.PORT).toBe(3000);
  expect(env.EMBEDDING_PROVIDER).toBe("packaged");
  expect(env.DATABASE_URL).toBeUndefined();
});

test("an empty value counts as absent", () => {
  expect(parseEnv({ DATABASE_URL: "", PORT: "" })).toMatchObject({ PORT: 3000 });
});

test("every mistake is listed at once", () => {
  const attempt = () => parseEnv({ PORT: "many", DATABASE_URL: "mysql://x/y", AUTH_SECRET: "short" });
  expect(attempt).toThrow(ConfigError);
  try {
    attempt();
  } catch (error) {
    expect(error instanceof ConfigError && error.mistakes.map((line) => line.split(":")[0])).toEqual([
      "DATABASE_URL",
      "PORT",
      "AUTH_SECRET",
    ]);
  }
});

test("a provider that is half configured is a mistake", () => {
  expect(() => parseEnv({ GITHUB_ID: "abc" })).toThrow("set both or neither");
});

test("a hosted embedding provider needs its key", () => {
  expect(() => parseEnv({ EMBEDDING_PROVIDER: "openai" })).toThrow("OPENAI_API_KEY");
  expect(parseEnv({ EMBEDDING_PROVIDER: "gemini", GEMINI_API_KEY: "k" }).EMBEDDING_PROVIDER).toBe("gemini");
});

test("only one exact loopback origin can be exempted from the private-address ban", () => {
  expect(() => parseEnv({ SCRAPE_EXEMPT_ORIGIN: "http://10.0.0.1:80" })).toThrow("loopback origin");
});
