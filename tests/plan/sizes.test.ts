import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { words } from '../../layouts/words/words.ts';
import { build } from '../../src/build.ts';
import { mm } from '../../src/model/units.ts';
import { printing, withBlank } from '../fixtures/blank.ts';
import { shown } from '../fixtures/deck.ts';
import { getDocument } from '../fixtures/pdfjs.ts';
import { loadStocks } from '../fixtures/stocks.ts';
import { read } from '../press/readers.ts';

// The deck that init makes must print whatever its cards' size: in each format, upright, square and wide, on either paper.

const formats = Object.keys((await loadStocks('layouts', '.')).formats);

test.each([...formats, '{ name: Square, width: 2.5 in, height: 2.5 in }', '{ width: 120, height: 60 }'])(
  'the blank deck prints on A4 and Letter with cards of %s',
  async (format) => {
    const edit = (text: string) => text.replace('format: poker', `format: ${format}`);
    await withBlank({ 'deck/deck.yaml': edit }, async (root) => {
      const { problems, sheets } = await build(printing(root, ['a4', 'letter']));
      // 12 business cards leave 1.7 mm of Letter for the ruler and its distance from their bleed.
      const said = problems.map(shown);
      const expected = format === 'us-business' ? [expect.stringContaining('print/no-slug')] : [];
      expect(said).toEqual(expected);
      for (const [file, count] of [...(sheets ?? [])].filter(([, one]) => one > 0)) {
        const pages = await read(new Uint8Array(await readFile(path.join(root, 'dist', file))));
        expect(pages).toHaveLength(2 * count);
        const text = pages
          .map((page) => page.text)
          .join(' ')
          .replace(/\s+/gu, ' ');
        for (const word of ['Friday List', 'everybody leaves out', 'ASK 2', 'just this once']) {
          expect(text.toLowerCase()).toContain(word.toLowerCase());
        }
      }
    });
  },
);

const plain = (title: string, number: number) => `---\nsuit: question\ntitle: ${title}\nnumber: ${number}\n---\n`;
const few = {
  'deck/cards/questions/what-would-be-easy.mdx': plain('Why', 1),
  'deck/cards/questions/who-noticed.mdx': plain('Who', 2),
  'deck/cards/habits/blank-habit.mdx': '---\nsuit: habit\ntitle: Friday List\ngist: One page\nnumber: 3\n---\n',
  'deck/cards/habits/friday-list.mdx': '---\nsuit: habit\ntitle: Start\nnumber: 2\n---\n\n## Do\n\nBegin now.\n',
  'deck/cards/habits/two-minute-start.mdx': '---\nsuit: habit\ntitle: Note\nnumber: 1\n---\n\n## Do\n\nWrite it.\n',
};

// On cards of 25 mm, titles were set in 3.3 pt and ran out of their places.
test.each([
  ['the smallest', 25, 25],
  ['a low', 60, 25],
  ['the largest', 297, 210],
])('%s card holds a code, a title and a few words, none under 6 pt', async (_, width, height) => {
  const edit = (text: string) => text.replace('format: poker', `format: { width: ${width}, height: ${height} }`);
  await withBlank({ ...few, 'deck/deck.yaml': edit }, async (root) => {
    const { problems } = await build(printing(root, ['a3']));
    expect(problems.map(shown)).toEqual([]);
    const pages = await read(new Uint8Array(await readFile(path.join(root, 'dist/print/a3.pdf'))));
    const text = pages.map((page) => page.text).join(' ');
    for (const word of ['HAB', 'Start', 'Begin now.', 'Friday List', 'One page', 'Write it.']) {
      expect(text).toContain(word);
    }
  });
});

test('words over an argument’s quadrants lie above them on jumbo cards too', async () => {
  const suits = (text: string) =>
    `${text.replace(/face: general(?=\n {4}about: Questions)/u, 'face: argument')}  ingredient: { name: Things, one: Thing, code: THG, colour: habit, face: general }\n`;
  const argument =
    '---\nsuit: question\ntitle: Ease\ngist: Less to do\nnumber: 1\nwho: person\ngain: effort\nmeasures: [who-noticed]\nclaim: It is less.\n---\n';
  const sections = ['Case', 'Proof to seek', 'Fair objection', 'Vote prompt'].map((name) => `\n## ${name}\n\nWords.\n`);
  const edits = {
    ...few,
    'deck/suits.yaml': suits,
    'deck/deck.yaml': (text: string) => text.replace('format: poker', 'format: jumbo'),
    'deck/cards/questions/what-would-be-easy.mdx': `${argument}${sections.join('')}`,
    'deck/cards/questions/who-noticed.mdx': '---\nsuit: ingredient\ntitle: Time\nnumber: 1\n---\n',
    'layouts/stocks/page.yaml': 'name: One face a page\nbleed: 3\n',
  };
  await withBlank(edits, async (root) => {
    const { problems } = await build(printing(root, ['page'], { cards: { only: ['suit:question'] } }));
    expect(problems.map(shown)).toEqual([]);
    const data = new Uint8Array(await readFile(path.join(root, 'dist/print/page--suit-question.pdf')));
    const document = await getDocument({ data, verbosity: 0 }).promise;
    const page = await document.getPage(1);
    const { items } = await page.getTextContent();
    const found = items.flatMap((item) => ('str' in item && item.str === words.faces.lessEffort ? [item] : []));
    const [, , , size = 0, , y = 0] = (found[0]?.transform ?? []) as number[];
    // Descenders reach a quarter of the size below the line; the quadrants begin at 0.165 of the card's height.
    const lowest = mm((page.view[3] ?? 0) - y + size / 4) - 3;
    expect(found).toHaveLength(1);
    expect(lowest).toBeLessThan(0.165 * 139.7);
    await document.destroy();
  });
});

test('fronts and backs go into two files of one build, and the usual files stay', async () => {
  await withBlank({}, async (root) => {
    await build(printing(root, ['a4', 'shop']));
    const { made, manifest } = await build(printing(root, ['a4', 'a4-fold', 'shop'], { print: { split: true } }));
    expect(made?.filter((file) => file.endsWith('.pdf'))).toEqual([
      'print/a4--fronts.pdf',
      'print/a4--backs.pdf',
      'print/a4-fold.pdf',
      'print/shop--fronts.pdf',
      'print/shop--backs.pdf',
    ]);
    expect(manifest?.outputs.map((output) => output.path)).toEqual(
      expect.arrayContaining(['print/a4.pdf', 'print/shop.pdf']),
    );
    const pages = async (file: string) =>
      await read(new Uint8Array(await readFile(path.join(root, 'dist/print', file))));
    const [fronts, backs] = [await pages('a4--fronts.pdf'), await pages('a4--backs.pdf')];
    expect([fronts.length, backs.length]).toEqual([1, 1]);
    expect(fronts[0]?.text).toContain('sheet 1/1 front');
    expect(backs[0]?.text).toContain('sheet 1/1 back');
  });
});
