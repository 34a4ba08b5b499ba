import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Document } from 'yaml';
import type { LayeredSource } from '../deck/cards/card-file.ts';
import { markdownOf } from '../deck/cards/parts.ts';
import { topOf } from '../deck/chain/layer.ts';
import { valueAtKey } from '../deck/chain/merge.ts';
import type { Loaded } from '../deck/deck.ts';
import { PAGE_TEXTS } from '../deck/kit/check-translation.ts';
import { textFolder } from '../deck/kit/texts.ts';
import { changedIn, type InLanguage } from '../deck/languages/in-languages.ts';
import { language } from '../deck/languages/language.ts';
import type { Translated } from '../deck/languages/translate.ts';
import type { MissingWord } from '../deck/languages/wording.ts';
import { howMany } from '../model/how-many.ts';
import { lookUp } from '../model/look-up.ts';
import { UsageError } from '../model/usage.ts';

/** The result of `prepdeck translate`. In the deck's first language there are words alone: its cards are written in it. */
export interface TranslateResult {
  lang: string;
  isFirst: boolean;
  /** Words that its `ui.yaml` has not; empty where that is begun now, with all of them in comments. */
  words: readonly MissingWord[];
  /** Files that were begun, as shown. */
  begun: readonly string[];
  /** Translations, as shown, whose card or page has changed since, each with the hash of its current texts. */
  stale: ReturnType<typeof changedIn>;
  /** How many of all cards are translated. */
  done: number;
  of: number;
  /** How many of all boards, worksheets and chapters are. */
  pages: { done: number; of: number };
}

/**
 * Begins a further language: its folder with a `ui.yaml`, so that the deck can be loaded in it. What is there stays.
 *
 * @param dir the deck's folder
 * @throws UsageError for a text that is no language code
 */
export async function beginLanguage(dir: string, lang: string): Promise<void> {
  const [fault] = language().safeParse(lang).error?.issues ?? [];
  if (fault) throw new UsageError(`the language ${fault.message} (got: ${lang})`);
  const file = path.join(dir, 'locales', lang, 'ui.yaml');
  if (await stat(file).catch(() => undefined)) return;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, NOTHING_YET);
}

/**
 * Begins every translation that is missing: its headings, where its texts go, and the hash of the texts that it is made from; and of a
 * `ui.yaml` that is new all words, in comments.
 *
 * @param names those of stocks and card sizes that the language has not
 * @throws UsageError for a language that the deck is not in
 */
