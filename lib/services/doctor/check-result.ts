/** What one check of the installation found. `advice` says what to do, in plain words; null where nothing is to be done. */
export type CheckResult = {
  check: string;
  status: "ok" | "warning" | "failed";
  detail: string;
  advice: string | null;
};

/** A check that holds. */
export function holds(check: string, detail: string): CheckResult {
  return { check, status: "ok", detail, advice: null };
}

/** A check that found something worth knowing that stops nothing. */
export function warns(check: string, detail: string, advice: string): CheckResult {
  return { check, status: "warning", detail, advice };
}

/** A check that found what stops the installation from working. */
export function fails(check: string, detail: string, advice: string): CheckResult {
  return { check, status: "failed", detail, advice };
}
