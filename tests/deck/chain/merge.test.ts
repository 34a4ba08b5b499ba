import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedLines } from '../../../src/deck/cards/hash.ts';
import { markdownOf, mergeParts, type Part, partsOf } from '../../../src/deck/cards/parts.ts';
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
  const shown = (parts: readonly Part[]) =>
    parts.map(({ heading, text, file, line }) => ({ heading, text, file, line }));

  it('are its sections, with their lines', () => {
    expect(shown(base)).toEqual([
      { heading: 'One', text: '## One\n\nFirst.\n', file: 'base', line: 3 },
      { heading: 'Two', text: '## Two ##\nSecond.\n', file: 'base', line: 7 },
    ]);
    expect(base.map(markdownOf)).toEqual(['First.', 'Second.']);
    expect(shown(partsOf('\nStray.\n', 'base'))).toEqual([{ heading: '', text: 'Stray.\n', file: 'base', line: 2 }]);
    expect(partsOf('\n\n', 'base')).toEqual([]);
  });

  it('are cut where Markdown has a heading: not in a comment, and where one is underlined', () => {
    const parts = partsOf('## One\n\n{/*\n\n## Old\n*/}\n\nFirst.\n\nTwo\n---\n', 'base');
    expect(parts.map(({ heading }) => heading)).toEqual(['One', 'Two']);
    expect(parts[0]?.text).toBe('## One\n\n{/*\n\n## Old\n*/}\n\nFirst.\n');
  });

  it.each([
    [fc.constantFrom('## A\n', '## B ##\n', ' ## C\n', '\n', 'Words.\n', '- item\n', '| a |\n|---|\n', '### Sub\n')],
  ])('are all of the body, each from the line that it begins on', (piece) => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const body = pieces.join('');
        const parts = partsOf(body, 'base');
        expect(
          parts
            .map(({ text }) => text)
            .join('\n')
            .trim(),
        ).toBe(body.trim());
        for (const { text, line, offset } of parts) {
          expect(body.slice(0, offset).split('\n')).toHaveLength(line);
          expect(body.startsWith(text, offset)).toBe(true);
        }
      }),
    );
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

  it('are one where the body can’t be read, which no other takes the place of', () => {
    const [unread, ...others] = partsOf('## One\n\n<b\n', 'base');
    expect(others).toEqual([]);
    expect(unread).toMatchObject({ heading: '', text: '## One\n\n<b\n', tree: { children: [] } });
    expect(unread?.mistake?.reason).toMatch(/^This Markdown can't be read: /);
    const all = mergeParts(unread ? [unread] : [], partsOf('Stray.\n', 'top'));
    expect(all.map(({ heading, file }) => [heading, file])).toEqual([
      ['', 'base'],
      ['', 'top'],
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
    expect(foldedLines(text)).toBe(expected);
  });
});
