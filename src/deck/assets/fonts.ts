import { readdir } from 'node:fs/promises';
import path from 'node:path';
import * as fontkit from 'fontkit';
import { error, type Problem, warning } from '../../model/problem.ts';
import type { Font } from '../../model/theme.ts';
import { type Folder, mapFiles, type Report, readInside } from '../../read/files.ts';
import { type Memory, stampOfFolder } from '../../read/memory.ts';
import { damagedTable, drawAll } from './font-file.ts';
import type { Tokens } from './tokens.ts';

/** A font file larger than this is a mistake; Chinese ones reach some 20 MB. */
const MAX_BYTES = 32 * 1024 * 1024;

/** What faces are set in: the display family for titles, the text family for everything else. */
const NEEDED = {
  display: [{ weight: 600, italic: false }],
  text: [
    { weight: 400, italic: false },
    { weight: 400, italic: true },
    { weight: 600, italic: false },
    { weight: 700, italic: false },
  ],
} as const;

/**
 * The fonts of a deck and those that it extends; of two files that hold the same font that of the higher deck is taken.
 *
 * @param folders the highest first
 */
export async function readFonts(folders: readonly Folder[], memory: Memory, report: Report): Promise<Font[]> {
  const read = await Promise.all(
    folders.map(async (folder) => {
      const stamp = await stampOfFolder(path.join(folder.dir, 'fonts'));
      return await memory.recall(`fonts ${folder.dir}`, [stamp], report, (problem) => readFolder(folder, problem));
    }),
  );
  const [only = [], ...others] = read;
  if (others.length === 0) return only;
  return memory.recall('fonts', read, report, () => {
    const distinct = new Map<string, Font>();
    for (const font of read.flat()) {
      const key = `${font.family} ${font.weight} ${font.italic}`;
      distinct.set(key, distinct.get(key) ?? font);
    }
    return [...distinct.values()];
  });
}

/** Reads a folder's fonts; family, weight and slant are what the file itself says. In the order of their names. */
async function readFolder(folder: Folder, report: Report): Promise<Font[]> {
  const dir = path.join(folder.dir, 'fonts');
  const names = (await readdir(dir).catch(() => [])).filter((one) => /\.(ttf|otf)$/i.test(one)).sort();
  const fonts = await mapFiles(names, async (one) => {
    const file = path.join(dir, one);
    const data = await readInside(file, folder, report, MAX_BYTES);
    return data && readFont(file, data, folder, report);
  });
  return fonts.filter((one) => one !== undefined);
}

/** Says which fonts the theme needs and the deck has not: a missing weight would be replaced by another, silently. */
export function checkFonts({ font }: Tokens, fonts: readonly Font[], folder: Folder, report: Report): void {
  for (const use of ['display', 'text'] as const) {
    for (const { weight, italic } of NEEDED[use]) {
      const family = font[use];
      if (fonts.some((one) => one.family === family && one.weight === weight && one.italic === italic)) continue;
      report(
        error({
          file: folder.show(path.join(folder.dir, 'fonts')),
          rule: 'font/missing',
          message: `The font "${family}" is missing in weight ${weight}${italic ? ' italic' : ''}.`,
          allowed: fonts.map((one) => `${one.family} ${one.weight}${one.italic ? ' italic' : ''}`),
          note: 'Put its .ttf or .otf file there, or name another family in tokens.json.',
        }),
      );
    }
  }
}

function readFont(file: string, data: Buffer, folder: Folder, report: Report): Font | undefined {
  const fail = (message: string) => report(error({ file: folder.show(file), rule: 'font/unreadable', message }));
  try {
    const font = fontkit.create(data);
    if (!('OS/2' in font)) return void fail('This is a collection of fonts; take one font a file.');
    if (Object.keys(font.variationAxes).length > 0) return void fail('This is a variable font; take its static files.');
    const damaged = damagedTable(data);
    if (damaged !== undefined) {
      drawAll(font);
      report(suspect(folder.show(file), damaged));
    }
    const family = font.getName('preferredFamily', 'en') ?? font.familyName;
    const { usWeightClass: weight, fsSelection } = font['OS/2'];
    return { family, weight, italic: fsSelection.italic || font.italicAngle !== 0, path: file, data };
  } catch (cause) {
    return void fail(`This font can't be read: ${cause instanceof Error ? cause.message : String(cause)}.`);
  }
}

/** Some tools write wrong sums into fonts that are whole: every letter can be drawn, but nobody knows whether as it was meant. */
function suspect(file: string, table: string): Problem {
  const message = `The table "${table}" of this font is not as the file says: it may be damaged.`;
  return warning({
    file,
    rule: 'font/checksum',
    message,
    note: 'Look at its letters on a card, or get the file anew.',
  });
}
