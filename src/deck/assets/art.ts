import path from 'node:path';
import type { Card } from '../../model/card.ts';
import type { Place } from '../../model/problem.ts';
import type { Folder, Report } from '../../read/files.ts';
import { type Memory, stampOfFolder } from '../../read/memory.ts';
import type { Located } from '../../read/yaml.ts';
import { picturesIn } from '../cards/content.ts';
import { valueAtKey } from '../chain/merge.ts';
import { readGlyphs } from './glyphs.ts';
import { readLogo } from './logo.ts';
import { readPictures } from './pictures.ts';

/**
 * Glyphs, pictures and the logo. A problem with one names the place in the card, so that places are sources too.
 *
 * @param deckFile names the logo
 * @param folders of the deck and those that it extends, the highest first: where two have a file of one name, it wins
 */
export async function readArt(
  cards: readonly Card[],
  deckFile: Located | undefined,
  folders: readonly Folder[],
  memory: Memory,
  report: Report,
) {
  const stamps = await Promise.all(folders.map(({ dir }) => stampOfFolder(path.join(dir, 'art'))));
  const stamp = stamps.join('\n\n');
  const at = (place: Place | undefined) => `${place?.file}:${place?.line}:${place?.column}`;
  const named = cards.map(({ file, glyph, places }) => `${file}:${at(places.glyph)} ${glyph}`).join('\n');
  const shown = cards.flatMap(({ file, sections }) =>
    sections.flatMap(({ content, place }) => picturesIn(content).map((name) => `${file}:${at(place)} ${name}`)),
  );
  const name = valueAtKey(deckFile, 'logo');
  const [glyphs, pictures, logo] = await Promise.all([
    memory.recall('glyphs', [stamp, named], report, (problem) => readGlyphs(cards, folders, problem)),
    memory.recall('pictures', [stamp, shown.join('\n')], report, (problem) => readPictures(cards, folders, problem)),
    memory.recall('logo', [stamp, deckFile], report, async (problem) =>
      deckFile && typeof name === 'string' ? await readLogo(name, deckFile, folders, problem) : undefined,
    ),
  ]);
  if (!logo) return { glyphs, pictures };
  const all = memory.recall('pictures and logo', [pictures, logo], report, () => ({ ...pictures, [logo.name]: logo }));
  return { glyphs, pictures: all, logo: logo.name };
}
