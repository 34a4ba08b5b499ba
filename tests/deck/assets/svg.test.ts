import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { pathFault } from '../../../src/deck/assets/path-data.ts';
import { svgFault } from '../../../src/deck/assets/svg.ts';
import { drawingOf } from '../../../src/deck/assets/svg-drawing.ts';

describe('path data', () => {
  test.each([
    '',
    'M0 0',
    'm1,2-3.5.5z',
    'M0 0A5 5 0 1110 10',
    'M1e3-2E-2h4V.5',
    'M0 0a1 1 0 0 1 1 1 1 1 0 00-1-1',
    ' M 0 0 L 1 1 2 2 \n',
  ])('drawn: %j', (d) => expect(pathFault(d)).toBeUndefined());

  test.each([
    ['M0 0 A 5 5 L L zz', 'M0 0 A 5 5 L L zz'],
    ['L1 1', 'L1 1'],
    ['M0 0L1', 'M0 0L1'],
    ['M0 0z1', 'M0 0z1'],
    ['M0 0A5 5 0 2 0 1 1', 'M0 0A5 5 0 2 0 1 1'],
    ['M0 NaN', 'M0 NaN'],
    ['M0 0H', 'M0 0H'],
  ])('not drawn: %j', (d, at) => expect(pathFault(d)).toBe(at));

  test('every glyph of the shipped deck is drawn', async () => {
    const dir = path.resolve(import.meta.dirname, '../../../deck/art/glyphs');
    const faults = (await readdir(dir)).flatMap((name) => {
      const data = readFileSync(path.join(dir, name), 'utf8').matchAll(/\sd="([^"]*)"/gu);
      return [...data].flatMap(([, d = '']) => pathFault(d) ?? []);
    });
    expect(faults).toEqual([]);
  });
});

