import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Results of slow, pure work, kept between builds by the content they were made from. */
export interface Cache {
  /**
   * The result for a key, made now if it is not there or damaged.
   *
   * @param key everything that the result depends on, as bytes and settings
   */
  get(key: readonly (string | Uint8Array)[], make: () => Promise<Uint8Array>): Promise<Uint8Array>;
}

/** Length of the checksum that stands before each entry's bytes. */
const CHECKSUM_BYTES = 32;
/** An entry's name: the hash of its key. Other things lie in the same folder. */
const ENTRY = /^[0-9a-f]{64}$/u;

/**
 * A cache in a folder, which may be deleted at any time.
 *
 * @param dir absolute path; made when the first result is kept
 * @param version of what makes the results: another version finds nothing of this one's
 */
export function openCache(dir: string, version: string): Cache {
  return {
    async get(key, make) {
      const file = path.join(dir, `${digest([version, ...key]).toString('hex')}`);
      const kept = read(file);
      if (kept) return kept;
      const made = await make();
      await keep(file, made);
      return made;
    },
  };
}

/**
 * Keeps a cache's folder from growing for ever: removes its oldest entries until the others are no larger than `most` bytes.
 * They are made again when they are wanted.
 */
export async function prune(dir: string, most: number): Promise<void> {
  const names = (await readdir(dir).catch(() => [])).filter((name) => ENTRY.test(name));
  const entries = await Promise.all(
    names.map(async (name) => {
      const file = path.join(dir, name);
      // Another build may have removed it.
      const stats = await stat(file).catch(() => undefined);
      return { file, size: stats?.size ?? 0, mtimeMs: stats?.mtimeMs ?? 0 };
    }),
  );
  let sum = 0;
  for (const { file, size } of entries.sort((a, b) => b.mtimeMs - a.mtimeMs)) {
    sum += size;
    if (sum > most) await rm(file, { force: true });
  }
}

/** At once: what is not there is being made before the caller goes on. */
function read(file: string): Uint8Array | undefined {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    return undefined;
  }
  const content = bytes.subarray(CHECKSUM_BYTES);
  // A build that was killed, or a full disk, leaves a short file.
  return digest([content]).equals(bytes.subarray(0, CHECKSUM_BYTES)) ? content : undefined;
}

async function keep(file: string, content: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, Buffer.concat([digest([content]), content]));
  await rename(draft, file);
}

function digest(parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest();
}
