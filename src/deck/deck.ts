import path from 'node:path';
import type { Deck } from '../model/deck.ts';
import { declaredFacets } from '../model/declared-facets.ts';
import type { Facets } from '../model/facets.ts';
import type { Looks } from '../model/layouts.ts';
import { error, hasErrors, type Problem, sorted } from '../model/problem.ts';
import { type Folder, mapFiles, type Report } from '../read/files.ts';
import { type Memory, openMemory } from '../read/memory.ts';
import type { Located } from '../read/yaml.ts';
import { assemble, type Ground } from './assemble.ts';
import { checkFonts, readFonts } from './assets/fonts.ts';
import { readTokens, type Tokens } from './assets/tokens.ts';
import type { Source } from './cards/card-file.ts';
import { checkTools } from './cards/compose.ts';
import { checkSets } from './cards/sets.ts';
import { type Layer, OWN_KEYS, openChain } from './chain/chain.ts';
import { checkPrefixes, readTexts, titlesOf, withIncoming, withLayers, withRetired } from './chain/layer-texts.ts';
import { untrustedLayouts } from './chain/layouts.ts';
import { valueAtKey, withoutKeys } from './chain/merge.ts';
import { readRetired } from './chain/retired.ts';
import { mergeAll, readShared } from './chain/shared-files.ts';
import { type LayerTexts, type Stack, stackCards } from './chain/stack.ts';
import { type InLanguage, linked, loadLanguages, notAmong } from './languages/in-languages.ts';
import { readUiFiles } from './languages/translations.ts';
import { readUi, type Said } from './languages/ui-words.ts';
import { readSettings, readSuits, type Settings, type Suits } from './settings.ts';

/** What loading a deck gave. */
export interface Loaded {
  /** Cards with mistakes are not in it. Undefined where nothing usable could be loaded. */
  deck: Deck | undefined;
  problems: Problem[];
  /** Ids of cards that are there, but have mistakes: a link to one of them is not a mistake more. */
  broken: ReadonlySet<string>;
  /** The deck in further languages. */
  further: readonly InLanguage[];
  /** The deck and those that it extends, the lowest first. */
  layers: readonly Layer[];
  /** deck.yaml of all layers; undefined where it can't be read. */
  deckFile: Located | undefined;
  /** The text of each card as it is after all layers, and what hides and overrides did; empty where nothing could be loaded. */
  stack: Stack;
}

/** What loadDeck needs. */
export interface LoadOptions {
  dir: string;
  root: string;
  looks: Looks;
  memory?: Memory;
  /** Languages beside those that deck.yaml names; `all` that anybody has begun to translate. */
  languages?: readonly string[] | 'all';
  /** Cards of the deck’s own that are not written yet; they take the place of files of the same id. */
  incoming?: readonly Source[];
}

/**
 * Loads a deck and those that it extends: reads, checks and locates everything in their folders. All problems come from one run.
 *
 * @param dir the deck's folder
 * @param root messages name files relative to this folder
 * @throws UsageError for one of `languages` that there is not
 * @param memory what an earlier load of this deck left; only what changed since is read again
 */
