import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { Cache } from '../model/cache.ts';
import type { Report, TextFile } from './files.ts';

/** Texts in parsed form, kept between commands: parsing hundreds of files of Markdown and YAML takes a second, and most have not changed. */
export interface Readings {
  /**
   * A text in parsed form, as plain data: kept from an earlier command where the file's name and text are the same, else parsed now. One
   * with problems is not kept, so that they are reported each time.
   *
   * @param dir absolute path of the deck that the file belongs to
   */
  of<T, Kept = T>(source: Pick<TextFile, 'file' | 'text'>, dir: string, report: Report, how: Reading<T, Kept>): T;
  /** Keeps what was parsed now. */
  save(): Promise<void>;
}

/** How a text in parsed form is kept; what is kept as it is has none. */
export interface Packing<T, Kept> {
  pack(made: T): Kept;
  unpack(kept: Kept): T;
}

/** How a text is parsed. */
interface Reading<T, Kept> extends Partial<Packing<T, Kept>> {
  make(report: Report): T;
  /** Whether the result has no mistake in it. */
  isWhole(made: T): boolean;
}

/** The texts of one deck in parsed form. */
interface DeckReadings {
  /** Those in the deck's entry of the cache. */
  written: ReadonlyMap<string, unknown>;
  /** These, and the few that are kept beside them. */
  kept: ReadonlyMap<string, unknown>;
  asked: Map<string, unknown>;
  hasNew: boolean;
}

/** Nothing is kept for fewer files than this: parsing them takes no longer than finding what was kept. */
const FEWEST = 50;

/** So many new ones are kept in an entry of their own: to write those of a whole deck again takes a tenth of the time of reading it. */
const FEW = 20;

/** The readings of decks; each deck's are one entry of the cache, so that all decks which extend one find it read. */
export function openReadings(cache: Cache): Readings {
  const decks = new Map<string, DeckReadings>();
  const deckAt = (dir: string): DeckReadings => {
    const known = decks.get(dir);
    if (known) return known;
    const [written, few] = [readingsIn(cache.find(keyOf(dir))), readingsIn(cache.find(fewOf(dir)))];
    const deck: DeckReadings = { written, kept: new Map([...written, ...few]), asked: new Map(), hasNew: false };
    decks.set(dir, deck);
    return deck;
  };
  return {
    of<T, Kept>(
      { file, text }: Pick<TextFile, 'file' | 'text'>,
      dir: string,
      report: Report,
      { make, isWhole, pack, unpack }: Reading<T, Kept>,
    ): T {
      const deck = deckAt(dir);
      const name = createHash('sha256').update(`${file}\n${text}`).digest('base64');
      const last = deck.kept.get(name);
      if (last !== undefined) {
        deck.asked.set(name, last);
        return unpack ? unpack(last as Kept) : (last as T);
      }
      let isSaid = false;
      const made = make((problem) => {
        isSaid = true;
        report(problem);
      });
      if (isSaid || !isWhole(made)) return made;
      deck.asked.set(name, pack ? pack(made) : made);
      deck.hasNew = true;
      return made;
    },
    async save() {
      for (const [dir, deck] of decks) {
        if (deck.hasNew && deck.asked.size >= FEWEST) await keep(deck, dir, cache);
        deck.hasNew = false;
      }
    },
  };
}

/** Nothing is kept: each text is parsed. */
export const noReadings: Readings = { of: (_, __, report, { make }) => make(report), save: async () => {} };

const keyOf = (dir: string) => ['readings', dir];
const fewOf = (dir: string) => ['new readings', dir];

async function keep(deck: DeckReadings, dir: string, cache: Cache): Promise<void> {
  const all = [...deck.kept, ...deck.asked];
  const few = new Map(all.filter(([name]) => !deck.written.has(name)));
  if (few.size <= FEW) return await cache.keep(fewOf(dir), serialize(few));
  await cache.keep(keyOf(dir), bytesOf(deck));
  if (deck.kept.size > deck.written.size) await cache.keep(fewOf(dir), serialize(new Map()));
  deck.written = new Map(all);
}

function readingsIn(bytes: Uint8Array | undefined): Map<string, unknown> {
  return bytes ? (deserialize(bytes) as Map<string, unknown>) : new Map();
}

/** Texts that this command did not read may be read by the next one, so as many are kept as before; not more, or the file grew for ever. */
function bytesOf({ kept, asked }: DeckReadings): Uint8Array {
  const room = Math.max(0, kept.size - asked.size);
  const others = [...kept].filter(([name]) => !asked.has(name)).slice(0, room);
  return serialize(new Map([...asked, ...others]));
}
