import { deflateSync } from 'node:zlib';
import { readDrawing } from './drawing.ts';
import type { Paint } from './inks.ts';
import { type Asked, digestOf, type KnownStream, type PressMemory } from './memory.ts';
import type { StreamDrawing } from './reader.ts';
import type { Resources } from './resources.ts';
import { type Rewriting, rewritten } from './write.ts';

/** A content stream, read. */
export interface ReadStream extends Omit<KnownStream, 'asked' | 'written'> {
  /** The stream with its colors in inks, packed by Flate. */
  written(rewriting: Rewriting): Uint8Array;
}

/** A stream to be read. */
export interface StreamToRead {
  /** Unpacked. */
  bytes: Uint8Array;
  resources: Resources;
  /** True for a page, false for a form, which starts with its caller's colors. */
  page: boolean;
}

/** Reads a content stream, or takes what is remembered of one with the same bytes whose resources say the same. */
export function readOnce(
  stream: StreamToRead,
  isBlack: (paint: Paint) => boolean,
  { before, now }: PressMemory['streams'],
): ReadStream {
  const { bytes, resources, page } = stream;
  const key = digestOf(page ? 'page' : 'form', bytes);
  const remembered = now.get(key) ?? before.get(key);
  const isSame = remembered?.asked.every(([kind, name, said]) => JSON.stringify(resources[kind](name)) === said);
  const fresh = remembered && isSame ? undefined : readNow(stream, isBlack);
  const known = fresh?.known ?? (remembered as KnownStream);
  now.set(key, known);
  return {
    ...known,
    written(rewriting) {
      const inks = JSON.stringify([rewriting.overprint, known.colours.map((hex) => rewriting.converted.get(hex))]);
      if (known.written?.inks !== inks) {
        const drawing = fresh?.drawing ?? readDrawing(bytes, resources, page, isBlack);
        known.written = { inks, packed: deflateSync(rewritten(bytes, drawing, rewriting)) };
      }
      return known.written.packed;
    },
  };
}

function readNow({ bytes, resources, page }: StreamToRead, isBlack: (paint: Paint) => boolean) {
  const asked = new Map<string, Asked>();
  const noting = <Said>(kind: Asked[0], answer: (name: string) => Said) => {
    return (name: string) => {
      const said = answer(name);
      asked.set(`${kind} ${name}`, [kind, name, JSON.stringify(said)]);
      return said;
    };
  };
  const { space, state, font } = resources;
  const noted = {
    ...resources,
    space: noting('space', space),
    state: noting('state', state),
    font: noting('font', font),
  };
  const drawing = readDrawing(bytes, noted, page, isBlack);
  return { drawing, known: knownOf(drawing, [...asked.values()]) };
}

function knownOf({ marks, calls, edits }: StreamDrawing, asked: readonly Asked[]): KnownStream {
  const paints = edits.flatMap(({ fill, stroke }) => [fill, stroke]);
  return {
    ...{ marks, calls, asked },
    colours: [...new Set(paints.flatMap((paint) => (paint?.space === 'rgb' ? [paint.hex] : [])))].sort(),
    isEdited: edits.length > 0,
    overprints: edits.some(({ overprint }) => overprint !== undefined),
  };
}
