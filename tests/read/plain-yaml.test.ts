import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutFile } from '../../src/deck/cards/front-matter.ts';
import { readPlainYaml } from '../../src/read/plain-yaml.ts';
import { holds } from '../fuzz/limit.ts';
import { expectSame } from './yaml-twice.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The YAML of all files in folders, by path: front matter is as it stands in its file. */
function yamlIn(...dirs: string[]): [string, string][] {
  const names = dirs.flatMap((dir) =>
    readdirSync(path.join(root, dir), { recursive: true, encoding: 'utf8' }).map((name) => `${dir}/${name}`),
  );
  const files = names.filter((name) => /\.(?:mdx|yaml|json)$/u.test(name));
  return files.map((name) => {
    const text = readFileSync(path.join(root, name), 'utf8');
    return [name, name.endsWith('.mdx') ? (text.match(/^---(.*?)\n---/su)?.[1] ?? '') : text];
  });
}

const words = ({ raw }: TemplateStringsArray) => raw.join('').split('¦');

describe('what is read without the library is what the library reads', () => {
  test('in all files that there are', () => {
    const all = yamlIn('deck', 'layouts', 'src/templates', 'tests/fixtures', 'tests/fuzz/found');
    const plain = all.filter(([, text]) => expectSame(text));
    expect(all.length).toBeGreaterThan(400);
    // Each of which the library would take ten times as long for.
    const slow = all.filter(([name]) => name.startsWith('deck/cards/') || name.startsWith('layouts/stocks/'));
    expect(slow.filter((one) => !plain.includes(one)).length).toBeLessThan(slow.length / 50);
  });

  // Numbers that are none, texts that are something else, signs in places where they mean something, and where they don't.
  const SCALARS = [
    ...words`a¦a b¦a  b¦1¦01¦1.5¦1.¦.5¦-1¦+1¦1e3¦0x1F¦0o17¦1_000¦12:30¦999999999999999999¦1.12345678¦2026-11-28¦2026-11-28T10:00:00Z`,
    ...words`1.0.0¦1-2e¦3rd¦true¦True¦yes¦null¦NULL¦~¦NaN¦¦ ¦-¦- a¦-a¦?¦? a¦!!str a¦&a¦*a¦@a¦%a¦|¦>-¦=¦<<¦...¦---¦'a'¦'a''b'¦''¦'a¦"a"`,
    ...words`"a\n"¦""¦"a¦"a" b¦it's¦a #b¦a#b¦#a¦'a' # b¦1 # a¦a: b¦a:¦a :b¦[a]¦[a, b]¦[ a , b ]¦[]¦[ ]¦[a,]¦[a, b¦[a: b]¦[[a], {b: [c]}]`,
    ...words`[a]b¦a, b¦a]¦a}¦{a: b}¦{ a: 1, a: 2 }¦{}¦{a}¦{a: }¦{a:b}¦{"a": 1}¦$5¦(x)¦/x¦<Card id="a" />¦“q”¦ü¦，¦😀¦http://a.b/c?d=e#f¦__proto__`,
    ...['constructor', '\ta', 'a\t', 'a\r', '\u00A0a', 'a\u00A0', '\u2028', '\uFEFFa', '\u3000a'],
  ];
  const CONTEXTS = [
    ...[
      'a: X',
      '- X',
      'X: a',
      'X',
      'a: [X]',
      'a: [b, X , c]',
      'a: { b: X }',
      'a: { X: b, c: d }',
      'a: X \nb: X',
      '\n\n  a: X\n  b: c\n',
    ],
    ...[
      'a:\n  X: b',
      'a:\n- X\nb: c',
      '- X: b\n  c: d',
      '- a:\n  - X\n- b',
      'a: b\nX',
      'a: b\n  X',
      'a:\n  X',
      'a:\n\n# b\n  - X',
      '-   a: X\n    b: X',
    ],
  ];
  test.each(CONTEXTS)('%j with every X', (context) => {
    const read = SCALARS.filter((one) => expectSame(context.replaceAll('X', () => one)));
    expect(read.length).toBeLessThan(SCALARS.length);
  });

  test('in lines of any depth, one after the other', async () => {
    const part = fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom('a', 'b', 'c d', '1', "'e: f'", '[g, h]') },
      { weight: 1, arbitrary: fc.constantFrom(...SCALARS) },
    );
    const line = fc.oneof(
      ...['X: Y', 'X:', '- X', '- X: Y', '- X:', '# X', ''].map((form) =>
        fc.tuple(part, part).map(([x, y]) => form.replace('X', () => x).replace('Y', () => y)),
      ),
    );
    const indented = fc.tuple(fc.constantFrom('', '', '  ', '  ', '    ', ' '), line).map((both) => both.join(''));
    let plain = 0;
    await holds(fc.array(indented, { maxLength: 6 }), 2000, (lines) => {
      plain += Number(expectSame(lines.join('\n')));
    });
    expect(plain).toBeGreaterThan(100);
  });
});

test('long texts take no longer than their length', async () => {
  const long = [' ', ':', 'a ', "''", '#', 'a: ', '- ', 'a\n', ' \n', 'a-'].map((one) => one.repeat(20_000));
  const around = fc.constantFrom(
    ...long.flatMap((one) => [`a: b${one}`, `a: ${one}c`, `a: '${one}`, `a: [b${one}`, `${one}: b`, one]),
  );
  await holds(around, 60, (text) => void readPlainYaml(text), 200);
});

test('front matter is read with the places that it has in its file', () => {
  const text = '---\n\ntitle: A row\n# which\nfields:\n  - name: x\n    of: [1, two]\n---\n';
  const front = cutFile({ path: '/a.mdx', file: 'a.mdx', text }, (problem) => expect(problem).toBeUndefined())?.front;
  expect(front?.value).toEqual({ title: 'A row', fields: [{ name: 'x', of: [1, 'two'] }] });
  expect(front?.places['fields.0.of.1']).toEqual({ line: 7, column: 13 });
  expect(front?.keys['fields.0.of']).toEqual({ line: 7, column: 5 });
});
