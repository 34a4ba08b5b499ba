import { filled } from '../../../layouts/words/words.ts';
import { lookUp } from '../../model/look-up.ts';
import { type IndexCard, type IndexData, indexData, type TextsData, textsData } from './data.ts';
import { base, make, need, setQuery } from './dom.ts';
import { linesIn } from './slide.ts';
import { pictureOf } from './thumb.ts';
import { words } from './words.ts';

/** More do not fit on a screen side by side. */
const MOST = 4;

/** Two to four cards in aligned rows; the address holds their ids. */
export async function startCompare(): Promise<void> {
  const [index, texts] = await Promise.all([indexData(), textsData()]);
  const cards = new Map(index.cards.map((card) => [card[0], card]));
  let ids: string[] = [];

  function read(): void {
    const given = new URLSearchParams(location.search).get('cards')?.split('.') ?? [];
    const now = given.map((id) => (cards.has(id) ? id : (lookUp(index.retired, id) ?? '')));
    ids = [...new Set(now)].filter((id) => cards.has(id)).slice(0, MOST);
    draw();
  }

  function change(next: readonly string[]): void {
    ids = [...next];
    setQuery(ids.length > 0 ? `cards=${ids.join('.')}` : '', true);
    draw();
  }

  function draw(): void {
    const shown = ids.flatMap((id) => [cards.get(id)]).filter((card) => card !== undefined);
    const take = (id: string) => change(ids.filter((one) => one !== id));
    need('compare').replaceChildren(...(shown.length > 0 ? [tableOf(index, texts, shown, take)] : []));
    need<HTMLInputElement>('compare-add').disabled = ids.length >= MOST;
    const messages = [words.addTwo, words.addOne, '', '', filled(words.enough, { count: MOST })];
    need('compare-said').textContent = messages[ids.length] ?? '';
  }

  const input = need<HTMLInputElement>('compare-add');
  need('compare-list').replaceChildren(...index.cards.map((card) => make('option', { value: labelOf(card) })));
  input.addEventListener('change', () => {
    const words = input.value.trim().toLowerCase();
    const found = index.cards.find((card) =>
      [labelOf(card), card[0], card[1], card[2]].some((one) => one.toLowerCase() === words),
    );
    if (!found) return;
    input.value = '';
    if (!ids.includes(found[0])) change([...ids, found[0]]);
  });
  window.addEventListener('popstate', read);
  read();
}

function labelOf([, code, title]: IndexCard): string {
  return code ? `${title} (${code})` : title;
}

/** A table whose columns are cards: what they are, their facets, their sections by heading. */
function tableOf(
  index: IndexData,
  texts: TextsData,
  cards: readonly IndexCard[],
  take: (id: string) => void,
): HTMLElement {
  const head = make('tr', {}, make('td'), ...cards.map((card) => headOf(card, texts, take)));
  const rows = [...facetRows(index, cards), ...sectionRows(texts, cards)].map(({ name, values, differ }) => {
    const cells = values.map((value) => make('td', {}, ...(value.includes('\n') ? linesIn(value) : [value])));
    return make('tr', { class: differ ? 'differ' : '' }, make('th', { scope: 'row' }, name), ...cells);
  });
  return make('table', {}, make('thead', {}, head), make('tbody', {}, ...rows));
}

interface Row {
  name: string;
  values: readonly string[];
  /** Facets in which the cards differ are set bold, so that the eye finds them; texts always differ. */
  differ: boolean;
}

function facetRows(index: IndexData, cards: readonly IndexCard[]): Row[] {
  return index.facets.flatMap(({ key, name, values }, at) => {
    const own = cards.map((card) => (card[4][at] ?? []).map((one) => values[one]?.[1] ?? '').join(' · ') || '–');
    if (key === 'suit' || own.every((value) => value === '–')) return [];
    return [{ name, values: own, differ: new Set(own).size > 1 }];
  });
}

function sectionRows(texts: TextsData, cards: readonly IndexCard[]): Row[] {
  const headings = [...new Set(cards.flatMap(([id]) => lookUp(texts, id)?.sections.map(([heading]) => heading) ?? []))];
  const gists = { name: words.whatItIs, values: cards.map((card) => card[3]), differ: false };
  const sections = headings.map((heading) => ({
    name: heading,
    values: cards.map(([id]) => lookUp(texts, id)?.sections.find(([one]) => one === heading)?.[1] ?? '–'),
    differ: false,
  }));
  return [gists, ...sections];
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
    pictureOf(id, texts),
    make('div', { class: 'compare-name' }, link, out),
  );
}
