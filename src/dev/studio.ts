import path from 'node:path';
import { readingCache } from '../caches.ts';
import { checkDeck } from '../check/check-deck.ts';
import { withAccepted } from '../deck/chain/accept.ts';
import { type Chain, openChain } from '../deck/chain/chain.ts';
import { subjectsOf } from '../deck/chain/subject.ts';
import { type Loaded, loadDeck } from '../deck/deck.ts';
import { type Drawer, openDrawer } from '../face/drawer.ts';
import { loadLooks } from '../looks/looks.ts';
import { layoutProblems } from '../looks/mistake.ts';
import type { Deck } from '../model/deck.ts';
import type { Format } from '../model/faces.ts';
import type { Looks } from '../model/loaded-looks.ts';
import { lookUp } from '../model/look-up.ts';
import { guideSizes } from '../model/paper.ts';
import { isAccepted, type Problem } from '../model/problem.ts';
import { checkFormat, ownFormat, wishOf } from '../plan/deck-format.ts';
import { openScreen } from '../raster/screen.ts';
import { noReadings } from '../read/readings.ts';
import { stampsOf } from '../read/stamps.ts';
import { readShelf, type Shelf, type Stocks, stocksFor } from '../stock/read-stocks.ts';
import { type DrawnPicture, drawItem } from './draw-item.ts';
import { type Item, itemsOf, KIT_GROUPS } from './items.ts';
import { idsWithErrors, listedItem, type ProblemsByItem, problemsByItem, problemView } from './show.ts';
import type { ItemView, Overview } from './views.ts';

/** The deck that the studio opens. Paths are absolute. */
export interface StudioOptions {
  deck: string;
  layouts: string;
  /** Messages name files relative to this folder. */
  root: string;
}

/** A deck that is kept loaded, and drawn item by item: cards, boards, worksheets, chapters. */
export interface Studio {
  /** Reads the deck again after files were saved. `saved` is the item that they are about: of several the last, of none left out. */
  refresh(files: readonly string[]): Promise<{ revision: number; saved?: ItemView }>;
  /** The same after an organization's own layouts were saved: these are loaded anew. Those that can't be are a problem of the deck. */
  relook(files: readonly string[]): Promise<{ revision: number; saved?: ItemView }>;
  overview(): Promise<Overview>;
  /** An item with its problems; undefined where there is no such item. */
  item(id: string): Promise<ItemView | undefined>;
  /** One of an item's pictures as PNG, with its bleed; undefined where it can't be drawn. */
  picture(id: string, name: string, dpi: number): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}

/** An item's last drawing. */
interface Kept {
  pictures: readonly DrawnPicture[];
  problems: readonly Problem[];
  revision: number;
  stale: boolean;
}

/** A deck as it was last read. */
type Reading = Pick<Loaded, 'deck' | 'problems' | 'broken' | 'deckFile' | 'layers' | 'kit'>;

/** The open chain and threads, and the last deck, problems and drawings. */
interface StudioState {
  /** The deck's chain, opened once; it remembers the files that were read. */
  chain: Chain;
  /** Absolute paths of `layouts/` folders, that of the package first. */
  layouts: readonly [string, ...string[]];
  looks: Looks;
  shelf: Shelf;
  drawer?: Drawer;
  /** How often the deck was read. */
  revision: number;
  loaded: Reading;
  root: string;
  /** Why the layouts that were saved last can't be used: those before them draw on. */
  unusable: readonly Problem[];
  found: readonly Problem[];
  /** The same by item. */
  faults: ProblemsByItem;
  items: readonly Item[];
  drawn: Map<string, Kept>;
}

