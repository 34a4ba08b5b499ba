import { inDayOrder } from '../model/day.ts';
import type { Deck } from '../model/deck.ts';
import { dayShape } from './day-sheet.ts';
import { type SheetShape, shapeOf } from './shape.ts';

/** All that a room can have written with a deck: the day's decisions and votes, where there is a day, and the worksheets. */
export function shapesOf({ words, worksheets = [], day, run, cards }: Deck): SheetShape[] {
  const titled = run?.activities.map(({ id }) => ({ id, title: cards.find((one) => one.id === id)?.title ?? id }));
  return [...(titled ? [dayShape(titled, words.run)] : []), ...inDayOrder(day, worksheets).map(shapeOf)];
}
