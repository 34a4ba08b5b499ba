import path from 'node:path';
import { checkDeck } from '../check/check-deck.ts';
import { withAccepted } from '../deck/chain/accept.ts';
import { type Chain, openChain } from '../deck/chain/chain.ts';
import { type Loaded, loadDeck } from '../deck/deck.ts';
import { SAFE_MARGIN } from '../face/draw.ts';
import { type Drawer, type DrawnCard, openDrawer } from '../face/drawer.ts';
import { loadLooks } from '../looks/looks.ts';
import type { Card, Side } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { FACE_BLEED, type Format } from '../model/faces.ts';
import type { Looks } from '../model/loaded-looks.ts';
import { lookUp } from '../model/look-up.ts';
import { isAccepted, type Problem } from '../model/problem.ts';
import { checkFormat, ownFormat, wishOf } from '../plan/deck-format.ts';
import { openScreen } from '../raster/screen.ts';
import { readShelf, type Shelf, stocksFor } from '../stock/read-stocks.ts';
import { entriesOf, isOf, problemView } from './show.ts';
import type { CardView, Overview } from './views.ts';

/** The deck that the studio opens. Paths are absolute. */
export interface StudioOptions {
  deck: string;
  layouts: string;
  /** Messages name files relative to this folder. */
  root: string;
}

/** A deck that is kept loaded, and drawn card by card. */
export interface Studio {
  /** Reads the deck again. `saved` is the card of the last of these files that is one. */
  refresh(files: readonly string[]): Promise<{ revision: number; saved?: CardView }>;
  overview(): Promise<Overview>;
  /** A card with its problems; undefined where there is no such card. */
  card(id: string): Promise<CardView | undefined>;
  /** A side as PNG, with its bleed; undefined where it can't be drawn. */
  picture(id: string, side: Side, dpi: number): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}

/** A card's last drawing. */
interface Kept extends DrawnCard {
  revision: number;
  stale: boolean;
}

/** A deck as it was last read. */
type Reading = Pick<Loaded, 'deck' | 'problems' | 'broken' | 'deckFile' | 'layers'>;

/** The open chain and threads, and the deck, problems and drawings as they were last. */
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
  found: readonly Problem[];
  drawn: Map<string, Kept>;
}

/** Loads a deck and starts what draws it. Throws where a layout's code can't be loaded. */
export async function openStudio(options: StudioOptions): Promise<Studio> {
  const state = await stateFor(options);
  const screen = await openScreen();
  await load(state, state.chain);
  check(state);
  return {
    refresh: (files) => refresh(state, files),
    overview: async () => overviewOf(state),
    card: (id) => viewOf(state, id),
    async picture(id, side, dpi) {
      const pdf = state.drawn.get(id)?.pdf;
      return pdf && (await screen.picture(pdf, side === 'front' ? 0 : 1, dpi));
    },
    async close() {
      screen.close();
      await state.drawer?.close();
    },
  };
}

async function stateFor({ deck: dir, layouts: shipped, root }: StudioOptions): Promise<StudioState> {
  const chain = await openChain({ dir, root });
  const [, ...own] = chain.layouts;
  const layouts = [shipped, ...own] as const;
  return {
    ...{ chain, layouts, revision: 0, found: [], drawn: new Map() },
    looks: await loadLooks(...layouts),
    shelf: await readShelf(layouts, root),
    loaded: { deck: undefined, problems: [], broken: new Set(), deckFile: undefined, layers: [] },
  };
}

async function load(state: StudioState, chain: Chain): Promise<void> {
  const { looks, layouts, shelf } = state;
  state.loaded = await loadDeck(chain, { looks });
  state.revision += 1;
  if (state.loaded.deck) state.drawer ??= openDrawer(layouts, state.loaded.deck, (deck) => formatOf(deck, shelf));
}

/** Finds the deck's problems that need no drawing. */
function check(state: StudioState): void {
  const { loaded, looks, shelf } = state;
  const { deck, problems, broken } = loaded;
  const cards = deck ? checkDeck(deck, looks, broken) : [];
  const size = deck && !deck.ownFormat ? checkFormat(wishOf(deck, loaded), shelf.formats) : [];
  const stocks = deck ? stocksFor(shelf, formatOf(deck, shelf)) : shelf;
  state.found = unaccepted([...stocks.problems, ...problems, ...cards, ...size], loaded);
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

/** A card as it is drawn now; the last drawing stays where it can't be. */
async function draw(state: StudioState, card: Card): Promise<Kept> {
  const { drawn, revision, loaded, drawer, looks } = state;
  const last = drawn.get(card.id);
  if (last?.revision === revision) return last;
  if (!loaded.deck || !drawer) throw new Error('a card without a deck');
  const { pdf = last?.pdf, problems } = await drawer.draw(loaded.deck, card, looks);
  const kept: Kept = {
    problems: unaccepted(problems, loaded),
    revision,
    stale: pdf !== undefined && pdf === last?.pdf,
    ...(pdf && { pdf }),
  };
  drawn.set(card.id, kept);
  return kept;
}

async function refresh(state: StudioState, files: readonly string[]): Promise<{ revision: number; saved?: CardView }> {
  await load(state, await openChain(state.chain));
  const { deck, broken } = state.loaded;
  const ids = files.filter((file) => file.endsWith('.mdx')).map((file) => path.basename(file, '.mdx'));
  const saved = ids.findLast((id) => deck?.cards.some((card) => card.id === id) || broken.has(id));
  const card = deck?.cards.find((one) => one.id === saved);
  // The thread draws while this one checks.
  const drawing = card && draw(state, card);
  check(state);
  await drawing;
  const view = saved === undefined ? undefined : await viewOf(state, saved);
  return { revision: state.revision, ...(view && { saved: view }) };
}

async function viewOf(state: StudioState, id: string): Promise<CardView | undefined> {
  const { loaded, drawn, found } = state;
  const card = loaded.deck?.cards.find((one) => one.id === id);
  const kept = card ? await draw(state, card) : drawn.get(id);
  const own = found.filter((problem) => isOf(problem, id));
  if (!card && !loaded.broken.has(id)) return undefined;
  return {
    id,
    code: card?.code ?? '',
    title: card?.title ?? id,
    file: card?.file ?? own[0]?.file ?? `${id}.mdx`,
    revision: state.revision,
    problems: [...own, ...(card ? (kept?.problems ?? []) : [])].map(problemView),
    sides: kept?.pdf ? ['front', 'back'] : [],
    stale: kept?.pdf !== undefined && (!card || kept.stale),
  };
}

function overviewOf({ chain, loaded, found, shelf, revision }: StudioState): Overview {
  const { deck, broken } = loaded;
  const { width, height, radius } = deck ? formatOf(deck, shelf) : { width: 63.5, height: 88.9, radius: 3 };
  const cards = entriesOf(deck, broken, found);
  const ids = cards.map(({ id }) => id);
  const colours = deck?.theme.colour;
  const suits = deck?.suits ?? [];
  return {
    revision,
    name: deck?.name ?? path.basename(chain.dir),
    suits: suits.map(({ id, name, colour }) => ({ id, name, colour: lookUp(colours, colour) ?? '#000000' })),
    cards,
    problems: found.filter((problem) => !ids.some((id) => isOf(problem, id))).map(problemView),
    size: { width, height, radius, bleed: FACE_BLEED, safe: SAFE_MARGIN },
  };
}