export async function loadDeck({
  dir,
  root,
  looks,
  memory = openMemory(),
  languages = [],
  incoming = [],
}: LoadOptions): Promise<Loaded> {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const nothing: Stack = { sources: [], hidden: new Map(), applied: [] };
  const stopped = (layers: readonly Layer[]) => {
    return {
      deck: undefined,
      further: [],
      problems: sorted(problems),
      broken: new Set<string>(),
      layers,
      deckFile: undefined,
      stack: nothing,
    };
  };

  const layers = await openChain(dir, root, memory, report);
  const top = layers?.at(-1);
  if (!layers || !top) return stopped([]);
  problems.push(...untrustedLayouts(layers));
  const folders = layers.map((layer) => layer.folder).reverse();
  const deckFile = settingsFile(layers, memory, report);
  const [tokens, fonts, suitsFile, retired, written] = await Promise.all([
    readShared('tokens.json', layers, memory, report).then(
      (source) => source && memory.recall('tokens', [source], report, (problem) => readTokens(source, problem)),
    ),
    readFonts(folders, memory, report),
    readShared('suits.yaml', layers, memory, report),
    readRetired(layers, memory, report),
    mapFiles(layers, (layer) => readTexts(layer, memory, report)),
  ]);
  const texts = withIncoming(written, incoming);
  const settings = deckFile && readSettings(deckFile, report);
  if (tokens) checkFonts(tokens, fonts, top.folder, report);
  const colours = tokens && Object.keys(tokens.colour);
  const suits =
    suitsFile &&
    memory.recall('suits', [suitsFile, tokens, looks], report, (problem) => {
      const read = readSuits(suitsFile, colours, Object.keys(looks.faces), problem);
      return read && withLayers(read, suitsFile, layers);
    });
  if (texts.every(({ cards }) => cards.length === 0)) report(empty(top.folder));
  if (!suits || texts.every(({ cards }) => cards.length === 0)) return stopped(layers);

  const facets = facetsIn(texts, suits, looks, memory, report);
  const stack = stackCards(withRetired(texts, retired), facets, memory, report);
  const absent = memory.recall('absent', [[...stack.hidden.keys()].join(), retired.ids], report, () => ({
    hidden: titlesOf(stack),
    retired: retired.ids,
  }));
  checkPrefixes(layers, suits, report);
  const theme = memory.recall('theme', [tokens, fonts], report, () => ({ ...(tokens ?? NO_TOKENS), fonts }));
  const away = [...stack.hidden.values()];
  const ground: Ground = { layers, deckFile, suitsFile, away, folders, looks, retired, facets, absent, theme };
  const said = await ownWords({ layers, looks, suits, settings: settings ?? NO_SETTINGS, memory }, report);
  const { deck, broken } = await assemble(ground, { sources: stack.sources, said, memory }, report);
  // Of a deck with mistakes some cards are missing: what a set then lacks is no mistake of its own.
  if (deckFile && !hasErrors(problems)) {
    checkSets(deck, deckFile, report);
    checkTools(deck, deckFile, report);
  }
  const read = deckFile
    ? await loadLanguages({ deck, layers, ground, stack, said, deckFile, memory }, languages, report)
    : [];
  const further = read.map((one) => ({ ...one, problems: notAmong(one.problems, problems) }));
  return { ...linked(deck, further), problems: sorted(problems), broken, layers, deckFile, stack };
}

/** By what cards are found: as the suits say, and the looks of all cards. The same object while that is the same. */
function facetsIn(
  texts: readonly Pick<LayerTexts, 'cards'>[],
  { suits }: Suits,
  looks: Looks,
  memory: Memory,
  report: Report,
): Facets {
  const named = texts.flatMap(({ cards }) => cards.map(({ front }) => valueAtKey(front, 'face')));
  const faces = [...new Set(named.filter((one) => typeof one === 'string'))];
  return memory.recall('facets', [suits, looks, faces.join()], report, () => declaredFacets(suits, looks.faces, faces));
}

/** What the deck says in its first language: English, or what its own `ui.yaml` puts in its place. */
async function ownWords(
  { layers, looks, suits, settings, memory }: Pick<Loaded, 'layers'> & OwnWords,
  report: Report,
): Promise<Said> {
  const said: Said = { ...suits, settings, words: looks.words, headings: {}, names: {} };
  const ui = await readUiFiles(settings.lang, layers, memory, report);
  const whole = !settings.lang.startsWith('en');
  return memory.recall('words', [ui, settings, suits, looks], report, (problem) =>
    ui ? readUi(ui, said, looks, whole, problem) : said,
  );
}

interface OwnWords {
  looks: Looks;
  suits: Suits;
  settings: Settings;
  memory: Memory;
}

/** Stand in for what could not be read, so that the rest is checked in the same run; nothing is made of such a deck. */
const NO_SETTINGS: Settings = {
  name: '',
  version: '',
  date: '',
  lang: 'en-US',
  languages: [],
  missing: 'fall-back',
  format: 'poker',
  prints: [],
  tagline: '',
  about: '',
  credit: '',
  url: '',
  qr: false,
};
const NO_TOKENS: Tokens = { colour: {}, font: { display: '', text: '' } };

/** deck.yaml: what the top says wins; what is about one layer alone is not handed up. */
function settingsFile(layers: readonly Layer[], memory: Memory, report: Report): Located | undefined {
  const files = layers.map(({ deckFile }, at) =>
    deckFile && at < layers.length - 1
      ? memory.recall(`handed up ${deckFile.file}`, [deckFile], report, () => withoutKeys(deckFile, OWN_KEYS))
      : deckFile,
  );
  const read = files.filter((one) => one !== undefined);
  return read.length < files.length ? undefined : mergeAll('deck.yaml', read, memory, report);
}

function empty(folder: Folder): Problem {
  return error({
    file: folder.show(folder.dir),
    rule: 'deck/empty',
    message: `The deck has no cards: there is no .mdx file in ${folder.show(path.join(folder.dir, 'cards'))}.`,
    note: 'A card is one file, e.g. cards/patterns/because-you-row.mdx.',
  });
}
