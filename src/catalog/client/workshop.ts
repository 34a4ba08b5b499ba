import { filled } from '../../../layouts/words/words.ts';
import { lookUp } from '../../model/look-up.ts';
import { cameFrom } from './came-from.ts';
import type { IndexCard, IndexData } from './card-data.ts';
import { indexData, textsData } from './data.ts';
import { make, need } from './dom.ts';
import { passes, readFilter, unknownIn } from './filter.ts';
import { fullScreen } from './full-screen.ts';
import { linkedHand } from './hand-link.ts';
import { onKeys } from './keys.ts';
import { leftOutLines } from './left-out.ts';
import { slideOf } from './slide.ts';
import { startTimer, type Timer } from './timer.ts';
import { words } from './words.ts';

/** Which card is shown, and which side of it. */
interface Shown {
  at: number;
  turned: boolean;
  /** What is said above it: what of the address is not shown. */
  lines: readonly string[];
}

/** One card at a time: those of the address (`cards=`, or facets), else the hand, else the whole deck. */
export async function startWorkshop(): Promise<void> {
  const [index, texts] = await Promise.all([indexData(), textsData()]);
  const { cards, lines } = chosenCards(index);
  const timer = startTimer();
  const first = cards.findIndex((card) => `#${card[0]}` === location.hash);
  let shown: Shown = { at: Math.max(0, first), turned: false, lines };

  function show(next: Partial<Shown>): void {
    const card = cards[next.at ?? shown.at];
    if (!card) return;
    shown = { ...shown, ...next };
    timer.set(lookUp(texts, card[0])?.minutes ?? 0);
    need('workshop').replaceChildren(
      ...shown.lines.map((line) => make('p', { class: 'note', role: 'status' }, line)),
      slideOf(card, texts, shown.turned),
      barOf(cards, shown.at, { timer, back, forward, turn }),
    );
    document.title = card[2];
  }

  function go(at: number): void {
    const card = cards[at];
    if (!card) return;
    history.replaceState(null, '', `${location.search || location.pathname.split('/').pop()}#${card[0]}`);
    show({ at, turned: false, lines: [] });
  }

  const turn = () => show({ turned: !shown.turned });
  const [back, forward] = [() => go(shown.at - 1), () => go(shown.at + 1)];
  onKeys({
    ...{ arrowright: forward, pagedown: forward, arrowleft: back, pageup: back },
    home: () => go(0),
    end: () => go(cards.length - 1),
    enter: turn,
    t: timer.toggle,
    f: () => fullScreen(need('workshop')),
  });
  show({});
}

/** The actions of the bar below a card. */
interface Moves {
  timer: Timer;
  back(): void;
  forward(): void;
  turn(): void;
}

function barOf(cards: readonly IndexCard[], at: number, { timer, back, forward, turn }: Moves): HTMLElement {
  return make(
    'div',
    { class: 'stage-bar' },
    button('‹', words.previousCard, back, at === 0),
    make('p', { class: 'place', role: 'status' }, filled(words.placeOf, { at: at + 1, of: cards.length })),
    button('›', words.nextCard, forward, at === cards.length - 1),
    button(words.turnOver, words.turnOver, turn),
    timer.node,
    button(words.fullScreen, words.fullScreen, () => fullScreen(need('workshop'))),
    make('a', { class: 'small', href: `c/${cards[at]?.[0]}.html`, onclick: goBack }, words.close),
  );
}

/** The cards to show, and what the address names beyond them. */
function chosenCards(index: IndexData): { cards: readonly IndexCard[]; lines: readonly string[] } {
  const named = new URLSearchParams(location.search).get('cards');
  const { chosen } = readFilter(location.search, index);
  const leftOut = leftOutLines(unknownIn(location.search, index, ['cards']));
  if (named === null && chosen.some((values) => values.size > 0)) {
    const passing = index.cards.filter((card) => passes(card, chosen));
    return passing.length > 0 ? { cards: passing, lines: leftOut } : wholeDeck(index, leftOut);
  }
  const byId = new Map(index.cards.map((card) => [card[0], card]));
  const { hand, lines: handLines } = linkedHand(index, named);
  const lines = [...leftOut, ...handLines];
  const cards = hand.map(({ id }) => byId.get(id)).filter((card) => card !== undefined);
  if (cards.length > 0) return { cards, lines };
  return lines.length > 0 ? wholeDeck(index, lines) : { cards: index.cards, lines };
}

/** All cards, where the address asks for others and there are none of those. */
function wholeDeck({ cards }: IndexData, lines: readonly string[]): ReturnType<typeof chosenCards> {
  return { cards, lines: [...lines, words.wholeDeck] };
}

/** Goes back to the page of this catalog that the reader came from, else to the card's page. */
function goBack(event: Event): void {
  if (history.length < 2 || !cameFrom().startsWith(new URL('.', location.href).href)) return;
  event.preventDefault();
  history.back();
}

/** The bar is drawn anew with each card, so the keyboard's place goes to the button of the same name. */
function button(text: string, label: string, act: () => void, off = false): HTMLElement {
  const then = () => {
    act();
    document.querySelector<HTMLElement>(`.stage-bar [aria-label="${label}"]`)?.focus();
  };
  return make('button', { type: 'button', class: 'small', 'aria-label': label, disabled: off, onclick: then }, text);
}
