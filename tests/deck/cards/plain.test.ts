import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { plainTree } from '../../../src/deck/cards/plain.ts';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/** The parser's tree as plain data: it has objects of a class for places. */
function parsed(body: string): unknown {
  return JSON.parse(JSON.stringify(processor.parse(body)));
}

test.each([
  ['', 'nothing'],
  ['\n\n', 'empty lines'],
  ['## How it works\nYou finish something.\n\n## Ask\nWhich of ours, and why?\n', 'two sections'],
  ['\n\n## One – two\n\nWords on\nthree lines,\nthe last.\n\nA “second”.\n## Next\n## Next', 'all that it knows'],
  ['A. Letter and (b) a bracket: 50% × 3 = 1.5 → “so”…', 'marks'],
  ['Ünïcode Ω 漢字 हिन्दी', 'any letters'],
])('%j is read as the parser reads it: %s', (body) => {
  expect(plainTree(body)).toEqual(parsed(body));
});

test.each([
  'A *word*.',
  'A tag <Card id="detractor" />',
  '- an item',
  '1. an item',
  '## Heading ##',
  '# Title',
  '  two spaces before',
  'two after  \nthe line',
  'A tab\there',
  'Title\n===',
  'A | table',
  'Look at www.example.org',
  'Look at https://example.org',
  'Write to one@example.org',
  'import more',
  'export more',
  'a {brace}',
  'an &amp;',
  'a \\ backslash',
  'a [link]',
  'a `code`',
  'struck ~~out~~',
])('%j is left to the parser', (body) => {
  expect(plainTree(body)).toBeUndefined();
});

test('whatever it reads, it reads as the parser does', () => {
  const piece = fc.constantFrom(
    ...[
      '## ',
      '# ',
      '### ',
      '\n',
      '\n\n',
      ' ',
      '  ',
      '\t',
      '- ',
      '1. ',
      '1) ',
      '(1) ',
      '> ',
      '* ',
      '+ ',
      '---',
      '===',
      '***',
    ],
    ...[
      'word',
      'Word',
      'import',
      'export ',
      'www.',
      'www',
      '.',
      ':',
      '://',
      'http',
      '@',
      'a@b.c',
      '|',
      '`',
      '~',
      '_',
      '*',
    ],
    ...[
      '“',
      '”',
      '’',
      '"',
      "'",
      '(',
      ')',
      '[',
      ']',
      '!',
      '{',
      '}',
      '<',
      '>',
      '&',
      '&amp;',
      '\\',
      '$',
      '%',
      '–',
      '…',
      'é',
      '7',
    ],
  );
  let read = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const body = pieces.join('');
      const tree = plainTree(body);
      if (!tree) return;
      read += 1;
      expect(tree).toEqual(parsed(body));
    }),
    { numRuns: 20_000 },
  );
  expect(read).toBeGreaterThan(500);
});

test('two of three cards of the deck are read so, as the parser reads them', () => {
  const cards = path.resolve(import.meta.dirname, '../../../deck/cards');
  const bodies = readdirSync(cards, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => readFileSync(path.join(cards, name), 'utf8').replace(/^---\n.*?\n---\n/su, ''));
  const plain = bodies.filter((body) => plainTree(body));
  for (const body of plain) expect(plainTree(body)).toEqual(parsed(body));
  expect(plain.length).toBeGreaterThan((bodies.length * 3) / 5);
});
