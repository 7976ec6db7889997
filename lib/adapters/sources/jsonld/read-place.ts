import { countryLabel } from "@/lib/core/places/place-label";
import { plainField } from "../parsing/plain-text";
import { asList, isNode } from "./json-node";

/** Templates fill empty address parts with these. */
const EMPTY_PARTS = new Set(["-", "--", "n/a", "na", "none", "null", "undefined", "."]);

function nameOf(value: unknown): string | null {
  const text = plainField(isNode(value) ? (value.name ?? value.addressCountry) : value, 200);
  return text === null || EMPTY_PARTS.has(text.toLowerCase()) ? null : text;
}

function distinct(parts: (string | null)[]): string[] {
  const kept: string[] = [];
  for (const part of parts) {
    if (part !== null && !kept.some((known) => known.toLowerCase() === part.toLowerCase())) kept.push(part);
  }
  return kept;
}

/** A country's code as its name: where it stands alone nobody can tell "CO" of Colombia from Colorado. */
function spelledCountry(name: string | null): string | null {
  return name !== null && /^[A-Z]{2}$/.test(name) ? countryLabel(name, "en") : name;
}

function placeOf(value: unknown): string | null {
  if (!isNode(value)) return nameOf(value);
  const address = asList(value.address)[0] ?? value;
  if (!isNode(address)) return nameOf(address);
  const country = nameOf(address.addressCountry);
  const parts = distinct([nameOf(address.addressLocality), nameOf(address.addressRegion), country]);
  // "Anywhere, United States" is how templates write "in the United States".
  const named = parts.filter((part) => part.toLowerCase() !== "anywhere");
  if (named.length === 1 && named[0] === country) return spelledCountry(country);
  if (named.length > 0) return named.join(", ");
  if (value["@type"] === "Country") return spelledCountry(nameOf(value.name));
  return parts.length > 0 ? parts.join(", ") : nameOf(value.name ?? address.streetAddress ?? address.name);
}

/** The stated places as one line: parts from city to country, several places joined by semicolons; null where there are none. */
export function readPlaces(value: unknown): string | null {
  const places = distinct(asList(value).slice(0, 50).map(placeOf));
  return places.length === 0 ? null : places.join("; ").slice(0, 1000);
}
