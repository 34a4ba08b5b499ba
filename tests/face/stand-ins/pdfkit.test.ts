import { createRequire } from 'node:module';
import path from 'node:path';
import { openSync } from 'fontkit';
import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import LeanDocument from '../../../src/face/stand-ins/pdfkit.ts';
import { raw, read, rendered } from '../../press/readers.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const fonts = ['AtkinsonHyperlegibleNext-Regular', 'Fraunces-SemiBold'].map((name) =>
  openSync(path.join(root, `deck/fonts/${name}.ttf`)),
);

/** pdfkit's own methods, as far as they are used here. */
interface Pen extends AsyncIterable<Uint8Array> {
  addPage(options: object): void;
  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  fillColor(color: string): void;
  rect(x: number, y: number, width: number, height: number): { fill(): void };
  lineWidth(width: number): void;
  lineJoin(join: string): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  stroke(color: string): void;
  font(source: object, size: number): { text(text: string, x: number, y: number, options: object): void };
  end(): void;
}

/** Two pages of boxes and words in two fonts by turns, each inside states that paint nothing. */
async function drawn(Document: new (options: object) => PDFDocument): Promise<Uint8Array> {
  const pen = new Document({ autoFirstPage: false, info: { CreationDate: new Date(0) } }) as unknown as Pen;
  for (const page of [1, 2]) {
    pen.addPage({ size: [200, 200], margin: 0 });
    for (let row = 0; row < 8; row += 1) {
      for (let depth = 0; depth < 3; depth += 1) pen.save();
      pen.translate(10 * page, 20 * row);
      pen.fillColor(row % 2 ? '#B8431F' : '#23262B');
      pen.rect(0, 0, 30, 10).fill();
      pen.restore();
      pen.font(fonts[row % 2] ?? {}, 9).text(`Row ${row} of ${page}`, 60, 20 * row, { lineBreak: false });
      pen.restore();
      pen.restore();
    }
  }
  return await ended(pen);
}

async function ended(pen: Pen): Promise<Uint8Array> {
  pen.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of pen) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

test('the document looks and reads as pdfkit’s own, and is shorter', async () => {
  const [own, lean] = [await drawn(PDFDocument), await drawn(LeanDocument)];
  expect(lean.length).toBeLessThan(own.length);
  const [before, after] = [await read(own), await read(lean)];
  expect(after.map(({ box, text }) => [box, text])).toEqual(before.map(({ box, text }) => [box, text]));
  expect(after[0]?.text).toContain('Row 7 of 1');
  const size = { width: 70, height: 70 };
  const [pages, others] = [await rendered(own, size), await rendered(lean, size)];
  const points = Array.from({ length: 140 * 140 }, (_, i) => [(i % 140) / 2, Math.floor(i / 140) / 2] as const);
  const off = points.filter(([x, y]) => pages[1]?.at(x, y).join() !== others[1]?.at(x, y).join());
  expect(off).toEqual([]);
});

test('a corner sharper than 29° ends blunt, as SVG has it', async () => {
  const pen = new LeanDocument({ autoFirstPage: false }) as unknown as Pen;
  pen.addPage({ size: [200, 200], margin: 0 });
  pen.lineWidth(8);
  pen.lineJoin('miter');
  pen.moveTo(40, 87.5);
  pen.lineTo(100, 100);
  pen.lineTo(40, 112.5);
  pen.stroke('#000000');
  const [page] = await rendered(await ended(pen), { width: 70, height: 70 });
  const at = (x: number) => String(page?.at((x / 72) * 25.4, (100 / 72) * 25.4));
  // PDF would draw a spike that ends at 119.6.
  expect([95, 112].map(at)).toEqual(['0,0,0', '255,255,255']);
});

test('each font is opened once', async () => {
  const set = raw(await drawn(LeanDocument)).match(/\/F\d+ 9 Tf/gu) ?? [];
  expect(set).toHaveLength(16);
  expect(new Set(set)).toEqual(new Set(['/F2 9 Tf', '/F3 9 Tf']));
});

// Another version elsewhere in node_modules would be taken out of the renderer's hands unseen.
test.each([
  ['pdfkit', 'renderer'],
  ['@react-pdf/textkit', 'layout'],
])('%s is the very package that @react-pdf/%s uses', (name, user) => {
  const at = (file: string) => createRequire(file).resolve(name);
  expect(at(path.join(root, `node_modules/@react-pdf/${user}/lib/index.js`))).toBe(at(path.join(root, 'package.json')));
});
