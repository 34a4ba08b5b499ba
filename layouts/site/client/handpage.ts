import { indexData, textsData } from './data.ts';
import { make, need, setQuery, toast } from './dom.ts';
import { formatHand, type Held, MOST_COPIES, parseHand, resolveHand } from './hand.ts';
import { startPrint } from './print.ts';
import { keepHand, myHand, onHand } from './store.ts';
import { thumb } from './thumb.ts';

/** The hand: from the address if it holds one, else from this browser. Whatever is changed here becomes this browser's. */
export async function startHand(): Promise<void> {
  const [index, texts] = await Promise.all([indexData(), textsData()]);
  const cards = new Map(index.cards.map((card) => [card[0], card]));
  const known = new Set(cards.keys());
  let hand: Held[] = [];

  function read(): void {
    const given = new URLSearchParams(location.search).get('hand');
    const wanted = given === null ? myHand() : parseHand(given);
    const resolved = resolveHand(wanted, known, index.retired);
    hand = resolved.hand;
    const shared = given !== null && formatHand(hand) !== formatHand(myHand());
    notes(
      [
        ...resolved.replaced.map((id) => `“${id}” was retired; the card that took its place is here.`),
        ...resolved.unknown.map((id) => `“${id}” is not a card of this deck and was left out.`),
      ],
      shared,
    );
    draw();
  }

  function change(next: readonly Held[]): void {
    hand = [...next];
    keepHand(hand);
  }

  function notes(lines: readonly string[], shared: boolean): void {
    need('hand-notes').replaceChildren(
      ...lines.map((line) => make('p', { class: 'note' }, line)),
      ...(shared && myHand().length > 0 ? [sharedNote()] : []),
    );
  }

  function sharedNote(): HTMLElement {
    const mine = `My own hand (${myHand().length})`;
    return make(
      'p',
      { class: 'note' },
      'This hand came with the link. ',
      make('button', { type: 'button', class: 'small', onclick: () => change(hand) }, 'Make it mine'),
      ' ',
      make(
        'button',
        {
          type: 'button',
          class: 'small',
          onclick: () => {
            setQuery('');
            read();
          },
        },
        mine,
      ),
    );
  }

  function draw(): void {
    setQuery(hand.length > 0 ? `hand=${formatHand(hand)}` : '');
    const total = hand.reduce((sum, { copies }) => sum + copies, 0);
    need('hand-total').textContent = hand.length === 0 ? '' : totalOf(hand.length, total);
    need('hand-empty').hidden = hand.length > 0;
    need('hand-actions').hidden = hand.length === 0;
    need('hand').replaceChildren(...hand.map((held, at) => rowOf(held, at)));
    const ids = hand.map(({ id }) => id);
    need('hand-show').setAttribute('href', `workshop.html?cards=${ids.join('.')}`);
    need('hand-compare').setAttribute('href', `compare.html?cards=${ids.slice(0, 4).join('.')}`);
  }

  function rowOf(held: Held, at: number): HTMLElement {
    const card = cards.get(held.id);
    if (!card) return make('li');
    const named = (act: string, words: string, off: boolean, then: () => void) => {
      const button = make(
        'button',
        { type: 'button', class: 'small', disabled: off, 'aria-label': `${words}: ${card[2]}` },
        act,
      );
      button.dataset.act = words;
      button.addEventListener('click', () => {
        then();
        focusAgain(words, held.id, at);
      });
      return button;
    };
    const copies = (step: number) =>
      change(hand.map((one) => (one.id === held.id ? { ...one, copies: one.copies + step } : one)));
    return thumb(
      card,
      texts,
      make(
        'div',
        { class: 'held' },
        named('←', 'Earlier', at === 0, () => change(moved(hand, at, at - 1))),
        named('→', 'Later', at === hand.length - 1, () => change(moved(hand, at, at + 1))),
        named('−', 'One copy less', held.copies === 1, () => copies(-1)),
        make('span', { class: 'copies' }, `×${held.copies}`),
        named('+', 'One copy more', held.copies === MOST_COPIES, () => copies(1)),
        named('×', 'Take out', false, () => change(hand.filter((one) => one.id !== held.id))),
      ),
    );
  }

  need('hand-clear').addEventListener('click', () => {
    const before = hand;
    change([]);
    toast('The hand is empty');
    need('hand-notes').replaceChildren(
      make(
        'p',
        { class: 'note' },
        'The hand is empty. ',
        make(
          'button',
          {
            type: 'button',
            class: 'small',
            onclick: () => {
              change(before);
            },
          },
          'Put the cards back',
        ),
      ),
    );
  });
  onHand(() => {
    setQuery('');
    read();
  });
  window.addEventListener('popstate', read);
  startPrint(() => hand);
  read();
}

function totalOf(cards: number, copies: number): string {
  const many = `${cards} ${cards === 1 ? 'card' : 'cards'}`;
  return copies === cards ? many : `${many}, ${copies} with copies`;
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
  const button = row?.querySelector<HTMLButtonElement>(`[data-act="${act}"]:not(:disabled), [data-act="Take out"]`);
  (button ?? need('main')).focus();
}
