import path from 'node:path';
import type { Card, Suit } from '../../model/card.ts';
import type { Place } from '../../model/problem.ts';
import type { Folder, Report } from '../../read/files.ts';
import type { Memory } from '../../read/memory.ts';
import { stampsOf } from '../../read/stamps.ts';
import type { Located } from '../../read/yaml.ts';
import { textAtKey } from '../chain/merge.ts';
import { readGlyphs } from './glyphs.ts';
import { readLogo } from './logo.ts';
import { readPictures, wantedPictures } from './pictures.ts';

/** The files of a deck that only drawing needs: its fonts; its pictures, glyphs and logo. */
export type Asset = 'fonts' | 'pictures';

/** All of them. */
export const ASSETS: readonly Asset[] = ['fonts', 'pictures'];

/** Where art is named, and where it lies. */
interface ArtContext {
  suits: readonly Suit[];
  suitsFile: Located;
  /** Names the logo. */
  deckFile: Located | undefined;
  /** Of the deck and those that it extends, the highest first: where two have a file of one name, it wins. */
  folders: readonly Folder[];
  without: readonly Asset[];
}

/**
 * Glyphs, pictures and the logo. They are read again, too, where only the places that name them have moved: a problem names that place.
 */
export async function readArt(
  cards: readonly Card[],
  { suits, suitsFile, deckFile, folders, without }: ArtContext,
  memory: Memory,
  report: Report,
) {
  if (without.includes('pictures')) return { glyphs: {}, pictures: {} };
  const stamp = stampsOf(folders.map(({ dir }) => path.join(dir, 'art'))).text;
  const at = (place: Place | undefined) => `${place?.file}:${place?.line}:${place?.column}`;
  const named = cards.map(({ file, glyph, places }) => `${file}:${at(places.glyph)} ${glyph}`).join('\n');
  const wanted = wantedPictures(cards, suits, suitsFile);
  const shown = wanted.map(({ file, place, name }) => `${file}:${at(place)} ${name}`);
  const name = textAtKey(deckFile, 'logo');
  const [glyphs, pictures, logo] = await Promise.all([
    memory.recall('glyphs', [stamp, named], report, (problem) => readGlyphs(cards, folders, problem)),
    memory.recall('pictures', [stamp, shown.join('\n')], report, (problem) => readPictures(wanted, folders, problem)),
    memory.recall('logo', [stamp, deckFile], report, async (problem) =>
      deckFile && name !== undefined ? await readLogo(name, deckFile, folders, problem) : undefined,
    ),
  ]);
  if (!logo) return { glyphs, pictures };
  const all = memory.recall('pictures and logo', [pictures, logo], report, () => ({ ...pictures, [logo.name]: logo }));
  return { glyphs, pictures: all, logo: logo.name };
}
