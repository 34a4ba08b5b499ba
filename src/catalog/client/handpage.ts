import { counted, filled } from '../../../layouts/words/words.ts';
import { type IndexCard, type IndexData, indexData, type TextsData, textsData } from './data.ts';
import { make, need, setQuery, toast } from './dom.ts';
import { formatHand, type Held, parseHand, resolveHand } from './hand.ts';
import { handRow } from './handrow.ts';
import { startPrint } from './print.ts';
import { keepHand, myHand, onHand } from './store.ts';
import { words } from './words.ts';

/** The hand: from the address if it holds one, else from this browser. Whatever is changed here becomes this browser's. */
export async function startHand(): Promise<void> {
  const [index, texts] = await Promise.all([indexData(), textsData()]);
  const cards = new Map(index.cards.map((card) => [card[0], card]));
  let hand: Held[] = [];

  function read(): void {
    const { hand: read, lines } = handOf(index, location.search);
    hand = read;
    const foreign = myHand().length > 0 && formatHand(hand) !== formatHand(myHand());
    need('hand-notes').replaceChildren(...lines.map((line) => note(line)), ...(foreign ? [sharedNote(hand, own)] : []));
    show(hand, cards, texts);
  }

  function own(): void {
    setQuery('');
    read();
  }

  need('hand-clear').addEventListener('click', () => {
    const before = hand;
    keepHand([]);
    toast(words.handEmpty);
    const back = make('button', { type: 'button', class: 'small', onclick: () => keepHand(before) }, words.putBack);
    need('hand-notes').replaceChildren(note(words.handEmpty, ' ', back));
  });
  onHand(own);
  window.addEventListener('popstate', read);
  startPrint(index, () => hand);
  read();
}

/** The hand that a query names, or this browser's, and what had to be changed in it. */
function handOf(index: IndexData, query: string): { hand: Held[]; lines: string[] } {
  const given = new URLSearchParams(query).get('hand');
  const known = new Set(index.cards.map(([id]) => id));
  const { hand, replaced, unknown } = resolveHand(given === null ? myHand() : parseHand(given), known, index.retired);
  const lines = [
    ...replaced.map((id) => filled(words.retired, { id })),
    ...unknown.map((id) => filled(words.unknown, { id })),
  ];
  return { hand, lines };
}

function show(hand: readonly Held[], cards: ReadonlyMap<string, IndexCard>, texts: TextsData): void {
  setQuery(hand.length > 0 ? `hand=${formatHand(hand)}` : '');
  need('hand-total').textContent = totalOf(hand);
  need('hand-empty').hidden = hand.length > 0;
  need('hand-actions').hidden = hand.length === 0;
  const rows = hand.flatMap(({ id }, at) => {
    const card = cards.get(id);
    return card ? [handRow(hand, at, card, texts, keepHand)] : [];
  });
  need('hand').replaceChildren(...rows);
  const ids = hand.map(({ id }) => id);
  need('hand-show').setAttribute('href', `workshop.html?cards=${ids.join('.')}`);
  need('hand-compare').setAttribute('href', `compare.html?cards=${ids.slice(0, 4).join('.')}`);
}

function totalOf(hand: readonly Held[]): string {
  const copies = hand.reduce((sum, one) => sum + one.copies, 0);
  const many = counted(hand.length, words.oneCard, words.manyCards);
  if (hand.length === 0) return '';
  return copies === hand.length ? many : filled(words.withCopies, { cards: many, count: copies });
}

function note(...parts: (string | Node)[]): HTMLElement {
  return make('p', { class: 'note' }, ...parts);
}

function sharedNote(hand: readonly Held[], own: () => void): HTMLElement {
  const take = make('button', { type: 'button', class: 'small', onclick: () => keepHand(hand) }, words.makeItMine);
  const mine = make(
    'button',
    { type: 'button', class: 'small', onclick: own },
    filled(words.myOwnHand, { count: myHand().length }),
  );
  return note(words.sharedHand, ' ', take, ' ', mine);
}
