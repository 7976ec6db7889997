import type { OpenAdvert } from "@/demo-board/board-on";
import { boardOn } from "@/demo-board/board-on";
import { buildHistory } from "@/demo-board/history";
import type { DemoHistory } from "@/demo-board/history-types";
import { detailPage } from "@/demo-board/pages";
import { loadDemoContent } from "@/demo-board/load-content";
import { parsePage } from "@/lib/adapters/sources/registry";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";

export const ANCHOR = "2026-06-30";
export const ORIGIN = "http://127.0.0.1:4100";

/** The demo board's whole history up to a fixed day. */
export function demoHistory(): DemoHistory {
  return buildHistory(loadDemoContent(), { anchor: ANCHOR });
}

export type ReadAdvert = { item: OpenAdvert; html: string; parsed: ParsedPosting | null };

/** Every advert that stands on the board on its last day, with its page and what the adapter reads of it. */
export function readOpenAdverts(history: DemoHistory): ReadAdvert[] {
  return boardOn(history, ANCHOR).open.map((item) => {
    const html = detailPage(item, ORIGIN);
    const now = new Date(`${ANCHOR}T12:00:00Z`);
    const outcomes = parsePage("demo", { body: html, url: `${ORIGIN}/jobs/${item.advert.slug}`, now });
    const first = outcomes.find((outcome) => outcome.kind === "posting");
    return { item, html, parsed: first?.kind === "posting" ? first.posting : null };
  });
}
