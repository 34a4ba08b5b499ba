import { execFile } from 'node:child_process';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { init } from '../../src/command/init.ts';

const command = path.resolve(import.meta.dirname, '../../src/bin.mjs');
/** A folder with a deck of five cards. */
let root = '';
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-cli-'));
  await init({ dir: root, template: 'blank', date: '2026-11-29' });
  await appendFile(
    path.join(root, 'deck/deck.yaml'),
    'sets: { one-day: { only: [suit:habit] }, taster: { only: [suit:habit] } }\n',
  );
});
afterAll(() => rm(root, { recursive: true }));

/** Runs the command as a user does; what it says, and its exit code. */
function prepdeck(...args: string[]): Promise<{ code: number; said: string }> {
  const env = { ...process.env, NO_COLOR: '1', CI: '1' };
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], { cwd: root, env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, said: `${stdout}${stderr}` });
    });
  });
}

describe('a user’s mistakes are said, with exit code 2', () => {
  test.each([
    [
      ['agenda', '--ics', 'day.ics'],
      'prepdeck: --ics is where a calendar goes: it needs --date, the first day, e.g. --date 2027-01-12',
    ],
    [['pack', '--people', '1000'], 'prepdeck: this deck has no day.yaml, which says what a workshop is made of'],
    [['pack', '--days', '1.5'], 'prepdeck: --days takes a whole number from 1 to 9999 (got: 1.5)'],
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
    [
      ['new', 'worksheet'],
      'prepdeck: write npx prepdeck new card SUIT ID, new table SUIT, or new board, worksheet or chapter ID (got: worksheet)',
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
    'friday-list.who-noticed',
  );
  expect(said).toMatch(/2 cards are ready to print\n$/u);
  expect(said).not.toContain('warning');
  expect(code).toBe(0);
});
