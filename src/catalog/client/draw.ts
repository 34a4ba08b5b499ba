import { counted, filled } from '../../../layouts/words/words.ts';
import type { IndexCard, IndexData, TextsData } from './card-data.ts';
import { indexData, textsData } from './data.ts';
import { make, need, setQuery, toast } from './dom.ts';
import { fillChoices, showChoices } from './draw-choices.ts';
import {
  type Draw,
  type DrawPlace,
  type DrawResult,
  drawCards,
  isLimited,
  placesOf,
  readDraw,
  unknownPlaces,
  writeDraw,
} from './drawing.ts';
import { passes, readFilter, unknownIn, writeFilter } from './filter.ts';
import { leftOutLines } from './left-out.ts';
import { keepHand, myHand } from './store.ts';
import { thumb } from './thumb.ts';
import { words } from './words.ts';

/** A draw with cards for each place; the seed, the places, limits and kept cards are in the address. */
export async function startDraw(): Promise<void> {
  const [index, texts] = await Promise.all([indexData(), textsData()]);
  const places = placesOf(index);
  const { usual } = index.draw;
  let draw = readDraw(location.search, places, usual);
  let drawn: readonly IndexCard[] = [];
  const notes = make('div', { role: 'status' });

  function show(next: Draw, push: boolean, leftOut: readonly string[] = []): void {
    const { cards, short } = drawCards(eligible(index, next), places, next);
    drawn = cards;
    draw = { ...next, kept: next.kept.filter((id) => drawn.some((card) => card[0] === id)) };
    const lost = next.kept.filter((id) => !draw.kept.includes(id));
    const lines = [...leftOutLines(leftOut), ...missingLines(short, lost, index)];
    notes.replaceChildren(...lines.map((line) => make('p', { class: 'note' }, line)));
    setQuery(writeDraw(draw, places, usual), push);
    showCards(drawn, draw.kept, texts, (kept) => show({ ...draw, kept }, false));
    showChoices(draw);
  }

  need('draw').before(notes);
  fillChoices(index, places, (choice) => show({ ...draw, ...choice }, true));
  need('draw-again').addEventListener('click', () => show({ ...draw, seed: newSeed() }, true));
  need('draw-take').addEventListener('click', () => take(drawn));
  function read(): void {
    const { seed, limits, ...asked } = readDraw(location.search, places, usual);
    const known = writeFilter({ ...readFilter(limits, index), words: '' }, index);
    const leftOut = unknownInDraw(location.search, index, places);
    show({ ...asked, seed: seed || newSeed(), limits: known }, false, leftOut);
  }
  window.addEventListener('popstate', read);
  read();
}

/** What of an address the deck does not have: places, facets and their values. */
function unknownInDraw(query: string, index: IndexData, places: readonly DrawPlace[]): string[] {
  return [...unknownPlaces(query, places), ...unknownIn(query, index, ['seed', 'places', 'keep'])];
}

/** What could not be drawn: too few cards for a place, kept cards that are beyond the limits. */
function missingLines(short: DrawResult['short'], lost: readonly string[], { cards }: IndexData): string[] {
  return [
    ...short.map(({ place: { name }, wanted, found }) =>
      found === 0 ? filled(words.noneDrawn, { name }) : filled(words.fewDrawn, { name, found, wanted }),
    ),
    ...lost.map((id) => filled(words.notKeptInDraw, { title: cards.find((card) => card[0] === id)?.[2] ?? id })),
  ];
}

/** All cards but those of the limited suit that are beyond the limits. */
function eligible(index: IndexData, { limits }: Draw): IndexCard[] {
  const { chosen } = readFilter(limits, index);
  return index.cards.filter((card) => !isLimited(index, card) || passes(card, chosen));
}

function showCards(
  drawn: readonly IndexCard[],
  kept: readonly string[],
  texts: TextsData,
  change: (kept: string[]) => void,
): void {
  const rows = drawn.map((card) => {
    const [id, , title] = card;
    const on = kept.includes(id);
    const toggle = () => {
      change(on ? kept.filter((one) => one !== id) : [...kept, id]);
      document.querySelector<HTMLElement>(`[data-id="${id}"] .small`)?.focus();
    };
    const label = { 'aria-pressed': String(on), 'aria-label': filled(words.keepOne, { title }) };
    const button = make(
      'button',
      { type: 'button', class: 'small', ...label, onclick: toggle },
      on ? words.kept : words.keep,
    );
    return thumb(card, texts, make('div', { class: 'held' }, button));
  });
  need('draw').replaceChildren(...rows);
  need('draw-said').textContent = filled(words.drawn, { cards: drawn.map((card) => card[2]).join(', ') });
}

function take(drawn: readonly IndexCard[]): void {
  const hand = myHand();
  const more = drawn.filter((card) => !hand.some((held) => held.id === card[0])).map(([id]) => ({ id, copies: 1 }));
  if (!keepHand([...hand, ...more])) return;
  toast(filled(words.putInHand, { cards: counted(more.length, words.howManyCards) }));
}

/** Six letters: enough that two tables do not draw alike. */
function newSeed(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz';
  return [...crypto.getRandomValues(new Uint8Array(6))].map((one) => letters[one % letters.length]).join('');
}
