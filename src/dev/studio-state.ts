import path from 'node:path';
import { readingCache } from '../caches.ts';
import { checkDeck } from '../check/check-deck.ts';
import type { Covered } from '../check/coverage.ts';
import { withAccepted } from '../deck/chain/accept.ts';
import { type Chain, openChain } from '../deck/chain/chain.ts';
import { type Loaded, loadDeck } from '../deck/deck.ts';
import { notAmong } from '../deck/languages/in-languages.ts';
import { type Drawer, openDrawer } from '../face/drawer.ts';
import { savedLayouts } from '../looks/compile.ts';
import { looksFrom } from '../looks/looks.ts';
import type { Deck } from '../model/deck.ts';
import type { Format } from '../model/faces.ts';
import type { Looks } from '../model/loaded-looks.ts';
import { lookUp } from '../model/look-up.ts';
import { isAccepted, type Problem } from '../model/problem.ts';
import { checkFormat, ownFormat, wishOf } from '../plan/deck-format.ts';
import { checkGuide } from '../plan/guide/guide.ts';
import { noReadings } from '../read/readings.ts';
import { stampsOf } from '../read/stamps.ts';
import { readShelf, type Shelf, type Stocks, stocksFor } from '../stock/read-stocks.ts';
import type { DrawnPicture } from './draw-item.ts';
import { type Item, itemsOf } from './items.ts';
import { idsWithErrors, type ProblemsByItem, problemsByItem } from './show.ts';

/** The deck that the studio opens. Paths are absolute. */
export interface StudioOptions {
  deck: string;
  layouts: string;
  /** Messages name files relative to this folder. */
  root: string;
  /** Whether layouts of this package were saved since it runs: the engine has them as they were. */
  areOursSaved?: boolean;
}

/** An item's last drawing. */
export interface Kept {
  pictures: readonly DrawnPicture[];
  problems: readonly Problem[];
  revision: number;
  stale: boolean;
}

/** A deck as it was last read. */
type Reading = Pick<
  Loaded,
  'deck' | 'problems' | 'broken' | 'deckFile' | 'wordPlace' | 'further' | 'layers' | 'kit' | 'again'
>;

/** The open chain and threads, and the last deck, problems and drawings. */
export interface StudioState {
  /** The deck's chain, opened once; it remembers the files that were read. */
  chain: Chain;
  /** Absolute paths of `layouts/` folders, that of the package first. */
  layouts: readonly [string, ...string[]];
  /** The folder of `savedLayouts`, where layouts of this package were saved. */
  saved?: string | undefined;
  /** Layouts that were loaded, by their code. */
  modules: Map<string, unknown>;
  /** What the deck is read with. Threads that draw load their own. */
  looks: Looks;
  shelf: Shelf;
  drawer?: Drawer;
  /** Draws the deck in further languages, meanwhile. */
  furtherDrawer?: Drawer;
  /** How often the deck was read. */
  revision: number;
  loaded: Reading;
  root: string;
  /** Why the layouts that were saved last can't be used: those before them draw on. */
  unusable: readonly Problem[];
  found: readonly Problem[];
  /** The same by item. */
  faults: ProblemsByItem;
  /** Cards whose characters are in the fonts. */
  covered: Covered;
  items: readonly Item[];
  drawn: Map<string, Kept>;
  /** The id of the item that is looked at. */
  shown?: string;
}

/** Loads a deck, its looks and papers, and finds its problems. Throws where a layout's code can't be loaded. */
export async function openState(options: StudioOptions): Promise<StudioState> {
  const state = await stateFor(options);
  await load(state, state.chain);
  // What is read from now on is remembered here: kept for other commands it would be written out at each save.
  state.chain = { ...state.chain, memory: { ...state.chain.memory, readings: noReadings } };
  check(state);
  return state;
}

