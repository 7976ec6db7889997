import { pino } from "pino";
import { redactSecrets } from "@/lib/core/kernel/redact-secrets";

/** A value that may stand in a log line. Résumé text, headers and secrets never do. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Structured logging: event names are dotted and in the past tense (`stage.finished`). */
export type Logger = {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  with(fields: LogFields): Logger;
};

const REDACTED = [
  "password",
  "*.password",
  "authorization",
  "*.authorization",
  "token",
  "*.token",
  "secret",
  "*.secret",
  "cookie",
  "*.cookie",
  "email",
  "*.email",
];

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return told(error);
  return { name: error.name, message: told(error.message), stack: told(error.stack) };
}

/** Addresses in a line tell no secret. */
function told(value: unknown): unknown {
  return typeof value === "string" ? redactSecrets(value) : value;
}

function wrap(base: pino.Logger): Logger {
  const write =
    (level: "debug" | "info" | "warn" | "error") =>
    (event: string, fields: LogFields = {}) => {
      const { error, ...given } = fields;
      const rest = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, told(value)]));
      base[level](error === undefined ? rest : { ...rest, error: describeError(error) }, event);
    };
  return {
    debug: write("debug"),
    info: write("info"),
    warn: write("warn"),
    error: write("error"),
    with: (fields) => wrap(base.child(fields)),
  };
}

/** A logger that writes one JSON object a line to standard error. */
export function createLogger(level: "silent" | "error" | "warn" | "info" | "debug"): Logger {
  return wrap(
    pino(
      {
        level,
        base: null,
        messageKey: "event",
        timestamp: pino.stdTimeFunctions.isoTime,
        redact: { paths: REDACTED, censor: "[redacted]" },
      },
      pino.destination({ fd: 2, sync: true }),
    ),
  );
}

const silentWrite = () => undefined;

/** A logger that writes nothing, for tests and for tools whose output is their result. */
export const silentLogger: Logger = {
  debug: silentWrite,
  info: silentWrite,
  warn: silentWrite,
  error: silentWrite,
  with: () => silentLogger,
};
