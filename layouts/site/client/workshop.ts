import { type IndexCard, type IndexData, indexData, type TextsData, textsData } from './data.ts';
import { make, need, setQuery } from './dom.ts';
import { passes, readFilter } from './filter.ts';
import { parseHand } from './hand.ts';
import { myHand } from './store.ts';
import { pictureOf } from './thumb.ts';
import { startTimer } from './timer.ts';

/** One card at a time: those of the address (`cards=`, or facets), else the hand, else the whole deck. */
export async function startWorkshop(): Promise<void> {
  const [index, texts] = await Promise.all([indexData(), textsData()]);
  const cards = chosenCards(index);
  let at = Math.max(
    0,
    cards.findIndex((card) => `#${card[0]}` === location.hash),
  );
  let turned = false;
  const stage = need('workshop');
  const timer = startTimer();

  function draw(): void {
    const card = cards[at];
    if (!card) return;
    timer.set(texts[card[0]]?.minutes ?? 0);
    const place = make('p', { class: 'place', role: 'status' }, `${at + 1} of ${cards.length}`);
    const bar = make(
      'div',
      { class: 'stage-bar' },
      button('←', 'Previous card', () => go(at - 1), at === 0),
      place,
      button('→', 'Next card', () => go(at + 1), at === cards.length - 1),
      button('Turn over', 'Turn over', turn),
      timer.node,
      button('Full screen', 'Full screen', fullScreen),
      make('a', { class: 'small', href: `c/${card[0]}.html` }, 'Close'),
    );
    stage.replaceChildren(slideOf(card, texts, turned), bar);
    document.title = card[2];
  }

  function go(to: number): void {
    if (to < 0 || to >= cards.length) return;
    at = to;
    turned = false;
    history.replaceState(null, '', `${location.search || location.pathname.split('/').pop()}#${cards[at]?.[0]}`);
    draw();
  }

  function turn(): void {
    turned = !turned;
    draw();
  }

  function fullScreen(): void {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void stage.requestFullscreen?.();
  }

  document.addEventListener('keydown', (event) => {
    if ((event.target as Element).closest('button, a, input') && event.key === 'Enter') return;
    const acts: Record<string, () => void> = {
      arrowright: () => go(at + 1),
      pagedown: () => go(at + 1),
      arrowleft: () => go(at - 1),
      pageup: () => go(at - 1),
      home: () => go(0),
      end: () => go(cards.length - 1),
      enter: turn,
      t: timer.toggle,
      f: fullScreen,
    };
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : acts[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
  if (location.search === '?') setQuery('');
  draw();
}

function chosenCards(index: IndexData): readonly IndexCard[] {
  const byId = new Map(index.cards.map((card) => [card[0], card]));
  const params = new URLSearchParams(location.search);
  const named = params.get('cards');
  const held = named === null ? myHand() : parseHand(named);
  const wanted = held
    .flatMap(({ id }) => [byId.get(id) ?? byId.get(index.retired[id] ?? '')])
    .filter((card) => card !== undefined);
  const { chosen } = readFilter(location.search, index);
  if (named === null && chosen.some((values) => values.size > 0))
    return index.cards.filter((card) => passes(card, chosen));
  return wanted.length > 0 ? wanted : index.cards;
}

function button(words: string, label: string, act: () => void, off = false): HTMLElement {
  return make('button', { type: 'button', class: 'small', 'aria-label': label, disabled: off, onclick: act }, words);
}

/** The picture, and beside it the side's words in large type. */
function slideOf(card: IndexCard, texts: TextsData, turned: boolean): HTMLElement {
  const [id, code, title, gist] = card;
  const text = texts[id];
  const front = [
    make('p', { class: 'stage-gist' }, gist),
    ...(text?.said ? [make('p', { class: 'quote' }, text.said)] : []),
  ];
  const back = (text?.sections ?? []).map(([heading, words]) =>
    make('section', {}, make('h3', { class: 'label' }, heading), make('p', {}, words)),
  );
  const words = make(
    'div',
    { class: turned ? 'stage-text back' : 'stage-text' },
    make('p', { class: 'eyebrow' }, [text?.kind, code].filter(Boolean).join(' · ')),
    make('h2', {}, title),
    ...(turned ? back : front),
  );
  return make('article', { class: `slide ${text?.tint ?? ''}` }, pictureOf(id, texts, turned ? 1 : 0), words);
}
