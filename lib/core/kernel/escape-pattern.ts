/** The text with every sign that means something in a pattern escaped, so that a `RegExp` made of it finds the text itself. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
