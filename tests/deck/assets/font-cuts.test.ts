import { describe, expect, test } from 'vitest';
import { alike, cutInStyle, fontOfCut, nearestCut } from '../../../src/deck/assets/font-cuts.ts';
import type { FontFile } from '../../../src/deck/assets/font-file.ts';
import { type Key, noCache } from '../../../src/model/cache.ts';

const data = Buffer.from('font');

function fileOf(weight: number, italic = false, axes: FontFile['axes'] = {}): FontFile {
  const name = `${weight}${italic ? ' italic' : ''}`;
  return { name, path: `/fonts/${name}`, family: 'F', weight, italic, width: 5, plain: 95, data, axes };
}

const axis = (min: number, max: number) => ({ min, default: min, max });

/** Where on its axes a variable font is taken. */
async function placesOf(axes: FontFile['axes'], italic: boolean): Promise<unknown> {
  const keys: Key[] = [];
  const get = async (key: Key) => {
    keys.push(key);
    return data;
  };
  const font = await fontOfCut({ file: fileOf(400, false, axes), weight: 600, italic }, { ...noCache, get });
  expect(font).toEqual({ family: 'F', weight: 600, italic, path: '/fonts/400', data });
  return JSON.parse(String(keys[0]?.[1]));
}

describe('a variable font is taken at one place on each of its axes', () => {
  test('an axis for italics', async () => {
    const axes = { wght: axis(100, 900), ital: axis(0, 1) };
    expect(await placesOf(axes, false)).toEqual({ wght: 600, ital: 0 });
    expect(await placesOf(axes, true)).toEqual({ wght: 600, ital: 1 });
    expect(cutInStyle(fileOf(400, false, axes), { weight: 950, italic: true })).toMatchObject({
      weight: 900,
      italic: true,
    });
  });

  test('an axis for the slant, which runs from leaning to the right to upright, or farther', async () => {
    for (const slnt of [axis(-10, 0), axis(-10, 10)]) {
      expect(await placesOf({ slnt }, false)).toEqual({ slnt: 0 });
      expect(await placesOf({ slnt }, true)).toEqual({ slnt: -10 });
      expect(cutInStyle(fileOf(400, false, { slnt }), { weight: 50, italic: true })).toMatchObject({
        weight: 400,
        italic: true,
      });
    }
  });

  test('any other where its maker put it', async () => {
    const opsz = { min: 8, default: 14, max: 144 };
    expect(await placesOf({ opsz, GRAD: axis(-5, 5) }, true)).toEqual({ opsz: 14, GRAD: -5 });
  });
});

test('a static font is taken as it is, with what makes of it a static one left out', async () => {
  const font = await fontOfCut({ file: fileOf(700), weight: 700, italic: false }, noCache);
  expect(font).toEqual({ family: 'F', weight: 700, italic: false, path: '/fonts/700', data });
});

test.each([
  [400, false, ['300', '500'], '500'],
  [400, false, ['300', '600'], '300'],
  [400, false, ['900', '700'], '700'],
  [600, false, ['500', '900'], '900'],
  [600, false, ['300', '500'], '500'],
  [700, true, ['700', '400 italic'], '400 italic'],
  [400, false, ['400 italic', '900'], '900'],
])('%d, italic %s, of %j is %s', (weight, italic, names, best) => {
  const files = names.map((name) => fileOf(Number.parseInt(name, 10), name.endsWith('italic')));
  expect(nearestCut(files, { weight, italic })?.file.name).toBe(best);
  expect(nearestCut(files.reverse(), { weight, italic })?.file.name).toBe(best);
});

test('of files with one cut the one with most plain characters comes first; of none there is none', () => {
  const files = [{ ...fileOf(400), name: 'greek', plain: 2 }, fileOf(400)];
  expect(nearestCut(files, { weight: 400, italic: false })?.file.name).toBe('400');
  expect(nearestCut([], { weight: 400, italic: false })).toBeUndefined();
});

test('of a family with condensed files those of normal width are taken, and none is set in both', () => {
  const [narrow, normal] = [
    { ...fileOf(400), name: 'a', width: 3 },
    { ...fileOf(400), name: 'b' },
  ];
  const cut = nearestCut([narrow, normal], { weight: 400, italic: false });
  expect(cut?.file.name).toBe('b');
  expect(cut && alike([narrow, normal], cut)).toEqual([]);
  expect(nearestCut([narrow], { weight: 400, italic: false })?.file.name).toBe('a');
});
