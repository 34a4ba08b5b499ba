import { describe, expect, test } from 'vitest';
import type { BuildRequest } from '../../src/plan/options.ts';
import { isWhole, variantName } from '../../src/plan/plan.ts';

const nothing = { name: '', cards: [] };
const options = (print: BuildRequest['print']): BuildRequest => {
  return { deck: '/deck', out: '/dist', root: '/', stocks: [], cards: { only: [] }, print, site: true };
};

describe('a build that prints sheets in another way', () => {
  test.each<[BuildRequest['print'], string]>([
    [{ backOffset: { x: 0.8, y: -0.5 } }, 'back-0.8_-0.5'],
    [{ flip: 'short' }, 'flip-short'],
    [{ marks: 'none' }, 'marks-none'],
    [{ dieLine: true, ground: 'none' }, 'die-line--ground-none'],
    [{ order: 'stacks', lift: 10 }, 'stacks--lift-10'],
    [{ lowInk: true, sides: 'backs', skip: '1,4-6' }, 'low-ink--backs--skip-1-4-6'],
  ])('%o has a name of its own, and leaves what was made before', (print, name) => {
    expect(variantName(nothing, options(print))).toBe(name);
    expect(isWhole(options(print))).toBe(false);
  });

  test('in two files is not whole either; nothing said is', () => {
    expect(isWhole(options({ split: true }))).toBe(false);
    expect(isWhole(options({ sides: 'both' }))).toBe(true);
    expect(variantName(nothing, options({}))).toBe('');
  });
});
