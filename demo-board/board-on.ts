import type { DemoAdvert, DemoHistory, DemoVersion } from "./history-types";

/** Adverts on one listing page. */
export const PAGE_SIZE = 20;

/** An advert as it stood on a day. */
export type OpenAdvert = { advert: DemoAdvert; version: DemoVersion };

export type Board = { open: OpenAdvert[]; pages: OpenAdvert[][] };

/** The adverts that were open on a day (newest first) and the same cut into listing pages. */
export function boardOn(history: DemoHistory, day: string): Board {
  const open = history.adverts
    .filter((advert) => advert.publishedOn <= day && day < advert.closesOn)
    .map((advert) => ({ advert, version: versionOn(advert, day) }))
    .reverse();
  return { open, pages: pagesOf(open, PAGE_SIZE) };
}

/** The version of an advert on a day; its first one for days before. */
export function versionOn(advert: DemoAdvert, day: string): DemoVersion {
  return advert.versions.findLast((version) => version.from <= day) ?? advert.versions[0];
}

/** A list cut into pages of a size; an empty list makes one empty page. */
export function pagesOf<T>(items: readonly T[], size: number): T[][] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
