/** Marks the end of an exhaustive switch. Throws when a value outside the type gets here. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
