import { posterTiles, tilingOf } from '../impose/tile.ts';
import { copiesOf } from '../model/copies.ts';
import type { Workshop } from '../model/day.ts';
import type { Deck } from '../model/deck.ts';
import { lookUp } from '../model/look-up.ts';
import { pageSize } from '../model/paper.ts';
import type { Stock } from '../model/stock.ts';
import { countsOf, groupsOf } from './agenda.ts';
import { titleOfPage } from './guide/activity.ts';
import { plannedDays } from './guide/agenda-table.ts';
import { mostNeeded } from './guide/packing.ts';
import { select } from './select.ts';
import { thingsFor } from './things.ts';

/** What a room needs, before anything is printed. */
export interface Packing {
  people: number;
  days: number;
  /** How many tables work at once, each with boards and sheets of its own. */
  teams: number;
  /** The cards of the set, or of the whole deck, and how many sheets of the stock they take; `teams` where the set has some for each. */
  cards: { set?: string; teams?: number; count: number; sheets: number };
  /** The paper of a board's own size, and how many sheets of `paper` it takes in tiles. */
  boards: readonly { title: string; count: number; size: string; tiles: number }[];
  worksheets: readonly { title: string; count: number }[];
  /** What else lies ready: dots, pens. */
  things: readonly { name: string; count: number }[];
}

/** What is asked for. */
export interface PackingRequest {
  people: number;
  days: number;
  /** A set of deck.yaml. */
  set?: string | undefined;
  /** What its cards are printed on. */
  stock: Stock;
  /** Id of the paper on which boards are tiled. */
  paper: string;
}

/**
 * Boards, worksheets and cards for so many people, with the paper that they take.
 *
 * @throws UsageError for a number of people or days that the workshop has no plan for, and for a set that there is not
 */
export function packingOf(deck: Deck & { day: Workshop }, request: PackingRequest): Packing {
  const { people, days, set, stock, paper } = request;
  const activities = plannedDays(deck, days).days.flatMap((entries) =>
    entries.flatMap((one) => (one.kind === 'activity' ? [one.activity] : [])),
  );
  const needed = (counts: ReadonlyMap<string, number>) =>
    (['boards', 'worksheets'] as const).map((kind) => mostNeeded(activities, kind, counts));
  const [boards, worksheets] = needed(countsOf(deck.day, people));
  // What each person has makes no tables.
  const each = needed(new Map(Object.entries(groupsOf(deck.day, people))));
  const teams = Math.max(1, ...each.flat().map(([, count]) => count));
  const cards = cardsIn(deck, { set, teams, stock });
  return {
    ...{ people, days, teams, cards, things: thingsFor(deck.day, people) },
    boards: (boards ?? []).flatMap(([id, count]) => {
      const board = deck.boards?.find((one) => one.id === id);
      if (!board) return [];
      const size = pageSize(board.size, board.orientation);
      const tiles = posterTiles(tilingOf(size, pageSize(paper, 'portrait'))).length;
      return [{ title: board.title, count, size: size.name, tiles }];
    }),
    worksheets: (worksheets ?? []).map(([id, count]) => ({ title: titleOfPage(id, deck, 'worksheet'), count })),
  };
}

/** The cards of a set for so many teams, or all; a set without `perTeam` is the same for any number. */
function cardsIn(
  deck: Deck,
  { set, teams, stock }: Pick<PackingRequest, 'set' | 'stock'> & { teams: number },
): Packing['cards'] {
  const perTeam = set === undefined ? {} : (lookUp(deck.sets, set)?.perTeam ?? {});
  const asked = { ...(set !== undefined && { set }), ...(Object.keys(perTeam).length > 0 && { teams }) };
  const { cards } = select(deck, { only: [], ...asked });
  const count = copiesOf(cards);
  return { ...asked, count, sheets: Math.ceil(count / Math.max(1, stock.slots.length)) };
}