export async function translate(
  loaded: Loaded,
  lang: string,
  names: readonly MissingWord[] = [],
): Promise<TranslateResult> {
  const found = loaded.further.find(({ deck }) => deck.lang === lang);
  const isFirst = loaded.deck?.lang === lang;
  if (!found && !isFirst) throw new UsageError(`the deck is not in the language ${lang}`);
  const { folder } = topOf(loaded.layers);
  const dir = path.join(folder.dir, 'locales', lang);
  const begun: string[] = [];
  for (const { name, text } of found ? begunFiles(found) : []) {
    const file = path.join(dir, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
    begun.push(folder.show(file));
  }
  const { cards, pages } = found ?? { cards: [], pages: [] };
  const lacking = [...(found ?? loaded).lacking, ...names];
  const words = path.join(dir, 'ui.yaml');
  const isNew = lacking.length > 0 && [NOTHING_YET, undefined].includes(await textIn(words));
  if (isNew) {
    await mkdir(dir, { recursive: true });
    await writeFile(words, begunWords(lacking, lang));
    begun.unshift(folder.show(words));
  }
  const done = (all: readonly { state: string }[]) => all.filter(({ state }) => state !== 'missing').length;
  return {
    ...{ lang, isFirst, begun, words: isNew ? [] : lacking },
    ...{ stale: found ? changedIn(found) : [], done: done(cards), of: cards.length },
    pages: { done: done(pages), of: pages.length },
  };
}

/** A file's text; undefined where there is none. */
async function textIn(file: string): Promise<string | undefined> {
  return (await stat(file).catch(() => undefined)) ? await readFile(file, 'utf8') : undefined;
}

/** The translations that are missing, as they are begun, each with its name in the folder of the language. */
function begunFiles({ cards, pages, deck }: InLanguage): { name: string; text: string }[] {
  const missing = ({ file }: { file: string }) => file === '';
  return [
    ...cards.filter(missing).map((one) => ({ name: `${one.id}.mdx`, text: begunText(one, deck.headings) })),
    ...pages.filter(missing).map((one) => ({
      name: path.join(textFolder(one.kind), `${one.id}.mdx`),
      text: begunText({ ...one, keys: PAGE_TEXTS }, {}),
    })),
  ];
}

/** A `ui.yaml` before the deck is read. */
const NOTHING_YET = '# What the deck says in this language beside its cards.\n';

/** A `ui.yaml` with nothing in it: the words stand in comments. */
function begunWords(words: readonly MissingWord[], lang: string): string {
  const about = [
    NOTHING_YET.trimEnd(),
    '# To translate a word, take away the “# ” before it and before the names of its groups, which stand above it. {braces} stay: what they name is filled in.',
    `# Words that are in comments are printed as they stand here. When there are new ones: npx prepdeck translate ${lang}`,
    '',
  ];
  return [...about, ...commented(asYaml(words).trimEnd()), ''].join('\n');
}

/** Words as they stand in a `ui.yaml`. */
function asYaml(words: readonly MissingWord[]): string {
  const file = new Document({});
  for (const { path: keys, printed } of words) file.setIn(keys, printed);
  return file.toString({ lineWidth: 0 });
}

/** A translation with nothing in it: what is to be translated stands in comments. */
function begunText(
  { hash, source, keys }: Pick<Translated, 'hash' | 'source' | 'keys'>,
  headings: Readonly<Record<string, string>>,
): string {
  const given = keys.filter((key) => hasText(source, key));
  const front = given.flatMap((key) => [...commented(valueAtKey(source.front, key)), `${key}:`]);
  const sections = source.parts.map((part) => {
    const heading = part.heading === '' ? [] : [`## ${lookUp(headings, part.heading) ?? part.heading}`, ''];
    return [...heading, '{/*', markdownOf(part).replaceAll('*/', '* /'), '*/}', ''].join('\n');
  });
  return ['---', `source: ${hash}`, ...front, '---', '', ...sections].join('\n');
}

function hasText({ front }: LayeredSource, key: string): boolean {
  const value = valueAtKey(front, key);
  return value !== undefined && value !== null && value !== '';
}

/** A value written as YAML comments. */
function commented(value: unknown): string[] {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 1);
  return text.split('\n').map((line) => `# ${line}`);
}

/** The text that `prepdeck translate` prints. */
export function translateText(result: TranslateResult): string {
  const { lang, isFirst, begun, stale, words, done, of, pages } = result;
  const named = begun.length > 3 ? [...begun.slice(0, 3), `and ${begun.length - 3} more`] : begun;
  const rest = pages.of === 0 ? '' : `, ${pages.done} of ${pages.of} boards, worksheets and chapters`;
  const how = isFirst
    ? `the language that the cards are written in${begun.length + words.length > 0 ? '' : ': there is nothing to translate'}`
    : `${done} of ${of} cards are translated${rest}`;
  const check = isFirst
    ? 'npx prepdeck check'
    : `npx prepdeck check --lang ${lang}, and languages: [${lang}] in deck.yaml`;
  return [
    `${lang}: ${how}`,
    ...(begun.length > 0 ? [`  begun, what to translate is in comments: ${named.join(', ')}`] : []),
    ...stale.flatMap(({ what, file, hash }) => [`  ${file}: its ${what} has changed`, `    source now  ${hash}`]),
    ...missingLines(words),
    ...(begun.length > 0 ? [`Then: ${check}`] : []),
    '',
  ].join('\n');
}

/** More words than this are no list for a terminal: a file that is begun has them all. */
const LISTED = 40;

function missingLines(words: readonly MissingWord[]): string[] {
  if (words.length === 0) return [];
  const lacking = `  ${howMany(words.length, 'word')} that ui.yaml has not`;
  if (words.length > LISTED)
    return [`${lacking}, or in comments alone. For all of them move it away, and run this again.`];
  const lines = asYaml(words).trimEnd().split('\n');
  return [`${lacking}, as printed now:`, ...lines.map((line) => `    ${line}`)];
}
