import path from 'node:path';
import { expect, test } from 'vitest';
import { addLayerCommands } from '../../src/cli/layer-commands.ts';
import { withBlank } from '../fixtures/blank.ts';
import { typed } from '../fixtures/typed.ts';

async function outdated(deck: string, ...flags: string[]) {
  const { code, data } = await typed(addLayerCommands, 'outdated', '--deck', deck, ...flags);
  return { code, data };
}

const OLD = `sha256-${'0'.repeat(64)}`;

test('outdated ends with 1 while something has drifted, with 0 once it is accepted', async () => {
  const edits = {
    'ours/deck/deck.yaml': 'name: Ours\nversion: 1.0.0\nextends: ../../deck\nprefix: OURS\n',
    'ours/deck/overrides/friday-list.mdx': `---\nbase: ${OLD}\ntitle: Our list\n---\n`,
  };
  await withBlank(edits, async (root) => {
    const deck = path.join(root, 'ours/deck');
    const drifted = await outdated(deck, '--json');
    expect(drifted.code).toBe(1);
    expect(JSON.parse(drifted.data)).toMatchObject({ ok: false, overrides: [{ id: 'friday-list', state: 'changed' }] });
    const accepted = await outdated(deck, '--json', '--accept');
    expect(accepted.code).toBe(0);
    expect(JSON.parse(accepted.data)).toMatchObject({ ok: true, overrides: [], recorded: ['friday-list'] });
    expect(await outdated(deck)).toEqual({ code: 0, data: 'Every override fits what it changes.\n' });
  });
});
