import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Flags, optionsOf, portOf } from '../../src/cli/flags.ts';

const deck = path.resolve(import.meta.dirname, '../fixtures/good');
const options = (flags: Partial<Flags>) => optionsOf({ deck, out: 'dist', site: true, ...flags });

describe('flags', () => {
  test('become what a build takes', async () => {
    const given = {
      stock: ['a4, letter', 'shop'],
      copies: '4',
      backOffset: '-0.8,0.5',
      cardStock: '310gsm',
      dpi: '600',
    };
    const { stocks, cards, print, out } = await options(given);
    expect(stocks).toEqual(['a4', 'letter', 'shop']);
    expect(cards).toMatchObject({ only: [], copies: 4 });
    expect(print).toMatchObject({ backOffset: { x: -0.8, y: 0.5 }, caliper: 0.31, dpi: 600 });
    expect(path.isAbsolute(out)).toBe(true);
    expect((await options({ lift: '10' })).print).toMatchObject({ order: 'stacks', lift: 10 });
  });

  test.each<[Partial<Flags>, string]>([
    [
      { backOffset: 'left' },
      '--back-offset: “left” is not an offset; write two numbers of mm, right and down, e.g. 0.8,-0.5',
    ],
    [
      { backOffset: '0.8' },
      '--back-offset: “0.8” is not an offset; write two numbers of mm, right and down, e.g. 0.8,-0.5',
    ],
    [{ order: 'sheets', lift: '10' }, '--lift is about stacks: leave out --order sheets'],
    [{ lift: '0' }, '--lift takes a whole number from 1 to 999 (got: 0)'],
    [{ copies: '0' }, '--copies takes a whole number from 1 to 999 (got: 0)'],
    [{ copies: 'two' }, '--copies takes a whole number from 1 to 999 (got: two)'],
    [{ dpi: '12000' }, '--dpi takes a whole number from 30 to 1200 (got: 12000)'],
    [{ cardStock: '310' }, '--card-stock is the thickness or weight of one card, e.g. 0.33mm or 310gsm (got: 310)'],
    [{ cardStock: '33mm' }, '--card-stock is the thickness or weight of one card, e.g. 0.33mm or 310gsm (got: 33mm)'],
  ])('%o is refused', async (flags, message) => {
    await expect(options(flags)).rejects.toMatchObject({ name: 'UsageError', message });
  });
});

test('a folder without a deck: where to go', async () => {
  await expect(options({ deck: 'no-deck' })).rejects.toThrow(
    `there is no deck folder "no-deck" in ${process.cwd()}. Go to the folder that holds yours (cd my-deck), name it ` +
      '(--deck FOLDER), or start one: npx prepdeck init my-deck',
  );
});

test('a port is a number', () => {
  expect(portOf({ port: '4180' }, 4174)).toEqual({ port: 4180, asked: true });
  expect(portOf({}, 4174)).toEqual({ port: 4174, asked: false });
  expect(() => portOf({ port: 'abc' }, 4174)).toThrow('--port takes a whole number from 0 to 65535 (got: abc)');
});
