import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { parseBody } from '../../../src/deck/cards/body.ts';
import { holds } from '../../fuzz/limit.ts';
import { mutants } from '../../fuzz/mutants.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const whole = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/** A text must be read as by the parser that knows all, places too; where that stops, it must not be read. */
function expectSame(text: string): void {
  const read = parseBody(text, 'a.mdx');
  if ('mistake' in read && read.mistake.ruleId === 'tangle') return;
  let tree: unknown;
  try {
    tree = whole.parse(text);
  } catch {
    expect(read).toHaveProperty('mistake');
    return;
  }
  expect(read).toEqual({ tree });
}

const bodies = readdirSync(path.join(root, 'deck'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => readFileSync(path.join(root, 'deck', name), 'utf8').replace(/^---.*?\n---/su, ''));

test('what has no tables, tasks and the like is read as if it might have them', () => {
  for (const body of bodies) expectSame(body);
});

test('so are all of these, one of each', () => {
  const pieces = [
    ...[
      'a ~b~ c',
      '~~b~~',
      '| a |\n|---|\n| b |',
      'a\n:-',
      'a\n-:',
      'a | b\n- | -',
      '[^a]',
      '[^a]: b\n\n[^a]',
      '![^a]',
    ],
    ...[
      '- [ ] a',
      '- [x] b',
      '- [X] b',
      '- [\n] b',
      '- [\t] c',
      'me@here.org',
      'www.here.org',
      'WWW.here.org',
      'https://here.org',
    ],
    ...[
      'HTTP://here.org',
      '<https://here.org>',
      '[a](https://here.org)',
      'mailto:me@here.org',
      'xmpp:me@here.org/a',
      '[a]: b\n\n[a]',
    ],
    // Signs of an address that are written as character references.
    ...['me&#64;here.org', 'me&commat;here.org', 'h&#116;tp://here.org', 'w&#x77;w.here.org', 'a &vert; b\n- &vert; -'],
  ];
  for (const piece of pieces)
    for (const around of ['X', '- X', '> X', 'a X b', '## X', '*X*', '<Card>\nX\n</Card>'])
      expectSame(around.replace('X', () => piece));
});

test('and whatever else is written', async () => {
  const pieces = [
    'a',
    'word ',
    ' ',
    '\n',
    '\n\n',
    '  ',
    '    ',
    '-',
    '- ',
    '1. ',
    '> ',
    '# ',
    '## ',
    '*',
    '**',
    '_',
    '`',
    '[',
    ']',
    '(b)',
    '!',
    '<',
    '/>',
    '<Card id="a" />',
    '\\',
    '&amp;',
    '&#64;',
    'me&commat;here.org',
    '{',
    '}',
    ':',
    '^',
    'x',
    '=',
    '+',
    '.',
    'ü',
    '😀',
    '\t',
    '---',
    '***',
    'e',
    'import ',
    'wwW',
    'htp',
    'a_b',
  ];
  const written = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((all) => all.join('')),
    fc.constantFrom(...bodies.slice(0, 40)).chain(mutants),
  );
  await holds(written, 600, expectSame);
});
