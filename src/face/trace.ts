import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { kitFace, type PaperPage, possiblePages } from '../model/kit.ts';
import { lookInto } from '../model/look-into.ts';
import { noting } from '../model/noting.ts';

// Which parts of a deck a document was drawn from. While these stay the same it is not drawn again, whatever else has changed.
//
// What is read is noted as a path: `words`, `cards` (which cards there are, and their order), `cards/because-you-row/title`, `glyphs/bell`,
// `pictures/art/logo.png`, `pages/board:gap:a3-landscape`; `cards/because-you-row/*` and `*` where all of a thing was read.

/** A deck that notes which of its parts are read. */
export interface Traced {
  deck: Deck;
  /** The same cards as those of `deck`, by id. */
  cards: ReadonlyMap<string, Card>;
  /** Paths of what was read so far. */
  read: Set<string>;
}

/** Parts of the deck whose entries are noted one by one. */
const BY_NAME = ['glyphs', 'pictures'] as const;

/** A deck to hand to layouts. What is noted apart, as each face is, needs one of its own. */
export function traced(deck: Deck): Traced {
  const read = new Set<string>();
  const notingCards = noting<Card>(({ id }, key) => {
    // Whoever has a card knows its id: it was asked for by it, or is one of `cards`, whose ids are noted. Most faces look for others by it.
    if (key !== 'id') read.add(`cards/${id}/${key}`);
  });
  const cards = deck.cards.map(notingCards);
  const parts = Object.fromEntries(
    BY_NAME.map((part) => [part, noting<object>((_, name) => read.add(`${part}/${name}`))(deck[part])] as const),
  );
  const silent = new Set<string>(BY_NAME);
  const shown = noting<Deck>((_, key) => {
    if (!silent.has(key)) read.add(key);
  })({ ...deck, ...parts, cards });
  return { deck: shown, cards: new Map(deck.cards.map(({ id }, at) => [id, cards[at] as Card])), read };
}

/** Gives the value at a path of a deck; undefined where there is none. */
export function readingsOf(deck: Deck): (path: string) => unknown {
  const cards = new Map(deck.cards.map((card) => [card.id, card]));
  let pages: ReadonlyMap<string, PaperPage> | undefined;
  return (path) => {
    const [part = '', name = '', key = ''] = partsOf(path);
    if (path === '*') return deck;
    if (path === 'cards') return deck.cards.map(({ id }) => id);
    if (part === 'cards') return key === '*' ? cards.get(name) : lookInto(cards.get(name), key);
    if (part === 'pages') {
      pages ??= new Map(possiblePages(deck).map((page) => [kitFace(page).card, page]));
      return pages.get(name);
    }
    if (BY_NAME.some((one) => one === part))
      return name === '*' ? lookInto(deck, part) : lookInto(lookInto(deck, part), name);
    return lookInto(deck, path);
  };
}

/** The parts of a path: `cards/ID/KEY`, `glyphs/NAME` or a part of the deck. A name may itself have slashes in it. */
function partsOf(path: string): string[] {
  const [part = '', ...rest] = path.split('/');
  return part === 'cards' ? [part, ...rest] : [part, rest.join('/')];
}
