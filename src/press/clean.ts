import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { spaceOf, stateOf } from './resources.ts';
import type { Source } from './streams.ts';

/** The keys of the PDF's catalog and of a page that a press needs: none for links, forms, scripts, tags or thumbnails. */
const KEPT_IN_CATALOG = ['Type', 'Pages', 'Lang', 'ViewerPreferences'];
const KEPT_IN_PAGE = [
  'Type',
  'Parent',
  'Resources',
  'Contents',
  'Rotate',
  'MediaBox',
  'CropBox',
  'BleedBox',
  'TrimBox',
  'Group',
];

/** Takes out what a press PDF must not hold and nothing on paper needs. `modern`: the file may have transparency and layers. */
export function cleanDocument(document: PDFDocument, sources: readonly Source[], modern: boolean): void {
  keepKeys(document.catalog, modern ? [...KEPT_IN_CATALOG, 'OCProperties'] : KEPT_IN_CATALOG);
  for (const { page, dict, resources } of sources) {
    if (page) keepKeys(page.node, KEPT_IN_PAGE);
    setGroup(dict, modern);
    const states = resources?.lookupMaybe(PDFName.of('ExtGState'), PDFDict);
    for (const key of states?.keys() ?? []) dropOpaque(states?.lookupMaybe(key, PDFDict));
    dropSpaces(resources?.lookupMaybe(PDFName.of('ColorSpace'), PDFDict));
  }
}

/** Removes every object that neither the catalog nor the information dictionary leads to, e.g. the RGB images that were replaced. */
export function dropUnused(document: PDFDocument): void {
  const { context } = document;
  const used = new Set<PDFRef>();
  const open: (PDFObject | undefined)[] = [context.trailerInfo.Root, context.trailerInfo.Info];
  for (let object = open.pop(); object; object = open.pop()) {
    if (object instanceof PDFRef) {
      if (used.has(object)) continue;
      used.add(object);
      open.push(context.lookup(object));
    } else if (object instanceof PDFArray) open.push(...object.asArray());
    else if (object instanceof PDFDict) open.push(...object.values());
    else if (object instanceof PDFStream) open.push(...object.dict.values());
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!used.has(ref)) context.delete(ref);
}

function keepKeys(dict: PDFDict, kept: readonly string[]): void {
  for (const key of dict.keys()) if (!kept.includes(key.decodeText())) dict.delete(key);
}

/** The rewritten drawing sets its inks without naming a space; only spot colours still do. */
function dropSpaces(spaces: PDFDict | undefined): void {
  for (const key of spaces?.keys() ?? []) {
    if (['rgb', 'gray', 'cmyk'].includes(spaceOf(spaces?.lookup(key)).kind)) spaces?.delete(key);
  }
}

/** A transparency group mixes its colours in CMYK; where nothing is transparent it has no effect and goes. */
function setGroup(drawn: PDFDict, transparency: boolean): void {
  const key = PDFName.of('Group');
  const group = drawn.lookupMaybe(key, PDFDict);
  if (!group) return;
  if (transparency) group.set(PDFName.of('CS'), PDFName.of('DeviceCMYK'));
  else drawn.delete(key);
}

/** react-pdf writes "opaque" (`/ca 1`) with each colour. That is no transparency, but strict readers of X-1a refuse the key itself. */
function dropOpaque(state: PDFDict | undefined): void {
  if (!state || stateOf(state).transparency) return;
  for (const key of ['ca', 'CA', 'SMask', 'BM']) state.delete(PDFName.of(key));
}
