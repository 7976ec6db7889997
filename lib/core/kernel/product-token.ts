/** A product's name and version, as a crawler names itself; a browser's own words are not an honest name. */
export const PRODUCT_TOKEN = /^(?!mozilla)[a-z][a-z0-9_-]{1,38}\/[0-9][0-9a-z.-]{0,18}$/i;
