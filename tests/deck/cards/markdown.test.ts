import path from 'node:path';
import { expect, test } from 'vitest';
import { shown, withDeck } from '../../fixtures/deck.ts';
import { loadDeck } from '../../fixtures/load.ts';
import { looks } from '../../fixtures/looks.ts';

const FRONT = '---\nsuit: level\nnumber: 2\ntitle: Feature\ngist: Several\n---\n\n';

/** What becomes of the card `feature` with this under its only heading. */
async function read(markdown: string) {
  const changes = { 'cards/levels/feature.mdx': `${FRONT}## Definition\n\n${markdown}\n` };
  return await withDeck(changes, async (root) => {
    const { deck, problems } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
    const [section] = deck?.cards.find(({ id }) => id === 'feature')?.sections ?? [];
    return { problems: problems.map(shown), section };
  });
}

test('a comment is not printed, and takes what holds nothing else with it', async () => {
  const { section, problems } = await read(
    'One {/* two **three */}four.\n\n{/*\n\n## Old\n\ngone\n*/}\n\n- {/* five */}\n- six {/* seven */} eight',
  );
  expect(problems).toEqual([]);
  expect(section?.text).toBe('One four. six eight');
  expect(section?.content.children).toMatchObject([
    { tagName: 'p', children: [{ value: 'One four.' }] },
    { tagName: 'ul', children: [{ tagName: 'li', children: [{ value: 'six eight' }] }] },
  ]);
});
