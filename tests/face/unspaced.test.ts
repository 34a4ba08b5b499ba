import { expect, test } from 'vitest';
import { checkAndDraw } from '../../src/build.ts';
import { printing, withBlank } from '../fixtures/blank.ts';
import { shown } from '../fixtures/deck.ts';
import { notoSansJp } from '../fixtures/fonts.ts';
import { getDocument } from '../fixtures/pdfjs.ts';
import { differences } from './painter/compared.ts';
import { drawn } from './painter/drawn.ts';

// Chinese and Japanese have no spaces between words.

const SAID =
  '金曜日の午後、10分だけ時間をとって、今週終わったことを三つ書き出します。小さなことでもかまいません。PDFを10分「ありがとう」';
const edits = {
  'deck/fonts/NotoSansJP-Regular.ttf': notoSansJp(),
  'deck/tokens.json': (text: string) => text.replace(/"(Fraunces|Atkinson[^"]*)"/gu, '["$1", "Noto Sans JP"]'),
  'deck/deck.yaml': (text: string) => text.replace('lang: en-US', 'lang: ja'),
  'deck/cards/habits/friday.mdx': `---\nsuit: habit\nnumber: 9\ntitle: 金曜日のリスト\ngist: 終わったことを三つ書き出す\n---\n\n## How it works\n\n${SAID}\n`,
};

test('Japanese is printed in full lines, none of which begins with a stop or a small kana, and found as it was written', async () => {
  const { faces, said } = await withBlank(edits, async (root) => {
    const { checked, problems } = await checkAndDraw(printing(root, ['a4'], { cards: { only: ['id:friday'] } }));
    return { faces: checked[0]?.drawn.get('poker'), said: problems.map(shown) };
  });
  expect(said).toEqual([expect.stringContaining('There is no ui.yaml')]);
  const at = faces?.pages.get('friday.back');
  const data = Uint8Array.from(faces?.documents[at?.document ?? 0] ?? []);
  const page = await (await getDocument({ data }).promise).getPage((at?.page ?? 0) + 1);
  const { items } = await page.getTextContent({ disableNormalization: true });
  const rows = new Map<number, string>();
  for (const item of items) {
    if ('str' in item) rows.set(item.transform[5], (rows.get(item.transform[5]) ?? '') + item.str);
  }
  const lines = [...rows.values()].map((line) => line.trim());
  expect(lines.join('')).toContain(SAID);
  const own = lines.filter((line) => line !== '' && SAID.includes(line));
  expect(own.length).toBeGreaterThan(3);
  for (const line of own) expect(line).not.toMatch(/^[、。」っ]|[「]$/u);
  for (const line of own.slice(0, -1))
    expect(line.length).toBeGreaterThanOrEqual(Math.max(...own.map((one) => one.length)) - 2);
});

test('the painter sets it as react-pdf does', async () => {
  await withBlank(edits, async (root) => {
    const { checked } = await checkAndDraw(printing(root, ['a4'], { cards: { only: ['id:friday'] } }));
    const [one] = checked;
    if (!one) throw new Error('nothing was checked');
    const cards = one.deck.cards.filter(({ id }) => id === 'friday');
    expect(cards).toHaveLength(1);
    expect(await differences(() => drawn(cards, one.project))).toEqual([]);
  });
});
