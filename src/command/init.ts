import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type CardSource, readOverride, readSource, sourceHash } from '../deck/cards/card-file.ts';
import { LOCK, recordOf, writeLock } from '../deck/chain/lock.ts';
import { codesOf } from '../deck/codes.ts';
import { readSuits } from '../deck/suits.ts';
import { lookUp } from '../model/look-up.ts';
import type { Problem } from '../model/problem.ts';
import { UsageError } from '../model/usage.ts';
import { type Folder, openFolder } from '../read/files.ts';
import { openMemory } from '../read/memory.ts';
import { packageVersion, shippedDeck, templatesDir } from '../read/package.ts';
import { readYaml } from '../read/yaml-file.ts';
import { type Ask, answersFor } from './init-questions.ts';

/** What to start. */
export interface InitOptions {
  /** The new folder; absolute. */
  dir: string;
  /** Left out: it is asked for, or `org`. */
  template?: string | undefined;
  /** The deck's first date, e.g. `2026-11-21`. */
  date: string;
  /** Asks a person; left out for `--yes`: every answer is the default. */
  ask?: Ask | undefined;
}

/** What was started. */
export interface InitResult {
  name: string;
  template: string;
  /** Paths inside the folder, with forward slashes. */
  files: readonly string[];
}

/** Files that a new deck copies from the shipped one: fonts, glyphs for its cards, their licences. */
const TAKEN = [
  ...['Bold', 'Italic', 'Regular', 'SemiBold'].map((style) => `fonts/AtkinsonHyperlegibleNext-${style}.ttf`),
  ...['AtkinsonHyperlegibleNext-OFL.txt', 'Fraunces-OFL.txt', 'Fraunces-SemiBold.ttf'].map((name) => `fonts/${name}`),
  ...['LICENSE.txt', 'bulb.svg', 'eye.svg', 'hourglass.svg', 'list-check.svg'].map((name) => `art/glyphs/${name}`),
];

/**
 * Writes a new deck into an empty or new folder.
 *
 * @throws UsageError where the folder holds something, or there is no such template
 * @throws StoppedError where the answers end; nothing is written then
 */
export async function init({ dir, template, date, ask }: InitOptions): Promise<InitResult> {
  await refuseFull(dir);
  const answers = await answersFor({ folder: path.basename(dir), template, codes: await shippedCodes() }, ask);
  const values = {
    ...answers,
    date,
    version: await packageVersion(),
    cover: await coverHash(),
    ...coverWords(answers.name),
  };
  const files: string[] = [];
  for (const from of ['shared', answers.template])
    files.push(...(await fill(path.join(templatesDir, from), dir, values)));
  if (answers.template !== 'org') {
    const taken = TAKEN.filter((name) => answers.template === 'blank' || name.startsWith('fonts/'));
    for (const name of taken) await cp(path.join(shippedDeck, name), path.join(dir, 'deck', name));
    files.push(...taken.map((name) => `deck/${name}`));
  }
  if (answers.template === 'org') files.push(await lockCover(path.join(dir, 'deck')));
  return { name: answers.name, template: answers.template, files: files.sort() };
}

/** A name too long for a cover's title (26 characters) goes to the line below it, which has room for 55. */
function coverWords(name: string): { title: string; line: string } {
  if (name.length <= 26) return { title: name, line: 'Our edition of The Test Kitchen' };
  return { title: 'The Test Kitchen', line: name.length <= 55 ? name : 'Our own edition' };
}

/** The hash of the shipped cover, which the org template's cover overrides. */
async function coverHash(): Promise<string> {
  return sourceHash(await shippedCover());
}

/** Records the shipped cover's texts, so that `prepdeck outdated` can show what has changed; returns the lock file's path. */
async function lockCover(deck: string): Promise<string> {
  const folder = await opened(deck);
  const override = await readOverride(path.join(deck, 'overrides', 'cover.mdx'), folder, fail);
  await writeLock(folder, { cover: recordOf(override, await shippedCover()) });
  return `deck/${LOCK}`;
}

/** The beginnings of the shipped cards' codes, e.g. `REC`. */
async function shippedCodes(): Promise<Set<string>> {
  const file = await readYaml('suits.yaml', await opened(shippedDeck), openMemory(), fail);
  const suits = file && readSuits(file, undefined, undefined, fail);
  if (!suits) throw new Error('the shipped suits are missing');
  return new Set(suits.suits.flatMap(codesOf));
}

async function shippedCover(): Promise<CardSource> {
  return await readSource(path.join(shippedDeck, 'cards', 'extras', 'cover.mdx'), await opened(shippedDeck), fail);
}

async function opened(dir: string): Promise<Folder> {
  const folder = await openFolder(dir, dir, fail);
  if (!folder) throw new Error(`${dir} is missing`);
  return folder;
}

/** Only files of this package are read here: a mistake in them is our bug, not the author's. */
function fail({ file, reason }: Problem): never {
  throw new Error(`${file}: ${reason}`);
}

/** Throws where the folder holds anything but a new git repository. */
async function refuseFull(dir: string): Promise<void> {
  const stats = await stat(dir).catch(() => undefined);
  if (stats && !stats.isDirectory())
    throw new UsageError(`${dir} is a file. Name a new folder: npx prepdeck init my-deck`);
  const names = await readdir(dir).catch(() => []);
  const [other] = names.filter((name) => name !== '.git' && name !== '.DS_Store').sort();
  if (other === undefined) return;
  throw new UsageError(
    `the folder ${dir} is not empty (it holds ${other}). Nothing is overwritten: name a new folder, e.g. npx prepdeck init my-deck`,
  );
}

/** Copies a template with its blanks filled in; gives the paths of what was written. */
async function fill(from: string, to: string, values: Readonly<Record<string, string>>): Promise<string[]> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const written: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const source = path.join(entry.parentPath, entry.name);
    const name = path
      .relative(from, source)
      .split(path.sep)
      // A template's file is called `dot-gitignore`, since npm leaves .gitignore out of packages.
      .map((part) => part.replace(/^dot-/u, '.'))
      .join('/');
    const text = await readFile(source, 'utf8');
    await mkdir(path.dirname(path.join(to, name)), { recursive: true });
    await writeFile(path.join(to, name), filled(text, values));
    written.push(name);
  }
  return written;
}

/** `$NAME$` is the value; `$QUOTED_NAME$` the value as YAML text. No formatter of YAML or JSON breaks these words up. */
function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$(QUOTED_)?([A-Z]+)\$/gu, (_, quoted: string | undefined, key: string) => {
    const value = lookUp(values, key.toLowerCase());
    if (value === undefined) throw new Error(`a template names ${key}, which is not asked for`);
    return quoted ? `'${value.replaceAll("'", "''")}'` : value;
  });
}
