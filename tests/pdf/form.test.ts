import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { addForm } from '../../src/pdf/form.ts';
import { sourceCode } from '../fixtures/fonts.ts';

/** How the font of a form is called in its PDF: the kind of the font, of its file, and which file that is. */
async function fontOf(font: Uint8Array): Promise<unknown> {
  const empty = await PDFDocument.create();
  empty.addPage([200, 200]);
  const box = { name: 'who', left: 10, top: 10, right: 60, bottom: 20 };
  const fields = [{ name: 'who', label: 'Who', kind: 'line' as const, box }];
  const { context } = await PDFDocument.load(await addForm(await empty.save(), fields, { font, size: 10 }));
  const all = context.enumerateIndirectObjects().map(([, one]) => (one instanceof PDFRawStream ? one.dict : one));
  const written = (key: string) => {
    return all.flatMap((one) => (one instanceof PDFDict ? (one.get(PDFName.of(key)) ?? []) : [])).map(String);
  };
  const kinds = written('Subtype').filter((kind) => /^\/(?:CIDFontType|OpenType)/u.test(kind));
  return {
    kinds: kinds.sort(),
    maps: written('CIDToGIDMap'),
    files: [written('FontFile2').length, written('FontFile3').length],
  };
}

test('the font that a form is typed in is called what it is: readers refuse PostScript outlines that are called TrueType', async () => {
  expect(await fontOf(sourceCode('ttf'))).toEqual({ kinds: ['/CIDFontType2'], maps: ['/Identity'], files: [1, 0] });
  expect(await fontOf(sourceCode('otf'))).toEqual({ kinds: ['/CIDFontType0', '/OpenType'], maps: [], files: [0, 1] });
});

test('a field is called by its label, itself and at its place: some readers look here, some there', async () => {
  const empty = await PDFDocument.create();
  empty.addPage([200, 200]);
  const box = { name: 'sure', left: 10, top: 10, right: 60, bottom: 20 };
  const fields = [{ name: 'sure', label: 'How sure?', kind: 'tick' as const, box }];
  const pdf = await addForm(await empty.save(), fields, { font: sourceCode('ttf'), size: 10 });
  const { acroField } = (await PDFDocument.load(pdf)).getForm().getField('sure');
  const dicts = [acroField.dict, ...acroField.getWidgets().map(({ dict }) => dict)];
  expect(dicts.map((dict) => dict.lookup(PDFName.of('TU'), PDFHexString).decodeText())).toEqual([
    'How sure?',
    'How sure?',
  ]);
});
