import { expect, test } from "vitest";
import { ConfigError } from "@/lib/config/env";
import { AppError } from "@/lib/core/kernel/app-error";
import { explainError } from "./exit-codes";

test("a mistake of the caller ends with 2, a busy machine with 4", () => {
  expect(explainError(new AppError("invalid_input", "No such file."))).toEqual({
    line: { error: "invalid_input", message: "No such file." },
    code: 2,
  });
  expect(explainError(new AppError("not_found", "Gone.")).code).toBe(2);
  expect(explainError(new AppError("conflict", "Busy.")).code).toBe(4);
});

test("a broken configuration is the caller's mistake, and every mistake is in the message", () => {
  const { line, code } = explainError(new ConfigError(["PORT: must be a port number", "HOST: is empty"]));
  expect(code).toBe(2);
  expect(line.message).toContain("PORT");
  expect(line.message).toContain("HOST");
});

test("a data folder in use is named as locked", () => {
  const locked = Object.assign(new Error("in use"), { name: "LockedError" });
  expect(explainError(locked)).toEqual({ line: { error: "locked", message: "in use" }, code: 4 });
});

test("anything else is our own failure, whatever was thrown", () => {
  expect(explainError(new TypeError("x is undefined"))).toEqual({
    line: { error: "internal", message: "x is undefined" },
    code: 4,
  });
  expect(explainError("odd").line.message).toBe("odd");
});
