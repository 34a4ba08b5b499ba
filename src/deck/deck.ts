import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import type { Looks } from '../model/loaded-looks.ts';
import { hasErrors, type Problem, sorted } from '../model/problem.ts';
import type { WordPlace } from '../model/word-place.ts';
import { ignored, type Report } from '../read/files.ts';
import { noReadings } from '../read/readings.ts';
import type { Located } from '../read/yaml.ts';
import { type Assembled, assemble, type CommonParts } from './assemble.ts';
import type { Asset } from './assets/art.ts';
import { type CardSource, facetted } from './cards/card-file.ts';
import { checkComposer } from './cards/composer.ts';
import { checkFirst } from './cards/order.ts';
import { checkSets } from './cards/sets.ts';
import type { Settled } from './cards/settled.ts';
import { checkTools } from './cards/tool-settings.ts';
import { withAccepted } from './chain/accept.ts';
import type { Chain } from './chain/chain.ts';
import type { Layer } from './chain/layer.ts';
import { untrustedLayouts } from './chain/layer-layouts.ts';
import { sourceOf } from './chain/layer-texts.ts';
import { notRead } from './chain/not-read.ts';
import type { Stack } from './chain/stack-types.ts';
import { checkDay, checkLengths } from './day.ts';
import { type DeckFiles, readFiles } from './files.ts';
import { NO_DAY } from './guide/tags.ts';
import type { KitStack } from './kit/stack-kit.ts';
import { checkHeadings } from './languages/check-headings.ts';
import { type InLanguage, linked, loadLanguages, notAmong } from './languages/in-languages.ts';
import { ownWords } from './languages/own-words.ts';
import { wordPlaceIn } from './languages/word-places.ts';
import type { MissingWord } from './languages/wording.ts';
import { mergeLayers } from './merge-layers.ts';

/** What loading a deck gave. */
export interface Loaded {
  /** Cards with mistakes are not in it. Undefined where nothing usable could be loaded. */
  deck: Deck | undefined;
  problems: Problem[];
  /** Ids of cards that have mistakes: a link to one of them is no further mistake. */
  broken: ReadonlySet<string>;
  /** The deck in further languages. */
  further: readonly InLanguage[];
  /** Words that the `ui.yaml` of its first language has not. */
  lacking: readonly MissingWord[];
  /** The deck and those that it extends, the lowest first. */
  layers: readonly Layer[];
  /** deck.yaml of all layers; undefined where it can't be read. */
  deckFile: Located | undefined;
  /** What draws it. */
  looks: Looks;
  /** Where words of its first language are written that are on no card. */
  wordPlace: WordPlace;
  /** The text of each card after all layers, and what was hidden and overridden; empty where nothing could be loaded. */
  stack: Stack;
  /** The same of boards, worksheets and chapters. */
  kit: KitStack;
  /**
   * Reads the file of a card again, as if nothing else had changed since. The deck has this card when it is loaded again, if that is so.
   *
   * @param file its absolute path
   * @returns undefined where it has mistakes, where it is no card's, or not the only file of a card
   */
  again?(file: string): Promise<Card | undefined>;
}

/** How to load a deck. */
export interface LoadOptions {
  /** Those of the chain's layouts. */
  looks: Looks;
  /** Languages beside those that deck.yaml names; `all` for every language that has a folder in `locales/`. */
  languages?: readonly string[] | 'all';
  /** The deck’s own cards that are not written to disk yet, as of an import; they take the place of files of the same id. */
  incoming?: readonly CardSource[];
  /**
   * Assets that are not opened, for commands that don't need them: mistakes in these are not reported then. Decoding thirty photographs
   * takes longer than everything else that a list does.
   */
  without?: readonly Asset[];
}

/**
 * Loads a deck and those that it extends: reads, checks and locates everything in their folders. All problems come from one run.
 *
 * @throws UsageError for one of `languages` that there is not
 */
