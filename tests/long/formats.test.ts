import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkAndDraw } from '../../src/build.ts';
import type { Problem } from '../../src/model/problem.ts';
import { loadStocks } from '../fixtures/stocks.ts';

// In which card sizes the deck that comes with prepdeck prints whole, cards, boards, worksheets and guide: each is drawn as `check` does
// it, and the table in layouts/stocks/README.md must say what came out.

const clone = path.resolve(import.meta.dirname, '../..');
const { formats } = await loadStocks(path.join(clone, 'layouts'), clone);

/** What the table says of a deck with these problems. */
function verdict(problems: readonly Problem[]): string {
  const errors = problems.filter(({ fatal }) => fatal);
  if (errors.length > 0 && errors.every(({ ruleId }) => ruleId === 'face-size')) return 'too small';
  if (errors.length > 0) return errors.map(({ reason }) => reason).join('\n');
  const larger = problems.filter(({ ruleId }) => ruleId === 'larger-paper').length;
  return larger > 0 ? `whole, boards on larger paper: ${larger}` : 'whole';
}

test.each(Object.keys(formats))('The Test Kitchen in %s cards', async (format) => {
  const root = await mkdtemp(path.join(tmpdir(), 'prepdeck-format-'));
  try {
    const deck = path.join(root, 'deck');
    await cp(path.join(clone, 'deck'), deck, { recursive: true });
    const settings = await readFile(path.join(deck, 'deck.yaml'), 'utf8');
    await writeFile(path.join(deck, 'deck.yaml'), settings.replace(/^format: .*$/mu, `format: ${format}`));
    const options = { deck, out: path.join(root, 'dist'), root, stocks: ['a4'], cards: { only: [] }, print: {} };
    const { problems } = await checkAndDraw({ ...options, site: false, kit: true });
    const table = await readFile(path.join(clone, 'layouts/stocks/README.md'), 'utf8');
    const row = table.split('\n').find((line) => line.startsWith(`| ${format} `)) ?? '';
    expect(verdict(problems)).toBe(row.split('|').at(-2)?.trim());
  } finally {
    await rm(root, { recursive: true });
  }
});
