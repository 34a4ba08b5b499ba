import { type Dirent, readdirSync } from 'node:fs';
import path from 'node:path';
import { noneIfAbsent } from '../../model/absent.ts';
import { error, type Problem, type ProblemDetails, warning } from '../../model/problem.ts';
import { nearest } from '../../model/suggest.ts';
import { isMisnamedYaml } from '../../read/yaml-file.ts';
import { KIT_NAMES } from '../kit/texts.ts';
import { isTag } from '../languages/language.ts';
import type { Layer } from './layer.ts';
import { layoutsDirOf, REPLACEABLE } from './layer-layouts.ts';

// A deck's files are found by their names: one with another name is left out, and what it says is not printed. On a disk that
// takes small and capital letters for the same, it is read, and left out where the deck is built next.

/** What lies in a deck's folder. */
const IN_DECK = [
  ...['deck.yaml', 'suits.yaml', 'tokens.json', 'retired.yaml', 'day.yaml'],
  ...['cards', 'overrides', 'art', 'fonts', 'locales', 'editions', ...KIT_NAMES],
];

/** Folders of `layouts/` whose files are loaded as code by their names. */
const OF_CODE = ['faces', 'boards', 'worksheets', 'guide', 'slots', 'site', 'targets'];
/** Endings of code that are not looked for. */
const OTHER_CODE = /\.(?:jsx|[cm]?js|[cm]ts|tsx?\.txt)$/u;

/** Which words a deck is written in. */
interface Languages {
  lang: string;
  languages: readonly string[];
}

/**
 * What stands in the folders of a deck, and of those that it extends, under a name that is nearly one that is read. Packages are their
 * makers' matter.
 */
export function notRead(layers: readonly Layer[], languages: Languages): Problem[] {
  const own = layers.filter(({ from }) => from === '');
  return own.flatMap((layer) => [
    ...misnamedIn(layer.folder.dir, IN_DECK, layer),
    ...strayIn(layer),
    ...misnamedIn(path.dirname(layer.folder.dir), ['layouts'], layer),
    ...misnamedIn(layoutsDirOf(layer), REPLACEABLE, layer),
    ...endingsIn(layer),
    ...wordsIn(layer, layer === layers.at(-1) ? languages : undefined),
  ]);
}

/**
 * Errors for names that differ from one that is read in capitals or in their ending alone, warnings for those that are nearly one, and
 * for settings beside those that are read: they may be a copy.
 */
function misnamedIn(dir: string, known: readonly string[], layer: Layer): Problem[] {
  const entries = entriesIn(dir);
  const there = new Set(entries.map(({ name }) => name));
  return entries.flatMap((entry): Problem[] => {
    if (known.includes(entry.name)) return [];
    const same = known.find((one) => isFolder(one) === entry.isDirectory() && stemOf(one) === stemOf(entry.name));
    const meant = same ?? nearTo(entry, known);
    const isBeside = meant !== undefined && there.has(meant);
    if (meant === undefined || (same === undefined && isBeside && !entry.isDirectory())) return [];
    const isCase = entry.name.toLowerCase() === meant;
    const say = isCase || (same !== undefined && !isBeside) ? error : warning;
    return [unread(path.join(dir, entry.name), layer, { say, why: `its name would be "${meant}"` })];
  });
}

/** The name that is read and that an entry's is nearly. Of files only those that settings stand in are meant. */
function nearTo(entry: Dirent, known: readonly string[]): string | undefined {
  const isDir = entry.isDirectory();
  if (!isDir && !isSettings(entry.name)) return undefined;
  const alike = known.filter((one) => isFolder(one) === isDir && (isDir || isSettings(one)));
  const stem = nearest(stemOf(entry.name), alike.map(stemOf));
  return alike.find((one) => stemOf(one) === stem);
}

