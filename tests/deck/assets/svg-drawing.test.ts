import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { SvgFault } from '../../../src/deck/assets/svg.ts';
import { drawingOf } from '../../../src/deck/assets/svg-drawing.ts';
import type { VectorDrawing } from '../../../src/model/theme.ts';

// An SVG becomes plain paths. The same paths as a new, plain SVG must look as the first does to a renderer that is not ours.

const svg = (inner: string, root = 'viewBox="0 0 100 60"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${root}>${inner}</svg>`;

const LONGER = 400;

function drawn(made: VectorDrawing | SvgFault): VectorDrawing {
  if ('what' in made) throw new Error(made.what);
  return made;
}

function plain({ width, height, paths }: VectorDrawing): string {
  const shapes = paths.map(({ d, fill = 'none', evenodd, stroke }) => {
    const line = stroke
      ? ` stroke="${stroke.colour}" stroke-width="${stroke.width}" stroke-linecap="${stroke.cap}" stroke-linejoin="${stroke.join}" stroke-dasharray="${stroke.dash?.join(' ') ?? 'none'}"`
      : '';
    return `<path d="${d}" fill="${fill}" fill-rule="${evenodd ? 'evenodd' : 'nonzero'}"${line}/>`;
  });
  return svg(shapes.join(''), `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`);
}

/** The share of pixels that differ in what two SVGs show. */
async function difference(one: string, other: string): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map(async (text) => {
      const { width = 1, height = 1 } = await sharp(Buffer.from(text)).metadata();
      const density = (72 * LONGER) / Math.max(width, height);
      const image = sharp(Buffer.from(text), { density })
        .resize(LONGER, LONGER, { fit: 'fill' })
        .flatten({ background: '#fff' });
      return await image.raw().toBuffer();
    }),
  );
  if (!a || !b) throw new Error('nothing was drawn');
  let count = 0;
  for (const [i, value] of a.entries()) if (Math.abs(value - (b[i] ?? 0)) > 60) count += 1;
  return count / a.length;
}

