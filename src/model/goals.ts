import type { Card } from './card.ts';
import type { Catalog } from './catalog.ts';
import type { Goal } from './deck.ts';

/** Address of a goal's page; relative to the page at `base`. */
export function goalHref(base: string, id: string): string {
  return `${base}g/${id}.html`;
}

/** Cards of a goal that are in the deck, each with its line. A deck that extends another may leave some of them out. */
export function cardsOfGoal(catalog: Catalog, goal: Goal): { card: Card; why: string }[] {
  return Object.entries(goal.cards).flatMap(([id, why]) => {
    const card = catalog.byId.get(id);
    return card ? [{ card, why }] : [];
  });
}

/** The goals that have cards in this deck, by id. */
export function goalsOf(catalog: Catalog): [id: string, goal: Goal][] {
  return Object.entries(catalog.deck.goals ?? {}).filter(([, goal]) => cardsOfGoal(catalog, goal).length > 0);
}
