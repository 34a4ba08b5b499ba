import { valueAtKey } from '../deck/chain/merge.ts';
import type { Loaded } from '../deck/deck.ts';
import type { KIT_FOLDERS } from '../deck/kit/texts.ts';
import type { Card } from '../model/card.ts';
import type { Chapter } from '../model/guide.ts';
import type { Board, Worksheet } from '../model/kit.ts';

/** Something that the preview shows. */
export interface Item {
  /** A card's id; of a board, a worksheet and a chapter with its kind, as in `hide:`: `board:gap`. */
  id: string;
  code: string;
  title: string;
  /** The suit of a card, or the group of a page: `kit:board`; empty where its file has mistakes. */
  suit: string;
  /** As shown. */
  file: string;
  /** What is drawn; undefined where its file has mistakes. */
  drawn?: Card | Board | Worksheet | Chapter;
}

/** The groups of boards, worksheets and chapters, each with its name in the list. */
export const KIT_GROUPS: readonly { id: string; name: string }[] = [
  { id: 'kit:board', name: 'Boards' },
  { id: 'kit:worksheet', name: 'Worksheets' },
  { id: 'kit:chapter', name: 'Guide' },
];

type Reading = Pick<Loaded, 'deck' | 'broken' | 'kit'>;

/**
 * All that the preview lists: cards in print order, boards, worksheets, chapters, then those that can't be read.
 *
 * @param faulty ids of items with errors
 */
export function itemsOf({ deck, broken, kit }: Reading, faulty: ReadonlySet<string>): Item[] {
  const cards = (deck?.cards ?? []).map((one): Item => ({ ...one, drawn: one }));
  const pages = [...(deck?.boards ?? []), ...(deck?.worksheets ?? [])].map((one) => kitItem(one.kind, one));
  const chapters = (deck?.guide ?? []).map((one) => kitItem('chapter', one));
  const good = [...cards, ...pages, ...chapters];
  const known = new Set(good.map(({ id }) => id));
  const unread = kit.sources.flatMap(({ kind, id, file, front }): Item[] => {
    const name = `${kind}:${id}`;
    // A chapter about a card that is hidden is not there, and nothing is wrong with it.
    if (known.has(name) || !faulty.has(name)) return [];
    return [{ id: name, code: '', title: String(valueAtKey(front, 'title') ?? id), suit: '', file }];
  });
  const missing = [...broken].sort().map((id): Item => ({ id, code: '', title: id, suit: '', file: `${id}.mdx` }));
  return [...good, ...missing, ...unread];
}

function kitItem(kind: (typeof KIT_FOLDERS)[number][0], one: Board | Worksheet | Chapter): Item {
  return { id: `${kind}:${one.id}`, code: '', title: one.title, suit: `kit:${kind}`, file: one.file, drawn: one };
}
