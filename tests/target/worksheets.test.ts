import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuildOutcome, build } from '../../src/build.ts';
import { mm } from '../../src/model/units.ts';
import { printing, withBlank } from '../fixtures/blank.ts';
import { shown } from '../fixtures/deck.ts';
import { getDocument } from '../fixtures/pdfjs.ts';
import { read } from '../press/readers.ts';

// A deck of somebody else's with a worksheet of its own, built; read, filled in and read again by pdfjs, which did not write it.

const sheet = `---
title: Notes
lead: One line a thought.
---

## What we saw

<Line id="who" label="Who" />
<Line id="when" label="When" />

<Box id="free" label="Anything else" lines="3" />

<Scale id="fit" label="How it fits" from="1" to="3" low="badly" high="well" />

<Vote id="votes" label="Votes" />

## Plan

<Table id="plan" rows="2" />
<Column id="task" label="Task" width="3" />
<Column id="done" label="Done" kind="tick" />
<Row id="last" label="Last of all" />
`;

type Annotation = Record<string, unknown> & { id: string; fieldName: string; rect: number[] };

let result: BuildOutcome;
const files = new Map<string, Uint8Array>();

beforeAll(async () => {
  await withBlank({ 'deck/worksheets/notes.mdx': sheet }, async (root) => {
    result = await build(printing(root, ['a4'], { kit: true }));
    for (const name of ['worksheet-notes.pdf', 'worksheet-notes--letter.pdf']) {
      files.set(name, new Uint8Array(await readFile(path.join(root, 'dist/print', name))));
    }
  });
});

const bytes = (name = 'worksheet-notes.pdf') => (files.get(name) ?? new Uint8Array()).slice();

async function opened(data: Uint8Array) {
  return await getDocument({ data, verbosity: 0 }).promise;
}

async function fieldsOf(data: Uint8Array): Promise<Annotation[]> {
  const page = await (await opened(data)).getPage(1);
  return (await page.getAnnotations()) as Annotation[];
}

interface Picture {
  width: number;
  height: number;
  data: Uint8Array;
}

/** In points, from the top left corner of the page. */
interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Pixels a point. */
const SHARP = 2;

/** The first page as pdfium shows it, with what stands in its fields. */
async function pictureOf(pdf: Uint8Array): Promise<Picture> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  document.initializeFormFields();
  const picture = await document.getPage(0).render({ scale: SHARP, render: 'bitmap', renderFormFields: true });
  document.destroy();
  library.destroy();
  return picture;
}

/** Whether two pictures of a page differ in an area: more than by a tint of the field. */
function differs(one: Picture, other: Picture, { left, top, width, height }: Area): boolean {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [left, top, left + width, top + height].map((at) => Math.round(SHARP * at));
  for (let y = y1; y < y2; y += 1) {
    for (let x = x1; x < x2; x += 1) {
      const at = 4 * (y * one.width + x);
      if (Math.abs((one.data[at] ?? 0) - (other.data[at] ?? 0)) > 100) return true;
    }
  }
  return false;
}

