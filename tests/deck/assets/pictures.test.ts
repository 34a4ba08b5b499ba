import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { decoded, type PictureFault } from '../../../src/deck/assets/picture-file.ts';
import type { Decoded } from '../../../src/deck/assets/svg-picture.ts';

/** A red field with a blue corner at the top left. */
function field(width: number, height: number) {
  const corner = {
    width: Math.ceil(width / 4),
    height: Math.ceil(height / 4),
    channels: 3,
    background: '#1C3F95',
  } as const;
  return sharp({ create: { width, height, channels: 3, background: '#C0392B' } }).composite([
    { input: { create: corner }, left: 0, top: 0 },
  ]);
}

function picture(read: Decoded | PictureFault): Decoded {
  if ('rule' in read) throw new Error(`${read.rule}: ${read.what}`);
  return read;
}

/** The corners that are blue: `left top`. */
async function blueCorners({ data, width, height }: Decoded): Promise<string[]> {
  const corners = { 'left top': [2, 2], 'right top': [width - 3, 2], 'left bottom': [2, height - 3] } as const;
  const { data: raw, info } = await sharp(data).raw().toBuffer({ resolveWithObject: true });
  return Object.entries(corners).flatMap(([name, [x, y]]) => {
    const at = (y * info.width + x) * info.channels;
    return (raw[at] ?? 0) < (raw[at + 2] ?? 0) ? [name] : [];
  });
}

describe('a picture', () => {
  test.each([
    ['png', field(60, 40).png(), 'png'],
    ['jpeg', field(60, 40).jpeg(), 'jpg'],
    ['webp without losses', field(60, 40).webp({ lossless: true }), 'png'],
    ['webp', field(60, 40).webp(), 'jpg'],
    ['avif', field(60, 40).avif(), 'jpg'],
    ['gif', field(60, 40).gif(), 'png'],
  ] as const)('%s is decoded whole and written as what the renderer takes', async (_, file, format) => {
    const read = picture(await decoded('x', await file.toBuffer()));
    expect(read).toMatchObject({ format, width: 60, height: 40 });
    expect((await sharp(read.data).metadata()).format).toBe(format === 'jpg' ? 'jpeg' : format);
    expect(await blueCorners(read)).toEqual(['left top']);
  });

  test('stands as the camera was held', async () => {
    const read = picture(await decoded('x', await field(60, 40).jpeg().withMetadata({ orientation: 6 }).toBuffer()));
    expect([read.width, read.height]).toEqual([40, 60]);
    expect(await blueCorners(read)).toEqual(['right top']);
    expect((await sharp(read.data).metadata()).orientation).toBeUndefined();
  });

  test('that moves stands still at its first frame', async () => {
    const [red, blue] = ['#C0392B', '#1C3F95'].map((background) => ({
      create: { width: 20, height: 10, channels: 3 as const, background },
    }));
    const film = await sharp([red, blue] as never, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect((await sharp(film).metadata()).pages).toBe(2);
    const read = picture(await decoded('x', film));
    expect([read.width, read.height]).toEqual([20, 10]);
    expect(await blueCorners(read)).toEqual([]);
  });

  test('has no alpha channel where nothing can be seen through', async () => {
    const solid = await field(8, 8).ensureAlpha().png().toBuffer();
    const { data } = picture(await decoded('x', solid));
    expect((await sharp(data).metadata()).hasAlpha).toBe(false);
  });

  test('keeps what can be seen through', async () => {
    const clear = await sharp({ create: { width: 8, height: 8, channels: 4, background: '#FF000080' } })
      .webp()
      .toBuffer();
    const { format, data } = picture(await decoded('x', clear));
    expect([format, (await sharp(data).metadata()).hasAlpha]).toEqual(['png', true]);
  });

  test('of a telephone is kept as large as print can show', async () => {
    const read = picture(await decoded('x', await field(6000, 4000).jpeg().toBuffer()));
    expect([read.width, read.height]).toEqual([3600, 2400]);
  });

  test.each([
    ['in millimeters', 'width="24mm" height="24mm" viewBox="0 0 24 24"', '<rect width="12" height="12"/>'],
    ['with millimeters inside', 'viewBox="0 0 96 96"', '<rect width="12.7mm" height="12.7mm"/>'],
    [
      'in inches across and pixels down',
      'width="1in" height="96" viewBox="0 0 24 24"',
      '<rect width="12" height="12"/>',
    ],
    ['in pixels with points inside', 'width="48" height="48"', '<rect width="18pt" height="18pt"/>'],
  ])('is on screens what its shapes are, as an SVG %s', async (_, root, inside) => {
    const read = picture(
      await decoded('x', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${root}>${inside}</svg>`)),
    );
    const { channels } = await sharp(read.data).stats();
    expect([read.width, read.height, Math.round((channels.at(-1)?.mean ?? 0) / 2.55)]).toEqual([2400, 2400, 25]);
  });

  test('is shapes, and pixels for screens, where it is an SVG', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60"><rect width="30" height="20" fill="#1C3F95"/></svg>';
    const read = picture(await decoded('x.svg', Buffer.from(svg)));
    expect([read.width, read.height]).toEqual([2400, 1440]);
    expect(read.drawing).toEqual({
      width: 2400,
      height: 1440,
      paths: [{ d: 'M0 0H720V480H0Z', fill: '#1c3f95' }],
    });
    expect(await blueCorners(read)).toEqual(['left top']);
  });

  test.each([
    ['<text>A</text>', 'holds text, in line 1'],
    ['<image href="other.png"/>', 'shows another file, "other.png", in line 1'],
    ['<script>1</script>', 'holds <script>, which is not drawn, in line 1'],
  ])('that is an SVG with %s is refused by name', async (inner, what) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/>${inner}</svg>`;
    expect(await decoded('x.svg', Buffer.from(svg))).toMatchObject({ rule: 'svg', what });
  });
});
