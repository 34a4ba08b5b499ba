import path from 'node:path';
import { expect, test } from 'vitest';
import { openChain } from '../src/deck/chain/chain.ts';
import { openProjects } from '../src/load.ts';
import { withBlank } from './fixtures/blank.ts';
import { shown } from './fixtures/deck.ts';

test('names of stocks and formats that there are not are errors at their lines, once for all languages', async () => {
  const edits = {
    'deck/deck.yaml': (text: string) => `${text}\nlanguages: [de]\n`,
    'deck/locales/en-US/ui.yaml': 'names:\n  a4: Office paper\n  a5x: Small\n  poker: Playing card\n',
    'deck/locales/de/ui.yaml': 'names:\n  letter: Amerikanisch\n  briefe: Amerikanisch\n',
  };
  const said = await withBlank(edits, async (root) => {
    const { projects, problems } = await openProjects(await openChain({ dir: path.join(root, 'deck'), root }));
    expect(projects).toEqual([]);
    return problems.filter(({ fatal }) => fatal).map(shown);
  });
  expect(said).toEqual([
    'deck/locales/en-US/ui.yaml:3:8 error ui/unknown-key There is no stock or card format "a5x" to name. Did you mean "a5"?',
    'deck/locales/de/ui.yaml:3:11 error ui/unknown-key There is no stock or card format "briefe" to name. Did you mean "bridge"?',
  ]);
});
