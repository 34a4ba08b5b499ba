import { describe, expect, test } from 'vitest';
import { goalText, isMet } from './goals.ts';
import { sectionOf, withSection } from './results.ts';
import { quantile, summaryOf } from './summary.ts';
import { cellsOf, type Line, markdownTable, plainTable } from './table.ts';

const took = (seconds: number) => ({ runs: 1, seconds, least: seconds, most: seconds });

describe('runs', () => {
  test('are shown by their median, the fastest and the slowest', () => {
    const runs = [3, 1, 9, 2, 4].map((seconds) => ({ seconds, cpu: seconds / 10, memory: 100 * seconds }));
    expect(summaryOf(runs)).toEqual({ runs: 5, seconds: 3, least: 1, most: 9, cpu: 0.3, memory: 300 });
  });

  test('leave out what is not known', () => {
    expect(summaryOf([{ seconds: 1 }, { seconds: 2 }])).toEqual({ runs: 2, seconds: 1.5, least: 1, most: 2 });
  });

  test('have shares: 95 of 101 runs are not slower than the 95th', () => {
    const sorted = Array.from({ length: 101 }, (_, at) => at);
    expect(quantile(sorted, 0.95)).toBe(95);
    expect(
      summaryOf(
        sorted.map((seconds) => ({ seconds })),
        0.95,
      ).seconds,
    ).toBe(95);
  });
});

describe('a goal', () => {
  test('is said in words', () => {
    expect(goalText({ seconds: 0.08 })).toBe('≤ 80 ms');
    expect(goalText({ seconds: 1.5 })).toBe('≤ 1.5 s');
    expect(goalText({ times: { most: 1.6, of: 'cold, A4' }, memory: 300 })).toBe('≤ 1.6 × cold, A4; ≤ 300 MB');
  });

  test('is met where all of its parts are', () => {
    const goal = { times: { most: 2, of: 'other' }, memory: 300 };
    expect(isMet(goal, { ...took(4), memory: 300 }, took(2))).toBe(true);
    expect(isMet(goal, { ...took(4.1), memory: 300 }, took(2))).toBe(false);
    expect(isMet(goal, { ...took(4), memory: 301 }, took(2))).toBe(false);
    expect(isMet({ seconds: 1 }, took(1))).toBe(true);
  });

  test('can’t be told without its reference, unless another part is missed', () => {
    const goal = { times: { most: 2, of: 'other' }, memory: 300 };
    expect(isMet(goal, { ...took(4), memory: 300 })).toBeUndefined();
    expect(isMet(goal, { ...took(4), memory: 301 })).toBe(false);
    expect(isMet(goal, took(4), took(2))).toBeUndefined();
  });
});

describe('the table', () => {
  const lines: Line[] = [
    { work: 'first', took: { ...took(2), cpu: 3.456, memory: 410.2 } },
    { work: 'second', took: { runs: 2, seconds: 0.5, least: 0.4, most: 1.2 }, goal: { seconds: 0.5 } },
    { work: 'third', took: took(1), goal: { times: { most: 1.5, of: 'second' } }, lost: { words: 7, of: 900 } },
  ];

  test('has ratios to the work that a goal names, else to the first line', () => {
    expect(cellsOf(lines).slice(1)).toEqual([
      ['first', '2.00 s', '2.00 s – 2.00 s', '3.46', '410', '1.00', '', '', ''],
      ['second', '500 ms', '400 ms – 1.20 s', '–', '–', '0.25', '≤ 500 ms', 'yes', ''],
      ['third', '1.00 s', '1.00 s – 1.00 s', '–', '–', '2.00', '≤ 1.5 × second', 'no', '7 of 900'],
    ]);
  });

  test('has its numbers below each other', () => {
    const [heads, first, second] = plainTable(cellsOf(lines)).split('\n');
    expect(heads).toBe('Work    Median           Spread  CPU s   MB  Ratio  Goal            Met  Words lost');
    expect(first).toBe('first   2.00 s  2.00 s – 2.00 s   3.46  410   1.00');
    expect(second).toBe('second  500 ms  400 ms – 1.20 s      –    –   0.25  ≤ 500 ms        yes');
  });

  test('is a table in Markdown too', () => {
    expect(
      markdownTable([
        ['Work', 'Median'],
        ['a', '1 s'],
      ]),
    ).toBe('| Work | Median |\n| --- | ---: |\n| a | 1 s |');
  });
});

test('results stand with the newest first', () => {
  const about = {
    date: '2026-11-29',
    commit: 'abc1234',
    processors: '2 × X',
    node: '20.19.0',
    deck: 'Mine',
    cards: 9,
    runs: 5,
    busy: false,
  };
  const section = sectionOf(about, '| table |');
  expect(section).toBe('## 2026-11-29, abc1234\n\nMine, 9 cards. 2 × X, Node 20.19.0, 5 runs.\n\n| table |\n');
  expect(sectionOf({ ...about, busy: true }, '')).toContain(', 5 runs, beside endless loops on all processors.\n');
  const once = withSection('# Results\n\nWhat they are.\n', section);
  expect(once).toBe(`# Results\n\nWhat they are.\n\n${section}`);
  expect(withSection(once, '## newer\n')).toBe(`# Results\n\nWhat they are.\n\n## newer\n\n${section}`);
});
