import { PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { blackTest } from '../../src/press/separate.ts';
import { readStreams } from '../../src/press/streams.ts';

const isBlack = blackTest([]);

/** A page of these streams; `forms` are drawings by their names, each with all of them as resources. */
async function read(parts: readonly string[], forms: Readonly<Record<string, string>> = {}) {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const { node } = pdf.addPage([100, 100]);
  const { context } = pdf;
  const resources = context.obj({ XObject: {} });
  const objects = resources.lookup(PDFName.of('XObject'));
  for (const [name, text] of Object.entries(forms)) {
    const form = context.register(context.flateStream(text, { Subtype: 'Form', Resources: resources }));
    (objects as unknown as { set(name: PDFName, ref: PDFRef): void }).set(PDFName.of(name), form);
  }
  node.set(PDFName.of('Resources'), resources);
  node.set(PDFName.of('Contents'), context.obj(parts.map((text) => context.register(context.flateStream(text)))));
  return await readStreams(await pdf.save(), { isBlack });
}

test('a drawing that is placed twice is read once, and stands at both places, as large as there', async () => {
  const placed = ['q 1 0 0 1 10 20 cm /Fm Do Q', 'q 0.5 0 0 0.5 50 60 cm /Fm Do Q'];
  const { pages, sources } = await read(placed, { Fm: '1 w 2 4 m 9 4 l S' });
  expect(sources).toHaveLength(2);
  expect(pages[0]?.marks).toMatchObject([
    { kind: 'line', width: 1, x: 12, y: 24 },
    { kind: 'line', width: 0.5, x: 51, y: 62 },
  ]);
});

test('parts of a page are one drawing: a word that ends one is not the first of the next', async () => {
  const { pages } = await read(['1 w 2 4 m 9 4 l S', '5 w 2 8 m 9 8 l S', '7 w 2 8 m 9 8', 'l S']);
  expect(pages[0]?.marks.map((mark) => 'width' in mark && mark.width)).toEqual([1, 5, 7]);
});

test('what is not there, or draws itself, is no drawing that can be read', async () => {
  await expect(read(['/No Do'])).rejects.toThrow('this PDF has no object named No');
  await expect(read(['/Pattern cs /No scn 0 0 9 9 re f'])).rejects.toThrow('this PDF has no pattern named No');
  await expect(read(['/A Do'], { A: '/B Do', B: '/A Do' })).rejects.toThrow(
    /^the form \d+ 0 R of this PDF draws itself$/u,
  );
});
