import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { LightGround } from './grounds.ts';
import type { StreamDrawing } from './reader.ts';

/** Results by all that they were made from: those of an earlier run, and those that this one has asked for. */
export interface Remembered<Result> {
  before: ReadonlyMap<string, Result>;
  now: Map<string, Result>;
}

/** What the resources of a drawing were asked for as it was read, and what they said, as JSON. */
export type Asked = readonly [kind: 'space' | 'state' | 'font', name: string, said: string];

/** A content stream as it was read: plain data, to be kept. */
export interface KnownStream extends Pick<StreamDrawing, 'marks' | 'calls'> {
  /** Where the resources say something else, it is another drawing. */
  asked: readonly Asked[];
  /** The RGB colors that it paints with, as `#rrggbb`. */
  colours: readonly string[];
  /** Whether anything is to be rewritten, and whether that has to do with overprinting. */
  isEdited: boolean;
  overprints: boolean;
  /** As it was written in inks, packed by Flate, and what that depends on beside the drawing. */
  written?: { inks: string; packed: Uint8Array };
}

/** What operators paint in a content stream. */
export interface Painted {
  /** How many operators set an RGB color. */
  rgb: number;
  /** The most ink that one color takes, in percent. */
  most: number;
}

/**
 * What was found and made of the parts of a press PDF. Where one card has changed, all other parts are as they were: to read each drawing,
 * write it in inks, and read it again to verify it, takes longer than all else.
 */
export interface PressMemory {
  /** Content streams by `digestOf` their bytes. */
  streams: Remembered<KnownStream>;
  /** The same of finished files. */
  painted: Remembered<Painted>;
  /** Light grounds by the inks that the profile gives. They are of one profile: a memory must not be used with another. */
  grounds: Remembered<ReadonlyMap<string, LightGround>>;
}

type Kept = { [Part in keyof PressMemory]: PressMemory[Part]['before'] };

const NOTHING: Kept = { streams: new Map(), painted: new Map(), grounds: new Map() };

/** @param packed what `packedMemory` gave at the end of an earlier run; left out: nothing is remembered */
export function pressMemory(packed?: Uint8Array): PressMemory {
  const { streams, painted, grounds } = packed ? (deserialize(packed) as Kept) : NOTHING;
  return {
    streams: { before: streams, now: new Map() },
    painted: { before: painted, now: new Map() },
    grounds: { before: grounds, now: new Map() },
  };
}

/** What was asked for, as bytes: what has gone from the deck is forgotten. */
export function packedMemory({ streams, painted, grounds }: PressMemory): Uint8Array {
  return serialize({ streams: streams.now, painted: painted.now, grounds: grounds.now } satisfies Kept);
}

/** A result that is remembered, or is made now. */
export function recalled<Result>({ before, now }: Remembered<Result>, key: string, make: () => Result): Result {
  const result = now.get(key) ?? before.get(key) ?? make();
  now.set(key, result);
  return result;
}

/** By what bytes are known again. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('base64');
}
