import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { addBuildCommands } from '../../src/cli/build-commands.ts';
import { withBlank } from '../fixtures/blank.ts';
import { typed } from '../fixtures/typed.ts';

/** Runs `prepdeck` on a deck of five cards, one of them printed; its exit code, what it warned of, and whether it made files. */
async function run(root: string, command: 'build' | 'check', ...flags: string[]) {
  const out = path.join(root, `dist-${command}-${flags.length}`);
  const args = ['--deck', path.join(root, 'deck'), '--stock', 'a4', '--only', 'id:friday-list', '--no-kit', '--quiet'];
  const words = [command, ...args, ...(command === 'build' ? ['--out', out] : []), ...flags];
  const { code, problems } = await typed(addBuildCommands, ...words);
  const warned = problems.map(({ ruleId, fatal }) => [ruleId, fatal]);
  return { code, warned, made: existsSync(out) };
}

const slip = { 'deck/cards/habits/friday-list.mdx': (text: string) => `${text}\nA **slip.\n` };
const accept = (text: string) => `${text}accept: [{ rule: card/slip, reason: Ours }]\n`;

test('a warning ends a strict command with 1, and a strict build makes nothing', async () => {
  await withBlank(slip, async (root) => {
    const warned = [['slip', false]];
    expect(await run(root, 'check')).toEqual({ code: 0, warned, made: false });
    expect(await run(root, 'check', '--strict')).toEqual({ code: 1, warned, made: false });
    expect(await run(root, 'build', '--strict')).toEqual({ code: 1, warned, made: false });
    expect(await run(root, 'build')).toEqual({ code: 0, warned, made: true });
  });
});

test('one that deck.yaml accepts does not', async () => {
  await withBlank({ ...slip, 'deck/deck.yaml': accept }, async (root) => {
    const warned = [['slip', undefined]];
    expect(await run(root, 'build', '--strict')).toEqual({ code: 0, warned, made: true });
  });
});
