import type { Salary } from "@/lib/core/postings/posting-fields";
import type { OpenAdvert } from "./board-on";
import type { Place } from "./content-schema";
import { escapeHtml } from "./escape-html";
import { htmlDocument, jsonLdScript } from "./html-document";
import { descriptionHtml, jsonLdBlocks } from "./job-posting-data";

/** One line of a listing page. */
export type ListingEntry = { href: string; title: string; company: string; place: string; lastChanged: string };

const WORDS = {
  es: { remote: "Remoto", pay: "Salario", posted: "Publicado", gone: "Esta oferta ya no está disponible." },
  en: { remote: "Remote", pay: "Pay", posted: "Posted", gone: "This job is no longer available." },
} as const;
const PERIODS = {
  es: { hour: "por hora", day: "por día", week: "por semana", month: "al mes", year: "al año" },
  en: { hour: "an hour", day: "a day", week: "a week", month: "a month", year: "a year" },
} as const;

/** The page of one advert as it stood on a day. It does not name that day, so an unchanged advert gives the same bytes on all days. */
export function detailPage(item: OpenAdvert, origin: string): string {
  const { advert, version } = item;
  const words = WORDS[advert.lang];
  const pay =
    version.salary === null ? "" : `<p>${words.pay}: ${escapeHtml(payText(version.salary, advert.lang))}</p>\n`;
  const head = [
    `<link rel="canonical" href="${origin}/jobs/${advert.slug}">`,
    ...jsonLdBlocks(item, origin).map(jsonLdScript),
  ].join("\n");
  const main = `<h1>${escapeHtml(advert.title)}</h1>
<p>${escapeHtml(advert.employerName)} · ${escapeHtml(placeText(item))}</p>
<p>${words.posted}: <time datetime="${version.datePosted}">${version.datePosted}</time></p>
${pay}<article>
${descriptionHtml(item)}
</article>`;
  return htmlDocument({ lang: advert.lang, title: `${advert.title} - ${advert.employerName}`, head, main });
}

/** The page of an advert that has been closed. */
export function closedPage(item: OpenAdvert): string {
  const { lang, title } = item.advert;
  return htmlDocument({ lang, title, main: `<h1>${escapeHtml(title)}</h1>\n<p>${WORDS[lang].gone}</p>` });
}

/** One page of the list of open adverts. Page numbers start at 1. */
export function listingPage(
  entries: readonly ListingEntry[],
  where: { base: string; page: number; pages: number },
): string {
  const { base, page, pages } = where;
  const link = (rel: "prev" | "next", number: number, text: string) => ({
    head: `<link rel="${rel}" href="${base}jobs?page=${number}">`,
    body: `<a rel="${rel}" href="${base}jobs?page=${number}">${text}</a>`,
  });
  const links = [
    ...(page > 1 ? [link("prev", page - 1, "Anterior / Previous")] : []),
    ...(page < pages ? [link("next", page + 1, "Siguiente / Next")] : []),
  ];
  const items = entries.map(
    (entry) =>
      `<li><a href="${entry.href}">${escapeHtml(entry.title)}</a> · ${escapeHtml(entry.company)} · ${escapeHtml(entry.place)}</li>`,
  );
  return htmlDocument({
    lang: "es",
    title: `Empleos / Jobs (${page}/${pages})`,
    head: links.map((item) => item.head).join("\n"),
    main: `<h1>Empleos / Jobs</h1>\n<ul>\n${items.join("\n")}\n</ul>\n<nav>${links.map((item) => item.body).join(" ")}</nav>`,
  });
}

/** What the board is, for a person who opens its address. */
export function frontPage(anchor: string, crawlDays: readonly string[]): string {
  const days = crawlDays.map((day) => `<li><a href="/d/${day}/">${day}</a></li>`).join("\n");
  return htmlDocument({
    lang: "en",
    title: "Atalaya demo job board",
    main: `<h1>Atalaya demo job board</h1>
<p>A job board with invented employers and hand-written adverts in Spanish and English. It can show itself as it stood on
any day of its history, so that a year of crawls can be demonstrated in a minute. Today is ${anchor}.</p>
<ul>\n${days}\n</ul>`,
  });
}

/** The sitemap of a day: every listed page with the day of its last change. */
export function sitemapXml(entries: readonly ListingEntry[], origin: string): string {
  const urls = entries.map(
    (entry) => `<url><loc>${escapeHtml(origin + entry.href)}</loc><lastmod>${entry.lastChanged}</lastmod></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join("\n")}
</urlset>
`;
}

/** Where an advert's work is done, as a listing says it. */
export function placeText({ advert }: OpenAdvert): string {
  if (advert.workplace === "remote") return `${WORDS[advert.lang].remote} (${advert.place.country})`;
  return placeName(advert.place);
}

function placeName(place: Place): string {
  return [place.city, place.region, place.country].filter((part) => part !== null && part !== "").join(", ");
}

function payText(salary: Salary, lang: "es" | "en"): string {
  const amount = (value: number) => value.toLocaleString(lang === "es" ? "es-CO" : "en-US");
  const range = salary.min === salary.max ? amount(salary.min) : `${amount(salary.min)} - ${amount(salary.max)}`;
  return `${salary.currency} ${range} ${PERIODS[lang][salary.period]}`;
}
