import { counted } from '../../../layouts/words/words.ts';
import { copiesOf } from '../../model/copies.ts';
import type { Activity } from '../../model/day.ts';
import type { Deck } from '../../model/deck.ts';
import { headingOf, suitFor } from '../../model/deck-names.ts';
import { lookUp } from '../../model/look-up.ts';
import { cardsOfDay } from '../day-cards.ts';
import type { Planning } from './agenda-table.ts';
import { type ChapterBlock, heading, type Inline, joinedLines, table } from './tree.ts';

/** An activity as a page of the guide has it: what it takes as day.yaml says, then the sections of its card. */
export function activityBlocks(deck: Planning & Deck, id: string): ChapterBlock[] {
  const activity = deck.day.activities.find((one) => one.id === id);
  const card = deck.cards.find((one) => one.id === id);
  if (!activity || !card) return [];
  const sections = card.sections.flatMap(({ heading: name, content }) => [
    heading(headingOf(deck, name)),
    ...content.children.filter((one): one is ChapterBlock => one.type === 'element'),
  ]);
  return [facts(activity, deck), ...sections];
}

function facts(activity: Activity, deck: Planning & Deck): ChapterBlock {
  const { guide: words } = deck.words;
  const { minutes, days = 0 } = activity;
  const time = minutes === undefined ? counted(days, words.daysOf) : counted(minutes, words.minutesOf);
  const rows: [string, string | Inline[]][] = [
    [words.cards, cardsOf(activity, deck)],
    [words.boards, joinedLines(namesOf(activity.boards, deck, 'board'), ', ')],
    [words.worksheets, joinedLines(namesOf(activity.worksheets, deck, 'worksheet'), ', ')],
    [words.takesIn, activity.in.join(', ')],
    [words.leaves, activity.out.join(', ')],
  ];
  return table(
    [words.takes, time],
    rows.filter(([, line]) => line.length > 0),
  );
}

/** The cards that lie on the table, suit by suit: `9 Roles, 3 Phases`. */
function cardsOf({ cards: queries }: Activity, deck: Planning & Deck): Inline[] {
  const found = suitsIn(queries, deck).map(({ name, count }) => `${count} ${name}`);
  return joinedLines(found, ', ');
}

/** How many cards of each suit the queries match, copies counted: what lies on the table. */
export function suitsIn(queries: readonly string[], deck: Deck): { name: string; count: number }[] {
  const cards = cardsOfDay(queries, deck);
  return deck.suits
    .map((suit) => {
      const count = copiesOf(cards.filter((card) => card.suit === suit.id));
      return { name: suitFor(count, suit, deck), count };
    })
    .filter(({ count }) => count > 0);
}

/** The names of boards or worksheets, by their ids. */
function namesOf(ids: Readonly<Record<string, string>>, deck: Deck, kind: 'board' | 'worksheet'): string[] {
  return Object.keys(ids).map((id) => titleOfPage(id, deck, kind));
}

/** The name of a board or a worksheet: its own, else the one in suits.yaml. */
export function titleOfPage(id: string, deck: Deck, kind: 'board' | 'worksheet'): string {
  const page = (kind === 'board' ? deck.boards : deck.worksheets)?.find((one) => one.id === id);
  return page?.title ?? lookUp(lookUp(deck.lists, `${kind}s`), id) ?? id;
}