describe('an SVG as paths looks as it did', () => {
  test.each([
    [
      'shapes',
      '<rect x="5" y="5" width="30" height="20" rx="4" fill="red"/><circle cx="60" cy="20" r="12"/><ellipse cx="20" cy="45" rx="15" ry="8" fill="#0a0"/><polygon points="50,50 60,30 70,50" fill="crimson"/><polyline points="80,10 90,30 80,50" fill="none" stroke="blue" stroke-width="3"/><line x1="2" y1="2" x2="98" y2="58" stroke="black"/>',
    ],
    ['arcs and shorthands', '<path d="M10 30a20 15 30 0 1 40 0t20 10s10-20 20 0v10h-60q-10 5-20-20z" fill="#369"/>'],
    [
      'transforms in one another',
      '<g transform="translate(50 30) scale(.8)"><g transform="rotate(30)"><rect x="-20" y="-10" width="40" height="20" transform="skewX(20)" fill="teal"/></g><circle r="9" fill="none" stroke="#c00" stroke-width="4"/></g>',
    ],
    [
      'transforms deeper than are kept apart',
      `${'<g transform="translate(3 1) rotate(4 50 30) scale(.97 1.02)">'.repeat(12)}<path d="M10 5h60l-30 40z" fill="#369"/>${'</g>'.repeat(12)}`,
    ],
    [
      'copies of copies',
      '<defs><path id="a" d="M0 0h15v10z"/><use id="b" href="#a" x="5"/></defs><use href="#b" x="8px" y="20"/><use href="#a" x="60" y="30"/>',
    ],
    [
      'opacities that hide all or nothing, in percent or as what is no number',
      '<rect width="20" height="20" opacity="0%"/><rect x="25" width="20" height="20" opacity="100%"/><rect x="50" width="20" height="20" fill-opacity="x"/>',
    ],
    [
      'shapes and lines without a size',
      '<rect width="0" height="9"/><ellipse rx="0" ry="9"/><polygon points="4"/><polyline points=""/><path d="M5 5h50v30z" stroke="red" stroke-width="0"/>',
    ],
    ['corners that are wider than high', '<rect x="5" y="5" width="80" height="50" rx="20" ry="10"/>'],
    ['matrix and mirror', '<path transform="matrix(-1 0 0 1 100 0)" d="M10 10h40l-20 30z"/>'],
    [
      'styles by class, id, name and attribute',
      '<style>rect{fill:red} .b{fill:blue} #c{fill:green;stroke:black;stroke-width:2px}</style><rect width="20" height="20"/><rect class="a b" x="25" width="20" height="20"/><rect id="c" class="b" x="50" width="20" height="20"/><rect class="b" style="fill:#fa0" x="75" width="20" height="20"/>',
    ],
    [
      'what is inherited',
      '<g fill="orange" stroke="navy" stroke-width="2"><path d="M10 10h20v20h-20z"/><g fill="none"><path d="M40 10h20v20h-20z"/><path fill="inherit" d="M70 10h20v20h-20z"/></g></g>',
    ],
    [
      'copies',
      '<defs><g id="leaf"><circle r="6" fill="#2a8"/><path d="M0 0h12"  stroke="black"/></g></defs><use href="#leaf" x="20" y="20"/><use xlink:href="#leaf" xmlns:xlink="http://www.w3.org/1999/xlink" transform="translate(60 30) rotate(45)"/>',
    ],
    [
      'holes',
      '<path fill-rule="evenodd" d="M10 10h40v40h-40zM20 20h20v20h-20z"/><path d="M60 10h30v40h-30zM65 20v20h20v-20z"/>',
    ],
    [
      'dashes, ends and corners',
      '<path d="M10 10h70v30" fill="none" stroke="#333" stroke-width="5" stroke-dasharray="9 6" stroke-linecap="round" stroke-linejoin="bevel"/>',
    ],
    [
      'what is hidden',
      '<rect width="30" height="30" display="none"/><rect x="40" width="30" height="30" fill-opacity="0"/><g visibility="hidden"><rect y="30" width="30" height="30"/></g><rect x="70" y="30" width="20" height="20"/>',
    ],
    [
      'the color of the text',
      '<g color="purple"><rect width="50" height="30" fill="currentColor"/></g><rect x="60" width="20" height="20" fill="rgb(10%,60%,20%)"/>',
    ],
    [
      'a clip around all',
      '<g clip-path="url(#c)"><rect width="100" height="60" fill="#def"/></g><clipPath id="c"><rect width="100" height="60"/></clipPath>',
    ],
  ])('%s', async (_, inner) => {
    const before = svg(inner);
    expect(await difference(before, plain(drawn(drawingOf(before, LONGER))))).toBeLessThan(0.003);
  });

  test.each([
    'viewBox="10 5 80 50"',
    'width="200" height="100"',
    'width="20mm" height="5cm" viewBox="0 0 100 60"',
    'width="100" viewBox="0 0 100 60"',
    'width="100%" height="100%" viewBox="-10 -10 120 80"',
  ])('%s', async (root) => {
    const before = svg('<rect x="12" y="8" width="40" height="30" fill="#963"/><circle cx="60" cy="40" r="9"/>', root);
    const made = drawn(drawingOf(before, LONGER));
    expect(Math.max(made.width, made.height)).toBeCloseTo(LONGER, 6);
    expect(await difference(before, plain(made))).toBeLessThan(0.003);
  });
});

