import { counted, filled } from '../../../layouts/words/words.ts';
import { copiesOf } from '../../model/copies.ts';
import type { IndexCard, IndexData, TextsData } from './card-data.ts';
import { indexData, textsData } from './data.ts';
import { make, need, setQuery } from './dom.ts';
import { unknownKeys } from './filter.ts';
import { formatHand, type Held } from './hand.ts';
import { handNow, linkedHand } from './hand-link.ts';
import { handRow } from './hand-row.ts';
import { startKeptHands } from './kept-hands.ts';
import { leftOutLines } from './left-out.ts';
import { startPrint } from './print.ts';
import { keepHand, myHand, onHand } from './store.ts';
import { takenBack } from './taken-back.ts';
import { words } from './words.ts';

/** The state that the page shows. */
interface View {
  hand: readonly Held[];
  /** True for this browser's own hand, false for one that came with a link: changes to that stay in the address. */
  own: boolean;
  /** A line for each change that the hand in the address needed, e.g. for a retired card. */
  lines: readonly string[];
  /** How to take the changes back, the last one last. */
  undo: readonly (() => void)[];
}

/** The page, drawn anew after each change. */
interface HandPage {
  index: IndexData;
  view: View;
  draw(): void;
}

/** The hand: from the address if it holds one, else from this browser, which keeps a hand from a link only when the user says so. */
export async function startHand(): Promise<void> {
  const [index, texts] = await Promise.all([indexData(), textsData()]);
  const cards = new Map(index.cards.map((card) => [card[0], card]));
  const page: HandPage = { index, view: { hand: [], own: true, lines: [], undo: [] }, draw };
  // After a change the sheets on offer would show the hand as it was.
  const withdraw = startPrint(index, () => page.view.hand);

  function draw(): void {
    const acts = { undo: () => undo(page), keep: () => keep(page), own: () => open(page, '') };
    need('hand-notes').replaceChildren(...notesOf(page.view, acts));
    show(page.view.hand, cards, texts, (hand) => change(page, hand));
    withdraw();
  }

  startKeptHands({ hand: () => page.view.hand, layOut: (hand) => layOut(page, hand) });
  need('hand-clear').addEventListener('click', () => change(page, []));
  // Another tab may have changed the own hand; one that came with a link stays in view.
  onHand(() => set(page, page.view.own ? { hand: handOf(index, '').hand } : {}));
  window.addEventListener('popstate', () => open(page, location.search));
  open(page, location.search);
}

function set(page: HandPage, next: Partial<View>): void {
  page.view = { ...page.view, ...next };
  page.draw();
}

/** Shows the hand that a query names, or this browser's. */
function open(page: HandPage, query: string): void {
  set(page, { ...handOf(page.index, query), undo: [] });
}

function change(page: HandPage, hand: readonly Held[]): void {
  const { own, hand: before } = page.view;
  const back = own ? () => takeBack(before, hand) : () => set(page, { hand: before });
  if (own) keepHand(hand);
  set(page, { hand, undo: [...page.view.undo, back] });
}

/** Takes a change of this browser's own hand back; what another tab has changed since stays. */
function takeBack(before: readonly Held[], after: readonly Held[]): void {
  keepHand(takenBack(myHand(), { before, after }, ({ id }) => id));
}

/** Takes the hand that came with a link for this browser's own. */
function keep(page: HandPage): void {
  const [before, kept] = [myHand(), page.view.hand];
  const back = () => {
    const { hand } = page.view;
    takeBack(before, kept);
    set(page, { hand, own: false });
  };
  keepHand(kept);
  set(page, { own: true, undo: [...page.view.undo, back] });
}

/** Takes a hand that is kept under a name for this browser's own; the one before comes back by Undo. */
function layOut(page: HandPage, hand: readonly Held[]): void {
  const [before, mine] = [page.view, myHand()];
  const { hand: found, lines } = handNow(page.index, hand);
  const back = () => {
    takeBack(mine, found);
    set(page, { hand: before.own ? myHand() : before.hand, own: before.own });
  };
  keepHand(found);
  set(page, { hand: found, own: true, lines, undo: [...before.undo, back] });
}

function undo(page: HandPage): void {
  const back = page.view.undo.at(-1);
  set(page, { undo: page.view.undo.slice(0, -1) });
  back?.();
}

/** The hand that a query names, or this browser's, and what had to be changed in it. */
function handOf(index: IndexData, query: string): Pick<View, 'hand' | 'own' | 'lines'> {
  const given = new URLSearchParams(query).get('hand');
  const { hand, lines } = linkedHand(index, given);
  const unknown = leftOutLines(unknownKeys(query, ['hand']));
  return { hand, lines: [...unknown, ...lines], own: given === null || formatHand(hand) === formatHand(myHand()) };
}

function show(
  hand: readonly Held[],
  cards: ReadonlyMap<string, IndexCard>,
  texts: TextsData,
  change: (hand: readonly Held[]) => void,
): void {
  setQuery(hand.length > 0 ? `hand=${formatHand(hand)}` : '');
  need('hand-total').textContent = totalOf(hand);
  need('hand-empty').hidden = hand.length > 0;
  need('hand-actions').hidden = hand.length === 0;
  const rows = hand.flatMap(({ id }, at) => {
    const card = cards.get(id);
    return card ? [handRow({ hand, at, card, texts }, change)] : [];
  });
  need('hand').replaceChildren(...rows);
  const ids = hand.map(({ id }) => id);
  need('hand-show').setAttribute('href', `workshop.html?cards=${ids.join('.')}`);
  need('hand-compare').setAttribute('href', `compare.html?cards=${ids.slice(0, 4).join('.')}`);
  document.getElementById('hand-remote')?.setAttribute('href', `remote.html?hand=${formatHand(hand)}`);
}

function totalOf(hand: readonly Held[]): string {
  const copies = copiesOf(hand);
  const many = counted(hand.length, words.howManyCards);
  if (hand.length === 0) return '';
  return copies === hand.length ? many : filled(words.withCopies, { cards: many, count: copies });
}

function note(...parts: (string | Node)[]): HTMLElement {
  return make('p', { class: 'note' }, ...parts);
}

/** The notes above the hand, with their buttons. */
function notesOf({ hand, own, lines, undo }: View, acts: Record<'undo' | 'keep' | 'own', () => void>): HTMLElement[] {
  const button = (name: string, onclick: () => void) =>
    make('button', { type: 'button', class: 'small', onclick }, name);
  const notes = lines.map((line) => note(line));
  if (!own) {
    const mine = myHand().length;
    const others = mine > 0 ? [' ', button(filled(words.myOwnHand, { count: mine }), acts.own)] : [];
    notes.push(note(words.sharedHand, ' ', button(words.keepThisHand, acts.keep), ...others));
  }
  if (undo.length === 0) return notes;
  const back =
    hand.length === 0 ? [words.handEmpty, ' ', button(words.putBack, acts.undo)] : [button(words.undo, acts.undo)];
  return [...notes, note(...back)];
}
