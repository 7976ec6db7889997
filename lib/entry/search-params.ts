/** The query of an address as Next hands it to a page: still anybody's words. */
export type SearchParams = Record<string, string | string[] | undefined>;
