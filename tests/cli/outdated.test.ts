import path from 'node:path';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { addLayerCommands } from '../../src/cli/layer-commands.ts';
import { withBlank } from '../fixtures/blank.ts';

/** Runs `prepdeck outdated` on a deck; what it says on stdout, and its exit code. */
async function outdated(deck: string, ...flags: string[]): Promise<{ code: number; data: string }> {
  const said = { code: 0, data: '' };
  const program = new Command().exitOverride();
  addLayerCommands(program, {
    data: (text) => {
      said.data += text;
    },
    exit: (code) => {
      said.code = code;
    },
    say: () => undefined,
    report: () => undefined,
  });
  await program.parseAsync(['outdated', '--deck', deck, ...flags], { from: 'user' });
  return said;
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
