import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { plainField, statedText } from "../parsing/plain-text";
import { gapsOf } from "../parsing/posting-gaps";
import type { FeedItem } from "../parsing/read-feed";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { placeOf } from "./read-stackoverflow-job";
import { advertIdOf, advertUrl, STACKOVERFLOW_BASE } from "./stackoverflow-url";

const REMOTE = /\s*\(allows remote\)/i;

type Heading = { title: string; company: string | null; place: string | null; isRemote: boolean };

/** "Title at Company (Place) (allows remote)"; the author's name, where it is stated, says where the title ends. */
export function splitHeading(heading: string, author: string | null): Heading {
  const isRemote = REMOTE.test(heading);
  const plain = heading.replace(REMOTE, "").trim();
  const found = author === null ? -1 : plain.lastIndexOf(` at ${author}`);
  const at = found > 0 ? found : plain.lastIndexOf(" at ");
  if (at <= 0) return { title: plain, company: author, place: null, isRemote };
  const rest = plain.slice(at + 4);
  const place = /\s\(([^()]{2,120})\)\s*$/.exec(rest);
  const company = found > 0 ? author : rest.slice(0, place?.index ?? rest.length).trim();
  return { title: plain.slice(0, at).trim(), company, place: place?.[1] ?? null, isRemote };
}

/** Reads one item of the board's feed. */
export function readFeedItem(item: FeedItem, raw: RawInput): ParseOutcome {
  const stated = plainField(item.title);
  if (stated === null) return { kind: "rejected", reason: "an item without a title", warnings: [] };
  const heading = splitHeading(stated, plainField(item.author, 300));
  const url = advertUrl(item.link, raw.url ?? raw.fetchedUrl ?? STACKOVERFLOW_BASE);
  const guid = /^\d{2,9}$/.test(item.guid ?? "") ? item.guid : null;
  const posting: ParsedPosting = {
    source: raw.sourceId,
    externalId: guid ?? advertIdOf(url) ?? item.guid ?? sha256(`${stated}\n${item.content}`),
    url,
    title: heading.title,
    company: heading.company,
    location: placeOf(plainField(item.extra.location, 300)) ?? placeOf(heading.place),
    postedAt: item.publishedAt,
    validThrough: null,
    employmentType: null,
    workplace: heading.isRemote ? "remote" : null,
    salary: null,
    ...statedText(item.content),
    tags: [...new Set(item.categories.flatMap((name) => plainField(name, 60) ?? []))],
    lang: null,
    warnings: [],
  };
  posting.warnings.push(...gapsOf(posting));
  return { kind: "posting", posting };
}
