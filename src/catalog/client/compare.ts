import { filled } from '../../../layouts/words/words.ts';
import { lookUp } from '../../model/look-up.ts';
import { blocksOf } from './blocks.ts';
import type { IndexCard, IndexData, TextsData } from './card-data.ts';
import { indexData, textsData } from './data.ts';
import { base, make, need, setQuery } from './dom.ts';
import { unknownKeys } from './filter.ts';
import { leftOutLines } from './left-out.ts';
import { thumbOf } from './thumb.ts';
import { words } from './words.ts';

/** More do not fit on a screen side by side. */
const MOST = 4;

/** The cards of the table, and what the address names beyond them. */
interface Chosen {
  ids: readonly string[];
  /** Parameters that this page does not know. */
  keys: readonly string[];
  /** No cards of this deck. */
  unknown: readonly string[];
  /** More than fit. */
  left: readonly string[];
}

/** Two to four cards in aligned rows; the address holds their ids. */
export async function startCompare(): Promise<void> {
  const [index, texts] = await Promise.all([indexData(), textsData()]);
  const cards = new Map(index.cards.map((card) => [card[0], card]));
  let chosen: Chosen = { ids: [], keys: [], unknown: [], left: [] };

  function read(): void {
    chosen = readChosen(location.search, cards, index.retired);
    draw();
  }

  function change(ids: readonly string[]): void {
    chosen = { ids, keys: [], unknown: [], left: [] };
    setQuery(ids.length > 0 ? `cards=${ids.join('.')}` : '', true);
    draw();
  }

  function draw(): void {
    const { ids } = chosen;
    const shown = ids.map((id) => cards.get(id)).filter((card) => card !== undefined);
    const take = (id: string) => change(ids.filter((one) => one !== id));
    need('compare').replaceChildren(...(shown.length > 0 ? [tableOf(index, texts, shown, take)] : []));
    need<HTMLInputElement>('compare-add').disabled = ids.length >= MOST;
    need('compare-said').textContent = saidOf(chosen, cards);
  }

  startAdding(index, (id) => {
    if (!chosen.ids.includes(id)) change([...chosen.ids, id]);
  });
  window.addEventListener('popstate', read);
  read();
}

function readChosen(query: string, cards: ReadonlyMap<string, IndexCard>, retired: IndexData['retired']): Chosen {
  const given = (new URLSearchParams(query).get('cards') ?? '').split('.').filter(Boolean);
  const now = given.map((id) => (cards.has(id) ? id : (lookUp(retired, id) ?? '')));
  const known = [...new Set(now)].filter((id) => cards.has(id));
  return {
    ids: known.slice(0, MOST),
    keys: unknownKeys(query, ['cards']),
    unknown: given.filter((_, at) => !cards.has(now[at] ?? '')),
    left: known.slice(MOST),
  };
}

/** What is still to do, and what of the address is not shown. */
function saidOf({ ids, keys, unknown, left }: Chosen, cards: ReadonlyMap<string, IndexCard>): string {
  const lines = [
    ...leftOutLines(keys),
    ...unknown.map((id) => filled(words.unknown, { id })),
    ...left.map((id) => filled(words.tooMany, { title: cards.get(id)?.[2] ?? id, count: MOST })),
    [words.addTwo, words.addOne, '', '', filled(words.enough, { count: MOST })][ids.length] ?? '',
  ];
  return lines.filter(Boolean).join(' ');
}

/** The field that takes a card's title or code. */
function startAdding({ cards }: IndexData, add: (id: string) => void): void {
  const input = need<HTMLInputElement>('compare-add');
  need('compare-list').replaceChildren(...cards.map((card) => make('option', { value: labelOf(card) })));
  input.addEventListener('change', () => {
    const typed = input.value.trim().toLowerCase();
    const found = cards.find((card) =>
      [labelOf(card), card[0], card[1], card[2]].some((one) => one.toLowerCase() === typed),
    );
    if (!found) return;
    input.value = '';
    add(found[0]);
  });
}

function labelOf([, code, title]: IndexCard): string {
  return code ? `${title} (${code})` : title;
}

