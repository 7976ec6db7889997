/** The address of another page of the same list; `""` is its beginning. */
export function listHref(query: Readonly<Record<string, string | null>>, after: string | null): string | null {
  if (after === null) return null;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== null && name !== "after") params.set(name, value);
  if (after !== "") params.set("after", after);
  const asked = params.toString();
  return asked === "" ? "/matches" : `/matches?${asked}`;
}
