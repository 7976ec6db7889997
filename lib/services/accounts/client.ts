/** Where a request came from, as far as it says: for limits and for the list of sessions. */
export type Client = { ip: string; userAgent: string | null };
