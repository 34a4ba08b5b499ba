import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { Cache } from '../model/cache.ts';
import type { Report, TextFile } from './files.ts';

/** Texts in parsed form, kept between commands: parsing hundreds of files of Markdown and YAML takes a second, and most have not changed. */
export interface Readings {
  /**
   * A text in parsed form, as plain data: kept from an earlier command where the file's name and text are the same, else parsed now. One
   * with problems is not kept, so that they are reported each time.
   */
  of<T>(source: TextFile, report: Report, how: Reading<T>): T;
  /** Keeps what was parsed now. */
  save(): Promise<void>;
}

/** How a text is parsed. */
export interface Reading<T> {
  make(report: Report): T;
  /** Whether the result has no mistake in it. */
  isWhole(made: T): boolean;
}

/** Nothing is kept for fewer files than this: parsing them takes no longer than finding what was kept. */
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
      // Texts that this command did not read may be read by the next one, so as many are kept as before; not more, or the file grew for ever.
      const room = Math.max(0, (kept?.size ?? 0) - asked.size);
      const others = [...(kept ?? [])].filter(([name]) => !asked.has(name)).slice(0, room);
      await cache.keep(key, serialize(new Map([...asked, ...others])));
    },
  };
}

/** Keeps nothing: each text is parsed. */
export const noReadings: Readings = { of: (_, report, { make }) => make(report), save: async () => {} };

function readingsIn(bytes: Uint8Array | undefined): Map<string, unknown> {
  return bytes ? (deserialize(bytes) as Map<string, unknown>) : new Map();
}
