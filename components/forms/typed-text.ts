/** What was typed or chosen in a field of a form; empty where there is no such field, and for a file. */
export function typedText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
