import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Operand, type Operation, operations } from '../../src/press/operations.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const read = (text: string) => [...operations(bytesOf(text))];

/** An operand as a test writes and compares it; strings by their source. */
type Value = number | string | { array: Value[] } | { dictionary: Value[] };

function meaning(operand: Operand, source: string): Value {
  if (typeof operand === 'number') return operand;
  if (operand.kind === 'name') return `/${operand.value}`;
  if (operand.kind === 'array') return { array: operand.items.map((one) => meaning(one, source)) };
  if (operand.kind === 'dictionary') return { dictionary: operand.items.map((one) => meaning(one, source)) };
  return source.slice(operand.start, operand.end);
}

function written(value: Value, space: string): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value;
  if ('array' in value) return `[${value.array.map((one) => written(one, space)).join(space)}]`;
  return `<<${value.dictionary.map((one) => written(one, space)).join(space)}>>`;
}

const number = fc.integer({ min: -1e9, max: 1e9 }).map((whole) => whole / 1e4);
const name = fc.stringMatching(/^\/[A-Za-z0-9_.+-]{1,8}$/);
const literal = fc.string({ unit: 'binary-ascii' }).map((text) => `(${text.replace(/[\\()]/g, '\\$&')})`);
const nested = literal.map((text) => `(a${text}b)`);
const hex = fc.stringMatching(/^<([0-9A-F]{2}){0,6}>$/);
const leaf: fc.Arbitrary<Value> = fc.oneof(
  number,
  name,
  literal,
  nested,
  hex,
  fc.constantFrom('true', 'false', 'null'),
);
const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({ array: fc.array(tie('value'), { maxLength: 4 }) }),
    fc.record({ dictionary: fc.array(fc.tuple(name, tie('value')), { maxLength: 3 }).map((pairs) => pairs.flat()) }),
  ),
}));
const space = fc.constantFrom(' ', '\n', '\r\n', '\t \f', '\0', '% a (comment] >>\n');
const operator = fc.constantFrom('q', 'Q', 'rg', 'Tj', "'", '"', 'T*', 'b*', 'd0', 'scn');
const stream = fc.array(fc.tuple(fc.array(value, { maxLength: 6 }), operator), { maxLength: 12 });

describe('a content stream', () => {
  test('is read as it was meant, however it is spaced', () => {
    fc.assert(
      fc.property(stream, space, (meant, between) => {
        const source = meant
          .map(([values, name]) => [...values.map((one) => written(one, between)), name].join(between))
          .join(between);
        const got = read(source).map((one) => [one.operands.map((operand) => meaning(operand, source)), one.operator]);
        expect(got).toEqual(meant);
      }),
    );
  });

  test('cut at its offsets and joined again, means the same', () => {
    fc.assert(
      fc.property(stream, space, (meant, between) => {
        const source = meant
          .map(([values, name]) => [...values.map((one) => written(one, between)), name].join(between))
          .join('\n');
        const cut = read(source)
          .map(({ start, end }) => source.slice(start, end))
          .join('\n');
        const shape = ({ operator, operands }: Operation, text: string) => [
          operator,
          operands.map((one) => meaning(one, text)),
        ];
        expect(read(cut).map((one) => shape(one, cut))).toEqual(read(source).map((one) => shape(one, source)));
      }),
    );
  });

  test('reads numbers as JavaScript does, to the last digits', () => {
    for (const text of ['0', '-0.5', '+17', '.25', '-.002', '4.', '0.13725490196078433', '123456789.125', '1e-7']) {
      expect(read(`${text} w`)[0]?.operands[0]).toBeCloseTo(Number(text), 12);
    }
  });

  test('reads names with # codes, and an inline image as one operation', () => {
    expect(read('/A#20B cs')[0]?.operands).toEqual([{ kind: 'name', value: 'A B' }]);
    const source = 'q BI /W 2 /H 2 /CS /RGB ID \x01EI\x02 EI\xff EI Q';
    expect(read(source).map(({ operator }) => operator)).toEqual(['q', 'BI', 'Q']);
  });

  test.each([
    ['(never closed', 'content stream damaged at byte 0: a string without its ")"'],
    ['q <0012', 'content stream damaged at byte 2: a string without its ">"'],
    ['[1 2 w', 'content stream damaged at byte 6: the operator w inside an array or dictionary'],
    ['[1 2', 'content stream damaged at byte 0: an array or dictionary without its end'],
    ['['.repeat(20_000), 'content stream damaged at byte 100: an array inside of 100 others'],
    ['1.2.3 w', 'content stream damaged at byte 0: the number "1.2.3"'],
    ['q 1 2', 'content stream damaged at byte 2: operands without an operator'],
    ['q }', 'content stream damaged at byte 2: "}" out of place'],
    ['BI /W 1 ID abc', 'content stream damaged at byte 2: an inline image without its "EI"'],
  ])('%s', (source, message) => {
    expect(() => read(source)).toThrow(new Error(message));
  });
});
