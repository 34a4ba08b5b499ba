import { inflateSync } from 'node:zlib';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { getDocument } from '../fixtures/pdfjs.ts';
import type { Rgb } from './marked-faces.ts';

const pdfium = PDFiumLibrary.init();

/** Pixels per mm of a rendered page. */
const PER_MM = 4;

/** A rendered page; `at` reads the pixel at a point in mm from its top left corner. */
export interface Rendered {
  at(x: number, y: number): Rgb;
}

/** Renders every page of a paper in mm with pdfium. Its own `scale` would first cut the size down to whole points. */
export async function rendered(pdf: Uint8Array, paper: { width: number; height: number }): Promise<Rendered[]> {
  const size = { width: Math.round(paper.width * PER_MM), height: Math.round(paper.height * PER_MM), scale: 1 };
  const library = await pdfium;
  const document = await library.loadDocument(pdf);
  const pages: Rendered[] = [];
  for (const page of document.pages()) {
    const { width, height, data } = await page.render({ ...size, render: 'bitmap' });
    pages.push({
      at(x, y) {
        // It is asked for millions of points.
        const [column, row] = [Math.floor((x / paper.width) * width), Math.floor((y / paper.height) * height)];
        const start = 4 * (row * width + column);
        return [data[start] ?? -1, data[start + 1] ?? -1, data[start + 2] ?? -1];
      },
    });
  }
  document.destroy();
  return pages;
}

/** What pdfjs sees on each page: its box in pt, its words, its fonts. */
export async function read(pdf: Uint8Array): Promise<{ box: number[]; text: string; fonts: string[] }[]> {
  // Pictures are not unpacked: nobody asks for them here, and they take longer than all else.
  const document = await getDocument({ data: pdf.slice(), verbosity: 0, maxImageSize: 1 }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const content = await page.getTextContent();
    await page.getOperatorList();
    const fonts = [...(page.commonObjs as Iterable<[string, { name: string; missingFile?: boolean }]>)];
    pages.push({
      box: [...page.view],
      text: content.items.map((item) => ('str' in item ? item.str : '')).join(' '),
      // Beside the fonts there are the outlines of their glyphs, under keys like g_d0_f1_path_A.
      fonts: fonts
        .filter(([key]) => !key.includes('_path_'))
        .map(([, font]) => `${font.name}${font.missingFile ? ' (not embedded)' : ''}`)
        .sort(),
    });
  }
  await document.destroy();
  return pages;
}

/** A PDF's objects and page contents as text: everything that can be unpacked is, by zlib alone. */
export function raw(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString('latin1');
  const parts = [text];
  for (const match of text.matchAll(/\bstream\r?\n/gu)) {
    const start = match.index + match[0].length;
    const end = text.indexOf('endstream', start);
    try {
      parts.push(inflateSync(bytes.subarray(start, end)).toString('latin1'));
    } catch {
      // Not packed by Flate: a picture or a font as it is.
    }
  }
  return parts.join('\n');
}
