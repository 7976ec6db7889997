/** The name of a key. */
export function Kbd({ children }: { children: string }) {
  return <kbd className="rounded-sm border bg-sunken px-1 font-mono text-xs text-muted">{children}</kbd>;
}
