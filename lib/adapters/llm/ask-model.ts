import { setTimeout as wait } from "node:timers/promises";
import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from "cockatiel";
import { z } from "zod";
import { hashOf } from "@/lib/core/kernel/hash";
import { loadChat } from "./load-chat";
import type { ModelEndpoint } from "./model-endpoints";
import { costOf, type TokenCount } from "./model-prices";

/** One question. Its answer is known by purpose, model, prompt version and the hash of what the prompt was made of. */
export type ModelQuestion<T> = {
  purpose: string;
  promptVersion: string;
  contentHash: string;
  system: string;
  user: string;
  /** The form of the answer; nothing else is let in. */
  schema: z.ZodType<T>;
};

export type ModelOutcome<T> =
  | { kind: "answered"; answer: T; provider: string; model: string; cached: boolean }
  /** `isOfQuestion`: no answer of the asked form is to be had to this one question, whatever the service does with others. */
  | { kind: "unavailable"; reason: string; isOfQuestion: boolean }
  | { kind: "budget_spent"; reason: string };

/** One call as the ledger keeps it: never the texts. */
export type ModelCall = TokenCount & {
  provider: string;
  model: string;
  purpose: string;
  promptVersion: string;
  contentHash: string;
  costUsd: number;
  latencyMs: number;
  cached: boolean;
  outcome: "ok" | "failed";
};

/** Where answers are kept, calls written down and budgets looked up. */
export type ModelBooks = {
  find: (keys: readonly string[]) => Promise<ReadonlyMap<string, unknown>>;
  keep: (key: string, row: { purpose: string; promptVersion: string; answer: unknown }) => Promise<void>;
  record: (call: ModelCall) => Promise<void>;
  /** Why this model may not be asked any more; null where it may. */
  spent: (endpoint: ModelEndpoint) => Promise<string | null>;
};

export type Model = {
  endpoints: readonly ModelEndpoint[];
  /** Every ending is an outcome; nothing is thrown but what the books throw. */
  ask: <T>(question: ModelQuestion<T>) => Promise<ModelOutcome<T>>;
};

export type ModelOptions = { timeoutMs?: number; backoffMs?: number };

const TIMEOUT_MS = 60_000;
const BACKOFF_MS = 1_000;
const ATTEMPTS = 2;
const FAILURES_BEFORE_BREAK = 3;
const COOL_DOWN_MS = 600_000;
const CHARACTERS_PER_TOKEN = 4;
/** What a server says of this one question, not of itself. */
const REFUSED_QUESTION = new Set([400, 413, 422]);

const reply = z.object({
  raw: z.object({
    usage_metadata: z.object({ input_tokens: z.number(), output_tokens: z.number() }).nullish().catch(null),
  }),
  parsed: z.unknown(),
});
const failure = z.object({ status: z.number() });

const LATE = "unavailable: the model did not answer in time";
const BAD_FORM = "unavailable: the model's answer has not the form that was asked for";
const RESTING = "unavailable: the model is left alone after repeated failures";

function statusOf(error: unknown): number | null {
  const parsed = failure.safeParse(error);
  return parsed.success ? parsed.data.status : null;
}

type Failed = { kind: "failed"; reason: string; mayPass: boolean; isOfQuestion: boolean };
type Attempt<T> = { kind: "answered"; answer: T } | Failed;

const MALFORMED: Failed = { kind: "failed", reason: BAD_FORM, mayPass: true, isOfQuestion: true };

type Line = { endpoint: ModelEndpoint; breaker: CircuitBreakerPolicy };

function failedWith(error: unknown, isLate: boolean): Failed {
  const failed = (reason: string): Failed => ({ kind: "failed", reason, mayPass: false, isOfQuestion: false });
  if (error instanceof BrokenCircuitError) return failed(RESTING);
  if (isLate) return failed(LATE);
  if (error instanceof SyntaxError) return MALFORMED;
  const status = statusOf(error);
  if (status === null) return failed("unavailable: the model could not be asked");
  const mayPass = status === 429 || status >= 500;
  const reason = `unavailable: the model's service answered ${status}`;
  return { kind: "failed", reason, mayPass, isOfQuestion: REFUSED_QUESTION.has(status) };
}

const isFaultOfService = (error: unknown): boolean =>
  !(error instanceof SyntaxError) && !REFUSED_QUESTION.has(statusOf(error) ?? 0);

/** The key under which a model's answer is kept. */
function keyOf(
  { provider, model }: ModelEndpoint,
  { purpose, promptVersion, contentHash }: ModelQuestion<unknown>,
): string {
  return hashOf([purpose, provider, model, promptVersion, contentHash]);
}

function estimateOf({ system, user }: ModelQuestion<unknown>): number {
  return Math.ceil((system.length + user.length) / CHARACTERS_PER_TOKEN);
}

class Asking {
  private readonly books: ModelBooks;
  private readonly timeoutMs: number;
  private readonly backoffMs: number;

