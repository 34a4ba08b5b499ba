import type { TextsData } from './card-data.ts';
import { make } from './dom.ts';
import { pieces, sectionOf } from './hits.ts';
import type { Found } from './search.ts';

/** The grid's cards, shown in their places or in the order of a search. */
export interface CardTiles {
  show(shown: readonly string[], found: readonly Found[] | undefined, texts: TextsData | undefined): void;
}

interface Tile {
  node: HTMLElement;
  home: HTMLElement;
  title: HTMLElement;
  gist: HTMLElement;
  /** The words without marks: a search marks its hits in the page. */
  words: { title: string; gist: string };
  marked: boolean;
}

/** In how many results the hits are marked. Nobody reads further; marking 800 of 1,000 cards costs 40 ms a keystroke. */
const MARKED = 100;

/** Takes hold of the cards that stand on the page. `ranked` is where the results of a search go. */
export function tilesOf(all: HTMLElement, ranked: HTMLElement): CardTiles {
  const tiles = new Map<string, Tile>();
  for (const node of all.querySelectorAll<HTMLElement>('.tile')) tiles.set(node.dataset.id ?? '', tileOf(node));
  const groups = [...all.querySelectorAll<HTMLElement>('.family, .suit')];
  const list = ranked.querySelector('ul') ?? ranked;
  let areRanked = false;

  function bringHome(): void {
    if (areRanked) for (const { node, home } of tiles.values()) home.append(node);
    areRanked = false;
  }

  function rank(shown: readonly string[]): void {
    list.replaceChildren(...shown.flatMap((id) => tiles.get(id)?.node ?? []));
    areRanked = true;
  }

  return {
    show(shown, found, texts) {
      all.hidden = found !== undefined;
      ranked.hidden = found === undefined;
      for (const tile of tiles.values()) if (tile.marked) unmark(tile);
      const visible = new Set(shown);
      for (const [id, { node }] of tiles) node.hidden = !visible.has(id);
      if (found) {
        rank(shown);
        const seen = found.filter(({ id }) => visible.has(id)).slice(0, MARKED);
        for (const one of seen) mark(tiles.get(one.id), one, texts);
      } else {
        bringHome();
        for (const group of groups) group.hidden = !group.querySelector('.tile:not([hidden])');
      }
    },
  };
}

function tileOf(node: HTMLElement): Tile {
  const [title, gist] = [part(node, '.tile-title'), part(node, '.gist')];
  const words = { title: title.textContent ?? '', gist: gist.textContent ?? '' };
  return { node, home: node.parentElement ?? node, title, gist, words, marked: false };
}

function part(node: HTMLElement, selector: string): HTMLElement {
  return node.querySelector<HTMLElement>(selector) ?? node;
}

function unmark(tile: Tile): void {
  tile.title.textContent = tile.words.title;
  tile.gist.textContent = tile.words.gist;
  tile.node.querySelector('.hit')?.remove();
  tile.marked = false;
}

/** Marks what was found; a hit in the card's text is named by its heading, since the words are not on the front. */
function mark(tile: Tile | undefined, { id, terms, fields }: Found, texts: TextsData | undefined): void {
  if (!tile) return;
  tile.marked = true;
  tile.title.replaceChildren(...markedText(tile.words.title, terms));
  tile.gist.replaceChildren(...markedText(tile.words.gist, terms));
  const onFront = fields.some((field) => ['code', 'title', 'gist', 'kind'].includes(field));
  const hit = texts && !onFront ? sectionOf(texts, id, terms) : undefined;
  if (!hit) return;
  const line = make('span', { class: 'hit' }, make('b', {}, hit[0]), ': ', ...markedText(hit[1], terms));
  tile.gist.after(line);
}

function markedText(text: string, terms: readonly string[]): (Node | string)[] {
  return pieces(text, terms).map((piece) => (piece.hit ? make('mark', {}, piece.text) : piece.text));
}
