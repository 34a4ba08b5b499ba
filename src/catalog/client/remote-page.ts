import { zipSync } from 'fflate';
import { counted, filled } from '../../../layouts/words/words.ts';
import { lookUp } from '../../model/look-up.ts';
import { batchOf, picturesFile, whiteboardCsv } from '../../model/whiteboards.ts';
import type { IndexCard, IndexData, TextsData } from './card-data.ts';
import { cardsAsText, copyBoth } from './copying.ts';
import { indexData, textsData } from './data.ts';
import { base, download, make, need } from './dom.ts';
import { unknownKeys } from './filter.ts';
import type { Held } from './hand.ts';
import { linkedHand } from './hand-link.ts';
import { leftOutNotes } from './left-out.ts';
import { words } from './remote-words.ts';
import { thumb } from './thumb.ts';

/** A card with the number of its copies. */
interface Chosen {
  card: IndexCard;
  copies: number;
}

/** The cards of the address' hand, else of this browser's, else all, as pictures to drag, to save together, and to copy as text. */
export async function startRemote(): Promise<void> {
  const [index, texts] = await Promise.all([indexData(), textsData()]);
  const { hand: held, lines } = linkedHand(index, new URLSearchParams(location.search).get('hand'));
  const cards = held.length > 0 ? chosenOf(index, held) : index.cards.map((card) => ({ card, copies: 1 }));
  const count = counted(cards.length, words.howManyCards);
  const name = filled(held.length > 0 ? words.theHand : words.allCards, { cards: count });
  const said = make('p', { role: 'status' });
  const say = (text: string) => {
    said.textContent = text;
  };
  const button = (label: string, onclick: () => void) =>
    make('button', { type: 'button', class: 'button quiet', onclick }, label);
  const isFolder = location.protocol === 'file:';
  const save = button(words.savePictures, () => void savePictures(index, texts, cards, say));
  const copy = button(words.copyText, () => say(copyText(cards) ? words.copied : words.notCopied));
  const tiles = make('ul', { class: 'tiles' }, ...cards.map(({ card }) => thumb(card, texts)));
  const note = make('p', {}, isFolder ? words.fromFolder : words.dragThem);
  need('remote').replaceChildren(
    ...leftOutNotes(unknownKeys(location.search, ['hand'])),
    ...lines.map((line) => make('p', { class: 'note' }, line)),
    make('p', {}, name),
    make('p', { class: 'actions' }, !isFolder && save, copy),
    said,
    note,
    tiles,
  );
}

function chosenOf({ cards }: IndexData, held: readonly Held[]): Chosen[] {
  const byId = new Map(cards.map((card) => [card[0], card]));
  return held.flatMap(({ id, copies }) => {
    const card = byId.get(id);
    return card ? [{ card, copies }] : [];
  });
}

function copyText(cards: readonly Chosen[]): boolean {
  const { html, plain } = cardsAsText(cards.map(({ card: [, code, title, gist] }) => ({ code, title, gist })));
  return copyBoth(html, plain);
}

/** Fronts and backs in folders of as many as a whiteboard takes at once, and their list, in one file. */
async function savePictures(
  { name, version }: IndexData,
  texts: TextsData,
  cards: readonly Chosen[],
  say: (text: string) => void,
): Promise<void> {
  const rows = cards.map(({ card: [id, code, title, gist], copies }, at) => {
    const [front = '', back = ''] = lookUp(texts, id)?.pictures ?? [];
    const path = (side: string, from: string) =>
      from && `${batchOf(side, at)}/${String(at + 1).padStart(3, '0')}-${id}.png`;
    const text = cardsAsText([{ code, title, gist }]).plain;
    return { text, code, title, copies, front: path('fronts', front), back: path('backs', back), from: [front, back] };
  });
  const wanted = rows
    .flatMap(({ front, back, from }) => [
      { to: front, from: from[0] ?? '' },
      { to: back, from: from[1] ?? '' },
    ])
    .filter(({ from }) => from !== '');
  try {
    const files: [path: string, bytes: Uint8Array][] = [['list.csv', new TextEncoder().encode(whiteboardCsv(rows))]];
    for (const [at, { to, from }] of wanted.entries()) {
      say(filled(counted(wanted.length, words.saving), { at: at + 1 }));
      files.push([to, await bytesOf(from)]);
    }
    const file = picturesFile(name, version);
    // Pictures are packed already; a fixed date makes the same file each time.
    download(file, 'application/zip', zipSync(Object.fromEntries(files), { level: 0, mtime: '2026-01-01' }));
    say(filled(words.saved, { file }));
  } catch (cause) {
    say(filled(words.failed, { why: cause instanceof Error ? cause.message : String(cause) }));
  }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const answer = await fetch(base() + path);
  if (!answer.ok) throw new Error(`${path} is not there (${answer.status})`);
  return new Uint8Array(await answer.arrayBuffer());
}
