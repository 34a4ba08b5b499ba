import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { pathFault } from '../../../src/deck/assets/path-data.ts';
import { svgFault } from '../../../src/deck/assets/svg.ts';

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
  ])('%s', (what, text) => expect(svgFault(text)?.what.replace(', in line 1', '')).toBe(what));

  test('the line is named', () => expect(svgFault(svg('\n\n<text>A</text>'))?.what).toBe('holds text, in line 3'));

  test('what is whole is drawn', () => {
    const inner =
      '<a href="https://acme.example"><use xlink:href="#p"/></a><path id="p" fill="url(#g)" d="M0 0h9v9z"/>';
    expect(svgFault(svg(`${inner}<image href="data:image/png;base64,AA=="/>`))).toBeUndefined();
  });
});
