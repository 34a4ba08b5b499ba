import type { IndexCard, TextsData } from './card-data.ts';
import { make, need } from './dom.ts';
import { type Held, MOST_COPIES } from './hand.ts';
import { thumb } from './thumb.ts';
import { words } from './words.ts';

/** A card of the hand. */
interface HandRow {
  hand: readonly Held[];
  /** Its place in the hand, from 0. */
  at: number;
  card: IndexCard;
  texts: TextsData;
}

/** A card of the hand with its buttons. `change` is told the hand that a button asks for. */
export function handRow({ hand, at, card, texts }: HandRow, change: (hand: readonly Held[]) => void): HTMLElement {
  const [id, , title] = card;
  const copies = hand[at]?.copies ?? 1;
  const copied = (step: number) => hand.map((one) => (one.id === id ? { id, copies: one.copies + step } : one));
  const button = (sign: string, name: string, off: boolean, next: () => readonly Held[]) => {
    const act = () => {
      change(next());
      focusAgain(name, id, at);
    };
    const label = `${name}: ${title}`;
    return make(
      'button',
      { type: 'button', class: 'small', disabled: off, 'aria-label': label, 'data-act': name, onclick: act },
      sign,
    );
  };
  const order = make(
    'span',
    {},
    button('‹', words.earlier, at === 0, () => moved(hand, at, at - 1)),
    button('›', words.later, at === hand.length - 1, () => moved(hand, at, at + 1)),
    button('×', words.takeOut, false, () => hand.filter((one) => one.id !== id)),
  );
  const many = make(
    'span',
    {},
    button('−', words.lessCopies, copies === 1, () => copied(-1)),
    make('span', { class: 'copies' }, `×${copies}`),
    button('+', words.moreCopies, copies >= MOST_COPIES, () => copied(1)),
  );
  const row = thumb(card, texts, make('div', { class: 'held' }, order, many));
  // Printed from the browser's menu, a back that was left for later is missing.
  row.querySelector('.face-back')?.setAttribute('loading', 'eager');
  return row;
}

/** A list with one entry at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, at) => at !== from);
  const entry = list[from];
  return entry === undefined ? rest : [...rest.slice(0, to), entry, ...rest.slice(to)];
}

/** The list is drawn anew after each change, so the keyboard's place is found again: the same button, or the next card's. */
function focusAgain(act: string, id: string, at: number): void {
  const rows = [...need('hand').querySelectorAll<HTMLElement>('.tile')];
  const row = rows.find((one) => one.dataset.id === id) ?? rows[Math.min(at, rows.length - 1)];
  const same = row?.querySelector<HTMLElement>(`[data-act="${act}"]:not(:disabled)`);
  (same ?? row?.querySelector<HTMLElement>(`[data-act="${words.takeOut}"]`) ?? need('main')).focus();
}
