import { expect, test } from 'vitest';
import { packedParts, unpackedParts } from '../../../src/deck/cards/kept-parts.ts';
import { partsOf } from '../../../src/deck/cards/parts.ts';

const parts = partsOf('Before <Count of="suit:risk" />\n\n## Ask\n- one\n- <Card id="two" />\n', 'deck/cards/a.mdx');

test('parts that were kept are those that were read, their trees too', () => {
  const kept = packedParts(parts);
  expect(JSON.stringify(unpackedParts(kept))).toBe(JSON.stringify(parts));
  expect(parts.map(({ tags }) => tags)).toEqual([
    [{ name: 'Count', values: ['suit:risk'] }],
    [{ name: 'Card', values: ['two'] }],
  ]);
});

test('a tree is read when it is asked for, and once', () => {
  const [first, second] = unpackedParts(packedParts(parts));
  expect(second?.tree).toEqual(parts[1]?.tree);
  expect(second?.tree).toBe(second?.tree);
  expect(first?.tree).toEqual(parts[0]?.tree);
  const damaged = unpackedParts({ ...packedParts(parts), trees: new Uint8Array() });
  expect(damaged.map(({ heading, text }) => [heading, text])).toEqual(
    parts.map(({ heading, text }) => [heading, text]),
  );
  expect(() => damaged[0]?.tree).toThrow();
});
