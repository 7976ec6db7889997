import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "md" | "sm";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent-fill text-accent-on hover:bg-accent-fill/90",
  secondary: "border-line-strong bg-surface text-ink hover:bg-sunken",
  ghost: "border-transparent text-ink hover:bg-sunken",
  danger: "border-bad bg-surface text-bad hover:bg-bad-tint",
};

/** The look of a button, for elements that must be something else. */
export function buttonClass(variant: ButtonVariant = "secondary", size: ButtonSize = "md"): string {
  return cx(
    "inline-flex shrink-0 items-center justify-center gap-2 rounded-control border font-medium whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-55",
    size === "md" ? "row-height px-3.5 text-base" : "min-h-7 px-2.5 text-sm pointer-coarse:min-h-11",
    VARIANTS[variant],
  );
}

type ButtonProps = ComponentProps<"button"> & { variant?: ButtonVariant; size?: ButtonSize };

/** A button; `type` is "button" unless told otherwise, so that none submits by accident. */
export function Button({ variant, size, className, type = "button", ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={cx(buttonClass(variant, size), className)} />;
}

type ButtonLinkProps = {
  href: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
  children: ReactNode;
};

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink({ href, variant, size, className, children }: ButtonLinkProps) {
  return (
    <Link href={href} className={cx(buttonClass(variant, size), className)}>
      {children}
    </Link>
  );
}

type IconButtonProps = Omit<ButtonProps, "aria-label"> & { label: string };

/** A square button that holds an icon; its label is spoken and shown on hover. */
export function IconButton({ label, variant = "ghost", size, className, ...rest }: IconButtonProps) {
  return (
    <Button
      {...rest}
      variant={variant}
      {...(size ? { size } : {})}
      aria-label={label}
      title={label}
      className={cx("aspect-square px-0!", className)}
    />
  );
}
