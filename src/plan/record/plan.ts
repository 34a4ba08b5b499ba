import type { Deck } from '../../model/deck.ts';
import { lookUp } from '../../model/look-up.ts';
import type { Stock } from '../../model/stock.ts';
import { filledPages } from '../../record/filled.ts';
import type { RoomRecord } from '../../record/record.ts';
import { shapesOf } from '../../record/shapes.ts';
import type { Plan } from '../plan.ts';
import type { Project } from '../project.ts';
import type { MadeCard } from './cards.ts';
import { recordChapters } from './chapters.ts';
import { sheetFile } from './located.ts';

/** A plan that draws a record in place of the deck: its sheets as the chapters of a guide, and the cards that sheets became. */
export function recordPlan(
  plan: Plan,
  { formats, looks }: Project,
  { record, made, file }: { record: RoomRecord; made: readonly MadeCard[]; file: string },
): Plan {
  const { deck } = plan;
  const pages = filledPages(record, shapesOf(deck), deck.words.record.yes);
  const fileOf = (at: number) => {
    const page = pages[at];
    return sheetFile(
      file,
      record.sheets.findIndex((one) => one.sheet === page?.sheet && one.team === page.team),
    );
  };
  const guide = recordChapters(pages, deck, looks, fileOf);
  const words = {
    ...deck.words,
    guide: { ...deck.words.guide, guideTitle: deck.words.record.title, guideAbout: deck.words.record.about },
  };
  const { boards: _, worksheets: __, ...rest } = deck;
  const own: Deck = { ...rest, words, guide, cards: [...deck.cards, ...made.map(({ card }) => card)] };
  const format = lookUp(formats, deck.format);
  const cards = made.map(({ card }) => card);
  return {
    ...plan,
    deck: own,
    stocks: sheetsFor(plan),
    drawings: format && cards.length > 0 ? [{ format, deck: own, cards }] : [],
  };
}

/** The one paper that a record is printed on: the deck's first sheet, which its cards are cut from too. */
function sheetsFor({ stocks, papers, deck }: Plan): Stock[] {
  return [...stocks, ...papers]
    .filter((one) => one.format === deck.format && !one.page && !one.fold && !one.pictures && !one.press)
    .slice(0, 1);
}
