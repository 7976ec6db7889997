import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { readEmploymentTypes } from "../parsing/employment-type";
import { plainField, statedText } from "../parsing/plain-text";
import { gapsOf } from "../parsing/posting-gaps";
import type { FeedItem } from "../parsing/read-feed";
import { parseStatedDate } from "@/lib/core/dates/stated-date";
import { readPayPhrase } from "../parsing/stated-pay";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { advertUrl, slugOf, WWR_BASE } from "./weworkremotely-url";

/** The feed puts the logo, the head office and a link to the advert around the employer's own text. */
const LOGO = /^\s*<img\b[^<>]{0,2000}>\s*/i;
const HEADQUARTERS = /^\s*<p>\s*<strong>Headquarters:<\/strong>[^]{0,1500}?<\/p>\s*/i;
const TO_APPLY = /\s*<p>\s*<strong>To apply:<\/strong>\s*<a\b[^<>]{0,2000}>[^<]{0,1000}<\/a>\s*<\/p>\s*$/i;

/** The employer's text without what the feed's template puts around it. */
export function bodyOf(content: string): string {
  return content.replace(LOGO, "").replace(HEADQUARTERS, "").replace(TO_APPLY, "").trim();
}

/** "Company: Title"; the first colon that white space follows parts the two. */
export function splitHeading(heading: string): { company: string | null; title: string } {
  const at = heading.search(/:\s/);
  const title = at <= 0 ? "" : heading.slice(at + 1).trim();
  return title === "" ? { company: null, title: heading } : { company: heading.slice(0, at).trim(), title };
}

function listed(value: string | undefined): string[] {
  return (value ?? "").split(",").flatMap((part) => plainField(part, 60) ?? []);
}

/** The regions that an item names, from the widest to the narrowest statement. */
function readLocation(extra: FeedItem["extra"]): string | null {
  const region = plainField(extra.region, 300);
  const narrower = [plainField(extra.state, 100), plainField(extra.country, 200)].filter((part) => part !== null);
  return region ?? (narrower.length === 0 ? null : narrower.join(", "));
}

/** Reads one item of a feed. */
export function readFeedItem(item: FeedItem, raw: RawInput): ParseOutcome {
  const heading = plainField(item.title);
  if (heading === null) return { kind: "rejected", reason: "an item without a title", warnings: [] };
  const { company, title } = splitHeading(heading);
  const base = raw.url ?? raw.fetchedUrl ?? WWR_BASE;
  const url = advertUrl(item.link, base) ?? advertUrl(item.guid, base);
  const pay = readPayPhrase(plainField(item.extra.salary) ?? "");
  const posting: ParsedPosting = {
    source: raw.sourceId,
    externalId: slugOf(url) ?? item.guid ?? sha256(`${heading}\n${item.content}`),
    url,
    title,
    company,
    location: readLocation(item.extra),
    postedAt: item.publishedAt,
    validThrough: parseStatedDate(item.extra.expires_at),
    employmentType: readEmploymentTypes(item.extra.type)[0] ?? null,
    workplace: "remote",
    salary: pay.salary,
    ...statedText(bodyOf(item.content)),
    tags: [
      ...new Set([...item.categories.flatMap((name) => plainField(name, 60) ?? []), ...listed(item.extra.skills)]),
    ],
    lang: null,
    warnings: pay.warning === null ? [] : [pay.warning],
  };
  posting.warnings.push(...gapsOf(posting));
  return { kind: "posting", posting };
}
