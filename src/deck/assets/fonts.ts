import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { noneIfAbsent } from '../../model/absent.ts';
import { warning } from '../../model/problem.ts';
import { type Folder, mapFiles, type Report, readInside } from '../../read/files.ts';
import type { Memory } from '../../read/memory.ts';
import { stampsOf } from '../../read/stamps.ts';
import { FONT_FILE, type FontFile, readFont } from './font-file.ts';
import { withBaseline } from './high-baseline.ts';

/** A font file larger than this is a mistake; Chinese ones reach some 20 MB. */
const MAX_BYTES = 32 * 1024 * 1024;

/** Kinds of fonts that are not read: for other programs, or of several fonts. */
const OTHER_FONT = /\.(ttc|otc|dfont|eot|pfb|pfm|svgz?|fon)$/i;

/**
 * The font files of a deck and those that it extends; where two decks have a font, that of the higher is taken. Several files of
 * one deck may hold one font, each for other characters.
 *
 * @param folders the highest first
 */
export async function readFonts(folders: readonly Folder[], memory: Memory, report: Report): Promise<FontFile[]> {
  const read = await Promise.all(
    folders.map((folder) => {
      const stamp = stampsOf([path.join(folder.dir, 'fonts')]).text;
      return memory.recall(`fonts ${folder.dir}`, [stamp], report, (problem) => readFolder(folder, problem));
    }),
  );
  const [only = [], ...others] = read;
  if (others.length === 0) return only;
  return memory.recall('fonts', read, report, () => {
    const known = new Set<string>();
    return read.flatMap((files) => {
      const own = files.filter((one) => !known.has(fontIn(one)));
      for (const one of own) known.add(fontIn(one));
      return own;
    });
  });
}

/** The font that a file belongs to. A deck's file takes the place of all files of that font in decks below. */
function fontIn({ family, weight, italic, axes }: FontFile): string {
  return JSON.stringify([family, italic, Object.keys(axes).length > 0 ? axes : weight]);
}

/** Reads a folder's fonts; in the order of their names. */
async function readFolder(folder: Folder, report: Report): Promise<FontFile[]> {
  const dir = path.join(folder.dir, 'fonts');
  const names = (await readdir(dir).catch(noneIfAbsent)).filter((one) => !one.startsWith('.')).sort();
  for (const name of names.filter((one) => OTHER_FONT.test(one))) {
    const message = 'This file is not read: a font is a .ttf, .otf, .woff or .woff2 file.';
    report(warning({ file: folder.show(path.join(dir, name)), rule: 'font/kind', message }));
  }
  const fonts = await mapFiles(
    names.filter((one) => FONT_FILE.test(one)),
    async (one) => {
      const file = path.join(dir, one);
      const data = await readInside(file, folder, report, MAX_BYTES);
      return data && (await readFont({ path: file, shown: folder.show(file) }, data, report));
    },
  );
  return levelled(fonts.filter((one) => one !== undefined));
}

/** Fonts with their baselines so high that letters stay in their lines, all of a family in one height: they stand beside one another in lines. */
function levelled(fonts: readonly FontFile[]): FontFile[] {
  return fonts.map((font) => {
    const told = fonts.flatMap(({ family, baseline }) => (family === font.family && baseline ? [baseline] : []));
    return told.length === 0 ? font : { ...font, data: withBaseline(font.data, Math.min(...told)) };
  });
}
