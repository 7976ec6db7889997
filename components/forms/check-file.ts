export type FileLimits = { accept: readonly string[]; maxBytes: number };
export type FileProblem = "empty" | "too_large" | "wrong_type";

/** What is wrong with a chosen file before it is sent, by size and by the ending of its name; the server decides by its bytes. */
export function checkFile(file: { name: string; size: number }, { accept, maxBytes }: FileLimits): FileProblem | null {
  if (file.size > maxBytes) return "too_large";
  if (file.size === 0) return "empty";
  const name = file.name.toLowerCase();
  return accept.some((ending) => name.endsWith(ending)) ? null : "wrong_type";
}
