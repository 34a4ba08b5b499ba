import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { Cache, Key } from '../model/cache.ts';
import type { Deck } from '../model/deck.ts';
import type { Face } from '../model/faces.ts';
import { knownAt } from '../model/noting.ts';
import type { PageStamps } from '../model/pages-kept.ts';
import type { DrawAnswer, KeptFaces, PackedFaces, WorkerSetup } from './messages.ts';
import { isReferenceAsked } from './renderer.ts';
import type { Threads } from './threads.ts';
import { readingsOf } from './trace.ts';

/** Where drawn documents are kept, and what they depend on beside the deck. */
export interface Kept {
  cache: Cache;
  /** Stamps of the layouts that draw the deck: they change whenever one of these does. */
  layouts: readonly string[];
  /** True for layouts of others, which may keep what they read of a deck from one document to the next: then any change draws all again. */
  wary: boolean;
}

/**
 * Threads that draw only what was not drawn before from the same things: layouts, fonts, format, and all that the layouts read of
 * the deck. Of a document of cards in which something has changed, only the faces that show it are painted again. The bytes are those
 * that drawing all gives. What can't be drawn is not kept.
 */
export function drawingOnce(threads: Threads, place: Kept): Threads {
  const hashers = new WeakMap<Deck, Hasher>();
  const hasherOf = (deck: Deck) => {
    const hashOf = hashers.get(deck) ?? knownAt(readingsOf(deck), sha256);
    hashers.set(deck, hashOf);
    return hashOf;
  };
  return {
    async draw(batches, setup, how = {}) {
      if (how.measure) return await threads.draw(batches, setup, how);
      const { find, findFaces, keep, stampsOf } = shelfFor(setup, hasherOf(setup.deck), place);
      const answers = batches.map((faces, id) => find(faces, id));
      const missing = batches.flatMap((faces, id) => (answers[id] ? [] : [{ faces, id, known: findFaces(faces) }]));
      for (const answer of answers) if (answer) how.onBatch?.(answer);
      const kept: Promise<void>[] = [];
      await threads.draw(
        missing.map(({ faces }) => faces),
        setup,
        {
          // What others' layouts read is not known: it may be anything.
          ...(!place.wary && { traced: true }),
          kept: missing.map(({ known }) => known?.kept),
          others: how.others,
          onDrawing: how.onDrawing,
          onBatch({ read = [], faces: painted, ...drawn }) {
            const { faces, id, known } = missing[drawn.id] as (typeof missing)[number];
            const answer = { ...drawn, id, ...(painted && { stamps: stampsOf(faces, painted) }) };
            if (!answer.failure) kept.push(keep(faces, { answer, read, painted, known }));
            answers[id] = answer;
            how.onBatch?.(answer);
          },
        },
      );
      await Promise.all(kept);
      return answers as DrawAnswer[];
    },
    end: () => threads.end(),
  };
}

/** Faces of a document that need not be painted again, and what of the deck each was painted from. */
interface KnownFaces {
  kept: KeptFaces;
  read: ReadonlyMap<string, readonly string[]>;
}

/** A document that was drawn, and from what. */
interface Drawn {
  answer: DrawAnswer;
  /** What of the deck was read, but for what was read for faces that were known. */
  read: readonly string[];
  painted: PackedFaces | undefined;
  known: KnownFaces | undefined;
}

/** How the painted faces of a document are kept. */
interface FacesEntry {
  packed: Uint8Array;
  /** All that was read of the deck for the document, with the hashes of its values. */
  values: readonly (readonly [path: string, hash: string])[];
  /** What each face read, by its key: places in `values`. */
  read: ReadonlyMap<string, readonly number[]>;
}

function entryOf(packed: Uint8Array, read: KnownFaces['read'], values: FacesEntry['values']): FacesEntry {
  const placeOf = new Map(values.map(([path], at) => [path, at]));
  const placesOf = (paths: readonly string[]) => paths.flatMap((path) => placeOf.get(path) ?? []);
  return { packed, values, read: new Map([...read].map(([key, paths]) => [key, placesOf(paths)])) };
}

/** Finds and keeps the documents of a deck, and the faces that they were put together from. */
function shelfFor({ deck, format, safe }: WorkerSetup, hashOf: Hasher, { cache, layouts, wary }: Kept) {
  // Fonts are opened before reading is traced, so every document depends on the theme.
  const always = ['theme', ...(wary ? ['*'] : [])];
  const about = JSON.stringify([process.version, isReferenceAsked(), layouts, wary, format, safe, deck.lang]);
  const nameOf = (faces: readonly Face[]): Key => ['drawn', about, JSON.stringify(faces)];
  // As one text: to hash thousands of parts one by one takes longer than to read them.
  const keyOf = (faces: readonly Face[], read: readonly string[]): Key => [
    ...nameOf(faces),
    JSON.stringify(read.flatMap((path) => [path, hashOf(path)])),
  ];
  const facesOf = (faces: readonly Face[]): Key => ['faces', ...keyOf(faces, always)];
  return {
    find(faces: readonly Face[], id: number): DrawAnswer | undefined {
      const read = cache.find(nameOf(faces));
      const kept = read && cache.find(keyOf(faces, deserialize(read) as string[]));
      return kept && { ...(deserialize(kept) as DrawAnswer), id };
    },
    findFaces(faces: readonly Face[]): KnownFaces | undefined {
      const found = cache.find(facesOf(faces));
      if (!found) return undefined;
      const { packed, values, read } = deserialize(found) as FacesEntry;
      const isSame = values.map(([path, hash]) => hashOf(path) === hash);
      const same = [...read].filter(([, places]) => places.every((at) => isSame[at]));
      const pathsAt = (places: readonly number[]) => places.flatMap((at) => values[at]?.[0] ?? []);
      const kept = { packed, keys: same.map(([key]) => key) };
      return { kept, read: new Map(same.map(([key, places]) => [key, pathsAt(places)])) };
    },
    stampsOf(faces: readonly Face[], { stamps }: PackedFaces): PageStamps {
      return { document: sha256(JSON.stringify(facesOf(faces))), pages: stamps };
    },
    async keep(faces: readonly Face[], { answer, read, painted, known }: Drawn): Promise<void> {
      const byFace = new Map([...(painted?.read ?? []), ...((painted && known?.read) ?? [])]);
      const paths = [...new Set([...always, ...read, ...[...byFace.values()].flat()])].sort();
      // Serialized at once: the caller may move the bytes to another thread while this waits.
      const kept = serialize(answer);
      const values = paths.map((path) => [path, hashOf(path)] as const);
      if (painted) await cache.keep(facesOf(faces), serialize(entryOf(painted.packed, byFace, values)));
      await cache.keep(keyOf(faces, paths), kept);
      await cache.keep(nameOf(faces), serialize(paths));
    },
  };
}

/** Gives what the value at a path of the deck is known by. */
type Hasher = (path: string) => string;

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
