import { randomUUID } from "node:crypto";
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ContentStore } from "./content-store";

const WRITE_AFTER = 65_536;

/** Lines of text that grow in a temporary file until they are kept in a content store. */
export class DraftLines {
  private readonly file = path.join(tmpdir(), `atalaya-lines-${randomUUID()}`);
  private descriptor: number | null = null;
  private waiting: string[] = [];
  private waitingLength = 0;
  private lines = 0;

  get size(): number {
    return this.lines;
  }

  /** Adds one line; at most 64 kB wait in memory. */
  add(line: string): void {
    this.waiting.push(line);
    this.waitingLength += line.length;
    this.lines += 1;
    if (this.waitingLength >= WRITE_AFTER) this.write();
  }

  private write(): void {
    this.descriptor ??= openSync(this.file, "wx", 0o600);
    if (this.waiting.length > 0) writeSync(this.descriptor, `${this.waiting.join("\n")}\n`);
    this.waiting = [];
    this.waitingLength = 0;
  }

  /** Keeps the lines in a store, compressed, and removes the temporary file. Returns hash and size of the plain lines. */
  async keepIn(store: ContentStore): Promise<{ hash: string; bytes: number; lines: number }> {
    try {
      this.write();
      return { ...(await store.putFile(this.file)), lines: this.lines };
    } finally {
      this.drop();
    }
  }

  /** Removes the temporary file. */
  drop(): void {
    if (this.descriptor !== null) closeSync(this.descriptor);
    this.descriptor = null;
    rmSync(this.file, { force: true });
  }
}
