import { CircleX } from "lucide-react";

/** The error of a whole form, announced as soon as it appears. The box is always in the page, or it would not be read out. */
export function FormError({ message }: { message: string | null | undefined }) {
  return (
    <div role="alert">
      {message ? (
        <p className="flex items-start gap-2 rounded-control bg-bad-tint px-3 py-2 text-bad">
          <CircleX aria-hidden className="mt-0.5 size-4 shrink-0" />
          {message}
        </p>
      ) : null}
    </div>
  );
}