  constructor(books: ModelBooks, { timeoutMs = TIMEOUT_MS, backoffMs = BACKOFF_MS }: ModelOptions) {
    this.books = books;
    this.timeoutMs = timeoutMs;
    this.backoffMs = backoffMs;
  }

  private async note(
    { endpoint }: Line,
    { purpose, promptVersion, contentHash }: ModelQuestion<unknown>,
    call: TokenCount & { latencyMs: number; cached: boolean; outcome: "ok" | "failed" },
  ): Promise<void> {
    const { provider, model } = endpoint;
    const costUsd = call.cached ? 0 : costOf(endpoint, call);
    await this.books.record({ provider, model, purpose, promptVersion, contentHash, costUsd, ...call });
  }

  /** The answer that a model gave before to the same question. */
  async known<T>(lines: readonly Line[], question: ModelQuestion<T>): Promise<ModelOutcome<T> | null> {
    const keys = lines.map(({ endpoint }) => keyOf(endpoint, question));
    const kept = await this.books.find(keys);
    for (const [at, line] of lines.entries()) {
      const answer = question.schema.safeParse(kept.get(keys[at] ?? ""));
      if (!answer.success) continue;
      await this.note(line, question, { inputTokens: 0, outputTokens: 0, latencyMs: 0, cached: true, outcome: "ok" });
      const { provider, model } = line.endpoint;
      return { kind: "answered", answer: answer.data, provider, model, cached: true };
    }
    return null;
  }

  private async attempt<T>(line: Line, question: ModelQuestion<T>): Promise<Attempt<T>> {
    const { schema, purpose, system, user } = question;
    const from = performance.now();
    const late = AbortSignal.timeout(this.timeoutMs);
    const note = (tokens: TokenCount, outcome: "ok" | "failed") =>
      this.note(line, question, {
        ...tokens,
        latencyMs: Math.round(performance.now() - from),
        cached: false,
        outcome,
      });
    const unused = { inputTokens: estimateOf(question), outputTokens: 0 };
    let answered: z.output<typeof reply>;
    try {
      answered = await line.breaker.execute(async () => {
        const chat = await loadChat(line.endpoint, { schema, name: purpose, timeoutMs: this.timeoutMs });
        const messages = [
          { role: "system" as const, content: system },
          { role: "user" as const, content: user },
        ];
        return reply.parse(await chat(messages, late));
      });
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) await note(unused, "failed");
      return failedWith(error, late.aborted);
    }
    const usage = answered.raw.usage_metadata;
    const tokens = usage ? { inputTokens: usage.input_tokens, outputTokens: usage.output_tokens } : unused;
    const answer = schema.safeParse(answered.parsed);
    await note(tokens, answer.success ? "ok" : "failed");
    return answer.success ? { kind: "answered", answer: answer.data } : MALFORMED;
  }

  /** Asks one model, a second time where the first failure may pass. */
  async askOne<T>(line: Line, question: ModelQuestion<T>): Promise<ModelOutcome<T>> {
    for (let attempt = 1; ; attempt += 1) {
      const spent = await this.books.spent(line.endpoint);
      if (spent !== null) return { kind: "budget_spent", reason: spent };
      const tried = await this.attempt(line, question);
      if (tried.kind === "answered") {
        const { purpose, promptVersion } = question;
        const { answer } = tried;
        await this.books.keep(keyOf(line.endpoint, question), { purpose, promptVersion, answer });
        const { provider, model } = line.endpoint;
        return { kind: "answered", answer, provider, model, cached: false };
      }
      const { reason, isOfQuestion } = tried;
      if (!tried.mayPass || attempt >= ATTEMPTS) return { kind: "unavailable", reason, isOfQuestion };
      await wait(this.backoffMs);
    }
  }
}

/**
 * The one way to ask a model. An answer that was kept is taken first; else each model is asked in turn until one answers, at temperature
 * 0, in the form of the schema, once more after a bad form, 429 or 5xx. A model that failed three times in a row rests for ten minutes.
 * Null where no model is configured.
 */
export function createModel(
  endpoints: readonly ModelEndpoint[],
  books: ModelBooks,
  options: ModelOptions = {},
): Model | null {
  if (endpoints.length === 0) return null;
  const asking = new Asking(books, options);
  const lines = endpoints.map(
    (endpoint): Line => ({
      endpoint,
      breaker: circuitBreaker(handleWhen(isFaultOfService), {
        halfOpenAfter: COOL_DOWN_MS,
        breaker: new ConsecutiveBreaker(FAILURES_BEFORE_BREAK),
      }),
    }),
  );
  return {
    endpoints,
    ask: async <T>(question: ModelQuestion<T>): Promise<ModelOutcome<T>> => {
      const known = await asking.known(lines, question);
      if (known !== null) return known;
      let last: ModelOutcome<T> = { kind: "unavailable", reason: RESTING, isOfQuestion: false };
      for (const line of lines) {
        last = await asking.askOne(line, question);
        if (last.kind === "answered") return last;
      }
      return last;
    },
  };
}
