import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { openScreen } from '../../src/raster/screen.ts';

const SIZE = { width: 200, height: 120 };

/** Two pages of a colour. */
async function document(red: number): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  for (const green of [0, 1]) {
    const page = made.addPage([100, 60]);
    page.drawRectangle({ width: 70, height: 60, color: rgb(red, green, 0.5) });
    page.drawText('Ägypten', { x: 9, y: 30, size: 17, color: rgb(1, 1, 1) });
  }
  return await made.save();
}

/** The pixels that pdfium’s own library gives. */
async function wanted(pdf: Uint8Array, page: number): Promise<Uint8Array> {
  const opened = await (await PDFiumLibrary.init()).loadDocument(pdf);
  const { data } = await opened.getPage(page).render({ ...SIZE, scale: 1, render: 'bitmap' });
  const raw = { ...SIZE, channels: 4 as const };
  return await sharp(data, { raw }).removeAlpha().raw().toBuffer();
}

test('pages of several documents in turn, asked for at one moment, are those of pdfium’s own library', async () => {
  const screen = await openScreen();
  const documents = [await document(1), await document(0)];
  const asked = [0, 0, 1, 1, 0].flatMap((at) =>
    [0, 1].map((page) => ({ pdf: documents[at] ?? new Uint8Array(), page })),
  );
  const pictures = await Promise.all(asked.map(({ pdf, page }) => screen.picture(pdf, page, SIZE)));
  for (const [at, { pdf, page }] of asked.entries()) {
    const shown = await sharp(pictures[at]).raw().toBuffer();
    expect(shown.equals(await wanted(pdf, page)), `picture ${at}`).toBe(true);
  }
  screen.close();
});

test('a document that can’t be read is said, and the next one is shown', async () => {
  const screen = await openScreen();
  await expect(screen.picture(new Uint8Array([1, 2, 3]), 0, SIZE)).rejects.toThrow("pdfium can't read the document");
  const { format } = await sharp(await screen.picture(await document(1), 1, SIZE)).metadata();
  expect(format).toBe('png');
  screen.close();
});
