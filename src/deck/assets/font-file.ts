import type { Font } from 'fontkit';
import * as fontkit from 'fontkit';
import { lookUp } from '../../model/look-up.ts';
import { error, type Problem, warning } from '../../model/problem.ts';
import type { Report } from '../../read/files.ts';
import { checksumOf, tableCount, tablesIn } from './font-tables.ts';
import { baselineOf } from './high-baseline.ts';

/** What a file in the fonts folder holds. */
export interface FontFile {
  /** As tokens.json may name it: `Lato-Bold.woff2`. */
  name: string;
  /** Absolute path. */
  path: string;
  /** As the file itself says, its weight and slant too. */
  family: string;
  weight: number;
  italic: boolean;
  /** How many ASCII characters it has. Where the characters of one font are split over files, the file with most of them comes first. */
  plain: number;
  /** How wide its letters are: 5 for normal ones, less for condensed ones, more for expanded ones (OpenType 1.9, "OS/2", usWidthClass). */
  width: number;
  /** How far below the top of a line its baseline may stand, in font sizes; left out where its letters do not tell. */
  baseline?: number | undefined;
  /** TrueType or OpenType, unpacked. */
  data: Buffer;
  /** What a variable font can be; none for a static one. */
  axes: Readonly<Record<string, FontAxis>>;
}

/** The range of a variable font's axis, and its default. */
interface FontAxis {
  min: number;
  default: number;
  max: number;
}

/** The kinds of files that are read, by the ends of their names. */
export const FONT_FILE = /\.(ttf|otf|woff2?)$/i;

/** Reads a font file; undefined after reporting why it can't be read. */
export async function readFont(at: { path: string; shown: string }, packed: Buffer, report: Report) {
  const fail = (message: string, note?: string) =>
    report(error({ file: at.shown, rule: 'font/unreadable', message, note }));
  try {
    const data = await unpacked(packed);
    const font = fontkit.create(data);
    if ('fonts' in font) return void fail('This is a collection of fonts; take one font a file.');
    const wrong = missingTable(data) ?? otherOutlines(data);
    if (wrong) return void fail(...wrong);
    if (!familyIn(font)) return void fail('This font says no name of its family.', WHOLE);
    const damaged = damagedTable(data);
    if (damaged !== undefined) {
      drawAll(font);
      report(suspect(at.shown, damaged));
    }
    return described(at.path, data, font);
  } catch (cause) {
    return void fail(`This font can't be read: ${whyOf(cause)}.`);
  }
}

/** What a font is read with, and what a PDF has of it. */
const NEEDED = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'OS/2', 'post'];
const WHOLE = 'Get the font anew, whole, from where it came.';

function missingTable(data: Buffer): [message: string, note: string] | undefined {
  const tags = tablesIn(data).map(({ tag }) => tag);
  const lacking = NEEDED.find((tag) => !tags.includes(tag));
  if (lacking === undefined) return undefined;
  return [`This font lacks the table "${lacking}": it is damaged, or was cut down too far.`, WHOLE];
}

/** Tables of outlines that the renderer can't draw: it would fail on every card that has one of their letters. */
const OTHER_OUTLINES = [
  [
    'COLR',
    'This font draws letters in colors (COLR)',
    'Take one that draws in one color, such as Noto Emoji, or a picture.',
  ],
  [
    'sbix',
    'This font has pictures in place of letters (sbix)',
    'Take one that draws in one color, such as Noto Emoji, or a picture.',
  ],
  ['CFF2', 'This is a variable font of the kind CFF2', 'Take its .ttf or .woff2 files, or one file for each weight.'],
] as const;

/** What is wrong with a font whose outlines are of another kind, and what to do; undefined of others. */
function otherOutlines(data: Buffer): [message: string, note: string] | undefined {
  const tags = tablesIn(data).map(({ tag }) => tag);
  const other = OTHER_OUTLINES.find(([tag]) => tags.includes(tag));
  if (other) return [`${other[1]}, which can't be printed.`, other[2]];
  if (tags.includes('glyf') || tags.includes('CFF ')) return undefined;
  return ['This font has no outlines of letters.', 'Take one that has, or a picture.'];
}

