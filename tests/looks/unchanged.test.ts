import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { withUnchanged } from '../../src/looks/unchanged.ts';
import type { Card as CardData } from '../../src/model/card.ts';
import type { Looks } from '../../src/model/loaded-looks.ts';
import type { Element, Look } from '../../src/model/looks.ts';
import { openMemory } from '../../src/read/memory.ts';
import { shown, withDeck } from '../fixtures/deck.ts';
import { loadDeck } from '../fixtures/load.ts';
import { looks } from '../fixtures/looks.ts';
import { cardsRead, notedMemory } from '../fixtures/noted-memory.ts';

// A saved layout is loaded as another object, with all in it. What was read by rules that are the same is not read again.

const [drawn, otherwise] = [() => null, () => null];
const { pattern, cover, ...others } = looks.faces as Record<'pattern' | 'cover', Look> & Looks['faces'];
const { Card, Pips } = looks.elements as Record<'Card' | 'Pips', Element>;

/** All looks and elements as other objects, each with the same rules but for those given. */
function anew(faces: Looks['faces'] = looks.faces, elements: Looks['elements'] = looks.elements): Looks {
  const otherFaces = Object.entries(faces).map(([name, one]) => [name, { ...one, Front: drawn, Back: drawn }]);
  const otherTags = Object.entries(elements).map(([name, one]) => [name, { ...one, Print: drawn, Web: drawn }]);
  return { ...looks, faces: Object.fromEntries(otherFaces), elements: Object.fromEntries(otherTags) };
}

test('looks of which only the drawing has changed are those of before', () => {
  expect(withUnchanged(anew(), looks)).toBe(looks);
  const boards = { areas: { areas: { min: 1, max: 2 }, Page: drawn } };
  const before = { ...looks, boards };
  expect(withUnchanged({ ...anew(), boards: { areas: { ...boards.areas, Page: otherwise } } }, before)).toBe(before);
});

test('each of which a rule has changed, come or gone is another one, and it alone', () => {
  const now = withUnchanged(anew({ ...looks.faces, pattern: { ...pattern, gist: 'optional' } }), looks);
  expect(now.faces.pattern?.gist).toBe('optional');
  expect(now.faces.level).toBe(looks.faces.level);
  expect(now.elements).toBe(looks.elements);
  expect(withUnchanged(anew(), now).faces.pattern).not.toHaveProperty('gist');
  const words = { ...looks.words };
  expect(withUnchanged({ ...anew(), words }, looks).words).toBe(words);
});

test('looks that have come, gone or are in another order are told from those of before', () => {
  for (const faces of [others, { ...looks.faces, quote: cover }, { pattern, cover, ...others }]) {
    const now = withUnchanged(anew(faces as Looks['faces']), looks);
    expect(Object.keys(now.faces)).toEqual(Object.keys(faces));
  }
  expect(withUnchanged({ ...anew(), boards: { areas: { Page: drawn } } }, looks)).toHaveProperty('boards');
  expect(withUnchanged(anew(), { ...looks, boards: { areas: { Page: drawn } } })).not.toHaveProperty('boards');
});

/** Texts beside cards that use a tag. */
const TEXTS = {
  'boards/map.mdx':
    '---\ntitle: Map\nlead: Place them.\ncolour: ink\nsize: a3\n---\n\n## First\n\n<Card id="first-look" />\n',
  'worksheets/votes.mdx':
    '---\ntitle: Votes\nlead: Count them.\ncolour: ink\n---\n\n## Seen\n\nOf <Card id="first-look" />:\n\n<Tick id="one" label="One" />\n',
  'guide/start.mdx': '---\ntitle: Start\norder: 1\n---\n\n## First\n\nLay out <Card id="first-look" />.\n',
};
const kit = { boards: { areas: { Page: drawn } }, worksheets: { sheet: { Page: drawn } } };

test.each<[what: string, now: Looks, again: 'none' | 'patterns' | 'all']>([
  ['nothing', anew(), 'none'],
  ['a budget', anew({ ...looks.faces, pattern: { ...pattern, budgets: { 'examples.*.tell': 1 } } }), 'patterns'],
  ['a heading', anew({ ...looks.faces, pattern: { ...pattern, sections: { Other: { budget: 9 } } } }), 'patterns'],
  ['a missing look', anew({ pattern, ...others } as Looks['faces']), 'all'],
  ['the words of a tag', anew(undefined, { Card: { ...Card, text: () => 'long '.repeat(99) }, Pips }), 'all'],
  ['a missing tag', anew(undefined, { Pips }), 'all'],
  ['areas of a board', { ...anew(), boards: { areas: { areas: { min: 4, max: 4 }, Page: drawn } } }, 'none'],
  [
    'a key of a worksheet',
    { ...anew(), worksheets: { sheet: { options: { room: z.string() }, Page: drawn } } },
    'none',
  ],
])('a deck is read again with other looks as it is read with them alone: %s', async (what, now, again) => {
  await withDeck(TEXTS, async (root) => {
    const [dir, { memory, made }] = [path.join(root, 'deck'), notedMemory()];
    const first = { ...looks, ...kit };
    const then = { ...kit, ...now };
    const before = await loadDeck({ dir, root, looks: first, memory });
    made.clear();
    const after = await loadDeck({ dir, root, looks: withUnchanged(then, first), memory });
    const alone = await loadDeck({ dir, root, looks: then, memory: openMemory() });
    expect(before.problems.map(shown)).toEqual([]);
    if (what !== 'nothing') expect([alone.problems, alone.deck]).not.toEqual([before.problems, before.deck]);
    expect(after.problems.map(shown)).toEqual(alone.problems.map(shown));
    expect(after.deck).toEqual(alone.deck);
    const read = cardsRead({ made }, after.deck);
    const isRead = ({ id }: CardData) => read.includes(id);
    const [patterns, rest] = [true, false].map((is) =>
      after.deck?.cards.filter(({ face }) => (face === 'pattern') === is),
    );
    expect(patterns?.every(isRead)).toBe(again !== 'none');
    expect(rest?.some(isRead)).toBe(again === 'all');
  });
});
