import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { Cache } from '../model/cache.ts';
import type { Report, TextFile } from './files.ts';

/** What texts were read as by an earlier command: hundreds of files of Markdown and YAML take a second, and most are as they were. */
export interface Readings {
  /**
   * What a text is read as, or was by an earlier command in a file of the same name: plain data. One with problems is not kept, so
   * that they are said each time.
   */
  of<T>(source: TextFile, report: Report, how: Reading<T>): T;
  /** Keeps what was read, where some of it was not kept yet. */
  save(): Promise<void>;
}

/** How a text is read. */
export interface Reading<T> {
  make(report: Report): T;
  /** Whether what was made has no mistake in it. */
  isWhole(made: T): boolean;
}

/** Fewer files are read again as fast as they are found. */
const FEWEST = 50;

/**
 * The readings of a deck.
 *
 * @param cache where they are kept, all in one entry
 * @param dir absolute path of the deck
 */
export function openReadings(cache: Cache, dir: string): Readings {
  const key = ['readings', dir];
  const asked = new Map<string, unknown>();
  let kept: Map<string, unknown> | undefined;
  let hasNew = false;
  return {
    of<T>({ file, text }: TextFile, report: Report, { make, isWhole }: Reading<T>): T {
      kept ??= readingsIn(cache.find(key));
      const name = createHash('sha256').update(`${file}\n${text}`).digest('base64');
      const last = kept.get(name);
      if (last !== undefined) {
        asked.set(name, last);
        return last as T;
      }
      let isSaid = false;
      const made = make((problem) => {
        isSaid = true;
        report(problem);
      });
      if (isSaid || !isWhole(made)) return made;
      asked.set(name, made);
      hasNew = true;
      return made;
    },
    async save() {
      if (!hasNew || asked.size < FEWEST) return;
      hasNew = false;
      // What was not asked for may be asked for again, but what is gone must not be kept for ever.
      const room = Math.max(0, (kept?.size ?? 0) - asked.size);
      const others = [...(kept ?? [])].filter(([name]) => !asked.has(name)).slice(0, room);
      await cache.keep(key, serialize(new Map([...asked, ...others])));
    },
  };
}

/** Each text is read anew. */
export const noReadings: Readings = { of: (_, report, { make }) => make(report), save: async () => {} };

function readingsIn(bytes: Uint8Array | undefined): Map<string, unknown> {
  return bytes ? (deserialize(bytes) as Map<string, unknown>) : new Map();
}