describe('an SVG that is not drawn as it was meant', () => {
  const svg = (inner: string, box = '0 0 9 9') =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${inner}</svg>`;
  const uses = Array.from({ length: 12 }, (_, i) => `<g id="a${i + 1}">${`<use href="#a${i}"/>`.repeat(10)}</g>`).join(
    '',
  );

  const painted = Array.from({ length: 6 }, (_, i) => `.p${i + 1}{fill:url(#p${i})}`).join('');
  const patterns = Array.from(
    { length: 7 },
    (_, i) => `<pattern id="p${i}">${`<rect class="p${i}" width="9" height="9"/>`.repeat(10)}</pattern>`,
  ).join('');

  const slow = 'has more filters, masks and layers than can be drawn in some seconds';
  const blur = '<filter id="f"><feGaussianBlur stdDeviation="2"/><feOffset dx="1"/></filter>';

  test.each([
    ['holds text', svg('<text>Acme</text>')],
    ['shows another file, "https://acme.example/logo.png"', svg('<image href="https://acme.example/logo.png"/>')],
    ['shows another file, "logo.png"', svg('<image xlink:href="logo.png"/>')],
    ['shows another file, "x.svg#a"', svg('<rect style="fill:url(x.svg#a)"/>')],
    ['shows another file, "x.css"', svg('<style>@import "x.css";</style>')],
    ['has the viewBox "0 0 0 0", which shows nothing', svg('<path d="M0 0h9"/>', '0 0 0 0')],
    [`holds a path that can't be drawn, at "M0 0 A 5 5 L L zz"`, svg('<path d="M0 0 A 5 5 L L zz"/>')],
    ['holds <foreignObject>, which is not drawn', svg('<foreignObject/>')],
    ['declares an entity', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('')}`],
    ['shows more than 20000 shapes, or lies in itself', svg(`<path id="a0" d="M0 0h9"/>${uses}`)],
    ['shows more than 20000 shapes, or lies in itself', svg('<g id="a"><use href="#a"/></g>')],
    ['shows more than 20000 shapes, or lies in itself', svg('<g>'.repeat(5000))],
    // Renderers differ in which of two elements with one id they take.
    [
      'shows more than 20000 shapes, or lies in itself',
      svg(
        `<path id="a0" d="M0 0h9"/>${uses}${'<use href="#a12"/>'}${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => `<g id="a${i}"/>`).join('')}`,
      ),
    ],
    // Each rectangle is painted with ten others, by a style sheet.
    ['shows more than 20000 shapes, or lies in itself', svg(`<style>${painted}</style>${patterns}`)],
    ['shows more than 20000 shapes, or lies in itself', svg(`<style><![CDATA[${painted}]]></style>${patterns}`)],
    [
      'shows more than 20000 shapes, or lies in itself',
      svg(`<style>${painted.replaceAll('#', '&#35;').replaceAll('.', '&#x2e;')}</style>${patterns}`),
    ],
    ['has a style rule with a backslash', svg(`<style>${painted.replaceAll('url', 'u\\72l')}</style>${patterns}`)],
    // 15,000 copies of a path of 40 KB are 600 MB.
    [
      'shows more than 20000 shapes, or lies in itself',
      svg(`<path id="p" d="M0 0${'h1'.repeat(20_000)}"/>${'<use href="#p"/>'.repeat(15_000)}`),
    ],
    [
      'shows more than 20000 shapes, or lies in itself',
      svg(`<style>${'*{fill:red}'.repeat(400)}</style>${'<path d="M0 0h9"/>'.repeat(9000)}`),
    ],
    ['holds <feMorphology>, a filter that can take minutes', svg('<filter id="f"><feMorphology radius="1"/></filter>')],
    ['holds <feConvolveMatrix>, a filter that can take minutes', svg('<filter id="f"><feConvolveMatrix/></filter>')],
    [slow, svg(`${blur}${'<rect filter="url(#f)"/>'.repeat(30)}`)],
    [slow, svg(`${blur}<style>rect{filter:url(#f)}</style>${'<rect/>'.repeat(30)}`)],
    [slow, svg(`<filter id="f">${'<feTurbulence/>'.repeat(30)}</filter>`)],
    [slow, svg(`<style>.a{filter:blur(9px)}</style>${'<rect class="a"/>'.repeat(30)}`)],
    [slow, svg('<rect filter="drop-shadow(1 1 1) blur(9)"/>'.repeat(15))],
    [slow, svg(`<mask id="m"/>${'<g style="mask: url(#m)"/>'.repeat(200)}`)],
    [slow, svg('<g style="mix-blend-mode:screen"/>'.repeat(200))],
    [slow, svg('<g opacity=".5"/>'.repeat(4100))],
    ['has a line with hundreds of dashes', svg(`<path stroke-dasharray="${'1 '.repeat(300)}" d="M0 0h9"/>`)],
    ['has a line with hundreds of dashes', svg(`<style>path{stroke-dasharray:${'1 '.repeat(300)}}</style>`)],
    ['shows another file, "logo.png"', svg('<image xl:href="logo.png"/>')],
    ['shows another file, "b.svg#b"', svg('<rect style="fill:url(#a);stroke:url( \'b.svg#b\' )"/>')],
    ['shows another file, "x.svg#a"', svg('<style>.a{fill:url(x.svg#a)}</style>')],
    ['shows another file, "xml-stylesheet"', `<?xml-stylesheet href='x.css'?>${svg('<path d="M0 0h9"/>')}`],
    ['holds <s:rect>, which is not drawn', svg('<g xmlns:s="http://www.w3.org/2000/svg"><s:rect/></g>')],
    [`holds points that can't be drawn, at "x 3,4"`, svg('<polygon points="1,2 x 3,4"/>')],
    ['has a tag or a comment that has no end', svg('<path d="M0 0h9"/><!-- and')],
    ['has a tag or a comment that has no end', svg('<path d=M0/>')],
  ])('%s', (what, text) => expect(svgFault(text)?.what.replace(', in line 1', '')).toBe(what));

  test('the line is named', () => expect(svgFault(svg('\n\n<text>A</text>'))?.what).toBe('holds text, in line 3'));

  // Each of these took a minute and more: a search for the end of each began at each.
  test.each(['<a', '<!', '<!--', '<?', '<style', '<style>', "<a '", 'url(', ' ', '}', '/*', '#', '@import '])(
    '300 KB of %j',
    (token) => {
      const long = token.repeat(300_000 / token.length);
      const plain = long.replaceAll(/[<"]/gu, '');
      const all = [
        long,
        svg(long),
        svg(`<style>${long}</style>`),
        svg(`<rect fill="url(${plain}#a)" width="${plain}!"/>`),
      ];
      for (const text of all) {
        const fault = svgFault(text) ?? drawingOf(text, 2400);
        expect('what' in fault ? fault.what : '').not.toBe('');
      }
    },
  );

  test('what is whole is drawn', () => {
    const inner =
      '<a href="https://acme.example"><use xlink:href="#p"/></a><path id="p" fill="url(#g)" d="M0 0h9v9z"/>';
    expect(svgFault(svg(`${inner}<image href="data:image/png;base64,AA=="/>`))).toBeUndefined();
    const shadow =
      '<feGaussianBlur/><feOffset/><feFlood/><feComposite/><feMerge><feMergeNode/><feMergeNode/></feMerge>';
    const letters = '<path filter="url(#s)" d="M0 0h9v9z"/>'.repeat(12);
    expect(svgFault(svg(`<filter id="s">${shadow}</filter>${letters}`))).toBeUndefined();
    expect(svgFault(svg('<rect style="fill-opacity:.5" mask-type="alpha"/>'.repeat(9000)))).toBeUndefined();
  });
});
