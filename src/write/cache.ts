import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Cache, Key } from '../model/cache.ts';

/** Length of the checksum that stands before each entry's bytes. */
const CHECKSUM_BYTES = 32;
/** The name of an entry (the hash of its key), or of a draft that a killed build left. Other files lie in the same folder. */
const ENTRY = /^[0-9a-f]{64}(\.[0-9a-f-]{36})?$/u;

/**
 * A cache in a folder, which may be deleted at any time. Several builds may use it at once.
 *
 * @param dir absolute path; made when the first result is kept
 * @param version of the code that makes the results: another version finds no entries of this one
 */
export function openCache(dir: string, version: string): Cache {
  const nameOf = (key: Key) => digest([version, ...key]).toString('hex');
  return {
    async get(key, make) {
      const name = nameOf(key);
      const kept = read(dir, name);
      if (kept) return kept;
      const made = await make();
      await keep(dir, name, made);
      return made;
    },
    find: (key) => read(dir, nameOf(key)),
    keep: (key, result) => keep(dir, nameOf(key), result),
  };
}

/** One result in a cache's folder, or a draft of one. */
interface Entry {
  file: string;
  size: number;
  mtimeMs: number;
}

/** How much a cache's folder holds. */
export interface Held {
  entries: number;
  bytes: number;
}

/**
 * Keeps a cache's folder from growing for ever: removes its oldest entries until the others are no larger than `most` bytes.
 * They are made again when needed. An entry that can't be removed stays.
 *
 * @returns what was removed
 */
export async function prune(dir: string, most: number): Promise<Held> {
  const entries = await entriesIn(dir);
  let sum = 0;
  const gone: Entry[] = [];
  for (const entry of entries.sort((a, b) => b.mtimeMs - a.mtimeMs)) {
    sum += entry.size;
    if (sum > most && (await remove(entry.file))) gone.push(entry);
  }
  return held(gone);
}

/** Removes what previews were built to in a cache's folder, where nothing was written to it for so long, in ms. */
export async function sweepPreviews(dir: string, unused: number): Promise<void> {
  const names = (await readdir(dir).catch(() => [])).filter((name) => /^dev-[0-9a-f]{12}(?=$|\.)/u.test(name));
  for (const name of names) {
    const folder = path.join(dir, name);
    const stats = await stat(folder).catch(() => undefined);
    if (stats && Date.now() - stats.mtimeMs > unused)
      await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

/** How much is in a cache's folder; nothing where there is none. */
export async function heldIn(dir: string): Promise<Held> {
  return held(await entriesIn(dir));
}

function held(entries: readonly Entry[]): Held {
  return { entries: entries.length, bytes: entries.reduce((sum, { size }) => sum + size, 0) };
}

async function entriesIn(dir: string): Promise<Entry[]> {
  const names = (await readdir(dir).catch(() => [])).filter((name) => ENTRY.test(name));
  const entries = await Promise.all(
    names.map(async (name): Promise<Entry[]> => {
      const file = path.join(dir, name);
      // Another build may have removed it.
      const stats = await stat(file).catch(() => undefined);
      return stats ? [{ file, size: stats.size, mtimeMs: stats.mtimeMs }] : [];
    }),
  );
  return entries.flat();
}

/** Synchronous, so that a missing entry is being made before the caller goes on. */
function read(dir: string, name: string): Uint8Array | undefined {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path.join(dir, name));
  } catch {
    return undefined;
  }
  const content = bytes.subarray(CHECKSUM_BYTES);
  // The checksum finds the short file of a full disk, the wrong bytes of a bad one, and another entry's copy under this name.
  return checksum(name, content).equals(bytes.subarray(0, CHECKSUM_BYTES)) ? content : undefined;
}

/** Keeps a result, or does not: a read-only folder, a full disk or a file in the folder's place must not end a build. */
async function keep(dir: string, name: string, content: Uint8Array): Promise<void> {
  const file = path.join(dir, name);
  // Each of two builds, or two threads, that make the same result at once writes a draft of its own.
  const draft = `${file}.${randomUUID()}`;
  const entry = Buffer.concat([checksum(name, content), content]);
  try {
    await mkdir(dir, { recursive: true });
    await writeFile(draft, entry);
    await rename(draft, file);
  } catch {
    await remove(draft);
  }
}

/** Whether a file could be removed. */
async function remove(file: string): Promise<boolean> {
  return await rm(file, { force: true }).then(
    () => true,
    () => false,
  );
}

function checksum(name: string, content: Uint8Array): Buffer {
  return digest([name, content]);
}

function digest(parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest();
}
