/** Units of nothing behind each text: a reader that takes four letters at once may begin at the last one. */
export const UNITS_BEHIND = 4;

let units = new Uint16Array(1 << 14);
let bytes = Buffer.from(units.buffer);

/**
 * The UTF-16 units of a text with four units of 0 behind them, valid until the next call. Copying them takes a
 * thirtieth of a walk over the text or less, and a walk over units needs not ask at each letter how the string is kept.
 */
export function unitsOf(text: string): Uint16Array {
  if (text.length + UNITS_BEHIND > units.length) {
    units = new Uint16Array(2 * (text.length + UNITS_BEHIND));
    bytes = Buffer.from(units.buffer);
  }
  bytes.write(text, "utf16le");
  units.fill(0, text.length, text.length + UNITS_BEHIND);
  return units;
}
