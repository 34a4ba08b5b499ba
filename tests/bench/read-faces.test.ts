import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { pt } from '../../src/model/units.ts';
import { readPages, runsIn, textOf } from './read-faces.ts';

test('text is read line by line, whatever was drawn first, and only what begins inside the face', async () => {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([pt(100), pt(100)]);
  const draw = (text: string, x: number, y: number) => page.drawText(text, { x: pt(x), y: pt(100 - y), size: 8, font });
  const width = (text: string) => font.widthOfTextAtSize(text, 8) / pt(1);
  draw('sk', 10 + width('A'), 10);
  draw('card', 30, 10);
  draw('A', 10, 10);
  draw('Below', 10, 16);
  draw('Beside', 60, 10);
  draw('Cut off', 10, 60);
  const [read = []] = await readPages(await document.save());
  expect(textOf(runsIn(read, { x: 5, y: 5, width: 50, height: 40 }))).toBe('Ask card\nBelow');
});
