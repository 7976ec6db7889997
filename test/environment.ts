/** The server of `DATABASE_URL`, on which each test file gets a database; null where each has an embedded one. */
export function testServer(): string | null {
  const url = process.env["DATABASE_URL"] ?? "";
  return url === "" ? null : url;
}

/** The environment of a process that a test starts: that of the tests, with what is set for it. */
export function childEnvironment(set: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...set };
}
