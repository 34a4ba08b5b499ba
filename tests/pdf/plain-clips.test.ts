import path from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { Document, Font, Page, Path, pdf, Svg, Text, View } from '@react-pdf/renderer';
import { createElement as h } from 'react';
import { expect, test } from 'vitest';
import { plainClips } from '../../src/pdf/plain-clips.ts';
import { raw } from '../press/readers.ts';

const fonts = path.resolve(import.meta.dirname, '../../deck/fonts');

/** A page with what is clipped: a box with square corners, one with round ones, a drawing, and text. */
async function page(): Promise<Uint8Array> {
  Font.register({ family: 'Text', src: path.join(fonts, 'AtkinsonHyperlegibleNext-Regular.ttf') });
  const box = (radius: number, left: number) =>
    h(
      View,
      {
        style: { position: 'absolute', left, top: 20, width: 60, height: 60, borderRadius: radius, overflow: 'hidden' },
      },
      h(View, { style: { width: 90, height: 90, backgroundColor: '#B8431F' } }),
      h(Text, { style: { fontFamily: 'Text', fontSize: 9 } }, 'Words'),
    );
  const drawing = h(
    Svg,
    { style: { position: 'absolute', left: 20, top: 100, width: 60, height: 60 }, viewBox: '0 0 24 24' },
    h(Path, { d: 'M2 2 C 2 2 22 2 22 22 L -9 40', stroke: '#23262B', strokeWidth: 3 }),
  );
  const date = new Date(0);
  const sheet = h(Page, { size: [200, 200] }, box(0, 20), box(15, 110), drawing);
  const stream = await pdf(h(Document, { creationDate: date, modificationDate: date }, sheet)).toBuffer();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return new Uint8Array(Buffer.concat(chunks));
}

async function pixels(bytes: Uint8Array): Promise<Uint8Array> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const { data } = await document.getPage(0).render({ scale: 3, render: 'bitmap' });
  const copy = Uint8Array.from(data);
  document.destroy();
  library.destroy();
  return copy;
}

test('looks the same without curves of no length', async () => {
  const before = await page();
  const after = await plainClips(before);
  const idle = /^(\S+ \S+) [ml]\n\1 \1 \1 c$/mu;
  expect(raw(before)).toMatch(idle);
  expect(raw(after)).not.toMatch(idle);
  expect(raw(after)).toMatch(/ c\n/u);
  const [one, other] = [await pixels(before), await pixels(after)];
  const off = one.filter((value, i) => Math.abs(value - (other[i] ?? 0)) > 40).length;
  // A clip that is a rectangle ends at whole pixels: its edges may differ by one.
  expect(off / one.length).toBeLessThan(0.003);
});
