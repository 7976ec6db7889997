import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { AppError } from "@/lib/core/kernel/app-error";

export type ByteProgress = { bytesRead: number; bytesTotal: number };

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

/** Opens a file as a stream of bytes, unpacking gzip by its first bytes; progress counts bytes of the file itself. Throws `invalid_input` where it cannot be opened. */
export async function openBytes(
  path: string,
  onProgress?: (progress: ByteProgress) => void,
): Promise<AsyncIterable<Uint8Array>> {
  try {
    const { size, isDirectory } = await stat(path).then((found) => ({
      size: found.size,
      isDirectory: found.isDirectory(),
    }));
    if (isDirectory) throw new AppError("invalid_input", `${path} is a folder, not a file.`);
    const file = createReadStream(path);
    let bytesRead = 0;
    file.on("data", (chunk) => {
      bytesRead += chunk.length;
      onProgress?.({ bytesRead, bytesTotal: size });
    });
    file.pause();
    if (!(await isGzip(path))) return file;
    const unpacked = createGunzip();
    // An error on either side reaches whoever reads the unpacked stream.
    pipeline([file, unpacked], () => undefined);
    return unpacked;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("invalid_input", `${path} cannot be opened.`, { cause: error });
  }
}
