const BROWSERS = [
  ["Edge", /\bEdg\//],
  ["Opera", /\bOPR\//],
  ["Firefox", /\bFirefox\//],
  ["Chrome", /\b(?:Headless)?Chrome\//],
  ["Safari", /\bSafari\//],
  ["curl", /^curl\//],
] as const;

const SYSTEMS = [
  ["Android", /\bAndroid\b/],
  ["iOS", /\b(?:iPhone|iPad)\b/],
  ["Windows", /\bWindows\b/],
  ["macOS", /\bMac OS X\b/],
  ["Linux", /\bLinux\b/],
] as const;

function firstName(names: readonly (readonly [string, RegExp])[], text: string): string | null {
  return names.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** A browser and a system out of a User-Agent header, for recognising one's own session; null when it names neither. */
export function describeDevice(userAgent: string | null): string | null {
  if (userAgent === null) return null;
  const parts = [firstName(BROWSERS, userAgent), firstName(SYSTEMS, userAgent)].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(", ");
}
