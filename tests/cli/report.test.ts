import { expect, test } from 'vitest';
import type { BuildOutcome } from '../../src/build.ts';
import { doneText, problemText } from '../../src/cli/report.ts';
import { visible } from '../../src/cli/visible.ts';
import { error } from '../../src/model/problem.ts';
import { layoutsDir } from '../../src/read/package.ts';
import { loadStocks } from '../fixtures/stocks.ts';

test('says where the files are that this run made, not those of earlier ones', async () => {
  const { stocks } = await loadStocks(layoutsDir, layoutsDir);
  const paths = ['print/a4.pdf', 'print/a4--suit-risk.pdf', 'site/index.html', 'site/de/index.html'];
  const outputs = paths.map((path) => ({ path, bytes: 1, hash: '' }));
  const result = {
    problems: [],
    manifest: { name: 'Deck', version: '1.0.0', cards: 1, outputs },
    stocks: stocks.a4 ? [stocks.a4] : [],
    boxes: [],
  } as unknown as BuildOutcome;
  const print = 'A4, 9 cards: print at Actual size, on both sides, flip on long edge';
  expect(doneText({ ...result, made: ['print/a4--suit-risk.pdf'] }, 'dist')).toEqual([
    `  dist/print/a4--suit-risk.pdf  ${print}`,
  ]);
  expect(doneText({ ...result, made: ['print/a4.pdf', 'site/index.html'] }, 'dist')).toEqual([
    `  dist/print/a4.pdf  ${print}`,
    '  dist/site/index.html  the catalog: open it in a browser',
  ]);
});

test('what would turn a line around or steer a terminal is written out', () => {
  const problem = error({
    file: 'a\u001b[2J.mdx',
    rule: 'card/x',
    message: 'It is “\u202Exdm.”.',
    got: 'x\u2066y',
    note: 'a\u200Bb',
  });
  expect(problemText(problem, { colour: false })).toBe(
    'a\\u{1B}[2J.mdx  error  It is “\\u{202E}xdm.”.  card/x\n    got: x\\u{2066}y\n    a\\u{200B}b',
  );
  expect(visible('Œuvre – 卡片 👩‍🍳\nnext')).toBe('Œuvre – 卡片 👩‍🍳\nnext');
});

test('a text of several lines makes no line that looks like another problem', () => {
  const problem = error({
    file: 'a\nb.mdx',
    rule: 'card/x',
    message: 'It is "one\n  two".',
    got: 'one\nb.mdx:1:1  error  two',
  });
  expect(problemText(problem, { colour: false })).toBe(
    'a b.mdx  error  It is "one two".  card/x\n    got: one\n    b.mdx:1:1  error  two',
  );
});

test('says how many sheets of paper it takes, and pages of what is no sheet', async () => {
  const { stocks } = await loadStocks(layoutsDir, layoutsDir);
  const made = ['print/a4.pdf', 'print/shop.pdf', 'print/png/001-one-front.png', 'print/remote/list.csv'];
  const result = {
    ...{ problems: [], boxes: [], made },
    manifest: { name: 'Deck', version: '1.0.0', cards: 1, outputs: made.map((path) => ({ path, bytes: 1, hash: '' })) },
    stocks: ['a4', 'shop', 'png', 'remote'].flatMap((id) => stocks[id] ?? []),
    sheets: new Map([
      ['print/a4.pdf', 1],
      ['print/shop.pdf', 558],
    ]),
  } as unknown as BuildOutcome;
  expect(doneText(result, 'dist').map((line) => line.split('; ')[1])).toEqual([
    '1 sheet',
    '558 pages',
    'order.csv says how many of each',
    'list.csv says what each of them is',
  ]);
});