/** What the library says; where it stumbles over what it did not look at, that says nothing to anybody. */
function whyOf(cause: unknown): string {
  if (!(cause instanceof Error) || cause instanceof TypeError || cause instanceof RangeError) return 'it is damaged';
  return cause.message;
}

/** Files are unpacked one after the other: wawoff2 2.0.1 writes the next result over the last one's memory. */
const queue: { last: Promise<unknown> } = { last: Promise.resolve() };

/** WOFF is a font packed for the web; the renderer, slugs and the catalog need the font inside. */
async function unpacked(data: Buffer): Promise<Buffer> {
  if (!data.toString('latin1', 0, 4).startsWith('wOF')) return data;
  const { convert } = await import('fontverter');
  const own = queue.last.then(() => convert(data, 'sfnt'));
  queue.last = own.catch(() => undefined);
  return await own;
}

/** What weights are called at the end of a family's name. OpenType 1.9, "OS/2", usWeightClass. */
const WEIGHT_NAMES: Readonly<Record<string, number>> = {
  ...{ thin: 100, hairline: 100, extralight: 200, ultralight: 200, light: 300, medium: 500, semibold: 600 },
  ...{ demibold: 600, extrabold: 800, ultrabold: 800, black: 900, heavy: 900 },
};

/**
 * A family's name without a weight at its end that the file does not have: a static file that was cut from a variable font keeps the
 * name of that font's lightest weight, of the regular and bold ones in the older name, of the others in the name that browsers go by.
 * "Commissioner Thin" of 400 and 700 is Commissioner; "Arial Black" of 900 is a family.
 */
export function familyNamed(name: string, weight: number): string {
  const [, family, word = ''] = /^(.+?)[ -]((?:(?:Extra|Ultra|Semi|Demi) ?)?[A-Za-z]+)$/u.exec(name) ?? [];
  const said = lookUp(WEIGHT_NAMES, word.replace(' ', '').toLowerCase());
  return family === undefined || said === undefined || said === weight ? name : family;
}

/** The family as the file says it; undefined where it says none. */
function familyIn(font: Font): string | undefined {
  return font.getName('preferredFamily', 'en') ?? font.familyName ?? undefined;
}

function described(file: string, data: Buffer, font: Font): FontFile {
  const { usWeightClass: weight, usWidthClass: width, fsSelection } = font['OS/2'];
  const axes = Object.entries(font.variationAxes).flatMap(([tag, axis]) => (axis ? [[tag, axis] as const] : []));
  return {
    name: file.replace(/^.*[\\/]/u, ''),
    path: file,
    family: familyNamed(familyIn(font) ?? '', weight),
    weight,
    width,
    italic: fsSelection.italic || font.italicAngle !== 0,
    plain: font.characterSet.filter((one) => one < 128).length,
    baseline: baselineOf(font),
    data,
    axes: Object.fromEntries(axes),
  };
}

/** Only a warning: some tools write wrong checksums into good fonts. Every letter can be drawn, but nobody can tell whether as designed. */
function suspect(file: string, table: string): Problem {
  const message = `The table "${table}" of this font is not as the file says: it may be damaged.`;
  return warning({
    file,
    rule: 'font/checksum',
    message,
    note: 'Look at its letters on a card, or get the file anew.',
  });
}

/**
 * Which table of a TrueType or OpenType file is not as its directory says; undefined where all are. Damage in the outlines shows
 * only when a letter is drawn, and would be blamed on every card.
 */
export function damagedTable(data: Buffer): string | undefined {
  const tables = tablesIn(data);
  const damaged = tables.find(({ tag, checksum, offset, length }) => {
    const table = data.subarray(offset, offset + length);
    return table.length < length || checksumOf(table, tag) !== checksum;
  });
  if (damaged) return damaged.tag.trim();
  return tables.length < tableCount(data) ? 'directory' : undefined;
}

/** Draws every letter once. Throws where an outline is damaged: the renderer would throw the same, once for each card. */
export function drawAll(font: Font): void {
  for (const character of font.characterSet) font.glyphForCodePoint(character).path.toSVG();
}
