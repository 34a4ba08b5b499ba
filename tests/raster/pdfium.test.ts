import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { openPdfium } from '../../src/raster/pdfium.ts';

/** Pages with what smooths edges: slanted lines, letters, a picture with holes, and colours that are seen through. Their edges stay blank. */
async function document(reds: readonly number[]): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  const holes = {
    create: { width: 9, height: 9, channels: 4 as const, background: { r: 9, g: 99, b: 9, alpha: 0.4 } },
  };
  const picture = await made.embedPng(await sharp(holes).png().toBuffer());
  for (const red of reds) {
    const page = made.addPage([100, 60]);
    page.drawRectangle({ x: 5 + 9 * red, width: 60, height: 60, color: rgb(red, 0.2, 0.4) });
    page.drawLine({ start: { x: 3, y: 3 }, end: { x: 90, y: 51 }, thickness: 3, color: rgb(0, 0.9, red) });
    page.drawText('Ägypten', { x: 9, y: 30, size: 17, color: rgb(1, 1, 1) });
    page.drawCircle({ x: 60, y: 30, size: 22, color: rgb(0, 0, 1), opacity: 0.3 });
    page.drawImage(picture, { x: 20, y: 10, width: 50, height: 33 });
  }
  return await made.save();
}

test('pixels are those that the library’s own way gives, page for page, in sizes that grow and shrink', async () => {
  const pdf = await document([1, 0.5, 0]);
  const wanted = await (await PDFiumLibrary.init()).loadDocument(pdf);
  const painted = (await openPdfium()).open(pdf);
  expect(painted.pageCount).toBe(3);
  for (const [page, width] of [200, 500, 100].entries()) {
    const size = { width, height: width * 0.6 };
    const { data } = await wanted.getPage(page).render({ ...size, scale: 1, render: 'bitmap' });
    const ours = painted.paint(page, size);
    expect(ours).toMatchObject(size);
    expect(Buffer.from(ours.data).equals(Buffer.from(data)), `page ${page}`).toBe(true);
  }
});

/** Pages of a white circle on grounds of one color each. */
async function circles(reds: readonly number[]): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  for (const red of reds) {
    const page = made.addPage([50, 30]);
    page.drawRectangle({ width: 50, height: 30, color: rgb(red, 0, 0) });
    page.drawCircle({ x: 25, y: 15, size: 9, color: rgb(1, 1, 1) });
  }
  return await made.save();
}

test('a page is painted over its ground, in whatever order grounds and sizes come', async () => {
  const reds = [0, 0.2, 0.4, 0.6, 0.8, 1];
  const pdf = (await openPdfium()).open(await circles(reds));
  const grounds = reds.map((_, page) => ({ page, shapes: 1 }));
  for (const [at, page] of [0, 1, 0, 2, 3, 4, 5, 0, 5, 1].entries()) {
    const width = at % 4 === 3 ? 100 : 50;
    const { data } = pdf.paint(at % 6, { width, height: width * 0.6 }, grounds[page]);
    const middle = (width * 0.3 * width + width / 2) * 4;
    expect([...data.subarray(0, 3)], `${at}`).toEqual([51 * page, 0, 0]);
    expect([...data.subarray(middle, middle + 3)], `${at}`).toEqual([255, 255, 255]);
  }
  expect([...pdf.paint(1, { width: 50, height: 30 }).data.subarray(0, 3)]).toEqual([51, 0, 0]);
});

test('a ground is that of its own document', async () => {
  const pdfium = await openPdfium();
  const ground = { page: 0, shapes: 1 };
  for (const red of [1, 0.4]) {
    const { data } = pdfium.open(await circles([red])).paint(0, { width: 50, height: 30 }, ground);
    expect([...data.subarray(0, 3)]).toEqual([255 * red, 0, 0]);
  }
});

test('annotations are painted after what is drawn on their page, and not with its ground too', async () => {
  const made = await PDFDocument.create();
  const page = made.addPage([50, 30]);
  page.drawRectangle({ width: 50, height: 30, color: rgb(1, 0, 0) });
  page.drawRectangle({ width: 9, height: 30, color: rgb(0, 0, 1) });
  const { context } = made;
  const seenThrough = { ExtGState: { G: { ca: 0.5 } } };
  const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 50, 30], Resources: seenThrough };
  const look = context.register(context.stream('/G gs 0 1 0 rg 0 0 50 30 re f', form));
  page.node.addAnnot(context.register(context.obj({ Subtype: 'Square', Rect: [0, 0, 50, 30], F: 4, AP: { N: look } })));
  const pdf = (await openPdfium()).open(await made.save());
  const whole = Buffer.from(pdf.paint(0, { width: 50, height: 30 }).data);
  expect([...whole.subarray(-4)]).toEqual([128, 127, 0, 255]);
  const { data } = pdf.paint(0, { width: 50, height: 30 }, { page: 0, shapes: 1 });
  expect(whole.equals(data)).toBe(true);
});

test('what can’t be read, and a page that is not there, is an error, and others are painted still', async () => {
  const pdfium = await openPdfium();
  expect(() => pdfium.open(new Uint8Array([1, 2, 3]))).toThrow("pdfium can't read the document (its error 3)");
  const pdf = pdfium.open(await document([1]));
  expect(() => pdf.paint(1, { width: 10, height: 6 })).toThrow("pdfium can't read page 2 of the document");
  pdf.close();
  const { data } = pdfium.open(await document([1])).paint(0, { width: 10, height: 6 });
  expect([...data.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
});
