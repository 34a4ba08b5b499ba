import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkDeck } from '../../src/check/check-deck.ts';
import { loadLooks } from '../../src/looks/looks.ts';
import type { Card } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { Looks } from '../../src/model/loaded-looks.ts';
import type { Problem } from '../../src/model/problem.ts';
import { loadDeck } from '../fixtures/load.ts';

export const root = path.resolve(import.meta.dirname, '../..');

interface Shipped {
  deck: Deck;
  looks: Looks;
  problems: Problem[];
}

let shipped: Promise<Shipped> | undefined;

/** The shipped deck, loaded and checked: once for all files that one process tests. */
export function shippedDeck(): Promise<Shipped> {
  shipped ??= loadShipped();
  return shipped;
}

async function loadShipped(): Promise<Shipped> {
  const looks = await loadLooks(path.join(root, 'layouts'));
  const { deck, problems } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
  if (!deck) throw new Error(problems.map((problem) => problem.reason).join('\n'));
  return { deck, looks, problems: [...problems, ...checkDeck(deck, looks)] };
}

/** A section's words, or an empty string. */
export function section(card: Card, heading: string): string {
  return card.sections.find((one) => one.heading === heading)?.text ?? '';
}

/** A card's file without its front matter. */
export function bodyOf(card: Card): string {
  return readFileSync(path.join(root, card.file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/u, '');
}
