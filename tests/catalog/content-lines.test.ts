import path from 'node:path';
import { expect, test } from 'vitest';
import { linesOf, shapedLines } from '../../src/catalog/content-lines.ts';
import { withDeck } from '../fixtures/deck.ts';
import { loadDeck } from '../fixtures/load.ts';
import { looks } from '../fixtures/looks.ts';

const MARKDOWN = `1. one
2. two, <Card id="function" />

Rest a minute.

3. three\\
   and a half

| A | B |
|---|---|
| c | d |
|   | e |
`;

test('lists go on with their numbers, and lines are lines', async () => {
  const front = '---\nsuit: level\nnumber: 2\ntitle: Feature\ngist: Several\n---\n\n';
  const changes = { 'cards/levels/feature.mdx': `${front}## Definition\n\n${MARKDOWN}` };
  await withDeck(changes, async (root) => {
    const { deck } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
    const byId = new Map(deck?.cards.map((card) => [card.id, card]));
    const content = byId.get('feature')?.sections[0]?.content ?? { type: 'root', children: [] };
    const { code = '' } = byId.get('function') ?? {};
    const wanted = ['1. one', `2. two, ${code}`, 'Rest a minute.', '3. three', 'and a half', 'A · B', 'c · d', '· e'];
    expect(linesOf({ elements: looks.elements, byId }, content)).toBe(wanted.join('\n'));
    expect(shapedLines({ elements: looks.elements, byId }, content)).toEqual([
      { shape: 'o', text: '1. one' },
      { shape: 'o', text: `2. two, ${code}` },
      { shape: 'p', text: 'Rest a minute.' },
      { shape: 'o', text: '3. three' },
      { shape: '+', text: 'and a half' },
      { shape: 'h', text: 'A\tB' },
      { shape: 'r', text: 'c\td' },
      { shape: 'r', text: '\te' },
    ]);
  });
});