test('says in a line each where boards, worksheets and the guide are', () => {
  const names = ['board-gap', 'board-gap--tiled-a4', 'board-menu', 'worksheet-votes', 'worksheet-votes--letter'];
  const made = [...names, 'guide', 'guide--letter'].flatMap((name) => [`print/${name}.pdf`, `de/print/${name}.pdf`]);
  const outputs = made.map((path) => ({ path, bytes: 1, hash: '' }));
  const manifest = { name: 'Deck', version: '1.0.0', cards: 1, outputs };
  const result = { problems: [], stocks: [], boxes: [], made, manifest } as unknown as BuildOutcome;
  expect(doneText(result, 'dist')).toEqual([
    '  dist/print/board-*.pdf  2 boards: at their own size, and as tiles on A4 and Letter',
    '  dist/de/print/board-*.pdf  2 boards: at their own size, and as tiles on A4 and Letter',
    '  dist/print/worksheet-*.pdf  1 worksheet: on A4 and Letter; print them, or type into them',
    '  dist/de/print/worksheet-*.pdf  1 worksheet: on A4 and Letter; print them, or type into them',
    '  dist/print/guide*.pdf  1 guide: for whoever leads the workshop',
    '  dist/de/print/guide*.pdf  1 guide: for whoever leads the workshop',
  ]);
});

test('names what an organization’s own outputs made: a file, or a folder of many, each language’s', async () => {
  const { stocks } = await loadStocks(layoutsDir, layoutsDir);
  const files = ['titles/titles.csv', 'tents/one.pdf', 'tents/more/two.pdf', 'print/a4.pdf', 'targets/sub/x.csv'];
  const made = files.flatMap((file) => [`targets/${file}`, `de/targets/${file}`]);
  const outputs = made.map((path) => ({ path, bytes: 1, hash: '' }));
  const manifest = { name: 'Deck', version: '1.0.0', cards: 1, outputs };
  const sheets = new Map(made.map((path) => [path, path.endsWith('.pdf') ? 2 : 0]));
  const of = { stocks: [stocks.a4], boxes: [], made, manifest, sheets, problems: [] };
  expect(doneText(of as unknown as BuildOutcome, 'dist')).toEqual([
    '  dist/targets/titles/titles.csv  titles, of layouts/targets',
    '  dist/de/targets/titles/titles.csv  titles, of layouts/targets',
    '  dist/targets/tents/  tents, of layouts/targets: 2 files; 4 sheets',
    '  dist/de/targets/tents/  tents, of layouts/targets: 2 files; 4 sheets',
    '  dist/targets/print/a4.pdf  print, of layouts/targets; 2 sheets',
    '  dist/de/targets/print/a4.pdf  print, of layouts/targets; 2 sheets',
    '  dist/targets/targets/sub/x.csv  targets, of layouts/targets',
    '  dist/de/targets/targets/sub/x.csv  targets, of layouts/targets',
  ]);
});

test('says how piles are laid, a press’s too, how a lift is, and whose figures are second-hand', async () => {
  const { stocks } = await loadStocks(layoutsDir, layoutsDir);
  const told = (id: string, stacks?: { lift?: number }) => {
    const path = `print/${id}.pdf`;
    const manifest = { name: 'Deck', version: '1.0.0', cards: 1, outputs: [{ path, bytes: 1, hash: '' }] };
    const of = [{ ...stocks[id], stacks }];
    const [line] = doneText({ manifest, made: [path], boxes: [], stocks: of } as unknown as BuildOutcome, 'dist');
    return line?.split('; ').slice(1).join('; ');
  };
  expect(told('a4', {})).toBe('cut the stack, lay pile 1 on 2, both on 3, and so on');
  expect(told('a4', { lift: 10 })).toBe(
    'cut 10 sheets at once, lay pile 1 on 2, both on 3, and so on, then the first lift on the second',
  );
  expect(told('sra3-press', {})).toBe('cut the stack, lay pile 1 on 2, both on 3, and so on');
  expect(told('a4-fold', {})).toBe('cut the stack, lay pile 1 on 2, both on 3, and so on');
  expect(told('avery-95328')).toBe('second-hand figures, of 2026-11: compare them with the maker’s first');
  expect(told('a4')).toBe('');
});
