import { describe, expect, it } from 'vitest';
import { bodiesOf, folded, mergeParts, partsOf } from '../../../src/deck/cards/parts.ts';
import { mergePatch } from '../../../src/deck/chain/merge.ts';
import { type Located, parseYaml } from '../../../src/read/yaml.ts';

function located(text: string, file: string): Located {
  const read = parseYaml(text, file, (problem) => {
    throw problem;
  });
  if (!read) throw new Error('unreadable');
  return read;
}

const merged = (base: string, patch: string) => mergePatch(located(base, 'base'), located(patch, 'top'));

describe('a merge patch', () => {
  // The examples of RFC 7396, appendix A, whose target is a group.
  it.each([
    ['{"a":"b"}', '{"a":"c"}', { a: 'c' }],
    ['{"a":"b"}', '{"b":"c"}', { a: 'b', b: 'c' }],
    ['{"a":"b"}', '{"a":null}', {}],
    ['{"a":"b","b":"c"}', '{"a":null}', { b: 'c' }],
    ['{"a":["b"]}', '{"a":"c"}', { a: 'c' }],
    ['{"a":"c"}', '{"a":["b"]}', { a: ['b'] }],
    ['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', { a: { b: 'd' } }],
    ['{"a":[{"b":"c"}]}', '{"a":[1]}', { a: [1] }],
    ['{"e":null}', '{"a":1}', { e: null, a: 1 }],
    ['{}', '{"a":{"bb":{"ccc":null}}}', { a: { bb: {} } }],
  ])('of %s with %s', (base, patch, expected) => {
    expect(merged(base, patch).value).toEqual(expected);
  });

  it('keeps the order of the base, and names the file of each place', () => {
    const { value, places, keys } = merged('a: 1\nb:\n  c: 2\n  d: 3\n', 'b:\n  d: 4\nz: 5\na: 6\n');
    expect(Object.keys(value as object)).toEqual(['a', 'b', 'z']);
    expect(places).toEqual({
      '': { line: 1, column: 1 },
      a: { line: 4, column: 4, file: 'top' },
      b: { line: 3, column: 3 },
      'b.c': { line: 3, column: 6 },
      'b.d': { line: 2, column: 6, file: 'top' },
      z: { line: 3, column: 4, file: 'top' },
    });
    expect(keys['b.d']?.file).toBe('top');
  });

  it('takes the value of a token whole, and keeps a key called __proto__ what it is', () => {
    const token = '{"c":{"$type":"color","$value":{"hex":"#111111","alpha":1}}}';
    expect(merged(token, '{"c":{"$value":{"hex":"#222222"}}}').value).toEqual({
      c: { $type: 'color', $value: { hex: '#222222' } },
    });
    expect(Object.keys(merged('a: 1\n', '__proto__: 2\n').value as object)).toEqual(['a', '__proto__']);
  });
});

describe('the parts of a body', () => {
  const base = partsOf('\n\n## One\n\nFirst.\n\n## Two ##\nSecond.\n', 'base');

  it('are its sections, with their lines', () => {
    expect(base).toEqual([
      { heading: 'One', text: '## One\n\nFirst.\n', file: 'base', line: 3 },
      { heading: 'Two', text: '## Two ##\nSecond.\n', file: 'base', line: 7 },
    ]);
    expect(partsOf('\nStray.\n', 'base')).toEqual([{ heading: '', text: '\nStray.\n', file: 'base', line: 1 }]);
    expect(partsOf('\n\n', 'base')).toEqual([]);
  });

  it('are replaced by heading, added after the one before, and taken out by an empty one', () => {
    const patch = partsOf('\n## One\nNew.\n\n## Between\nMore.\n\n## Two\n\n## Last\nEnd.\n', 'top');
    const all = mergeParts(base, patch);
    expect(all.map(({ heading, file }) => [heading, file])).toEqual([
      ['One', 'top'],
      ['Between', 'top'],
      ['Last', 'top'],
    ]);
  });

  it('stand on their own lines in the text of each file', () => {
    const all = mergeParts(base, partsOf('\n\n\n\n## One\nNew.\n', 'top'));
    expect(bodiesOf(all)).toEqual([
      { file: 'top', text: '\n\n\n\n## One\nNew.\n' },
      { file: 'base', text: '\n\n\n\n\n\n## Two ##\nSecond.\n' },
    ]);
  });
});

describe('a folded text', () => {
  it.each([
    ['joins the lines of a paragraph', 'One\ntwo\n  three.', 'One two three.'],
    [
      'keeps the lines of lists, tables and headings',
      '## A\n- b\n  c\n- d\n\n| e |\n|---|\n| f |',
      '## A\n- b c\n- d\n\n| e |\n|---|\n| f |',
    ],
    ['keeps a broken line', 'One  \ntwo\\\nthree', 'One\ntwo\\\nthree'],
    ['has one empty line between blocks', '## A\n\n\nOne\n\n\n\nTwo\n\n', '## A\nOne\n\nTwo'],
  ])('%s', (_, text, expected) => {
    expect(folded(text)).toBe(expected);
  });
});
