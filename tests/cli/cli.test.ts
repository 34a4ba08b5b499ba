import { execFile } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Runs the command as a user does; what it says, and its exit code. */
function prepdeck(...args: string[]): Promise<{ code: number; said: string }> {
  const env = { ...process.env, NO_COLOR: '1', CI: '1' };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(root, 'src/bin.mjs'), ...args],
      { cwd: root, env },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, said: `${stdout}${stderr}` });
      },
    );
  });
}

describe('a user’s mistakes are said, with exit code 2', () => {
  test.each([
    [['build', '--back-offset'], "error: option '--back-offset <x,y>' argument missing"],
    [
      ['build', '--back-offset', 'left'],
      'prepdeck: --back-offset: “left” is not an offset; write two numbers of mm, right and down, e.g. 0.8,-0.5',
    ],
    [
      ['build', '--sides', 'left'],
      "error: option '--sides <sides>' argument 'left' is invalid. Allowed choices are fronts, backs, both.",
    ],
    [['check', '--stock', 'leter'], 'prepdeck: unknown stock: leter. Did you mean "letter"?'],
    [['check', '--set', 'on-day'], 'prepdeck: unknown set: on-day. Did you mean "one-day"?'],
    [
      ['check', '--stock', 'shop', '--set', 'taster', '--profile', 'deck/deck.yaml'],
      'prepdeck: "deck/deck.yaml" is not an ICC profile.',
    ],
    [
      ['check', '--stock', 'avery-95328', '--skip', '7'],
      'prepdeck: --skip for avery-95328: “7” is not on the sheet; its slots are 1 to 6',
    ],
  ])('prepdeck %o', async (args, message) => {
    const { code, said } = await prepdeck(...args);
    expect(said).toContain(message);
    expect(code).toBe(2);
  });
});

test('check finds what a print shop would, and writes nothing', async () => {
  const { code, said } = await prepdeck(
    'check',
    '--stock',
    'shop,drivethru-poker',
    '--hand',
    'because-you-row.detractor',
  );
  expect(said).toMatch(/The Test Kitchen: 2 cards are ready to print\n$/u);
  expect(said).not.toContain('warning');
  expect(code).toBe(0);
});
