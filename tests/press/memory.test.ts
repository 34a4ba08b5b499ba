import { type PDFContext, PDFDocument, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { checkPress } from '../../src/press/check/check-pdf.ts';
import { packedMemory, pressMemory } from '../../src/press/memory.ts';
import { type PressOptions, toPress } from '../../src/press/press.ts';
import { fogra39 } from './profiles.ts';

const options: PressOptions & { inkLimit: number } = {
  ...{ profile: fogra39, conformance: 'PDF/X-4', title: 'T', date: '2026-11-21', inkLimit: 190 },
  ...{ blacks: ['#23262b'], bare: [] },
};

/** A form's drawing, and its resources. */
interface Form {
  drawing: string;
  resources?: (context: PDFContext) => Record<string, Record<string, PDFObject>>;
}

/** A page for each form, which draws it. */
async function pdfOf(forms: readonly Form[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  for (const { drawing, resources } of forms) {
    const page = document.addPage([100, 100]);
    page.setTrimBox(10, 10, 80, 80);
    const own = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 100, 100], Resources: resources?.(context) ?? {} };
    const form = context.register(context.flateStream(drawing, own));
    page.node.set(PDFName.of('Resources'), context.obj({ XObject: { F0: form } }));
    page.node.set(PDFName.of('Contents'), context.register(context.stream('q 0 g /F0 Do Q')));
  }
  return await document.save();
}

async function pressed(pdf: Uint8Array, memory = pressMemory()) {
  const made = await toPress(pdf, options, memory);
  return { ...made, rules: await checkPress(made.bytes, options, memory.painted) };
}

/** What is remembered of a PDF when it was pressed. */
async function memoryOf(pdf: Uint8Array) {
  const memory = pressMemory();
  await pressed(pdf, memory);
  return pressMemory(packedMemory(memory));
}

const cream: Form = { drawing: '0.984 0.965 0.918 rg 0 0 100 100 re f' };
const ink: Form = { drawing: '0.137 0.149 0.169 RG 0.25 w 10 10 30 30 re S' };
const cut = (context: PDFContext, name: string, alternate: string) => {
  const full = alternate === 'DeviceCMYK' ? [0, 1, 0, 0] : [1, 0, 0];
  const tint = context.obj({ FunctionType: 2, Domain: [0, 1], C0: full.map(() => 0), C1: full, N: 1 });
  return context.obj(['Separation', name, alternate, tint]);
};
const spot = (alternate: string): Form => ({
  drawing: '/Cut CS 1 SCN 1 w 0 0 9 9 re S',
  resources: (context) => ({ ColorSpace: { Cut: cut(context, 'CutContour', alternate) } }),
});
const state = (entries: Record<string, number>): Form => ({
  drawing: '/S gs 0 0 0 RG 20 20 40 40 re S',
  resources: (context) => ({ ExtGState: { S: context.obj(entries) } }),
});
const font = (name: string): Form => ({
  drawing: 'BT /F 12 Tf 20 20 Td (A) Tj ET',
  resources: (context) => ({ Font: { F: context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: name }) } }),
});

test.each<[what: string, before: Form[], after: Form[]]>([
  ['nothing', [cream, ink], [cream, ink]],
  ['a color', [cream, ink], [{ drawing: '0.9 0.965 0.918 rg 0 0 100 100 re f' }, ink]],
  ['a page, which is gone', [cream, ink], [ink]],
  // With so much color on another page, its black is cut out of what is under it.
  ['a page, which is new and dark', [cream, ink], [cream, ink, { drawing: '0 0 0.4 rg 0 0 100 100 re f' }]],
  ['what a name of a space stands for', [spot('DeviceCMYK')], [spot('DeviceRGB')]],
  ['what a name of a state stands for', [state({ LW: 4 })], [state({ LW: 0.25 })]],
  ['how a state mixes', [state({ LW: 4 })], [state({ LW: 4, CA: 0.5 })]],
  ['what a name of a font stands for', [font('Helvetica')], [font('Courier')]],
])('a PDF in which another has changed %s is pressed as if nothing were known', async (_, before, after) => {
  const pdf = await pdfOf(after);
  const fresh = await pressed(pdf);
  const { bytes, ...about } = await pressed(pdf, await memoryOf(await pdfOf(before)));
  expect(Buffer.compare(bytes, fresh.bytes)).toBe(0);
  expect({ ...about }).toEqual({ report: fresh.report, findings: fresh.findings, rules: fresh.rules });
});

test('a color that is printed without ink now is written without', async () => {
  const pdf = await pdfOf([cream, ink]);
  const bare = { ...options, bare: ['#fbf6ea'] };
  const { bytes } = await toPress(pdf, bare, await memoryOf(pdf));
  expect(Buffer.compare(bytes, (await toPress(pdf, bare)).bytes)).toBe(0);
});

test('what is remembered is not looked at again, and what is gone is forgotten', async () => {
  const pdf = await pdfOf([cream, ink]);
  const memory = await memoryOf(pdf);
  // Other words than the truth would be: they are what is said then.
  const lied = { rgb: 7, most: 189 };
  const painted = { before: new Map([...memory.painted.before].map(([key]) => [key, lied] as const)), now: new Map() };
  const streams = [...memory.streams.before].map(
    ([key, one]) => [key, { ...one, colours: [...one.colours, '#010203'] }] as const,
  );
  const { report, rules } = await pressed(pdf, {
    ...memory,
    painted,
    streams: { before: new Map(streams), now: new Map() },
  });
  expect(report.colours.map(({ rgb }) => rgb)).toContain('#010203');
  expect(rules).toContainEqual({ rule: 'ink of colors', ok: true, detail: 'at most 189 % of 190 %' });

  const grounds = {
    before: new Map([...memory.grounds.before].map(([key]) => [key, new Map()] as const)),
    now: new Map(),
  };
  const without = await pressed(pdf, { ...memory, grounds });
  expect(without.report.colours.filter(({ ground }) => ground)).toEqual([]);

  const next = pressMemory(packedMemory(memory));
  await pressed(await pdfOf([ink]), next);
  const left = pressMemory(packedMemory(next));
  expect([left.streams.before.size, left.grounds.before.size]).toEqual([2, 1]);
  expect(left.painted.before.size).toBe(2);
});
