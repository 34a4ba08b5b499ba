import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Excess, excessOf, searchAll } from '../../src/face/excess.ts';
import { givenTexts } from '../../src/face/texts.ts';
import type { Card } from '../../src/model/card.ts';
import type { Look } from '../../src/model/looks.ts';

const look: Look = { fields: {}, budgets: { 'facts.*.name': 20 }, Front: () => null, Back: () => null };

function cardOf(title: string, gist: string, says: string): Card {
  const paragraph = {
    type: 'element' as const,
    tagName: 'p',
    properties: {},
    children: [{ type: 'text' as const, value: says }],
  };
  const section = {
    heading: 'Talk',
    content: { type: 'root' as const, children: [paragraph] },
    text: says,
    place: { line: 7, column: 1 },
  };
  return {
    ...{ id: 'one', suit: 'habit', code: 'HAB 1', title, gist, related: [], sources: [], copies: 1, blank: false },
    ...{
      face: 'general',
      fields: { facts: [{ name: 'Short' }] },
      sections: [section],
      file: 'deck/one.mdx',
      places: {},
    },
  };
}

/** What is found where a side comes out right for the cards that `fits` says. */
async function found(card: Card, fits: (card: Card) => boolean): Promise<Excess | undefined> {
  const given = givenTexts(card, look);
  const [excess] = await searchAll([excessOf(card, given, given)], async (tries) => tries.map((one) => fits(one.card)));
  return excess;
}

test('finds the text that is too long and exactly how much of it fits', async () => {
  const lengths = fc.tuple(fc.integer({ min: 2, max: 400 }), fc.integer({ min: 1, max: 399 }));
  await fc.assert(
    fc.asyncProperty(lengths, async ([has, fits]) => {
      fc.pre(fits < has);
      const card = cardOf('Title', 'g'.repeat(has), 'Say it in a sentence.');
      const excess = await found(card, ({ gist }) => gist.length <= fits);
      expect(excess).toEqual({ from: 'gist', text: card.gist, has, fits });
    }),
    { numRuns: 50 },
  );
});

test('a text of a whole file is tried at no more than twice what fits, or what a card can hold', async () => {
  for (const fits of [300, 5000]) {
    const tried: number[] = [];
    const card = cardOf('Title', 'g'.repeat(30_000), 'Say it in a sentence.');
    const excess = await found(card, ({ gist }) => {
      tried.push(gist.length);
      return gist.length <= fits;
    });
    expect(excess).toMatchObject({ from: 'gist', has: 30_000, fits });
    expect(Math.max(...tried)).toBeLessThanOrEqual(2 * Math.max(1000, fits));
  }
});

test('cuts a section with its tree', async () => {
  const card = cardOf('Title', 'Gist', 'abcdefghij'.repeat(5));
  const excess = await found(
    card,
    ({ sections: [section] }) => JSON.stringify(section?.content).includes('a') && section?.text.length === 20,
  );
  expect(excess).toBeUndefined();
  const most = await found(card, ({ sections: [section] }) => (section?.text.length ?? 0) <= 20);
  expect(most).toMatchObject({ from: '## Talk', has: 50, fits: 20 });
});

test('shortens all texts together where no single one is to blame', async () => {
  const card = cardOf('t'.repeat(30), 'g'.repeat(30), 's'.repeat(40));
  const total = ({ title, gist, sections: [section] }: Card) =>
    title.length + gist.length + (section?.text.length ?? 0);
  const excess = await found(card, (one) => total(one) <= 20);
  expect(excess).toMatchObject({ from: '', has: 105 });
  expect(excess?.fits).toBeLessThan(30);
});

test('finds none where shorter texts do not help', async () => {
  expect(await found(cardOf('Title', 'Gist', 'Text'), () => false)).toBeUndefined();
});
