import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lean } from '../../../src/face/stand-ins/lean.ts';

/** What a drawing paints, each operator with the whole state that it paints with. */
function painted(operations: readonly string[]): string[] {
  let state: string[] = [];
  const saved: string[][] = [];
  const found: string[] = [];
  for (const one of operations) {
    if (one === 'q') saved.push([...state]);
    else if (one === 'Q') state = saved.pop() ?? state;
    else if (/(^f|S|TJ|Do)$/u.test(one)) found.push([...state, one].join('; '));
    // A curve of no length adds nothing to a path.
    else if (!/^(\S+ \S+) [ml]\n\1 \1 \1 c$/u.test(`${state.at(-1)}\n${one}`)) state.push(one);
  }
  expect(saved).toEqual([]);
  return found;
}

const operation = fc.constantFrom(
  ...['1 0 0 1 5 6 cm', '/Gs1 gs', '/DeviceRGB cs', '0.1 0.2 0.3 scn', '2 w', '1 2 m', '3 4 l', '1 2 1 2 1 2 c'],
  ...['3 4 3 4 3 4 c', '5 6 7 8 9 9 c', 'h', 'W n', 'f', 'S', '[<0001> 12 <0002>] TJ', '/I1 Do'],
);
const { drawing } = fc.letrec<{ drawing: string[]; saved: string[] }>((tie) => ({
  drawing: fc
    .array(
      fc.oneof(
        { maxDepth: 6 },
        operation.map((one) => [one]),
        tie('saved'),
      ),
      { maxLength: 8 },
    )
    .map((all) => all.flat()),
  saved: tie('drawing').map((inner) => ['q', ...(inner as string[]), 'Q']),
}));

test('paints the same, with the same state', () => {
  fc.assert(
    fc.property(drawing, (operations) => {
      const short = lean(operations);
      expect(painted(short)).toEqual(painted(operations));
      expect(short.length).toBeLessThanOrEqual(operations.length);
      expect(lean(short)).toEqual(short);
    }),
    { numRuns: 2000 },
  );
});

test('leaves out what paints nothing', () => {
  expect(lean(['q', '1 0 0 1 5 5 cm', 'q', 'Q', 'Q', 'f'])).toEqual(['f']);
  expect(lean(['q', 'q', 'q', 'f', 'Q', 'Q', 'Q'])).toEqual(['q', 'f', 'Q']);
  expect(lean(['q', 'f', '1 0 0 1 5 5 cm', 'Q'])).toEqual(['q', 'f', 'Q']);
  expect(lean(['0 0 m', '9 0 l', '9 0 9 0 9 0 c', 'h', 'W n', 'f'])).toEqual(['0 0 m', '9 0 l', 'h', 'W n', 'f']);
});

test('goes back to the state of a place that was left in part', () => {
  const twice = ['q', 'q', '2 w', 'S', 'Q', 'S', 'Q'];
  expect(lean(twice)).toEqual(['q', '2 w', 'S', 'Q', 'q', 'S', 'Q']);
});
