import type { Deck } from '../model/deck.ts';
import { declaredFacets } from '../model/declared-facets.ts';
import type { Facets } from '../model/facets.ts';
import type { Looks } from '../model/layouts.ts';
import { hasErrors, type Problem, sorted } from '../model/problem.ts';
import type { Report } from '../read/files.ts';
import type { Memory } from '../read/memory.ts';
import type { Located } from '../read/yaml.ts';
import { assemble, type CommonParts } from './assemble.ts';
import type { Source } from './cards/card-file.ts';
import { checkTools } from './cards/compose.ts';
import { checkFirst } from './cards/order.ts';
import { checkSets } from './cards/sets.ts';
import type { Chain } from './chain/chain.ts';
import type { Layer } from './chain/layer.ts';
import { checkPrefixes, titlesOf, withRetired } from './chain/layer-texts.ts';
import { untrustedLayouts } from './chain/layouts.ts';
import { valueAtKey } from './chain/merge.ts';
import { type LayerTexts, type Stack, stackCards } from './chain/stack.ts';
import { checkDay } from './day.ts';
import { type DeckFiles, readFiles } from './files.ts';
import { stackKit } from './kit/stack.ts';
import { type InLanguage, linked, loadLanguages, notAmong } from './languages/in-languages.ts';
import { readUiFiles } from './languages/translations.ts';
import { readUi } from './languages/ui-words.ts';
import type { Wording } from './languages/wording.ts';
import type { Settings } from './settings.ts';
import type { Suits } from './suits.ts';

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

/** What a deck is loaded with. */
export interface LoadOptions {
  /** Those of the chain's layouts. */
  looks: Looks;
  /** Languages beside those that deck.yaml names; `all` that anybody has begun to translate. */
  languages?: readonly string[] | 'all';
  /** Cards of the deck’s own that are not written yet; they take the place of files of the same id. */
  incoming?: readonly Source[];
}

/**
 * Loads a deck and those that it extends: reads, checks and locates everything in their folders. All problems come from one run.
 *
 * @throws UsageError for one of `languages` that there is not
 */
export async function loadDeck(chain: Chain, options: LoadOptions): Promise<Loaded> {
  const { looks, languages = [], incoming = [] } = options;
  const { memory } = chain;
  const problems: Problem[] = [...chain.problems];
  const report: Report = (problem) => problems.push(problem);

  // The files of all layers are read, and their cards cut into front matter and Markdown: chain/, files.ts, cards/card-file.ts.
  const [lowest, ...higher] = chain.layers;
  if (!lowest) return stopped([], problems);
  const layers = [lowest, ...higher] as const;
  problems.push(...untrustedLayouts(layers));
  const files = await readFiles(layers, { looks, memory, incoming }, report);
  if (!files) return stopped(layers, problems);

  // Layers are put on top of one another: what a higher one hides, overrides and adds: chain/stack.ts.
  const { stack, common } = mergeLayers(layers, files, { looks, memory }, report);

  // Cards are checked, their Markdown read and settled: assemble.ts, cards/.
  const { deckFile, suits, settings } = files;
  const wording = await ownWords({ layers, looks, suits, settings, memory }, report);
  const { deck, broken } = await assemble(common, { sources: stack.sources, kit: common.kit, wording, memory }, report);
  // Of a deck with mistakes some cards are missing: what a set then lacks is no mistake of its own.
  if (deckFile && !hasErrors(problems)) {
    checkSets(deck, deckFile, report);
    checkTools(deck, deckFile, report);
    checkFirst(deck, files.suitsFile, report);
    if (files.dayFile) checkDay(files.dayFile, deck, report);
  }

  // The same in further languages: languages/.
  const read = deckFile
    ? await loadLanguages({ deck, layers, common, stack, wording, deckFile, memory }, languages, report)
    : [];
  const further = read.map((one) => ({ ...one, problems: notAmong(one.problems, problems) }));
  return { ...linked(deck, further), problems: sorted(problems), broken, layers, deckFile, stack };
}

/** What is known of a deck that nothing can be made of. */
function stopped(layers: readonly Layer[], problems: readonly Problem[]): Loaded {
  const stack: Stack = { sources: [], hidden: new Map(), applied: [] };
  const nothing = { deck: undefined, deckFile: undefined, further: [], broken: new Set<string>(), stack };
  return { ...nothing, layers, problems: sorted(problems) };
}

/** The cards that are left of all layers, and what they have in common in all languages. */
function mergeLayers(
  layers: readonly Layer[],
  { deckFile, suitsFile, suits, tokens, fonts, retired, dayFile, texts, kit }: DeckFiles,
  { looks, memory }: Pick<OwnWords, 'looks' | 'memory'>,
  report: Report,
): { stack: Stack; common: CommonParts } {
  const facets = facetsIn(texts, suits, { looks, memory }, report);
  const stack = stackCards(withRetired(texts, retired), facets, memory, report);
  const absent = memory.recall('absent', [[...stack.hidden.keys()].join(), retired.ids], report, () => ({
    hidden: titlesOf(stack),
    retired: retired.ids,
  }));
  const kitSources = stackKit(kit, report);
  checkPrefixes(layers, suits, report);
  const theme = memory.recall('theme', [tokens, fonts], report, () => ({ colour: tokens.colour, ...fonts }));
  const hiddenCards = [...stack.hidden.values()];
  const folders = layers.map((layer) => layer.folder).reverse();
  const common = {
    layers,
    deckFile,
    suitsFile,
    hiddenCards,
    folders,
    looks,
    retired,
    facets,
    absent,
    theme,
    day: dayFile?.day,
    kit: kitSources,
  };
  return { stack, common };
}

/** By what cards are found: as the suits say, and the looks of all cards. The same object while that is the same. */
function facetsIn(
  texts: readonly Pick<LayerTexts, 'cards'>[],
  { suits }: Suits,
  { looks, memory }: Pick<OwnWords, 'looks' | 'memory'>,
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
): Promise<Wording> {
  const wording: Wording = { ...suits, settings, words: looks.words, headings: {}, names: {} };
  const ui = await readUiFiles(settings.lang, layers, memory, report);
  const whole = !settings.lang.startsWith('en');
  return memory.recall('words', [ui, settings, suits, looks], report, (problem) =>
    ui ? readUi(ui, { wording, looks, whole }, problem) : wording,
  );
}

interface OwnWords {
  looks: Looks;
  suits: Suits;
  settings: Settings;
  memory: Memory;
}
