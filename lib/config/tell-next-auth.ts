/** next-auth reads the app's own address from this one variable and takes no option for it. What the environment says already stays. */
export function tellNextAuth(origin: string): void {
  process.env["NEXTAUTH_URL"] ??= origin;
}
