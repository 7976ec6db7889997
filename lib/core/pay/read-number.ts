const GROUPED = /^\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*(?:[.,](\d{1,2}|oo))?$/;
const PLAIN = /^(\d+)(?:[.,](\d{1,2}|oo))?$/;
/** "1. 5 0 0. 0 0 0": boards that hide telephone numbers pull every row of digits apart. */
const PULLED_APART = /^\d(?: \d){0,2}(?:[.,] ?\d \d \d)+$/;
/** "1'500.000": the millions marked apart from the thousands. */
const WITH_APOSTROPHE = /^\d{1,3}'\d{3}(?:[.,']\d{3})*$/;

function fraction(digits: string | undefined): number {
  return digits === undefined || digits === "oo" ? 0 : Number.parseInt(digits, 10) / 10 ** digits.length;
}

/**
 * The value of a number as adverts write it, or null where it is none. The last sign before one or two digits is the
 * decimal one, a sign before three digits parts thousands: "1.200,50" and "1,200.50" are both 1200.5, "2,5" is 2.5.
 */
export function readNumber(digits: string): number | null {
  const written = digits.replace(/\\| (?=,)/g, "");
  const grouped = GROUPED.exec(written);
  if (grouped !== null) {
    const whole = grouped[2] === undefined ? written : written.slice(0, -grouped[2].length - 1);
    return Number.parseInt(whole.replace(/\D/g, ""), 10) + fraction(grouped[2]);
  }
  const plain = PLAIN.exec(written);
  if (plain?.[1] !== undefined) return Number.parseInt(plain[1], 10) + fraction(plain[2]);
  if (PULLED_APART.test(written) || WITH_APOSTROPHE.test(written))
    return Number.parseInt(written.replace(/\D/g, ""), 10);
  return null;
}
