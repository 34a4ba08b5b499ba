import { counted } from '../../../layouts/words/words.ts';
import type { IndexCard, IndexData, TextsData } from './card-data.ts';
import { indexData, textsData } from './data.ts';
import { idle, later, make, need, pause, setQuery } from './dom.ts';
import { startFacets } from './facets.ts';
import { type Filter, passes, readFilter, unknownIn, writeFilter } from './filter.ts';
import { leftOutNotes } from './left-out.ts';
import { type Findings, type Search, searchOf, searchOfTexts } from './search.ts';
import { tilesOf } from './tiles.ts';
import { words as wording } from './words.ts';

/** How long after the last keystroke screen readers are told the count, in ms. */
const SAY_AFTER = 700;

/** Search and facets over the grid that is already on the page; the address holds what is shown. */
export async function startGrid(): Promise<void> {
  // An address that asks for something is answered at once. Else a phone first shows the cards that it has.
  if (location.search === '' && location.hash === '') await Promise.race([idle(), touched()]);
  const index = await indexData();
  // In pieces: all at once a slow phone would not answer for half a second.
  await pause();
  const input = need<HTMLInputElement>('q');
  const grid = openGrid(index);
  await pause();
  const read = () => {
    const { words } = grid.show(readFilter(location.search, index), unknownIn(location.search, index, ['q']));
    input.value = words;
    return words;
  };
  input.addEventListener('input', () => grid.type(input.value));
  input.addEventListener('focus', () => void grid.prepare());
  window.addEventListener('popstate', read);
  startFilterButton();
  const early = input.value;
  // What was typed before the index had loaded counts too.
  if (!read() && early) input.value = grid.type(early).words;
  if (location.hash === '#q') input.focus();
}

/** Resolves when somebody begins to use the page. */
async function touched(): Promise<void> {
  await new Promise((resolve) => {
    for (const act of ['focusin', 'pointerdown', 'keydown']) addEventListener(act, resolve, { once: true });
  });
}

/** The cards on the page. Each change gives the filter that is then shown. */
interface Grid {
  /** @param leftOut what of the address is not shown, to be said */
  show(next: Filter, leftOut?: readonly string[]): Filter;
  /** Shows what the words find, and puts them into the address. */
  type(words: string): Filter;
  /**
   * Loads the cards' texts, and searches these too from then on. Only for somebody who searches: most browse, and a phone would be
   * busy with it for a second while they do.
   */
  prepare(): Promise<void>;
}

function openGrid(index: IndexData): Grid {
  const tiles = tilesOf(need('all'), need('ranked'));
  const facets = startFacets(index, (next) => change(next, true));
  const say = startSaying();
  // Until the texts are there: what the page knows already.
  let known: { search: Search; texts?: TextsData } | undefined;
  let loading: Promise<TextsData> | undefined;
  let filter: Filter = readFilter('', index);

  function show(next: Filter, leftOut: readonly string[] = []): Filter {
    filter = next;
    const { found, near = false }: Partial<Findings> = (filter.words && find(filter.words)) || {};
    const within = found ? cardsIn(index, found) : index.cards;
    const shown = within.filter((card) => passes(card, next.chosen)).map((card) => card[0]);
    tiles.show(shown, found, known?.texts);
    facets.show(filter, within);
    say({ count: shown.length, near, leftOut });
    return filter;
  }

  function find(words: string): Findings | undefined {
    void prepare();
    known ??= { search: searchOf(index) };
    return told(known.search(words), known.texts);
  }

  async function prepare(): Promise<void> {
    if (loading) return;
    loading = textsData();
    const texts = await loading;
    known = { search: await searchOfTexts(index, texts), texts };
    if (filter.words) show(filter);
  }

  function change(next: Filter, push: boolean): Filter {
    setQuery(writeFilter(next, index), push);
    return show(next);
  }

  return { show, prepare, type: (words) => change({ ...filter, words }, false) };
}

/** What a search tells. Until the texts are there, that no title has the words says nothing: on a slow network the cards would be gone meanwhile. */
function told(findings: Findings | undefined, texts: TextsData | undefined): Findings | undefined {
  return findings?.near && !texts ? undefined : findings;
}

/** What is said of the cards that are shown. */
interface Shown {
  count: number;
  /** Whether they are only the nearest to what was asked for. */
  near: boolean;
  /** What of the address is not shown. */
  leftOut: readonly string[];
}

/** Says what is shown: to eyes at once, to screen readers when somebody has stopped typing. */
function startSaying(): (shown: Shown) => void {
  const nothing = need('nothing').textContent ?? '';
  const say = later(SAY_AFTER, (text: string) => need('found-said').replaceChildren(text));
  const notes = make('div', { role: 'status' });
  need('ranked').before(notes);
  return ({ count, near, leftOut }) => {
    notes.replaceChildren(...leftOutNotes(leftOut));
    say(showCount(count, near, nothing));
  };
}

/** The cards that a search found, the best first. */
function cardsIn({ cards }: IndexData, found: readonly { id: string }[]): IndexCard[] {
  const byId = new Map(cards.map((card) => [card[0], card]));
  return found.map(({ id }) => byId.get(id)).filter((card) => card !== undefined);
}

/**
 * Shows how many cards are found, or that they are only the nearest to what was asked for.
 *
 * @param nothing what is shown where there are none
 * @returns what to say
 */
function showCount(count: number, isNearest: boolean, nothing: string): string {
  const total = counted(count, wording.howManyCards);
  const near = isNearest && count > 0;
  need('found').textContent = total;
  need('nothing').textContent = near ? wording.nearest : nothing;
  need('nothing').hidden = count > 0 && !near;
  return near ? `${wording.nearest} ${total}` : total;
}

/** On a phone the filters are behind a button. */
function startFilterButton(): void {
  const panel = need('panel');
  const button = make('button', {
    type: 'button',
    class: 'button quiet filters',
    'aria-expanded': 'false',
    'aria-controls': 'panel',
    onclick: () => button.setAttribute('aria-expanded', String(panel.classList.toggle('open'))),
  });
  button.textContent = wording.filters;
  need('filters').replaceChildren(button);
}

/** `/` goes to the search field, from any page. */
export function startSlash(): void {
  document.addEventListener('keydown', (event) => {
    const typing = (event.target as Element).closest('input, select, textarea, [contenteditable]');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const input = document.querySelector<HTMLElement>('#q, #home-q');
    if (input) input.focus();
    else location.href = `${document.body.dataset.base ?? ''}cards.html#q`;
  });
}

/** The home page's search field leads to the cards with what was typed. */
export function startHomeSearch(): void {
  document.getElementById('home-q')?.addEventListener('keydown', (event) => {
    const { value } = event.target as HTMLInputElement;
    if (event.key === 'Enter' && value.trim() !== '')
      location.href = `cards.html?q=${encodeURIComponent(value.trim())}`;
  });
}
