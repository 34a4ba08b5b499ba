import { expect, test } from 'vitest';
import type { DrawnPicture } from '../../src/dev/draw-item.ts';
import { openPictures } from '../../src/dev/painted.ts';
import type { Kept } from '../../src/dev/studio-state.ts';

const size = { width: 63.5, height: 88.9, radius: 3, bleed: 4, safe: 3.2 };

/** A drawing of a card. */
function drawn(revision: number): Kept {
  const pdf = new Uint8Array([revision]);
  const sides = ['front', 'back'].map((name, page): DrawnPicture => ({ name, label: name, size, pdf, page }));
  return { pictures: sides, problems: [], revision, stale: false };
}

/** Pictures whose painter notes what it is asked for: the drawing, the page and the width in pixels. */
function noted() {
  const painted: string[] = [];
  const pictures = openPictures({
    async picture([revision], page, { width }) {
      painted.push(`${revision} ${page} ${width}`);
      if (revision === 9) throw new Error('pdfium can’t read it');
      return new Uint8Array();
    },
    close: () => undefined,
  });
  return { painted, pictures };
}

const front = (dpi: number, id = 'a') => ({ id, name: 'front', dpi });
const back = (dpi: number, id = 'a') => ({ id, name: 'back', dpi });

test('a picture is painted once as long as its item is not drawn anew', async () => {
  const { painted, pictures } = noted();
  const one = drawn(1);
  for (const asked of [front(144), back(144), front(144), front(320)]) await pictures.of(one, asked);
  expect(painted).toEqual(['1 0 405', '1 1 405', '1 0 901']);
  expect(pictures.of(one, { ...front(144), name: 'side' })).toBe(undefined);
  await pictures.of(drawn(2), front(144));
  expect(painted.slice(3)).toEqual(['2 0 405']);
});

test('the pictures that are looked at are painted ahead, the coarse ones alone, and not twice', async () => {
  const { painted, pictures } = noted();
  const [one, two] = [drawn(1), drawn(2)];
  for (const asked of [front(144), back(144), front(320)]) await pictures.of(one, asked);
  pictures.ahead('a', two);
  pictures.ahead('a', two);
  await pictures.of(two, back(144));
  expect(painted.slice(3)).toEqual(['2 0 405', '2 1 405']);
});

test('nothing is painted ahead of an item that nobody looks at', async () => {
  const { painted, pictures } = noted();
  pictures.ahead('a', drawn(1));
  await pictures.of(drawn(1), front(144));
  pictures.ahead('b', drawn(2));
  expect(painted).toEqual(['1 0 405']);
});

test('what can’t be painted ahead fails for whoever asks', async () => {
  const { pictures } = noted();
  await pictures.of(drawn(1), front(144));
  const broken = drawn(9);
  pictures.ahead('a', broken);
  await expect(pictures.of(broken, front(144))).rejects.toThrow('pdfium can’t read it');
});
