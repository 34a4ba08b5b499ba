// Run as a program: node react-pdf.mjs FOLDER. The deck as one would first write it: a page for each face, its texts below each other.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Document, Font, Image, Page, Path, renderToBuffer, Svg, Text, View } from '@react-pdf/renderer';
import { createElement as h } from 'react';

const [, , dir] = process.argv;
const { fonts, font, pages } = JSON.parse(readFileSync(path.join(dir, 'deck.json'), 'utf8'));
for (const one of fonts) Font.register(one);

const drawing = { width: '20mm', height: '20mm', alignSelf: 'center', marginBottom: '2mm' };

function page({ width, height, colour, texts, glyph, pictures }, key) {
  const style = {
    width: `${width}mm`,
    height: `${height}mm`,
    padding: '4.5mm',
    backgroundColor: colour,
    fontFamily: font.text,
  };
  const title = { fontFamily: font.display, fontWeight: 600 };
  const content = [
    glyph &&
      h(
        Svg,
        { key: 'glyph', viewBox: glyph.viewBox, style: drawing },
        glyph.paths.map((d) => h(Path, { key: d, d })),
      ),
    ...pictures.map((src, at) => h(Image, { key: `p${at}`, src, style: drawing })),
    ...texts.map((one, at) =>
      h(
        Text,
        { key: at, style: { fontSize: one.size, lineHeight: 1.2, marginBottom: '1mm', ...(one.title && title) } },
        one.text,
      ),
    ),
  ];
  return h(Page, { key, size: [`${width}mm`, `${height}mm`], wrap: false }, h(View, { style }, content));
}

writeFileSync(path.join(dir, 'deck.pdf'), await renderToBuffer(h(Document, {}, pages.map(page))));
