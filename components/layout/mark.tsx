/** The watchtower, drawn from three strokes. Decorative: the name stands beside it. */
export function Mark({ className = "size-6" }: { className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
    >
      <path d="M6.5 14.5h19L23.5 7 16 3.25 8.5 7z" />
      <path d="M11.5 14.5 8 29" />
      <path d="M20.5 14.5 24 29" />
    </svg>
  );
}
