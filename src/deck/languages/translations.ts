import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { noneIfAbsent } from '../../model/absent.ts';
import { lookUp } from '../../model/look-up.ts';
import { error, type Place } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import { listFiles } from '../../read/card-files.ts';
import { ignored, mapFiles, type Report } from '../../read/files.ts';
import type { Memory } from '../../read/memory.ts';
import { noReadings, type Readings } from '../../read/readings.ts';
import { stampOf } from '../../read/stamps.ts';
import { checked } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';
import { readYaml } from '../../read/yaml-file.ts';
import { type CardSource, readSource } from '../cards/card-file.ts';
import type { Layer } from '../chain/layer.ts';
import { isGroup, valueAtKey, withoutKeys } from '../chain/merge.ts';
import { having, mergeAll } from '../chain/shared-files.ts';
import { KIT_NAMES } from '../kit/texts.ts';
import { isTag } from './language.ts';

/** A card in another language: only its texts. A file of `locales/<lang>/`. */
export interface Translation extends CardSource {
  /** The hash of the texts that it was made from. */
  source: string | undefined;
  /** Where the hash stands. */
  sourcePlace: Place | undefined;
}

/** The words and cards of all layers in a language. */
export interface Locale {
  lang: string;
  /** Their `ui.yaml`, the highest on top; undefined where none has one. */
  ui: Located | undefined;
  /** By id; of two the higher layer's. */
  cards: ReadonlyMap<string, Translation>;
}

const OWN = z.object({
  source: z
    .string()
    .regex(/^sha256-[0-9a-f]{64}$/, 'write "sha256-" and 64 digits; npx prepdeck outdated shows them')
    .optional(),
});

/** Reads `ui.yaml` and the cards of all layers in a language. */
export async function readLocale(
  lang: string,
  layers: readonly Layer[],
  memory: Memory,
  report: Report,
): Promise<Locale> {
  const read = await Promise.all(layers.map((layer) => readCards(lang, layer, memory, report)));
  const cards = new Map(read.flat().map((one) => [one.id, one]));
  return { lang, ui: await readUiFiles(lang, layers, memory, report), cards };
}

/** `ui.yaml` of a language alone: the deck's own words, as an organization wants them. */
export async function readUiFiles(
  lang: string,
  layers: readonly Layer[],
  memory: Memory,
  report: Report,
): Promise<Located | undefined> {
  const name = uiName(lang);
  const files = await Promise.all(
    having(name, layers).map(async (layer) => {
      const file = await readYaml(name, layer.folder, memory, report);
      const above = await Promise.all(layers.slice(layers.indexOf(layer) + 1).map((one) => textsOf(one, memory)));
      return memory.recall(`own ${layer.folder.dir} ${name}`, [file, JSON.stringify(above)], report, () =>
        above.reduce(withoutReplaced, withWords(file)),
      );
    }),
  );
  return mergeAll(
    name,
    files.filter((one) => one !== undefined),
    memory,
    report,
  );
}

function uiName(lang: string): string {
  return path.join('locales', lang, 'ui.yaml');
}

/** The `ui.yaml` files of a language as messages name them, those that can't be read, too. */
export function uiFiles(lang: string, layers: readonly Layer[]): string[] {
  const name = uiName(lang);
  return having(name, layers).map(({ folder }) => folder.show(path.join(folder.dir, name)));
}

/** A file that is begun: all that it has is in comments. */
function withWords(file: Located | undefined): Located | undefined {
  return file?.value === null ? { ...file, value: {} } : file;
}

type Texts = Readonly<Record<string, unknown>>;

/** What a deck says itself, under the names of the groups that a `ui.yaml` has for it. What is wrong in its files is said elsewhere. */
async function textsOf({ folder, deckFile }: Layer, memory: Memory): Promise<Texts> {
  const suitsFile = await readYaml('suits.yaml', folder, memory, ignored);
  const [goals, compose] = ['goals', 'compose'].map((key) => valueAtKey(deckFile, key));
  const [suits, lists] = ['suits', 'lists'].map((key) => valueAtKey(suitsFile, key));
  // Sentences of a composer are made of all its words: with one of them replaced the others are of another text.
  const composer = compose === undefined ? undefined : null;
  return { deck: deckFile?.value, goals, suits, lists, composer };
}

/** A lower deck's `ui.yaml` without the words for what a deck above says itself, or takes out: they are of another text. */
function withoutReplaced(file: Located | undefined, above: Texts): Located | undefined {
  return file && isGroup(file.value) ? { ...file, value: without(file.value, above) } : file;
}

function without(words: Texts, above: Texts): Texts {
  const left = Object.entries(words).flatMap(([key, value]): [string, unknown][] => {
    const own = lookUp(above, key);
    if (own === undefined) return [[key, value]];
    return isGroup(own) && isGroup(value) ? [[key, without(value, own)]] : [];
  });
  return Object.fromEntries(left);
}

/** The languages that the layers have translations for. */
export async function localesIn(layers: readonly Layer[]): Promise<string[]> {
  const names = await Promise.all(
    layers.map(({ folder }) => readdir(path.join(folder.dir, 'locales'), { withFileTypes: true }).catch(noneIfAbsent)),
  );
  return [...new Set(names.flat().flatMap((one) => (one.isDirectory() && isTag(one.name) ? [one.name] : [])))].sort();
}

/** Reports languages of deck.yaml that have no folder in `locales/`. */
export function checkLocales(
  wanted: readonly string[],
  known: readonly string[],
  { file, places }: Located,
  report: Report,
): void {
  for (const [i, lang] of wanted.entries()) {
    if (known.includes(lang)) continue;
    const message = `There is no translation to "${lang}": the folder locales/${lang} is missing.${didYouMean(lang, known)}`;
    const note = `Make it, with a ui.yaml and a file for each card: locales/${lang}/<id>.mdx.`;
    report(error({ file, place: lookUp(places, `languages.${i}`), rule: 'deck/languages', message, note, got: lang }));
  }
}

async function readCards(lang: string, { folder }: Layer, memory: Memory, report: Report): Promise<Translation[]> {
  const files = await listFiles(folder, path.join('locales', lang), report, KIT_NAMES);
  return await mapFiles(files, async (one) =>
    memory.recall(`source ${one}`, [stampOf(one)], report, (problem) =>
      readTranslation(one, folder, problem, memory.readings),
    ),
  );
}

/** Reads a file of `locales/<lang>/`. */
export async function readTranslation(
  one: string,
  folder: Layer['folder'],
  report: Report,
  readings: Readings = noReadings,
): Promise<Translation> {
  const source = await readSource(one, folder, report, readings);
  const own = source.front && checked(OWN, source.front, 'locale', report);
  const front = own && source.front && withoutKeys(source.front, ['source']);
  return { ...source, front, source: own?.source, sourcePlace: source.front?.places.source };
}
