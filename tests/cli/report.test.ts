import { expect, test } from 'vitest';
import type { BuildResult } from '../../src/build.ts';
import { doneText } from '../../src/cli/report.ts';
import { layoutsDir } from '../../src/read/package.ts';
import { loadStocks } from '../../src/stock/read-stocks.ts';

test('says where the files are that this run made, not those of earlier ones', async () => {
  const { stocks } = await loadStocks(layoutsDir, layoutsDir);
  const paths = ['print/a4.pdf', 'print/a4--suit-risk.pdf', 'site/index.html', 'site/de/index.html'];
  const outputs = paths.map((path) => ({ path, bytes: 1, hash: '' }));
  const result = {
    problems: [],
    manifest: { name: 'Deck', version: '1.0.0', cards: 1, outputs },
    stocks: stocks.a4 ? [stocks.a4] : [],
    boxes: [],
  } as unknown as BuildResult;
  const print = 'A4, 9 cards: print at Actual size, on both sides, flip on long edge';
  expect(doneText({ ...result, made: ['print/a4--suit-risk.pdf'] }, 'dist')).toEqual([
    `  dist/print/a4--suit-risk.pdf  ${print}`,
  ]);
  expect(doneText({ ...result, made: ['print/a4.pdf', 'site/index.html'] }, 'dist')).toEqual([
    `  dist/print/a4.pdf  ${print}`,
    '  dist/site/index.html  the catalog: open it in a browser',
  ]);
});
