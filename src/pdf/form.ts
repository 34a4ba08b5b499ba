import {
  PDFArray,
  type PDFCheckBox,
  PDFDict,
  PDFDocument,
  type PDFFont,
  type PDFForm,
  PDFHexString,
  PDFName,
  type PDFPage,
  type PDFRadioGroup,
  PDFStream,
  PDFTextField,
  type PDFWidgetAnnotation,
} from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';
import type { FieldBox } from '../model/field-box.ts';
import { type Mm, type Pt, pt } from '../model/units.ts';
import { saved } from './saved.ts';

/** How a place is filled in by typing. */
export type FormKind = 'line' | 'lines' | 'tick' | 'choice';

/** A place to fill in: where it is drawn, and what it is. */
export interface FormField {
  /** Unique in its document; of a scale all numbers share it. */
  name: string;
  /** What a reader shows when the pointer rests on it, and says aloud. */
  label: string;
  kind: FormKind;
  box: FieldBox;
  /** Of one number of a scale: the number. */
  choice?: string;
}

/** What a form is typed in, and how large. */
export interface FormType {
  /** The whole font file: nobody knows yet what will be typed. */
  font: Uint8Array;
  size: Pt;
}

/** Room between a place's edge and the field in it: nothing that is printed is covered. */
const INSET: Mm = 0.5;

/**
 * Adds fields to the only page of a PDF, in the order given, which is that of the tab key. They show nothing while they are empty,
 * so that the same file is printed to be filled in by hand. The same input gives the same bytes.
 */
export async function addForm(pdf: Uint8Array, fields: readonly FormField[], type: FormType): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  document.registerFontkit(fontkit as unknown as Parameters<PDFDocument['registerFontkit']>[0]);
  const font = await document.embedFont(type.font, { subset: false });
  const page = document.getPage(0);
  const form = document.getForm();
  for (const field of inOrder(fields)) addField(form, field, page, { font, size: type.size });
  page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
  const { context } = document;
  form.acroForm.dict.set(PDFName.of('DR'), context.obj({ Font: { [font.name]: font.ref } }));
  form.updateFieldAppearances(font);
  await document.flush();
  if (String.fromCharCode(...type.font.subarray(0, 4)) === POSTSCRIPT) nameOutlines(document, font);
  return await saved(document);
}

/**
 * Calls an .otf file in PostScript outlines what it is (ISO 32000-1, table 126). pdf-lib calls each font a TrueType one, and readers refuse
 * such a file by that name: what is typed would be in another font, or not be seen.
 */
function nameOutlines({ context }: PDFDocument, { ref }: PDFFont): void {
  const [descendant] = context.lookup(ref, PDFDict).lookup(PDFName.of('DescendantFonts'), PDFArray).asArray();
  const font = context.lookup(descendant, PDFDict);
  const descriptor = font.lookup(PDFName.of('FontDescriptor'), PDFDict);
  const file = descriptor.get(PDFName.of('FontFile2'));
  if (!file) return;
  font.set(PDFName.of('Subtype'), PDFName.of('CIDFontType0'));
  font.delete(PDFName.of('CIDToGIDMap'));
  descriptor.delete(PDFName.of('FontFile2'));
  descriptor.set(PDFName.of('FontFile3'), file);
  context.lookup(file, PDFStream).dict.set(PDFName.of('Subtype'), PDFName.of('OpenType'));
}

/** How the file of a font with PostScript outlines begins. */
const POSTSCRIPT = 'OTTO';

/** Fields with the numbers of each scale together: they are one field. */
function inOrder(fields: readonly FormField[]): [FormField, ...FormField[]][] {
  const groups = new Map<string, [FormField, ...FormField[]]>();
  for (const field of fields) {
    const group = groups.get(field.name);
    if (group) group.push(field);
    else groups.set(field.name, [field]);
  }
  return [...groups.values()];
}

interface Typed {
  font: PDFFont;
  size: Pt;
}

function addField(form: PDFForm, group: readonly [FormField, ...FormField[]], page: PDFPage, typed: Typed): void {
  const [first] = group;
  const widgets = widgetsOf(form, group, page, typed);
  // A field's label is its own (ISO 32000-1, table 220); readers in browsers look for it at its places.
  const dicts = [form.getField(first.name).acroField.dict, ...widgets.map(({ dict }) => dict)];
  for (const dict of dicts) dict.set(PDFName.of('TU'), PDFHexString.fromText(first.label));
}

function widgetsOf(
  form: PDFForm,
  group: readonly [FormField, ...FormField[]],
  page: PDFPage,
  { font, size }: Typed,
): PDFWidgetAnnotation[] {
  const [{ name, kind, box }] = group;
  if (kind === 'tick') {
    const field = form.createCheckBox(name);
    field.addToPage(page, { ...placed(box, page), ...BARE });
    return bared(field);
  }
  if (kind === 'choice') {
    const field = form.createRadioGroup(name);
    for (const one of group) field.addOptionToPage(one.choice ?? '', page, { ...placed(one.box, page), ...BARE });
    return bared(field);
  }
  const field = form.createTextField(name);
  if (kind === 'lines') field.enableMultiline();
  field.addToPage(page, { ...placed(box, page), ...BARE, font });
  field.setFontSize(size);
  return bared(field);
}

/** Without a frame: that is drawn on the page. */
const BARE = { borderWidth: 0 };

/** The places of a field, without the white ground that pdf-lib gives it: that would hide the lines to write on. */
function bared(field: PDFTextField | PDFCheckBox | PDFRadioGroup): PDFWidgetAnnotation[] {
  const widgets = field.acroField.getWidgets();
  for (const widget of widgets) {
    for (const key of ['BG', 'BC']) widget.getAppearanceCharacteristics()?.dict.delete(PDFName.of(key));
  }
  // What texts look like is made once all fields are there.
  if (!(field instanceof PDFTextField)) field.defaultUpdateAppearances();
  return widgets;
}

/** A box in points from the page's lower left corner. */
function placed({ left, top, right, bottom }: FieldBox, page: PDFPage) {
  return {
    x: pt(left + INSET),
    y: page.getHeight() - pt(bottom - INSET),
    width: pt(right - left - 2 * INSET),
    height: pt(bottom - top - 2 * INSET),
  };
}
