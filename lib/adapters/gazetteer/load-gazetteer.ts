import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { AppError } from "@/lib/core/kernel/app-error";
import { sha256 } from "@/lib/core/kernel/hash";
import { createGazetteer, type Gazetteer } from "@/lib/core/places/gazetteer";

function read(file: string): { version: string; text: string } {
  try {
    const packed = readFileSync(file);
    return { version: sha256(packed).slice(0, 12), text: gunzipSync(packed).toString("utf8") };
  } catch (cause) {
    throw new AppError("unavailable", `The gazetteer ${file} cannot be read.`, { cause });
  }
}

/**
 * Loads the packaged gazetteer, or another file of its form; reads it anew on every call. Its version is a hash of the file. Throws
 * `unavailable` where the file is missing or broken.
 */
export function loadGazetteer(
  file: string = path.join(process.cwd(), "data", "gazetteer", "places.txt.gz"),
): Gazetteer {
  const { version, text } = read(file);
  return createGazetteer(text, version);
}
