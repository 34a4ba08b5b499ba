import type { Element, Root } from 'hast';
import type { Card, Section } from '../../../src/model/card.ts';
import type { Deck } from '../../../src/model/deck.ts';
import type { Looks } from '../../../src/model/loaded-looks.ts';
import type { Look, SectionRule } from '../../../src/model/looks.ts';

/** English words of common lengths, so that lines break as they do in a deck. */
const WORDS =
  'which three signals would tell our support team that a member is about to leave for good next month'.split(' ');

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

/** A card of the shipped deck with the same shape and every text as long as its budget allows. */
function filled(card: Card, look: Look): Card {
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

/** For each look a card with its texts at their budgets. */
export function fullest(deck: Deck, looks: Looks): Card[] {
  return Object.entries(looks.faces).flatMap(([name, look]) => {
    const card = deck.cards.filter((one) => one.face === name && !one.blank).at(-1);
    return card === undefined ? [] : [filled(card, look)];
  });
}