async function stateFor({ deck: dir, layouts: shipped, root, areOursSaved }: StudioOptions): Promise<StudioState> {
  const chain = await openChain({ dir, root, cache: await readingCache() });
  const [, ...own] = chain.layouts;
  const layouts = [shipped, ...own] as const;
  const saved = areOursSaved ? await savedLayouts() : undefined;
  const modules = new Map();
  return {
    ...{ chain, layouts, saved, modules, root },
    ...{ revision: 0, unusable: [], found: [], faults: new Map(), covered: new WeakMap(), items: [], drawn: new Map() },
    looks: await looksFrom(layouts, { saved, known: modules }),
    shelf: await shelfOf(chain, layouts),
    loaded: {
      ...{
        deck: undefined,
        problems: [],
        broken: new Set(),
        deckFile: undefined,
        wordPlace: () => undefined,
        further: [],
        layers: [],
      },
      kit: { sources: [], hidden: new Set(), applied: [] },
    },
  };
}

/** The papers and formats of `layouts/` folders: read again where one of their files has changed, not with each change of a face. */
export async function shelfOf({ memory, root }: Chain, layouts: readonly string[]): Promise<Shelf> {
  const files = layouts.flatMap((dir) => [path.join(dir, 'stocks'), path.join(dir, 'formats.yaml')]);
  return await memory.recall(
    'shelf',
    [stampsOf(files).text],
    () => {},
    async () => await readShelf(layouts, root, memory.readings),
  );
}

/** Reads the deck: its items, and threads that draw them. Its problems are those of before until it is checked. */
export async function load(state: StudioState, chain: Chain): Promise<void> {
  const { looks, layouts, saved, shelf, root } = state;
  const loaded = await loadDeck(chain, { looks });
  state.loaded = loaded;
  state.items = itemsOf(loaded, idsWithErrors(loaded.problems, loaded.layers));
  state.revision += 1;
  if (!loaded.deck) return;
  const how = { layouts, saved, root, formatOf: (deck: Deck) => formatOf(deck, shelf) };
  state.drawer ??= openDrawer(loaded.deck, how);
  const [further] = loaded.further;
  if (further) state.furtherDrawer ??= openDrawer(further.deck, how);
}

/** The threads that draw. */
export function drawersOf({ drawer, furtherDrawer }: StudioState): Drawer[] {
  return [drawer, furtherDrawer].flatMap((one) => one ?? []);
}

/** Finds the deck's problems that need no drawing, in all languages that deck.yaml names. */
export function check(state: StudioState): void {
  const { loaded, looks, shelf, covered } = state;
  const { deck, problems, broken, wordPlace } = loaded;
  const cards = deck ? checkDeck(deck, looks, broken, { covered, wordPlace }) : [];
  const size = deck && !deck.ownFormat ? checkFormat(wishOf(deck, loaded), shelf.formats) : [];
  const stocks = deck ? stocksOn(state, formatOf(deck, shelf)) : shelf;
  const own = [...state.unusable, ...stocks.problems, ...problems, ...cards, ...size];
  state.found = unaccepted([...own, ...notAmong(furtherProblems(state), own)], loaded);
  state.faults = problemsByItem(state.found, loaded.layers);
}

/** What is wrong with the deck in further languages, as `check` says before it draws. */
function furtherProblems({ loaded, looks, covered }: StudioState): Problem[] {
  return loaded.further.flatMap(({ deck, wordPlace, problems }) => [
    ...problems,
    ...checkGuide(deck, looks),
    ...checkDeck(deck, looks, loaded.broken, { covered, wordPlace }),
  ]);
}

/** The stocks for cards of a format. Laid out once: they change with a paper or the format alone. */
function stocksOn({ chain, shelf }: StudioState, format: Format): Stocks {
  return chain.memory.recall(
    'stocks',
    [shelf, format],
    () => {},
    () => stocksFor(shelf, format),
  );
}

/** Problems that somebody should look at. */
export function unaccepted(problems: readonly Problem[], { layers }: Reading): Problem[] {
  return withAccepted(problems, layers).filter((one) => !isAccepted(one));
}

/** The deck's format. `check` reports one that does not exist; until that is mended, cards are shown as poker cards. */
export function formatOf(deck: Deck, { formats }: Shelf): Format {
  const format = ownFormat(deck, formats) ?? lookUp(formats, deck.format) ?? formats.poker;
  if (!format) throw new Error('formats.yaml has no poker cards');
  return format;
}