/** Warnings for cards that lie beside `cards/`, and for layouts inside of the deck. */
function strayIn(layer: Layer): Problem[] {
  const { dir } = layer.folder;
  return entriesIn(dir).flatMap((entry) => {
    const one = path.join(dir, entry.name);
    if (entry.isDirectory()) {
      const why = "layouts lie beside the deck's folder, not in it";
      return entry.name.toLowerCase() === 'layouts' ? [unread(one, layer, { say: warning, why, note: MOVE })] : [];
    }
    const why = 'cards lie in "cards", changed ones in "overrides"';
    return entry.name.endsWith('.mdx') ? [unread(one, layer, { say: warning, why, note: MOVE })] : [];
  });
}

const MOVE = 'Move it there.';

/** Names in `layouts/` with another ending than the one that is looked for. */
function endingsIn(layer: Layer): Problem[] {
  const ending = (folder: string, isWrong: (name: string) => boolean, details: Said) =>
    entriesIn(path.join(layoutsDirOf(layer), folder))
      .filter(({ name }) => isWrong(name))
      .map(({ name }) => unread(path.join(layoutsDirOf(layer), folder, name), layer, details));
  const note = 'What layouts import may lie in a folder of its own, such as layouts/parts.';
  return [
    ...OF_CODE.flatMap((folder) =>
      ending(folder, (name) => OTHER_CODE.test(name), {
        say: warning,
        why: 'its name must end in ".tsx" or ".ts"',
        note,
      }),
    ),
    ...['box', 'press'].flatMap((folder) =>
      ending(folder, isMisnamedYaml, { say: error, why: 'its name must end in ".yaml"' }),
    ),
  ];
}

/** Words of a language in a file, or in a folder, that is not looked for. */
function wordsIn(layer: Layer, languages: Languages | undefined): Problem[] {
  const dir = path.join(layer.folder.dir, 'locales');
  return entriesIn(dir).flatMap((entry) => {
    if (!entry.isDirectory()) return [];
    const one = path.join(dir, entry.name);
    const named = misnamedIn(one, ['ui.yaml', ...KIT_NAMES], layer);
    const why = languages && otherLanguage(entry.name, languages);
    return why === undefined ? named : [unread(one, layer, { say: warning, why }), ...named];
  });
}

/** Why a folder of `locales/` is none of a language, `DE`, or not of the deck's own, `en` of an `en-US` deck; undefined where it may be of another. */
function otherLanguage(name: string, { lang, languages }: Languages): string | undefined {
  if (!isTag(name)) return 'a language is written like "de" or "pt-BR"';
  const base = (tag: string) => tag.split(/[-_]/u, 1)[0]?.toLowerCase();
  if (name === lang || languages.includes(name) || base(name) !== base(lang)) return undefined;
  return `the deck's language is "${lang}", and "languages" has no "${name}"`;
}

/** What is said of a file that is not read. */
interface Said extends Pick<ProblemDetails, 'note'> {
  say: typeof error;
  why: string;
}

function unread(one: string, { folder }: Layer, { say, why, note }: Said): Problem {
  const file = folder.show(one);
  return say({ file, rule: 'deck/not-read', message: `"${file}" is not read: ${why}.`, note: note ?? 'Rename it.' });
}

/** What is in a folder, by name; nothing where there is none. Names with a dot first are the system's and the editors'. */
function entriesIn(dir: string): Dirent[] {
  try {
    const entries = readdirSync(dir, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (cause) {
    return noneIfAbsent(cause);
  }
}

function isFolder(known: string): boolean {
  return !known.includes('.');
}

function isSettings(name: string): boolean {
  return /\.(?:ya?ml|jsonc?|json5|toml)$/iu.test(name);
}

/** A name without capitals and without the ending of settings or code, nor the one that Windows' Notepad adds: `Suits.yml`, `suits.yaml.txt` → `suits`. */
function stemOf(name: string): string {
  return name.toLowerCase().replace(/\.(?:ya?ml|jsonc?|json5|toml|[jt]sx?)(?:\.txt)?$/u, '');
}
