import { isDeepStrictEqual } from 'node:util';
import { notAmong } from '../deck/languages/in-languages.ts';
import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import type { Format } from '../model/faces.ts';
import { guideSizes } from '../model/paper.ts';
import type { Shelf } from '../stock/read-stocks.ts';
import { type DrawnPicture, drawItem } from './draw-item.ts';
import { type Item, itemsOf } from './items.ts';
import { formatOf, type Kept, type StudioState, unaccepted } from './studio-state.ts';

/** A card that is drawn before the rest of the deck is read again. */
export interface Early {
  card: Card;
  /** The deck that it is drawn from: that of before, with this card. */
  deck: Deck;
  drawing: ReturnType<typeof drawItem>;
}

/**
 * Begins to draw the card that a saved file holds, if it is one card's only file. That takes as long as reading the deck again, which
 * can be done meanwhile; mostly it finds nothing else changed.
 */
export async function drawEarly(state: StudioState, files: readonly string[]): Promise<Early | undefined> {
  const { deck, again } = state.loaded;
  const [file, ...others] = files;
  if (!deck || !again || file === undefined || others.length > 0) return undefined;
  const card = await again(file);
  // One that was broken is not in the deck.
  if (!card || !deck.cards.some(({ id }) => id === card.id)) return undefined;
  return begun(state, card, { ...deck, cards: deck.cards.map((one) => (one.id === card.id ? card : one)) });
}

/** The same of the card that is looked at, with layouts that were saved: cards are read again with them, and mostly are as they were. */
export function drawShown(state: StudioState): Early | undefined {
  const { deck } = state.loaded;
  const card = deck?.cards.find(({ id }) => id === state.shown);
  return deck && card && begun(state, card, deck);
}

function begun(state: StudioState, card: Card, deck: Deck): Early {
  const drawing = drawItem(card, contextFor(state, deck));
  // Whoever takes it says why it failed; nobody does where the rest of the deck has changed too.
  drawing.catch(() => undefined);
  return { card, deck, drawing };
}

/**
 * Draws an item, unless it was drawn since the deck was read. Where it can't be drawn the last drawing stays, marked as stale.
 *
 * @param early taken where it shows the item and the deck as they are
 */
export async function draw(
  state: StudioState,
  id: string,
  item: NonNullable<Item['drawn']>,
  early?: Early,
): Promise<Kept> {
  const { drawn, revision, loaded } = state;
  const { deck } = loaded;
  const last = drawn.get(id);
  if (last?.revision === revision) return last;
  if (!deck) throw new Error('an item without a deck');
  const isDrawn = early?.card === item && isSame(early.deck, deck);
  const [own, further] = await Promise.all([
    isDrawn ? early.drawing : drawItem(item, contextFor(state, deck)),
    drawFurther(state, id),
  ]);
  const [first] = own.pictures;
  const kept: Kept = {
    pictures: first ? [...own.pictures, ...further.pictures] : (last?.pictures ?? []),
    problems: unaccepted([...own.problems, ...notAmong(further.problems, own.problems)], loaded),
    revision,
    stale: first === undefined && last !== undefined && last.pictures.length > 0,
  };
  drawn.set(id, kept);
  return kept;
}

/** An item in further languages: pictures where it is translated, and what is wrong with it in each. */
async function drawFurther(state: StudioState, id: string): ReturnType<typeof drawItem> {
  const { furtherDrawer: drawer, loaded } = state;
  const { broken, kit, further } = loaded;
  const drawing = further.map(async ({ deck }) => {
    const { drawn } = itemsOf({ deck, broken, kit }, new Set()).find((one) => one.id === id) ?? {};
    // A deck may leave out what is not translated.
    if (!drawn || !drawer) return { pictures: [], problems: [] };
    const { pictures, problems } = await drawItem(drawn, { ...contextFor(state, deck), drawer });
    const isAsItWas = [...deck.untranslated, ...(deck.untranslatedPages ?? [])].includes(id);
    return { pictures: isAsItWas ? [] : inLanguage(pictures, deck), problems };
  });
  const all = await Promise.all(drawing);
  return { pictures: all.flatMap((one) => one.pictures), problems: all.flatMap((one) => one.problems) };
}

/** Pictures that say in which language they are. */
function inLanguage(pictures: readonly DrawnPicture[], { lang, editions }: Deck): DrawnPicture[] {
  const { name: language = lang } = editions.find((one) => one.lang === lang) ?? {};
  return pictures.map((one) => ({ ...one, name: `${lang}-${one.name}`, label: `${one.label}, ${language}` }));
}

/** Whether two decks are the same. Cards that were not read again are the same objects. */
function isSame({ cards, ...deck }: Deck, { cards: others, ...other }: Deck): boolean {
  const areSame = cards.length === others.length && cards.every((card, at) => card === others[at]);
  return areSame && isDeepStrictEqual(deck, other);
}

function contextFor({ drawer, looks, shelf }: StudioState, deck: Deck) {
  if (!drawer) throw new Error('nothing that draws');
  return { deck, drawer, looks, format: formatOf(deck, shelf), paper: guidePaper(deck, shelf) };
}

/** The first of the papers that the guide is printed on. */
function guidePaper({ prints }: Deck, { files }: Shelf): Format {
  const [first] = guideSizes(prints.flatMap((id) => files.get(id)?.data.paper ?? []));
  if (!first) throw new Error('a guide without a paper');
  return first;
}
