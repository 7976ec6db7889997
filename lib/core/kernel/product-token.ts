/** A product's name and version, as a crawler names itself; a browser's own words are not an honest name. */
export const PRODUCT_TOKEN = /^(?!mozilla)[a-z][a-z0-9_-]{1,38}\/[0-9][0-9a-z.-]{0,18}$/i;

/**
 * Products that boards know and treat otherwise than an unknown crawler: the crawlers of search engines, of social networks, of AI companies
 * and of archives, and browsers. Their names are theirs. From the operators' own documentation of their crawlers.
 */
const KNOWN_PRODUCTS = [
  "googlebot",
  "google",
  "googleother",
  "adsbot",
  "mediapartners",
  "apis-google",
  "feedfetcher",
  "storebot",
  "bingbot",
  "bingpreview",
  "msnbot",
  "adidxbot",
  "yandex",
  "baiduspider",
  "duckduckbot",
  "duckassistbot",
  "slurp",
  "applebot",
  "naverbot",
  "yeti",
  "sogou",
  "360spider",
  "seznambot",
  "qwant",
  "petalbot",
  "mojeekbot",
  "exabot",
  "ccbot",
  "ia_archiver",
  "facebookexternalhit",
  "facebot",
  "meta-externalagent",
  "meta-externalfetcher",
  "twitterbot",
  "linkedinbot",
  "slackbot",
  "discordbot",
  "telegrambot",
  "whatsapp",
  "pinterest",
  "gptbot",
  "chatgpt",
  "oai-searchbot",
  "claudebot",
  "claude",
  "anthropic",
  "perplexity",
  "bytespider",
  "amazonbot",
  "ahrefs",
  "semrush",
  "mj12bot",
  "indeedbot",
  "mozilla",
  "chrome",
  "chromium",
  "headlesschrome",
  "firefox",
  "safari",
  "applewebkit",
  "edge",
  "edg",
  "opera",
  "opr",
  "gecko",
];

/** Any product but those: "Googlebot-Jobs/1" is none's own name, "Googolplex/1" is. */
export const OWN_NAME = new RegExp(
  `^(?!(?:${KNOWN_PRODUCTS.join("|")})(?:bot|user|image|news|spider|crawler)*(?![a-z]))`,
  "i",
);

/** What a name has to be, where it is none's own. */
export const OWN_NAME_RULE = "your own name: not that of a search engine's or another known crawler, nor a browser's";
