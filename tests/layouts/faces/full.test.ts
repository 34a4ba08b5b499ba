import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Element, Root } from 'hast';
import { beforeAll, expect, test } from 'vitest';
import { drawFaces } from '../../../src/face/draw.ts';
import { loadLooks } from '../../../src/face/looks.ts';
import { loadDeck } from '../../../src/load/deck.ts';
import type { Card, Deck, Format, Look, Looks, Section, SectionRule } from '../../../src/model.ts';

// Every look with every text at its budget, at both sizes: nothing may overflow, overlap or be lost.

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const layouts = path.join(root, 'layouts');
const FORMATS: readonly Format[] = [
  { id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 },
  { id: 'tarot', name: 'Tarot', width: 70, height: 120, radius: 3 },
];
/** English words of common lengths, so that lines break as they do in a deck. */
const WORDS =
  'which three signals would tell our support team that a member is about to leave for good next month'.split(' ');

let looks: Looks;
let deck: Deck;

beforeAll(async () => {
  looks = await loadLooks(layouts);
  const loaded = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
  if (loaded.deck === undefined) throw new Error('the shipped deck does not load');
  deck = loaded.deck;
});

/** Words of exactly `length` characters. */
function filler(length: number): string {
  let text = '';
  for (let i = 0; text.length < length; i += 1) text += `${WORDS[i % WORDS.length]} `;
  return text
    .slice(0, length - 1)
    .trimEnd()
    .padEnd(length - 1, 'n')
    .concat('.');
}

function contentOf({ budget, items }: SectionRule): Root {
  const paragraph: Element = {
    type: 'element',
    tagName: 'p',
    properties: {},
    children: [{ type: 'text', value: filler(budget) }],
  };
  if (items === undefined) return { type: 'root', children: [paragraph] };
  const list = Array.from({ length: items.max }, () => ({
    type: 'element' as const,
    tagName: 'li',
    properties: {},
    children: [{ type: 'text' as const, value: filler(items.budget) }],
  }));
  return { type: 'root', children: [{ type: 'element', tagName: 'ul', properties: {}, children: list }] };
}

/** A card of the deck with the same shape and every text as long as its budget allows. */
function fullest(card: Card, look: Look): Card {
  const sections = Object.entries(look.sections ?? {}).map(
    ([heading, rule]): Section => ({
      heading,
      content: contentOf(rule),
      text: '',
      place: { line: 1, column: 1 },
    }),
  );
  const fields = structuredClone(card.fields) as Record<string, unknown>;
  for (const [at, budget] of Object.entries(look.budgets)) fill(fields, at.split('.'), budget);
  return { ...card, title: 'Personalization Off Switch', gist: filler(55), fields, sections };
}

function fill(value: unknown, [step = '', ...rest]: readonly string[], budget: number): void {
  if (typeof value !== 'object' || value === null) return;
  const holder = value as Record<string, unknown>;
  for (const key of step === '*' ? Object.keys(holder) : [step]) {
    if (rest.length > 0) fill(holder[key], rest, budget);
    else if (typeof holder[key] === 'string') holder[key] = filler(budget);
  }
}

test.each(FORMATS)('each look holds its fullest card at $id size', async (format) => {
  const cards = Object.entries(looks.faces).flatMap(([name, look]) => {
    const card = deck.cards.filter((one) => one.face === name && !one.blank).at(-1);
    return card === undefined ? [] : [fullest(card, look)];
  });
  expect(cards.map((card) => card.face).sort()).toEqual(Object.keys(looks.faces).sort());
  const others = deck.cards.filter((card) => !cards.some((one) => one.id === card.id));
  const { problems } = await drawFaces({
    deck: { ...deck, cards: [...others, ...cards] },
    looks,
    layouts,
    format,
    cards,
  });
  expect(problems.map((problem) => `${problem.message}: ${problem.actual}`)).toEqual([]);
});
