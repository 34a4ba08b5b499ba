import type { Element, Root } from 'hast';
import { describe, expect, test } from 'vitest';
import { cellWidth, columnsOf, indentOf, prepared, runsOf, textOf } from '../../../layouts/parts/tree.ts';
import { evenLines } from '../../../src/font/even.ts';
import { textWidth } from '../../../src/font/lines.ts';
import type { Deck } from '../../../src/model/deck.ts';
import { pt } from '../../../src/model/units.ts';
import { theme } from '../../fixtures/theme.ts';

const deck = { cards: [{ id: 'email', code: 'ELE 6', title: 'Email' }] } as unknown as Deck;

function element(tagName: string, ...children: Element['children']): Element {
  return { type: 'element', tagName, properties: {}, children };
}

const text = (value: string) => ({ type: 'text', value }) as const;

describe('prepared', () => {
  const card: Element = { ...element('Card'), properties: { id: 'email' } };
  const root: Root = { type: 'root', children: [element('p', text('Offer · Email '), card, text(' · Banner'))] };
  const [paragraph] = prepared(root, deck).children as Element[];

  test('keeps middle dots at the end of a line and a code beside the word before it', () => {
    expect(textOf(paragraph ?? text(''))).toBe('Offer\u00a0· Email\u00a0ELE\u00a06\u00a0· Banner');
  });

  test('breaks no name of a list, and a sentence with a dot as ever', () => {
    const list = { type: 'root', children: [text('New Member · Lapsing Member')] } as const;
    expect(textOf(prepared(list as unknown as Root, deck).children[0] ?? text(''))).toBe(
      'New\u00a0Member\u00a0· Lapsing\u00a0Member',
    );
    const sentence = { type: 'root', children: [text('A sentence that is longer than any name · and more')] } as const;
    expect(textOf(prepared(sentence as unknown as Root, deck).children[0] ?? text(''))).toContain('that is longer');
  });

  test('breaks no title beside the code of its card, in bold or not', () => {
    const seat = { cards: [{ id: 'seat', code: 'RSK 14', title: 'The Toilet Seat' }] } as unknown as Deck;
    const tag: Element = { ...element('Card'), properties: { id: 'seat' } };
    const given: Root = {
      type: 'root',
      children: [
        element('p', tag, text(' The Toilet Seat, or '), tag, text(' '), element('strong', text('The Toilet Seat'))),
      ],
    };
    expect(textOf(prepared(given, seat).children[0] ?? text(''))).toBe(
      'RSK\u00a014 The\u00a0Toilet\u00a0Seat, or\u00a0RSK\u00a014 The\u00a0Toilet\u00a0Seat',
    );
    // A column may be narrower than the title.
    const cell: Root = { type: 'root', children: [element('tr', element('td', tag, text(' The Toilet Seat')))] };
    expect(textOf(prepared(cell, seat).children[0] ?? text(''))).toBe('RSK\u00a014 The Toilet Seat');
  });

  test('leaves the given tree as it was', () => {
    expect(root.children[0]).toEqual(element('p', text('Offer · Email '), card, text(' · Banner')));
  });
});

/** Codes and sizes of many widths. */
const CODES = [[9, 14], [1, 5], [10, 11, 12], [7], [120, 3], [88, 6, 41, 2]];
const SIZES = [7, 7.2, 7.5, 7.8, 8, 8.4, 9, 9.6, 10.2, 10.8];

describe('columnsOf', () => {
  const row = (...cells: string[]) => element('tr', ...cells.map((cell) => element('td', text(cell))));

  test('gives each column what its words need and the rest to the widest', () => {
    const [first = 0, second = 0] = columnsOf(
      element('table', element('tbody', row('9:00', 'Set the Table'))),
      theme,
      8,
      53,
    );
    expect(first).toBeLessThan(10);
    expect(first + second).toBeCloseTo(53, 6);
  });

  test('lets wide columns wrap where the words need too much', () => {
    const long = 'A sentence that is a good deal longer than the column of a card can be';
    const widths = columnsOf(element('table', element('tbody', row('9:00', long))), theme, 8, 53);
    expect(widths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(53, 6);
  });

  test('gives a column that is narrower than its share of the rest its own width', () => {
    const long = 'A sentence that is a good deal longer than the column of a card can be';
    const rows = element('tbody', row('9:00', 'ACT 10 Rank the Menu', '25', long), row('10:25', 'Lunch', '60', long));
    const [, activity = 0] = columnsOf(element('table', rows), theme, 8, 120);
    expect(activity).toBeGreaterThan(28);
    expect(columnsOf(element('table', rows), theme, 8, 120).reduce((sum, one) => sum + one, 0)).toBeCloseTo(120, 6);
  });

  test('never breaks the words that a column is as wide as', () => {
    const named = (codes: readonly number[]) =>
      codes.flatMap((code, at) => [text(at === 0 ? '' : ', '), element('strong', text(`ACT\u00a0${code}`))]);
    for (const codes of CODES) {
      for (const size of SIZES) {
        const cells = [element('td', ...named(codes)), element('td', text('wide '.repeat(30)))];
        const rows = element('tbody', row('Steps', 'Text'), element('tr', ...cells));
        const [column = 0] = columnsOf(element('table', rows), theme, size, 300);
        const runs = named(codes).flatMap((node) => runsOf(node));
        expect(evenLines(runs, { theme }, size, pt(cellWidth(column, size)))).toHaveLength(1);
      }
    }
  });
});

describe('the words of a list', () => {
  const list = (tagName: string, count: number, properties: Element['properties'] = {}): Element => ({
    ...element(tagName, ...Array.from({ length: count }, () => element('li', text('Item')))),
    properties,
  });
  const type = { theme, weight: 700 } as const;

  test('stand in as far as bullets and single digits need it', () => {
    expect(indentOf(list('ul', 40), theme, 8)).toBeCloseTo(9.6);
    expect(indentOf(list('ol', 9), theme, 8)).toBeCloseTo(9.6);
  });

  test('stand clear of longer numbers: of 20 they began where it ended', () => {
    const clear = (number: string) => textWidth(number, type, 8) + 3;
    expect(indentOf(list('ol', 20), theme, 8)).toBeGreaterThan(clear('20'));
    expect(indentOf(list('ol', 3, { start: 98 }), theme, 8)).toBeGreaterThan(clear('100'));
    expect(indentOf(list('ol', 1, { start: 4, last: 100 }), theme, 8)).toBeGreaterThan(clear('100'));
  });
});
