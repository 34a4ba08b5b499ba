import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openChain } from '../../src/deck/chain/chain.ts';
import { openProjects } from '../../src/load.ts';
import { planOf } from '../../src/plan/plan.ts';
import type { PrintOptions } from '../../src/plan/print-options.ts';
import { type Edits, printing, withBlank } from '../fixtures/blank.ts';
import { shown } from '../fixtures/deck.ts';

type Asked = readonly [stock: string, print?: PrintOptions];

/** What is said of the blank deck on each of these, before anything is drawn. */
async function planned(edits: Edits, ...asked: readonly Asked[]): Promise<string[][]> {
  return await withBlank(edits, async (root) => {
    const { projects } = await openProjects(await openChain({ dir: path.join(root, 'deck'), root }));
    const [project] = projects;
    if (!project) throw new Error('the deck has errors');
    const said: string[][] = [];
    for (const [stock, print = {}] of asked) {
      const { problems } = await planOf(project, printing(root, [stock], { print }));
      said.push(problems.map((one) => `${shown(one)} ${one.note}`));
    }
    return said;
  });
}

describe('sheets without a line of text and a ruler are told of', () => {
  const warning = (stock: string, size: string) =>
    `deck/deck.yaml:1:9 warning print/no-slug The cards leave no room on "${stock}" for the line of text and the ruler: ` +
    `its sheets have none. Measure a printed card: it must be ${size} mm.`;
  const onTop = (format: string) => ({
    'deck/deck.yaml': (text: string) => `format: ${format}\n${text.replace(/^format:.*\n/mu, '')}`,
  });

  test('where cards take all that is printed; not where its file wants none', async () => {
    const paper = 'name: Full\npaper: { width: 137, height: 187.8 }\n';
    const edits = {
      ...onTop('poker'),
      'layouts/stocks/full.yaml': `${paper}slug: bottom\n`,
      'layouts/stocks/bare.yaml': `${paper}slug: none\n`,
    };
    expect(await planned(edits, ['full'], ['bare'])).toEqual([[warning('full', '63.5 × 88.9')], []]);
  });

  test('where paper that is turned on its other edge would have it on backs', async () => {
    expect(await planned(onTop('mini'), ['a5'], ['a5', { flip: 'short' }])).toEqual([
      [],
      [warning('a5', '44.45 × 63.5')],
    ]);
  });

  test('where it would lie on the bleed of the cards: beside 9 jumbo cards, and 12 business cards', async () => {
    expect(await planned(onTop('jumbo'), ['tabloid'])).toEqual([[warning('tabloid', '88.9 × 139.7')]]);
    expect(await planned(onTop('us-business'), ['letter'])).toEqual([[warning('letter', '50.8 × 88.9')]]);
  });
});

test('an offset of backs for a stock that there is not is an error: its sheets would stay unshifted', async () => {
  const edit = (text: string) => `backOffset: { x: 1, y: 0, for: { leter: { x: 2, y: 0 } } }\n${text}`;
  expect(await planned({ 'deck/deck.yaml': edit }, ['a4'])).toEqual([
    ['deck/deck.yaml:1:34 error deck/back-offset There is no stock "leter". Did you mean "letter"? undefined'],
  ]);
});