/** A table whose columns are cards. It begins with what tells them apart; what is the same in all comes last. */
function tableOf(
  index: IndexData,
  texts: TextsData,
  cards: readonly IndexCard[],
  take: (id: string) => void,
): HTMLElement {
  const head = make('tr', {}, make('td'), ...cards.map((card) => headOf(card, texts, take)));
  const groups = groupsOf(index, texts, cards).map(({ name, rows }) =>
    make(
      'tbody',
      {},
      ...(name
        ? [make('tr', {}, make('th', { scope: 'rowgroup', class: 'group', colspan: cards.length + 1 }, name))]
        : []),
      ...rows.map((row) =>
        make('tr', {}, make('th', { scope: 'row' }, row.name), ...row.cells.map((cell) => make('td', {}, ...cell))),
      ),
    ),
  );
  return make('table', {}, make('thead', {}, head), ...groups);
}

interface Row {
  name: string;
  cells: readonly (readonly (string | Node)[])[];
}

interface Group {
  name: string;
  rows: readonly Row[];
}

/** Of one card there is nothing to tell apart, so it has no names of groups. */
function groupsOf(index: IndexData, texts: TextsData, cards: readonly IndexCard[]): Group[] {
  const facets = facetRows(index, cards);
  const sections = sectionRows(texts, cards);
  const gists: Row = { name: words.whatItIs, cells: cards.map((card) => [card[3]]) };
  const apart = [
    ...chooseRow(texts, cards),
    gists,
    ...facets.filter(({ same }) => !same),
    ...sections.filter(({ shared }) => shared),
  ];
  const groups = [
    { name: words.tellApart, rows: apart },
    { name: words.ownTexts, rows: sections.filter(({ shared }) => !shared) },
    { name: words.theSame, rows: facets.filter(({ same }) => same) },
  ].filter(({ rows }) => rows.length > 0);
  return cards.length > 1 ? groups : groups.map(({ rows }) => ({ name: '', rows }));
}

/** What a card lacks. */
const NONE = '–';

/** When to choose which, where any of the cards says so. */
function chooseRow(texts: TextsData, cards: readonly IndexCard[]): Row[] {
  const own = cards.map(([id]) => lookUp(texts, id)?.choose ?? '');
  return own.some(Boolean) ? [{ name: words.chooseWhen, cells: own.map((text) => [text || NONE]) }] : [];
}

/** Facets that any of the cards has; `same` where all have the same values. */
function facetRows(index: IndexData, cards: readonly IndexCard[]): (Row & { same: boolean })[] {
  return index.facets.flatMap(({ name, values }, at) => {
    const own = cards.map((card) => (card[4][at] ?? []).map((one) => values[one]?.[1] ?? '').join(' · ') || NONE);
    if (own.every((value) => value === NONE)) return [];
    return [{ name, cells: own.map((value) => [value]), same: new Set(own).size === 1 }];
  });
}

/** Sections by heading; `shared` where more than one of the cards has it, so that there is something to compare. */
function sectionRows(texts: TextsData, cards: readonly IndexCard[]): (Row & { shared: boolean })[] {
  const of = ([id]: IndexCard) => lookUp(texts, id)?.sections ?? [];
  const headings = [...new Set(cards.flatMap((card) => of(card).map(([heading]) => heading)))];
  return headings.map((name) => {
    const own = cards.map((card) => of(card).find(([heading]) => heading === name));
    const cells = own.map((section) => (section ? blocksOf(section[1], section[2]) : [NONE]));
    return { name, cells, shared: own.filter(Boolean).length > 1 };
  });
}

function headOf(card: IndexCard, texts: TextsData, take: (id: string) => void): HTMLElement {
  const [id, code, title] = card;
  const link = make('a', { href: `${base()}c/${id}.html` }, make('span', { class: 'code' }, code), ' ', title);
  const out = make(
    'button',
    { type: 'button', class: 'small', 'aria-label': filled(words.takeOutOne, { title }), onclick: () => take(id) },
    '×',
  );
  return make(
    'th',
    { scope: 'col', class: lookUp(texts, id)?.tint ?? '' },
    thumbOf(id, texts),
    make('div', { class: 'compare-name' }, link, out),
  );
}