describe('a worksheet', () => {
  test('is one page on A4 and one on Letter, each a line of the manifest', async () => {
    expect(result.problems.map(shown)).toEqual([]);
    const paths = result.manifest?.outputs.map((one) => one.path).filter((one) => one.startsWith('print/worksheet'));
    expect(paths).toEqual(['print/worksheet-notes--letter.pdf', 'print/worksheet-notes.pdf']);
    const sizes = await Promise.all(
      [...files.values()].map(async (one) => (await read(one)).map(({ box }) => box.map(mm))),
    );
    const rounded = sizes.map((pages) =>
      pages.map(([, , w = 0, h = 0]) => [Number(w.toFixed(1)), Number(h.toFixed(1))]),
    );
    expect(rounded).toEqual([[[210, 297]], [[215.9, 279.4]]]);
  });

  test('has a field for each place, named by its id, in reading order, with its label to be read aloud', async () => {
    const fields = await fieldsOf(bytes());
    expect(fields.map(({ fieldName, alternativeText }) => [fieldName, alternativeText])).toEqual([
      ['who', 'Who'],
      ['when', 'When'],
      ['free', 'Anything else'],
      ['fit', 'How it fits'],
      ['fit', 'How it fits'],
      ['fit', 'How it fits'],
      ['votes', 'Votes'],
      ['plan.1.task', '1, Task'],
      ['plan.1.done', '1, Done'],
      ['plan.2.task', '2, Task'],
      ['plan.2.done', '2, Done'],
      ['plan.last.task', 'Last of all, Task'],
      ['plan.last.done', 'Last of all, Done'],
    ]);
    const kind = ({ checkBox, radioButton, multiLine }: Annotation) =>
      checkBox ? 'tick' : radioButton ? 'choice' : multiLine ? 'lines' : 'line';
    const kinds = Object.fromEntries(fields.map((field) => [field.fieldName, kind(field)]));
    expect(kinds).toMatchObject({
      who: 'line',
      free: 'lines',
      fit: 'choice',
      votes: 'line',
      'plan.1.task': 'lines',
      'plan.1.done': 'tick',
    });
  });

  test('has room to write by hand, and fields inside what printers print', async () => {
    for (const name of files.keys()) {
      const page = await (await opened(bytes(name))).getPage(1);
      const [, , width = 0, height = 0] = page.view;
      for (const { fieldName, rect, checkBox, radioButton } of await fieldsOf(bytes(name))) {
        const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect;
        expect(mm(Math.min(x1, y1, width - x2, height - y2)), fieldName).toBeGreaterThan(5);
        // The field keeps half a millimeter inside its place of at least 7.
        if (!checkBox && !radioButton) expect(mm(y2 - y1), fieldName).toBeGreaterThanOrEqual(5.99);
      }
    }
  });

  test('is filled in by another program, and read back: letters of other alphabets too', async () => {
    const document = await opened(bytes());
    const fields = await fieldsOf(bytes());
    const idOf = (name: string) => fields.find((field) => field.fieldName === name)?.id ?? '';
    document.annotationStorage.setValue(idOf('who'), { value: 'Zoë Łęcka' });
    document.annotationStorage.setValue(idOf('free'), { value: 'one line\nand another' });
    document.annotationStorage.setValue(idOf('plan.last.task'), { value: 'call them' });
    document.annotationStorage.setValue(idOf('plan.1.done'), { value: true });
    const filled = new Uint8Array(await document.saveDocument());
    const values = (await (await opened(filled)).getFieldObjects()) as Record<string, { value: unknown }[]> | null;
    const typed = (name: string) =>
      Object.entries(values ?? {})
        .find(([key]) => key === name)?.[1]
        .find(({ value }) => value !== undefined)?.value;
    expect(typed('who')).toBe('Zoë Łęcka');
    expect(typed('free')).toBe('one line\nand another');
    expect(typed('plan.last.task')).toBe('call them');
    expect(typed('plan.1.done')).not.toBe('Off');
  });

  test('filled in by one library, it is read by a second and drawn by a third: a line, several lines, a tick, a choice', async () => {
    const document = await opened(bytes());
    const fields = await fieldsOf(bytes());
    const set = (name: string, value: string | boolean, at = 0) => {
      const { id = '' } = fields.filter((field) => field.fieldName === name)[at] ?? {};
      document.annotationStorage.setValue(id, { value });
    };
    set('who', 'Zoë Łęcka');
    set('free', 'one line\nand another');
    set('plan.2.done', true);
    set('fit', true, 1);
    const filled = new Uint8Array(await document.saveDocument());

    // Read by pdf-lib, which was not there when it was filled in by pdfjs.
    const form = (await PDFDocument.load(filled)).getForm();
    expect(form.getTextField('who').getText()).toBe('Zoë Łęcka');
    expect(form.getTextField('free').getText()).toBe('one line\nand another');
    expect(form.getTextField('free').isMultiline()).toBe(true);
    expect(form.getCheckBox('plan.2.done').isChecked()).toBe(true);
    expect(form.getCheckBox('plan.1.done').isChecked()).toBe(false);
    expect(form.getRadioGroup('fit').getSelected()).toBe('2');

    // Drawn by pdfium as a reader shows it, and as the empty form is shown: what differs lies in the places that were filled in.
    const [empty, shownAs] = [await pictureOf(bytes()), await pictureOf(filled)];
    const [, , , pageHeight = 0] = (await document.getPage(1)).view;
    const isOther = fields.map(({ rect: [x1 = 0, y1 = 0, x2 = 0, y2 = 0] }) => {
      const area = { left: x1, top: pageHeight - y2, width: x2 - x1, height: y2 - y1 };
      return differs(empty, shownAs, area);
    });
    const seen = fields.flatMap(({ fieldName }, at) => (isOther[at] ? [fieldName] : []));
    expect(seen).toEqual(['who', 'free', 'fit', 'plan.2.done']);
  });

  test('shows the lines to write on, and all else that is printed, while it is empty', async () => {
    const document = await PDFDocument.load(bytes(), { updateMetadata: false });
    const page = document.getPage(0);
    page.node.delete(PDFName.of('Annots'));
    const { width, height } = page.getSize();
    const [without, empty] = [await pictureOf(await document.save()), await pictureOf(bytes())];
    expect(differs(without, empty, { left: 0, top: 0, width, height })).toBe(false);
  });

  test('has the same bytes each time, and all its fonts in it', async () => {
    const again = await withBlank({ 'deck/worksheets/notes.mdx': sheet }, async (root) => {
      await build(printing(root, ['a4'], { kit: true }));
      return new Uint8Array(await readFile(path.join(root, 'dist/print/worksheet-notes.pdf')));
    });
    expect(Buffer.compare(again, bytes())).toBe(0);
    const { context } = await PDFDocument.load(bytes());
    const dicts = context.enumerateIndirectObjects().flatMap(([, one]) => (one instanceof PDFDict ? [one] : []));
    const named = (dict: PDFDict, key: string) => dict.lookup(PDFName.of(key))?.toString();
    const descendants = dicts.filter((dict) =>
      /^\/CIDFontType|^\/(Type1|TrueType)$/u.test(named(dict, 'Subtype') ?? ''),
    );
    expect(descendants.length).toBeGreaterThanOrEqual(3);
    for (const dict of descendants) {
      const descriptor = dict.lookup(PDFName.of('FontDescriptor'));
      const files = descriptor instanceof PDFDict ? ['FontFile', 'FontFile2', 'FontFile3'] : [];
      expect(files.some((key) => descriptor instanceof PDFDict && descriptor.has(PDFName.of(key)))).toBe(true);
    }
  });
});