/** Loads a deck and starts what draws it. Throws where a layout's code can't be loaded. */
export async function openStudio(options: StudioOptions): Promise<Studio> {
  const state = await stateFor(options);
  const screen = await openScreen();
  await load(state, state.chain);
  // What is read from now on is remembered here: kept for other commands it would be written out at each save.
  state.chain = { ...state.chain, memory: { ...state.chain.memory, readings: noReadings } };
  check(state);
  return {
    refresh: (files) => refresh(state, files),
    relook: (files) => relook(state, files),
    overview: async () => overviewOf(state),
    item: (id) => viewOf(state, id),
    async picture(id, name, dpi) {
      const found = state.drawn.get(id)?.pictures.find((one) => one.name === name);
      return found && (await screen.picture(found.pdf, found.page, dpi));
    },
    async close() {
      screen.close();
      await state.drawer?.close();
    },
  };
}

async function stateFor({ deck: dir, layouts: shipped, root }: StudioOptions): Promise<StudioState> {
  const chain = await openChain({ dir, root, cache: await readingCache() });
  const [, ...own] = chain.layouts;
  const layouts = [shipped, ...own] as const;
  return {
    ...{ chain, layouts, root, revision: 0, unusable: [], found: [], faults: new Map(), items: [], drawn: new Map() },
    looks: await loadLooks(...layouts),
    shelf: await shelfOf(chain, layouts),
    loaded: {
      ...{ deck: undefined, problems: [], broken: new Set(), deckFile: undefined, layers: [] },
      kit: { sources: [], hidden: new Set(), applied: [] },
    },
  };
}

/** The papers and formats of `layouts/` folders: read again where one of their files has changed, not with each change of a face. */
async function shelfOf({ memory, root }: Chain, layouts: readonly string[]): Promise<Shelf> {
  const files = layouts.flatMap((dir) => [path.join(dir, 'stocks'), path.join(dir, 'formats.yaml')]);
  return await memory.recall(
    'shelf',
    [stampsOf(files).text],
    () => {},
    async () => await readShelf(layouts, root, memory.readings),
  );
}

async function load(state: StudioState, chain: Chain): Promise<void> {
  const { looks, layouts, shelf, root } = state;
  const loaded = await loadDeck(chain, { looks });
  state.loaded = loaded;
  state.items = itemsOf(loaded, idsWithErrors(loaded.problems, loaded.layers));
  state.revision += 1;
  if (!loaded.deck) return;
  state.drawer ??= openDrawer(loaded.deck, { layouts, root, formatOf: (deck) => formatOf(deck, shelf) });
}

