/** The month some months after (or, when negative, before) another; both as `YYYY-MM`. */
export function addMonths(month: string, months: number): string {
  const at = new Date(`${month}-01T00:00:00.000Z`);
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString().slice(0, 7);
}