describe('what can’t be drawn is named with its line', () => {
  test.each([
    [
      'a linear gradient',
      '<linearGradient id="g"/>\n<rect width="9" height="9" fill="url(#g)"/>',
      'has a fill by <linearGradient>, in line 2',
    ],
    [
      'a pattern',
      '<pattern id="g"/><rect width="9" height="9" stroke="url(#g)"/>',
      'has a stroke by <pattern>, in line 1',
    ],
    ['a filter', '\n\n<g style="filter:url(#f)"><rect width="9" height="9"/></g>', 'has a filter, in line 3'],
    ['a mask', '<rect width="9" height="9" mask="url(#m)"/>', 'has a mask, in line 1'],
    [
      'a clip',
      '<clipPath id="c"><circle r="9"/></clipPath><rect clip-path="url(#c)" width="9" height="9"/>',
      'has a <clipPath>, in line 1',
    ],
    [
      'a smaller clip',
      '<clipPath id="c"><rect width="50" height="60"/></clipPath><rect clip-path="url(#c)" width="9" height="9"/>',
      'has a <clipPath>, in line 1',
    ],
    ['an opacity', '<g opacity=".5"><rect width="9" height="9"/></g>', 'has an opacity of .5, in line 1'],
    [
      'a color with an alpha',
      '<rect width="9" height="9" fill="rgb(255 0 0 / 50%)"/>',
      'has a fill that can be seen through, in line 1',
    ],
    [
      'a word that is no color',
      '<rect width="9" height="9" fill="rde"/>',
      'has the fill "rde", which is no color that is read, in line 1',
    ],
    [
      'a fill-opacity',
      '<rect width="9" height="9" fill-opacity="50%"/>',
      'has a fill that can be seen through, in line 1',
    ],
    ['a copy of nothing', '<use href="#x"/>', 'holds <use> of nothing, which is not drawn, in line 1'],
    ['a copy without a name', '<use/>', 'holds <use> of nothing, which is not drawn, in line 1'],
    [
      'a copy of a symbol',
      '<symbol id="s"/><use href="#s"/>',
      'holds <use> of <symbol>, which is not drawn, in line 1',
    ],
    [
      'a copy moved by percents',
      '<path id="a" d="M0 0h9v9z"/><use href="#a" x="50%"/>',
      'holds <use> with a length in percent or the like, in line 1',
    ],
    ['a relative line', '<path d="M0 0h9" stroke="red" stroke-width="5%"/>', 'has the stroke-width "5%", in line 1'],
    [
      'dashes that begin later',
      '<path d="M0 0h9" stroke="red" stroke-dasharray="2" stroke-dashoffset="1"/>',
      'has a stroke-dashoffset, in line 1',
    ],
    ['a picture in it', '<image href="data:image/png;base64,AA=="/>', 'holds <image>, which is not drawn, in line 1'],
    ['an unknown element', '<blink/>', 'holds <blink>, which is not drawn, in line 1'],
    ['a marker', '<path d="M0 0h9" marker-end="url(#m)"/>', 'has a marker-end, in line 1'],
    [
      'a stretched line',
      '<path d="M0 0h9" stroke="red" transform="scale(2 1)"/>',
      'has a stroke that is stretched in one direction, in line 1',
    ],
    [
      'a transform of CSS',
      '<rect width="9" height="9" style="transform: rotate(4deg)"/>',
      'has a transform, in line 1',
    ],
    [
      'a wrong transform',
      '<rect width="9" height="9" transform="turn(4)"/>',
      'has the transform "turn(4)", which is not read, in line 1',
    ],
    [
      'a length in percent',
      '<rect width="50%" height="9"/>',
      'holds <rect> with a length in percent or the like, in line 1',
    ],
    [
      'a selector',
      '<style>g > rect { fill: red }</style><rect width="9" height="9"/>',
      'has the style rule "g > rect", which is not read',
    ],
    [
      'a rule of the sheet',
      '<style>@media print { rect { fill: red } }</style><rect width="9" height="9"/>',
      'has the style rule "@media print", which is not read',
    ],
    ['nothing', '<rect width="9" height="9" fill="none"/>', 'draws nothing'],
  ])('%s', (_, inner, what) => expect(drawingOf(svg(inner), LONGER)).toMatchObject({ what }));

  test('a size that stretches it', () => {
    const root = 'width="100" height="100" viewBox="0 0 100 60" preserveAspectRatio="none"';
    const made = drawingOf(svg('<rect width="9" height="9"/>', root), LONGER);
    expect(made).toMatchObject({ what: 'has the preserveAspectRatio "none"' });
  });

  test('no size', () =>
    expect(drawingOf(svg('<rect width="9" height="9"/>', ''), LONGER)).toMatchObject({ what: 'says no size' }));
});