/** Finds the deck's problems that need no drawing. */
function check(state: StudioState): void {
  const { loaded, looks, shelf } = state;
  const { deck, problems, broken } = loaded;
  const cards = deck ? checkDeck(deck, looks, broken) : [];
  const size = deck && !deck.ownFormat ? checkFormat(wishOf(deck, loaded), shelf.formats) : [];
  const stocks = deck ? stocksOn(state, formatOf(deck, shelf)) : shelf;
  state.found = unaccepted([...state.unusable, ...stocks.problems, ...problems, ...cards, ...size], loaded);
  state.faults = problemsByItem(state.found, loaded.layers);
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
function unaccepted(problems: readonly Problem[], { layers }: Reading): Problem[] {
  return withAccepted(problems, layers).filter((one) => !isAccepted(one));
}

/** The deck's format. `check` reports one that does not exist; until that is mended, cards are shown as poker cards. */
function formatOf(deck: Deck, { formats }: Shelf): Format {
  const format = ownFormat(deck, formats) ?? lookUp(formats, deck.format) ?? formats.poker;
  if (!format) throw new Error('formats.yaml has no poker cards');
  return format;
}

/** Draws an item, unless it was drawn since the deck was read. Where it can't be drawn the last drawing stays, marked as stale. */
async function draw(state: StudioState, id: string, item: NonNullable<Item['drawn']>): Promise<Kept> {
  const { drawn, revision, loaded, drawer, looks, shelf } = state;
  const { deck } = loaded;
  const last = drawn.get(id);
  if (last?.revision === revision) return last;
  if (!deck || !drawer) throw new Error('an item without a deck');
  const context = { deck, drawer, looks, format: formatOf(deck, shelf), paper: guidePaper(deck, shelf) };
  const { pictures, problems } = await drawItem(item, context);
  const [first] = pictures;
  const kept: Kept = {
    pictures: first ? pictures : (last?.pictures ?? []),
    problems: unaccepted(problems, loaded),
    revision,
    stale: first === undefined && last !== undefined && last.pictures.length > 0,
  };
  drawn.set(id, kept);
  return kept;
}

/** The first of the papers that the guide is printed on. */
function guidePaper({ prints }: Deck, { files }: Shelf): Format {
  const [first] = guideSizes(prints.flatMap((id) => files.get(id)?.data.paper ?? []));
  if (!first) throw new Error('a guide without a paper');
  return first;
}

/**
 * Loads layouts anew in this thread and in that which draws: starting these again would take seconds. Compiled layouts have another
 * address after each change, so that Node loads them as other modules.
 */
async function relook(state: StudioState, files: readonly string[]): Promise<{ revision: number; saved?: ItemView }> {
  const [shipped] = state.layouts;
  const [, ...own] = (await openChain(state.chain)).layouts;
  const layouts = [shipped, ...own] as const;
  try {
    state.looks = await loadLooks(...layouts);
    state.unusable = [];
    state.layouts = layouts;
    state.shelf = await shelfOf(state.chain, layouts);
    state.drawer?.relook(layouts);
  } catch (cause) {
    state.unusable = layoutProblems(cause, state.root);
  }
  return await refresh(state, files);
}

async function refresh(state: StudioState, files: readonly string[]): Promise<{ revision: number; saved?: ItemView }> {
  await load(state, await openChain(state.chain));
  const { items, loaded } = state;
  const about = files.flatMap((file) =>
    loaded.layers.flatMap((layer) => subjectsOf({ file: layer.folder.show(file) }, [layer])),
  );
  const id = about.findLast((one) => items.some((item) => item.id === one));
  const item = items.find((one) => one.id === id);
  // The thread draws while this one checks.
  const drawing = item?.drawn && draw(state, item.id, item.drawn);
  check(state);
  await drawing;
  const view = item && (await viewOf(state, item.id));
  return { revision: state.revision, ...(view && { saved: view }) };
}

async function viewOf(state: StudioState, id: string): Promise<ItemView | undefined> {
  const item = state.items.find((one) => one.id === id);
  if (!item) return undefined;
  const kept = item.drawn ? await draw(state, id, item.drawn) : state.drawn.get(id);
  const own = state.faults.get(id) ?? [];
  const pictures = kept?.pictures ?? [];
  return {
    id,
    code: item.code,
    title: item.title,
    file: item.drawn ? item.file : (own[0]?.file ?? item.file),
    revision: state.revision,
    problems: [...own, ...(item.drawn ? (kept?.problems ?? []) : [])].map(problemView),
    pictures: pictures.map(({ name, label, size }) => ({ name, label, size })),
    stale: pictures.length > 0 && (!item.drawn || kept?.stale === true),
  };
}

function overviewOf({ chain, loaded, found, faults, items, revision }: StudioState): Overview {
  const { deck, layers } = loaded;
  const ids = new Set(items.map(({ id }) => id));
  const colours = deck?.theme.colour;
  const suits = deck?.suits ?? [];
  return {
    revision,
    name: deck?.name ?? path.basename(chain.dir),
    groups: [
      ...suits.map(({ id, name, colour }) => ({ id, name, colour: lookUp(colours, colour) ?? '#000000' })),
      ...KIT_GROUPS.map((one) => ({ ...one, colour: lookUp(colours, 'ink') ?? '#000000' })),
    ],
    items: items.map((item) => listedItem(item, faults)),
    problems: found.filter((one) => !subjectsOf(one, layers).some((id) => ids.has(id))).map(problemView),
  };
}
