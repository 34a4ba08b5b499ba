import type { Rect } from '../model/sheets.ts';
import { type Mm, mm } from '../model/units.ts';
import type { ColouredLabel } from '../pdf/die-line.ts';
import type { Job } from './target.ts';

/** Type sizes in points, the preferred first. */
const CONTENT_SIZES = [10, 9, 8, 7, 6] as const;
/** Distance from line to line, in type sizes. */
const LEADING = 1.3;

/** The contents of the box, suit by suit, copies counted: `142 Patterns`. Covers and references have no number and are not counted. */
export function contentsOf({ deck, cards }: Pick<Job, 'deck' | 'cards'>): string[] {
  const copies = new Map(cards.map((one) => [one.card, one.copies]));
  const numbered = deck.cards.filter((card) => card.number !== undefined || card.blank);
  const counted = numbered.length > 0 ? numbered : deck.cards;
  return deck.suits.flatMap(({ id, name, one }) => {
    const count = counted.reduce((sum, card) => sum + (card.suit === id ? (copies.get(card.id) ?? 0) : 0), 0);
    return count === 0 ? [] : [`${count} ${count === 1 ? one : name}`];
  });
}

/** The box's contents as lines down a side: one line for each suit where the side is deep enough, else several suits in a smaller line. */
export function contentsOn(side: Rect, contents: readonly string[], colour: string): ColouredLabel[] {
  const room = side.height - 10;
  const sizes = CONTENT_SIZES.map((points) => ({ points, lines: linesIn(side.width, contents, points) }));
  // A letter is about half as wide as its type size; a line that turns out wider is set smaller.
  const fits = sizes.find(({ points, lines }) => lines.every((text) => text.length * mm(points) * 0.5 <= room));
  const { points, lines } = fits ?? sizes.at(-1) ?? { points: 6, lines: [] };
  const half = mm(points) * 0.35;
  return lines.map((text, at) => ({
    ...{ text, colour, anchor: 'middle', turn: 90, points, room },
    // Turned clockwise, the first line is the one farthest to the right.
    x: side.x + side.width / 2 - half + ((lines.length - 1) / 2 - at) * mm(points) * LEADING,
    y: side.y + side.height / 2,
  }));
}

function linesIn(width: Mm, contents: readonly string[], points: number): string[] {
  const most = Math.max(1, Math.floor((width - 2) / (mm(points) * LEADING)));
  const each = Math.ceil(contents.length / most);
  return Array.from({ length: Math.ceil(contents.length / each) }, (_, at) =>
    contents.slice(at * each, (at + 1) * each).join(' · '),
  );
}