export async function loadDeck(chain: Chain, options: LoadOptions): Promise<Loaded> {
  const { looks, languages = [], incoming = [], without = [] } = options;
  const { memory } = chain;
  const problems: Problem[] = [...chain.problems];
  const report: Report = (problem) => problems.push(problem);

  const [lowest, ...higher] = chain.layers;
  if (!lowest) return stopped([], looks, problems);
  const layers = [lowest, ...higher] as const;
  problems.push(...untrustedLayouts(layers));

  // Read the files of all layers; cut the front matter of each card, and parse its body, once: files.ts, cards/card-file.ts.
  const files = await readFiles(layers, { looks, memory, cache: chain.cache, incoming, without }, report);
  if (!files) return stopped(layers, looks, problems);
  const { deckFile, suits, settings } = files;
  problems.push(...notRead(layers, settings));

  // Merge layers: what a higher one hides, overrides and adds: merge-layers.ts, chain/stack.ts.
  const settled = settledIn(chain);
  const merging = { looks, memory, without, settled };
  const { stack, kit, common } = mergeLayers(layers, files, merging, report);

  // Check cards, settle their bodies, and make Cards of them: assemble.ts, cards/front-matters.ts, cards/cards.ts.
  const { wording, ui } = await ownWords({ layers, common, suits, settings, stack, memory, settled }, report);
  checkHeadings(ui, { headings: wording.headings, sources: stack.sources }, report);
  const made = await assemble(common, { sources: stack.sources, kit: common.kit, wording, memory }, report);
  const { deck, broken } = made;
  // Cards with mistakes are missing from the deck: that a set names one of them is no further mistake.
  if (!hasErrors(problems)) checkNamed(made, { ...files, common, memory }, report);

  // The same for further languages, whose translations are merged onto cards as overrides are: languages/in-languages.ts.
  const read = deckFile
    ? await loadLanguages({ deck, layers, common, stack, kit, wording, deckFile, memory }, languages, report)
    : [];
  const further = read.map((one) => ({ ...one, problems: withAccepted(notAmong(one.problems, problems), layers) }));
  await memory.readings.save();
  const said = withAccepted(sorted(withoutFollowing(problems)), layers);
  const again = async (file: string) => await cardAgain(file, made, { layers, stack, memory });
  const { lacking } = wording;
  const from = { layers, looks, deckFile, wordPlace: wordPlaceIn({ ...files, ui }) };
  return { ...linked(deck, further), ...from, lacking, problems: said, broken, stack, kit, again };
}

/** Without what follows from a mistake in day.yaml: there is no workshop then, and each tag of the guide that shows it would say so. */
function withoutFollowing(problems: readonly Problem[]): readonly Problem[] {
  const isWrong = problems.some(({ file, fatal }) => fatal && file?.split('/').at(-1) === 'day.yaml');
  return isWrong ? problems.filter(({ reason }) => reason !== NO_DAY) : problems;
}

/** A card of a deck whose file was saved. */
async function cardAgain(
  file: string,
  { again }: Assembled,
  { layers, stack, memory }: Pick<Loaded, 'layers' | 'stack'> & Pick<Chain, 'memory'>,
): Promise<Card | undefined> {
  const before = stack.sources.find((one) => one.path === file);
  const folder = before && layers[before.layer]?.folder;
  if (!folder || stack.applied.some(({ override }) => override.id === before.id)) return undefined;
  return again({ ...before, ...(await sourceOf(file, folder, memory, ignored)) });
}

/** What names cards beside the cards themselves. */
interface Naming extends DeckFiles, Pick<Chain, 'memory'> {
  common: CommonParts;
}

/** Checks what deck.yaml, suits.yaml and day.yaml say about cards: queries again only where something that is counted of cards has changed. */
function checkNamed(
  { deck, inventory }: Assembled,
  { deckFile, suitsFile, dayFile, common, memory }: Naming,
  report: Report,
): void {
  if (!deckFile) return;
  memory.recall('sets', [inventory, deck.sets, deckFile], report, (say) => checkSets(deck, deckFile, say));
  checkTools(deck, deckFile, report);
  checkComposer(deck, common.looks, deckFile, report);
  checkFirst(deck, suitsFile, report);
  if (!dayFile) return;
  const hidden = common.hiddenCards.map(facetted);
  memory.recall('queries of the day', [inventory, deck.hidden, deck.retired, dayFile], report, (say) =>
    checkDay(dayFile, deck, hidden, say),
  );
  checkLengths(dayFile, deck, common.looks, report);
}

/** Where cards are kept: nowhere for layouts of others, which may say something else of a card from one command to the next. */
function settledIn({ dir, layouts, memory }: Chain): Settled {
  return { dir, readings: layouts.length > 1 ? noReadings : memory.readings };
}

/** The result where nothing usable could be loaded. */
function stopped(layers: readonly Layer[], looks: Looks, problems: readonly Problem[]): Loaded {
  const stack: Stack = { sources: [], hidden: new Map(), applied: [] };
  const kit: KitStack = { sources: [], hidden: new Set(), applied: [] };
  const nothing = {
    deck: undefined,
    deckFile: undefined,
    wordPlace: () => undefined,
    further: [],
    lacking: [],
    broken: new Set<string>(),
    stack,
    kit,
  };
  return { ...nothing, layers, looks, problems: sorted(problems) };
}
