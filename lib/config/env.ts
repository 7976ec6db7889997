import { z } from "zod";
import { OWN_NAME, OWN_NAME_RULE, PRODUCT_TOKEN } from "@/lib/core/kernel/product-token";

/** The environment had one or more mistakes; the message lists them all, one a line. */
export class ConfigError extends Error {
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(
      `The configuration has ${mistakes.length} mistake${mistakes.length === 1 ? "" : "s"}:\n${mistakes.map((line) => `  - ${line}`).join("\n")}`,
    );
    this.name = "ConfigError";
    this.mistakes = mistakes;
  }
}

const flag = z
  .enum(["true", "false", "1", "0"], { error: "must be true or false" })
  .transform((word) => word === "true" || word === "1");
const port = z.coerce.number({ error: "must be a port number" }).int().min(0).max(65_535);
const positive = z.coerce.number({ error: "must be a number" }).int().positive();
const dollars = z.coerce.number({ error: "must be a number" }).positive().max(10_000);
const url = z.url({ error: "must be a URL" });
const secret = z.string().min(32, "must have at least 32 characters");

const envSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  ATALAYA_HOME: z.string().min(1).optional(),
  ATALAYA_MODE: z.enum(["start", "dev", "demo"]).default("start"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgresql:// URL" }).optional(),
  DATABASE_POOL_MAX: positive.max(100).default(8),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: port.default(3000),
  APP_URL: url.optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  AUTH_SECRET: secret.optional(),
  CRON_SECRET: secret.optional(),
  SIGNUPS: z.enum(["open", "closed"]).default("open"),
  GITHUB_ID: z.string().min(1).optional(),
  GITHUB_SECRET: z.string().min(1).optional(),
  GOOGLE_ID: z.string().min(1).optional(),
  GOOGLE_SECRET: z.string().min(1).optional(),
  WORKER: flag.default(true),
  SCHEDULE_DAILY: z
    .string()
    .regex(/^(\S+\s+){4}\S+$/, "must be a cron expression of five fields")
    .default("15 5 * * *"),
  SOURCES_FILE: z.string().min(1).optional(),
  SCRAPE_CONTACT: z.string().min(3).default("the administrator of this installation"),
  SCRAPE_USER_AGENT: z
    .string()
    .regex(PRODUCT_TOKEN, "must be a product and its version, such as Atalaya/0.1")
    .regex(OWN_NAME, `must be ${OWN_NAME_RULE}`)
    .default("Atalaya/0.1"),
  SCRAPE_GLOBAL_PER_SECOND: z.coerce.number({ error: "must be a number" }).positive().max(100).default(5),
  SCRAPE_PROXY_URL: z.url({ protocol: /^https?$/, error: "must be an http:// or https:// URL" }).optional(),
  SCRAPE_EXEMPT_ORIGIN: z
    .string()
    .regex(/^http:\/\/127\.0\.0\.1:\d+$/, "must be one loopback origin")
    .optional(),
  RAW_STORE_URL: z
    .string()
    .regex(/^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/[\w.-]+)*\/?$/, "must be s3://bucket or s3://bucket/folder")
    .optional(),
  RAW_RETENTION_DAYS: z.coerce
    .number({ error: "must be a number of days; 0 keeps everything" })
    .int()
    .min(0)
    .max(36_500)
    .default(180),
  S3_ENDPOINT: url.optional(),
  S3_REGION: z.string().min(1).default("us-east-1"),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  DEMO_ANCHOR: z.iso.date().optional(),
  REMOTEOK_BASE_URL: url.default("https://remoteok.com"),
  EMBEDDING_PROVIDER: z.enum(["packaged", "openai", "gemini", "hash"]).default("packaged"),
  EMBEDDING_MODEL: z.string().min(1).optional(),
  EMBEDDING_CAP_PER_RUN: positive.default(20_000),
  LLM_PROVIDER: z.enum(["none", "openai", "gemini"]).default("none"),
  LLM_MODEL: z.string().min(1).optional(),
  LLM_BASE_URL: url.optional(),
  LLM_LOCAL_BASE_URL: url.optional(),
  LLM_LOCAL_MODEL: z.string().min(1).optional(),
  LLM_MAX_CALLS_PER_RUN: positive.default(500),
  LLM_BUDGET_RUN_USD: dollars.default(0.5),
  LLM_BUDGET_DAY_USD: dollars.default(1),
  ENRICHMENT_LLM: z.enum(["on", "off"], { error: "must be on or off" }).default("off"),
  OPENAI_API_KEY: z.string().min(1).optional(),
  OPENAI_BASE_URL: url.optional(),
  GEMINI_API_KEY: z.string().min(1).optional(),
  ESCO_API_URL: z.url({ protocol: /^https?$/, error: "must be an http:// or https:// URL" }).optional(),
  EVAL_DATA_DIR: z.string().min(1).default("../shared/data"),
});

export type Env = z.infer<typeof envSchema>;

const PAIRS = [
  ["GITHUB_ID", "GITHUB_SECRET"],
  ["GOOGLE_ID", "GOOGLE_SECRET"],
  ["S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"],
  ["LLM_LOCAL_BASE_URL", "LLM_LOCAL_MODEL"],
] as const;

const NEEDS_KEY = { openai: "OPENAI_API_KEY", gemini: "GEMINI_API_KEY" } as const;

/** A server of one's own may do without a key. */
function llmMistakes(env: Env): string[] {
  const provider = env.LLM_PROVIDER;
  if (provider === "none")
    return env.ENRICHMENT_LLM === "on" && env.LLM_LOCAL_BASE_URL === undefined
      ? ["ENRICHMENT_LLM: needs a model, by LLM_PROVIDER and LLM_MODEL or by LLM_LOCAL_BASE_URL and LLM_LOCAL_MODEL"]
      : [];
  const key = NEEDS_KEY[provider];
  return [
    ...(env.LLM_MODEL === undefined ? [`LLM_MODEL: is needed when LLM_PROVIDER is ${provider}`] : []),
    ...(env[key] === undefined && env.LLM_BASE_URL === undefined
      ? [`${key}: is needed when LLM_PROVIDER is ${provider}`]
      : []),
  ];
}

function crossMistakes(env: Env): string[] {
  const halves = PAIRS.filter(([id, key]) => (env[id] === undefined) !== (env[key] === undefined)).map(
    ([id, key]) => `${id} and ${key}: set both or neither`,
  );
  const provider = env.EMBEDDING_PROVIDER;
  const mistakes = [...halves, ...llmMistakes(env)];
  if (provider !== "openai" && provider !== "gemini") return mistakes;
  const key = NEEDS_KEY[provider];
  return env[key] === undefined ? [...mistakes, `${key}: is needed when EMBEDDING_PROVIDER is ${provider}`] : mistakes;
}

/** Reads the environment once. An empty value counts as absent. Throws `ConfigError` with every mistake listed. */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = envSchema.safeParse(present);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
  }
  const mistakes = crossMistakes(parsed.data);
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return parsed.data;
}

/** The environment of this process with some values replaced; not cached. Throws like `parseEnv`. */
export function envWith(overrides: Readonly<Record<string, string | undefined>>): Env {
  return parseEnv({ ...process.env, ...overrides });
}

let cached: Env | undefined;

/** The environment of this process, parsed at first use. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}
