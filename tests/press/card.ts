import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { Document, Font, Image, Page, Path, renderToBuffer, Svg, Text, View } from '@react-pdf/renderer';
import { createElement as h, type ReactElement } from 'react';
import sharp from 'sharp';

// Small real PDFs as react-pdf makes them: what the press module is given.

const fonts = path.resolve(import.meta.dirname, '../../deck/fonts');
Font.register({ family: 'Press', src: path.join(fonts, 'AtkinsonHyperlegibleNext-Regular.ttf') });
Font.registerHyphenationCallback((word) => [word]);

export const INK = '#23262B';
export const RED = '#BE3E35';

const at = (left: number, top: number, rest: object = {}) => ({ position: 'absolute' as const, left, top, ...rest });

/** Ink text on paper, a red title, a rich black band, a hairline, a rule. */
export const plain: ReactElement[] = [
  h(View, { key: 'paper', style: at(0, 0, { width: 200, height: 260, backgroundColor: '#FBF6EA' }) }),
  h(View, { key: 'band', style: at(0, 0, { width: 200, height: 40, backgroundColor: INK }) }),
  h(Text, { key: 'title', style: at(20, 60, { fontSize: 14, color: RED }) }, 'Because you row'),
  h(Text, { key: 'text', style: at(20, 90, { fontSize: 8, color: INK }) }, 'Ink (black) text.'),
  h(
    Svg,
    { key: 'lines', viewBox: '0 0 24 24', style: at(20, 120, { width: 48, height: 48 }) },
    h(Path, { d: 'M2 2L20 20', stroke: INK, strokeWidth: 0.2 }),
    h(Path, { d: 'M2 20L20 2', stroke: RED, strokeWidth: 1 }),
  ),
];

/** A picture 25 pt wide: with its pixels, 288 per inch. */
export async function picture(kind: 'png' | 'jpg' | 'palette', alpha = 1): Promise<ReactElement> {
  const background = { r: 48, g: 96, b: 160, alpha };
  const image = sharp({ create: { width: 100, height: 60, channels: alpha < 1 ? 4 : 3, background } });
  const data = await (kind === 'jpg'
    ? image.jpeg({ quality: 100 })
    : image.png({ palette: kind === 'palette' })
  ).toBuffer();
  const src = { data, format: kind === 'jpg' ? ('jpg' as const) : ('png' as const) };
  return h(Image, { key: kind, src, style: at(100, 130, { width: 25 }) });
}

/** See-through text. */
export const seeThrough = h(
  Text,
  { key: 'half', style: at(20, 200, { fontSize: 8, color: RED, opacity: 0.5 }) },
  'Half',
);

/** A PDF of one page of 200 × 260 pt, with boxes as a print shop wants them. */
export async function pdfOf(children: readonly ReactElement[]): Promise<Uint8Array> {
  const style = { fontFamily: 'Press' };
  const page = h(Page, { size: [200, 260], style }, ...children);
  const buffer = await renderToBuffer(h(Document, { creationDate: new Date(0) }, page));
  const document = await PDFDocument.load(buffer, { updateMetadata: false });
  for (const one of document.getPages()) {
    one.setBleedBox(2, 2, 196, 256);
    one.setTrimBox(10, 10, 180, 240);
  }
  return await document.save({ updateFieldAppearances: false });
}
