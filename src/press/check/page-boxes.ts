import { PDFArray, PDFName, PDFNumber, type PDFPage } from '@cantoo/pdf-lib';
import { mm } from '../../model/units.ts';
import { fontInfoOf } from '../resources.ts';
import { type CheckedRule, nameIn, type PdfFacts } from './facts.ts';

/** Left, bottom, right, top in pt. */
type Box = readonly [number, number, number, number];

/** How far a box may stick out of another, in pt: PDF writers round. */
const SLACK = 0.01;

/** The rules about each page's boxes, and about fonts. */
export function pageRules(facts: PdfFacts): CheckedRule[] {
  return [boxesRule(facts), fontsRule(facts)];
}

function boxesRule({ document }: PdfFacts): CheckedRule {
  const pages = document.getPages();
  const faults = pages.flatMap((page, i) => {
    const fault = boxFault(page);
    return fault ? [`page ${i + 1}: ${fault}`] : [];
  });
  const sizes = new Set(pages.map((page) => `trim ${sizeOf(page, 'TrimBox')}, bleed ${sizeOf(page, 'BleedBox')}`));
  const ok = pages.length > 0 && faults.length === 0;
  const detail = ok ? `${pages.length} pages: ${[...sizes].join('; ')}` : faults.slice(0, 3).join('; ') || 'no pages';
  return { rule: 'page boxes', ok, detail };
}

function boxFault(page: PDFPage): string {
  const [media, bleed, trim] = ['MediaBox', 'BleedBox', 'TrimBox'].map((key) => boxOf(page, key));
  if (boxOf(page, 'ArtBox')) return 'has an ArtBox besides its TrimBox';
  if (!media || !trim) return 'has no TrimBox';
  if (!inside(trim, bleed ?? media)) return 'its TrimBox is not inside its BleedBox';
  return inside(bleed ?? trim, media) ? '' : 'its BleedBox is not inside its MediaBox';
}

function boxOf(page: PDFPage, key: string): Box | undefined {
  const own = page.node.lookup(PDFName.of(key)) ?? (key === 'MediaBox' ? page.node.MediaBox() : undefined);
  if (!(own instanceof PDFArray)) return undefined;
  const [left = 0, bottom = 0, right = 0, top = 0] = own.asArray().map((_, i) => own.lookup(i, PDFNumber).asNumber());
  return [left, bottom, right, top];
}

function inside(inner: Box, outer: Box): boolean {
  const [left, bottom, right, top] = inner;
  const fits =
    left >= outer[0] - SLACK && bottom >= outer[1] - SLACK && right <= outer[2] + SLACK && top <= outer[3] + SLACK;
  return fits && right > left && top > bottom;
}

function sizeOf(page: PDFPage, key: string): string {
  const box = boxOf(page, key);
  if (!box) return 'none';
  const size = (length: number) => String(Math.round(mm(length) * 100) / 100);
  return `${size(box[2] - box[0])} × ${size(box[3] - box[1])} mm`;
}

/** A composite font keeps its file with its descendant, which is no font of its own. */
function fontsRule({ dicts }: PdfFacts): CheckedRule {
  const fonts = dicts.filter(
    (dict) => nameIn(dict, 'Type') === 'Font' && !nameIn(dict, 'Subtype').startsWith('CIDFont'),
  );
  const known = fonts.map(fontInfoOf);
  const loose = known
    .filter(({ embedded, type }) => !embedded || type === 'Type3')
    .map(({ name, type }) => name || type);
  const detail = loose.length > 0 ? `not embedded: ${loose.join(', ')}` : `${known.length} fonts, all embedded`;
  return { rule: 'fonts', ok: loose.length === 0, detail };
}
