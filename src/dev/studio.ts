import path from 'node:path';
import { checkDeck } from '../check/check.ts';
import { layoutDirs } from '../deck/chain/folders.ts';
import { type Loaded, loadDeck } from '../deck/deck.ts';
import { SAFE_MARGIN } from '../face/draw.ts';
import { type Drawer, type DrawnCard, openDrawer } from '../face/drawer.ts';
import { loadLooks } from '../looks/looks.ts';
import type { Card, Side } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { FACE_BLEED, type Format } from '../model/faces.ts';
import { lookUp } from '../model/look-up.ts';
import type { Problem } from '../model/problem.ts';
import { checkFormat, ownFormat, wishOf } from '../plan/formats.ts';
import { openScreen } from '../raster/screen.ts';
import { openMemory } from '../read/memory.ts';
import { layoutsDir } from '../read/package.ts';
import { readShelf, stocksFor } from '../stock/read-stocks.ts';
import { entriesOf, isOf, problemView } from './show.ts';
import type { CardView, Overview } from './views.ts';

/** What the studio is opened on. Paths are absolute. */
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
  /** Undefined where there is no such card. */
  card(id: string): Promise<CardView | undefined>;
  /** A side as PNG, with its bleed; undefined where it can't be drawn. */
  picture(id: string, side: Side, dpi: number): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}

/** What was last drawn of a card. */
interface Kept extends DrawnCard {
  revision: number;
  stale: boolean;
}

/** Loads a deck and starts what draws it. Throws where a layout's code can't be loaded. */
export async function openStudio({ deck: dir, layouts, root }: StudioOptions): Promise<Studio> {
  const own = (await layoutDirs(dir)).filter((one) => one !== layoutsDir);
  const looks = await loadLooks(layouts, ...own);
  const shelf = await readShelf([layouts, ...own], root);
  const screen = await openScreen();
  const memory = openMemory();
  const drawn = new Map<string, Kept>();
  let drawer: Drawer | undefined;
  let revision = 0;
  let loaded: Pick<Loaded, 'deck' | 'problems' | 'broken' | 'deckFile'> = {
    deck: undefined,
    problems: [],
    broken: new Set(),
    deckFile: undefined,
  };
  let found: readonly Problem[] = [];

  async function load(): Promise<void> {
    loaded = await loadDeck({ dir, root, looks, memory });
    revision += 1;
    if (loaded.deck) drawer ??= openDrawer([layouts, ...own], loaded.deck, formatOf);
  }

  function check(): void {
    const { deck, problems, broken } = loaded;
    const cards = deck ? checkDeck(deck, looks, broken) : [];
    const size = deck && !deck.ownFormat ? checkFormat(wishOf(deck, loaded), shelf.formats) : [];
    found = [...(deck ? stocksFor(shelf, formatOf(deck)) : shelf).problems, ...problems, ...cards, ...size];
  }

  function formatOf(deck: Deck): Format {
    // One that there is not is said; its cards are shown as poker cards meanwhile.
    const format = ownFormat(deck, shelf.formats) ?? lookUp(shelf.formats, deck.format) ?? shelf.formats.poker;
    if (!format) throw new Error('formats.yaml has no poker cards');
    return format;
  }

  async function draw(card: Card): Promise<Kept> {
    const last = drawn.get(card.id);
    if (last?.revision === revision) return last;
    const now = revision;
    const { deck } = loaded;
    if (!deck || !drawer) throw new Error('a card without a deck');
    const { pdf = last?.pdf, problems } = await drawer.draw(deck, card, looks);
    const kept: Kept = { problems, revision: now, stale: pdf !== undefined && pdf === last?.pdf, ...(pdf && { pdf }) };
    drawn.set(card.id, kept);
    return kept;
  }

  async function viewOf(id: string): Promise<CardView | undefined> {
    const card = loaded.deck?.cards.find((one) => one.id === id);
    const kept = card ? await draw(card) : drawn.get(id);
    const own = found.filter((problem) => isOf(problem, id));
    if (!card && !loaded.broken.has(id)) return undefined;
    return {
      id,
      code: card?.code ?? '',
      title: card?.title ?? id,
      file: card?.file ?? own[0]?.file ?? `${id}.mdx`,
      revision,
      problems: [...own, ...(card ? (kept?.problems ?? []) : [])].map(problemView),
      sides: kept?.pdf ? ['front', 'back'] : [],
      stale: kept?.pdf !== undefined && (!card || kept.stale),
    };
  }

  await load();
  check();
  return {
    async refresh(files) {
      await load();
      const ids = files.filter((file) => file.endsWith('.mdx')).map((file) => path.basename(file, '.mdx'));
      const saved = ids.findLast((id) => loaded.deck?.cards.some((card) => card.id === id) || loaded.broken.has(id));
      const card = loaded.deck?.cards.find((one) => one.id === saved);
      // The thread draws while this one checks.
      const drawing = card && draw(card);
      check();
      await drawing;
      const view = saved === undefined ? undefined : await viewOf(saved);
      return { revision, ...(view && { saved: view }) };
    },
    async overview() {
      const { deck, broken } = loaded;
      const format = deck && formatOf(deck);
      const { width, height, radius } = format ?? { width: 63.5, height: 88.9, radius: 3 };
      const cards = entriesOf(deck, broken, found);
      const ids = new Set(cards.map(({ id }) => id));
      const colours = deck?.theme.colour ?? {};
      return {
        revision,
        name: deck?.name ?? path.basename(dir),
        suits: (deck?.suits ?? []).map(({ id, name, colour }) => ({
          id,
          name,
          colour: lookUp(colours, colour) ?? '#000000',
        })),
        cards,
        problems: found.filter((problem) => ![...ids].some((id) => isOf(problem, id))).map(problemView),
        size: { width, height, radius, bleed: FACE_BLEED, safe: SAFE_MARGIN },
      };
    },
    card: viewOf,
    async picture(id, side, dpi) {
      const pdf = drawn.get(id)?.pdf;
      return pdf && (await screen.picture(pdf, side === 'front' ? 0 : 1, dpi));
    },
    async close() {
      screen.close();
      await drawer?.close();
    },
  };
}
