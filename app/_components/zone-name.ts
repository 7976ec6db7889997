/** An offset from UTC in hours as it is written: "UTC", "UTC−3", "UTC+5:30". */
export function zoneName(hours: number): string {
  if (hours === 0) return "UTC";
  const minutes = Math.round(Math.abs(hours) * 60);
  const rest = minutes % 60;
  const sign = hours < 0 ? "−" : "+";
  return `UTC${sign}${Math.floor(minutes / 60)}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}
