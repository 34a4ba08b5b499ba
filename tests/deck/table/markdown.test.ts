import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseBody } from '../../../src/deck/cards/body.ts';
import type { Kind } from '../../../src/deck/table/kinds.ts';
import { cellOfMarkdown, markdownOfCell } from '../../../src/deck/table/markdown.ts';
import { cellText, valueOfCell } from '../../../src/deck/table/values.ts';
import { harmless, restored } from '../../../src/model/harmless.ts';

/** The words of a tree, a space between lines. Lists have no words for their numbers, so there is to be none. */
function wordsOf(node: Nodes): string {
  if (node.type === 'list' || node.type === 'emphasis') return `(${node.type})`;
  if (node.type === 'break') return ' ';
  if ('children' in node) return node.children.map(wordsOf).join(node.type === 'root' ? ' ' : '');
  return 'value' in node ? node.value.replace(/\n/gu, ' ') : '';
}

describe('a cell and the Markdown of a section', () => {
  test.each([
    ['One\nTwo', 'One\\\nTwo', 'One\nTwo'],
    ['One\n\n\nTwo', 'One\n\nTwo', 'One\n\nTwo'],
    ['Do:\n• a\n  • b\n* c\nThen', 'Do:\n\n- a\n  - b\n- c\n\nThen', 'Do:\n\n• a\n  • b\n• c\n\nThen'],
    ['• a\n  goes on', '- a\\\n  goes on', '• a\n  goes on'],
    ['1. a\n2) b', '1. a\n2) b', '1. a\n2) b'],
    ['less < 5, {x}, <Card id="a" />', 'less \\< 5, \\{x}, <Card id="a" />', 'less < 5, {x}, <Card id="a" />'],
    ['Text\n---', 'Text\\\n\\---', 'Text\n---'],
    ['+ for', '\\+ for', '+ for'],
    ['A\n|a|b|\n|-|-|\n|1|2|\nB', 'A\n\n|a|b|\n|-|-|\n|1|2|\nB', 'A\n\n|a|b|\n|-|-|\n|1|2|\nB'],
    ['### Sub\ntext', '### Sub\n\ntext', '### Sub\n\ntext'],
  ])('%j', (cell, markdown, again) => {
    expect(markdownOfCell(cell)).toBe(markdown);
    expect(cellOfMarkdown(markdown)).toBe(again);
  });

  test.each([
    'Kolleg*innen und Mitarbeiter*innen, 30*20*10 cm',
    '3. Oktober\n25. Dezember',
    '1. Mai: frei',
    '1. Ask\n2. Answer\n\n1. Rest\n2. Go on',
    'R&amp;D &nbsp; &#65; &lt;b&gt;',
    'https://example.com/a*b*c?d=1&copy=2',
    '2024.',
    String.raw`\\server\hr, C:\plans`,
    'C:\\\nD:\\plans\\',
    String.raw`\{a} and R\&amp;D`,
    '\\',
    '*',
    '+',
  ])('%j says in Markdown what it says in its cell', (cell) => {
    const markdown = markdownOfCell(cell);
    const parsed = parseBody(markdown, '');
    expect('tree' in parsed && wordsOf(parsed.tree)).toBe(cell.replace(/\n+/gu, ' '));
    expect(cellOfMarkdown(markdown)).toBe(cell);
  });

  test('a backslash before a sign of Markdown leaves the sign alone', () => {
    expect(markdownOfCell(String.raw`5 \* 3 and \_x`)).toBe(String.raw`5 \* 3 and \_x`);
    expect(cellOfMarkdown(String.raw`5 \* 3, 1\/2 and \\x`)).toBe(String.raw`5 \* 3, 1/2 and \x`);
  });

  test('numbers that count on, or are all 1, are a list', () => {
    expect(markdownOfCell('1. a\n2. b\nText\n3. c')).toBe('1. a\n2. b\n\nText\n\n3. c');
    expect(markdownOfCell('1. a\n1. b')).toBe('1. a\n1. b');
    expect(markdownOfCell('1. a\n  1) x\n  2) y\n2. b')).toBe('1. a\n  1) x\n  2) y\n2. b');
  });

  test('signs that a file names by their names are themselves in a cell', () => {
    expect(cellOfMarkdown('5&nbsp;% of R&amp;D')).toBe('5\u00a0% of R&D');
  });

  test('lines of a file run on, and other marks of lists are one', () => {
    expect(cellOfMarkdown('One\ntwo  \nthree.\n\n* a\n  b\n+ c')).toBe('One two\nthree.\n\n• a b\n• c');
  });

  test('what was read is written the same, and means the same', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '',
        '',
        '- a',
        '• b',
        '  - c',
        '1. d',
        '2. d',
        '  3) d',
        '&amp;',
        'a*b',
        '### e',
        '| f | g |',
        '|---|---|',
        '---',
        '  h',
      ),
      fc.string({ unit: fc.constantFrom(...'ab .-+*•\\<{}1|=#&;'), maxLength: 8 }),
    );
    const cells = fc.array(line, { maxLength: 8 }).map((lines) => cellOfMarkdown(markdownOfCell(lines.join('\n'))));
    fc.assert(
      fc.property(cells, (cell) => {
        expect(cellOfMarkdown(markdownOfCell(cell))).toBe(cell);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('values', () => {
  const choice: Kind = {
    is: 'choice',
    values: ['consumer', 'business'],
    names: { consumer: 'People', business: 'Firms' },
  };
  test.each<[string, Kind, unknown]>([
    ['007', { is: 'text' }, '007'],
    ['007', { is: 'number' }, 7],
    ['two', { is: 'number' }, 'two'],
    ['Yes', { is: 'boolean' }, true],
    ['', { is: 'boolean' }, undefined],
    ['7', { is: 'either' }, 7],
    ['07', { is: 'either' }, '07'],
    ['Consumer', choice, 'consumer'],
    ['firms', choice, 'business'],
    ['a, b; c\nd', { is: 'list', of: { is: 'text' }, short: true }, ['a', 'b', 'c', 'd']],
    ['One, two\n• Three', { is: 'list', of: { is: 'text' }, short: false }, ['One, two', 'Three']],
  ])('%j as %j', (text, kind, value) => {
    expect(valueOfCell({ text }, kind)).toEqual(value);
  });

  test('a list is written so that it is read the same', () => {
    const entry = fc
      .string({ unit: fc.constantFrom(...'ab ,;-•*') })
      .map((text) => text.trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1 }), (list) => {
        const kind: Kind = { is: 'list', of: { is: 'text' }, short: false };
        expect(valueOfCell({ text: cellText(list, kind) ?? '' }, kind)).toEqual(list);
      }),
    );
  });
});

test('a cell that a spreadsheet program would run is made harmless, and comes back as it was', () => {
  expect(['=1+1', '+1', '-1', '@a', '\tx', "'=1", "it's", '’tis'].map(harmless)).toEqual([
    ...["'=1+1", "'+1", "'-1", "'@a", "'\tx", "''=1", "it's", '’tis'],
  ]);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."'=+-@\tab") }), (text) => {
      expect(restored(harmless(text))).toBe(text);
      expect(harmless(text)).not.toMatch(/^[=+\-@\t\r]/u);
    }),
  );
});
