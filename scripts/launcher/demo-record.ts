import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Home } from "@/lib/config/home";

const recordSchema = z.object({
  /** The board's last day; kept, so that a later start meets the same board. */
  anchor: z.iso.date(),
  port: z.int().min(0),
  email: z.email(),
  password: z.string().min(10),
  /** Days of the board's history that were crawled to their end. */
  crawled: z.array(z.iso.date()),
});

/** What the demo remembers between starts; lies in its data folder with mode 0600, because of the password. */
export type DemoRecord = z.infer<typeof recordSchema>;

function fileOf(home: Home): string {
  return path.join(home.root, "demo.json");
}

/** The record of this data folder; a new one with a random password where there is none. */
export function readDemoRecord(home: Home, anchor: string): DemoRecord {
  if (existsSync(fileOf(home))) return recordSchema.parse(JSON.parse(readFileSync(fileOf(home), "utf8")));
  return {
    anchor,
    port: 0,
    email: "demo@atalaya.example",
    password: randomBytes(12).toString("base64url"),
    crawled: [],
  };
}

/** Writes the record down. */
export function keepDemoRecord(home: Home, record: DemoRecord): void {
  mkdirSync(home.root, { recursive: true, mode: 0o700 });
  writeFileSync(fileOf(home), JSON.stringify(record), { mode: 0o600 });
}
