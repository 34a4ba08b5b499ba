import { isUtf8 } from 'node:buffer';
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { codePoint } from '../model/code-point.ts';
import { error, type Place, type Problem } from '../model/problem.ts';

/** Called with each problem as it is found; the work goes on, so that one run finds them all. */
export type Report = (problem: Problem) => void;

/** For what is reported elsewhere, or when it is read again. */
export const ignored: Report = () => undefined;

/** The deck's folder. */
export interface Folder {
  /** Absolute. */
  dir: string;
  /** `dir` with its own symbolic links resolved: a file is inside the deck if its resolved path begins so. */
  real: string;
  /** A path as messages show it: relative to the project, with forward slashes. */
  show(path: string): string;
}

/** A text file: line ends are `\n`, no byte order mark, characters composed (NFC). */
export interface TextFile {
  path: string;
  /** As shown. */
  file: string;
  text: string;
}

/** A settings file or a drawing larger than this is a mistake, in bytes. */
const MAX_BYTES = 256 * 1024;

/** A card larger than this is a mistake: the largest of the shipped deck has 1.6 KB, and a page of small print some 8. */
export const MAX_CARD_BYTES = 32 * 1024;

/** How many files are worked on at once; limited, since each decoded picture is in memory as a whole. */
const AT_ONCE = 64;

/** Opens the deck's folder; undefined after reporting that there is none. */
export async function openFolder(dir: string, root: string, report: Report): Promise<Folder | undefined> {
  const show = (one: string) => path.relative(root, one).split(path.sep).join('/') || '.';
  const absolute = path.resolve(dir);
  const stats = await lstat(absolute).catch(() => undefined);
  const real = stats && (await realpath(absolute).catch(() => undefined));
  if (real && (await lstat(real)).isDirectory()) return { dir: absolute, real, show };
  report(
    error({
      file: show(absolute),
      rule: 'deck/no-folder',
      message: stats ? `"${show(absolute)}" is not a folder.` : `There is no deck folder "${show(absolute)}".`,
      note: 'Name the folder that holds deck.yaml, suits.yaml, tokens.json and cards/, e.g. `npx prepdeck build --deck my-deck`.',
    }),
  );
  return undefined;
}

/** A text file of the deck, at most `limit` bytes, or undefined after reporting why not. */
export async function readText(
  one: string,
  folder: Folder,
  report: Report,
  limit = MAX_BYTES,
): Promise<TextFile | undefined> {
  const file = folder.show(one);
  const bytes = await readInside(one, folder, report, limit);
  if (!bytes) return undefined;
  const decoded = bytes.toString('utf8');
  if (!isUtf8(bytes)) {
    report(
      error({
        file,
        place: placeAtOffset(decoded, decoded.indexOf('\uFFFD')),
        rule: 'file/not-utf8',
        message: 'This file is not UTF-8 text.',
        note: 'Open it in your editor and save it with the encoding UTF-8.',
      }),
    );
    return undefined;
  }
  // Normalized once, here: lines and columns of problems are counted in this text.
  const text = decoded
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
  // The separators of lines and paragraphs come out of layout programs: where a font has them they take no room, and words run together.
  const control = text.match(/(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}]/u)?.[0];
  if (control === undefined) return { path: one, file, text };
  report(
    error({
      file,
      place: placeAtOffset(text, text.indexOf(control)),
      rule: 'file/control-character',
      message: `This file holds the invisible control character ${codePoint(control)}.`,
      note: 'Delete it: put the cursor there, and remove and retype the characters around it.',
    }),
  );
  return undefined;
}

/**
 * The bytes of a file that lies inside the deck, at most `limit`, or undefined after reporting why not. It is read at once: for
 * files as small as these, asking a thread takes longer than reading.
 */
export async function readInside(
  one: string,
  folder: Folder,
  report: Report,
  limit: number,
): Promise<Buffer | undefined> {
  const file = folder.show(one);
  const real = realOf(one);
  if (real === undefined) {
    report(error({ file, rule: 'file/missing', message: `"${file}" is missing.` }));
    return undefined;
  }
  if (!isInside(real, folder.real)) {
    report(leadsOutside(file));
    return undefined;
  }
  const stats = lstatSync(real);
  if (stats.isFile() && stats.size <= limit) return readFileSync(real);
  report(
    stats.isFile()
      ? error({
          file,
          rule: 'file/too-large',
          message: `This file is ${kb(stats.size)} KB; at most ${kb(limit)} KB.`,
        })
      : error({ file, rule: 'file/not-a-file', message: `"${file}" is not a file.` }),
  );
  return undefined;
}

/** The path without symbolic links; undefined where there is no such file. */
function realOf(one: string): string | undefined {
  try {
    return realpathSync.native(one);
  } catch {
    return undefined;
  }
}

/** Calls `work` for each item, a limited number at a time; results in the items' order. */
export async function mapFiles<In, Out>(all: readonly In[], work: (one: In) => Promise<Out>): Promise<Out[]> {
  const done: Out[] = [];
  for (let i = 0; i < all.length; i += AT_ONCE) done.push(...(await Promise.all(all.slice(i, i + AT_ONCE).map(work))));
  return done;
}

/** The error that a file is a link to a place outside the deck. */
export function leadsOutside(file: string): Problem {
  return error({
    file,
    rule: 'file/outside',
    message: `"${file}" is a symbolic link that leads outside the deck.`,
    note: 'Copy the file itself into the deck: a deck must be whole wherever it is copied.',
  });
}

/** Whether a path is below a folder; both without symbolic links. */
export function isInside(one: string, dir: string): boolean {
  return one.startsWith(dir.endsWith(path.sep) ? dir : dir + path.sep);
}

/** The line and the column, from 1, of a character of a text. */
export function placeAtOffset(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function kb(bytes: number): number {
  return Math.ceil(bytes / 1024);
}
