"use client";

import { FileText, Upload, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type DragEvent, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { buttonClass, IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { checkFile, type FileLimits } from "./check-file";
import { formatBytes } from "./format-bytes";

type FileDropProps = FileLimits & {
  name: string;
  label: string;
  hint: string;
  disabled?: boolean;
  /** Called with a file that passed, or null when it was taken away. */
  onFile?: (file: File | null) => void;
};

/** A file field that also takes a dropped file. The platform's own input does the work, so the keyboard and forms do too. */
export function FileDrop({ name, label, hint, accept, maxBytes, disabled = false, onFile }: FileDropProps) {
  const t = useTranslations("forms");
  const locale = useLocale();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [over, setOver] = useState(false);

  const explain = (given: File): string | null => {
    const size = formatBytes(given.size, locale);
    const found = checkFile(given, { accept, maxBytes });
    if (found === "too_large") return t("tooLarge", { name: given.name, size, limit: formatBytes(maxBytes, locale) });
    if (found === "empty") return t("emptyFile", { name: given.name });
    if (found === "wrong_type") return t("wrongType", { name: given.name, types: accept.join(", ") });
    return null;
  };

  const take = (given: File | null) => {
    const why = given === null ? null : explain(given);
    const accepted = why === null ? given : null;
    if (accepted === null && input.current) input.current.value = "";
    setProblem(why);
    setFile(accepted);
    onFile?.(accepted);
  };

  // On a slow machine a file can be chosen before this script runs; nobody told us of it, so it is looked for once.
  const takeWaiting = useEffectEvent(() => {
    const waiting = input.current?.files?.[0];
    if (waiting) take(waiting);
  });
  useEffect(() => takeWaiting(), []);

  const change = (given: File | undefined) => {
    // A refused file is taken out of the input, and the browser may report that as a change: the reason has to stay.
    if (given !== undefined || file !== null) take(given ?? null);
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const given = event.dataTransfer.files[0];
    if (disabled || !given || !input.current) return;
    const held = new DataTransfer();
    held.items.add(given);
    input.current.files = held.files;
    take(given);
  };

  return (
    <div className="flex flex-col gap-1">
      <label id={`${id}-label`} htmlFor={id} className="font-medium">
        {label}
      </label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra for the mouse; the input and the button inside do the same by keyboard */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(!disabled);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cx(
          "flex min-h-36 flex-col items-center justify-center gap-2 rounded-card border border-dashed px-4 py-6 text-center transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
          over ? "border-accent bg-accent-tint" : "border-line-strong bg-surface",
        )}
      >
        <input
          ref={input}
          id={id}
          name={name}
          type="file"
          accept={accept.join(",")}
          disabled={disabled}
          aria-labelledby={`${id}-label`}
          aria-describedby={`${id}-hint ${id}-error`}
          aria-invalid={problem !== null}
          onChange={(event) => change(event.target.files?.[0])}
          className="sr-only"
        />
        {file ? (
          <p className="flex items-center gap-2">
            <FileText aria-hidden className="size-4 text-muted" />
            {t("chosen", { name: file.name, size: formatBytes(file.size, locale) })}
            <IconButton label={t("remove")} size="sm" onClick={() => take(null)}>
              <X aria-hidden className="size-4" />
            </IconButton>
          </p>
        ) : (
          <p className="flex items-center gap-2">
            <Upload aria-hidden className="size-4 text-muted" />
            {t(over ? "dropHere" : "dropTitle")}
          </p>
        )}
        {/* A label opens the input without any script; the input itself is what the keyboard reaches. */}
        <label
          htmlFor={id}
          aria-hidden
          className={cx(buttonClass("secondary", "sm"), disabled ? "cursor-not-allowed opacity-55" : "cursor-pointer")}
        >
          {t(file ? "replace" : "choose")}
        </label>
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      </div>
      <p id={`${id}-error`} role="alert" className="text-sm text-bad empty:hidden">
        {problem}
      </p>
    </div>
  );
}
