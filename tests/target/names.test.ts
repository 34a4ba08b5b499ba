import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/build.ts';
import type { Edits } from '../fixtures/blank.ts';
import { printing, withBlank } from '../fixtures/blank.ts';
import { shown } from '../fixtures/deck.ts';
import { read } from '../press/readers.ts';

const STOCKS = ['a4', 'box', 'sleeve', 'dividers'];

/** What a build of the blank deck says under another name, and the words on its sheets and what is cut out. */
async function printed(name: string, more: Edits = {}): Promise<{ said: string[]; texts: string[] }> {
  const edits = { 'deck/deck.yaml': (text: string) => text.replace(/^name:.*$/mu, () => `name: ${name}`), ...more };
  return await withBlank(edits, async (root) => {
    const { problems } = await build(printing(root, STOCKS, { cards: { only: [], copies: 20 } }));
    const texts: string[] = [];
    for (const stock of problems.some(({ fatal }) => fatal) ? [] : STOCKS) {
      const [first] = await read(
        new Uint8Array(await readFile(path.join(root, 'dist/print', `${stock}--20-each.pdf`))),
      );
      texts.push((first?.text ?? '').replace(/\s+/gu, ' '));
    }
    return { said: problems.map(shown), texts };
  });
}

describe('a deck’s name on sheets and on what is cut out', () => {
  test('is one line without soft hyphens, its accents in one character with their letter', async () => {
    const { said, texts } = await printed('"Soft\u00adware A\\nB e\\u0301"');
    expect(said).toEqual([]);
    for (const text of texts) expect(text).toContain('Software A B é 0.1.0');
  });

  test('is refused on what is cut out where the title’s font does not say where an accent stands', async () => {
    const { said } = await printed('"Ax\\u0301"');
    expect(said).toEqual(
      ['box', 'sleeve'].map(
        (id) => `layouts/box/${id}.yaml error font/no-glyph "Ax\u0301" holds what the fonts can't print: x\u0301.`,
      ),
    );
  });
});

test('a name that is too long to be read on a box or a sleeve is said', async () => {
  const { said } = await printed(`"${'A long name of a deck '.repeat(9).trim()}"`);
  const small = said
    .filter((one) => one.includes('print/small-text'))
    .map((one) => one.replace(/"A long .*"(?= is)/u, 'it'));
  expect(small).toEqual([
    'layouts/box/box.yaml warning print/small-text it is so long that "box" sets it in 1.6 pt.',
    'layouts/box/sleeve.yaml warning print/small-text it is so long that "sleeve" sets it in 2.3 pt.',
  ]);
});

test('a box and a sleeve too thin for words say so', async () => {
  await withBlank({}, async (root) => {
    const { problems } = await build(printing(root, ['box', 'sleeve']));
    expect(problems.map(shown)).toEqual([
      'layouts/box/box.yaml warning print/thin-box The sides and lid of "box" are 3.3 mm deep, too thin for words: nothing is written on them.',
      'layouts/box/sleeve.yaml warning print/thin-box The sides of "sleeve" are 2.6 mm deep, too thin for words: nothing is written on them.',
    ]);
  });
});
