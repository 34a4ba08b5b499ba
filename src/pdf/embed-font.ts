import { type PDFContext, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { lookUp } from '../model/look-up.ts';
import type { SlugFont } from './slug-font.ts';

/** Puts a subset font into a document. Text set in it is a hex string of glyph numbers: see `encode`. */
export function embedFont(context: PDFContext, font: SlugFont): PDFRef {
  // A subset's name starts with six capitals and a plus sign (ISO 32000-1, 9.6.4).
  const name = `SLUGAA+${font.name}`;
  const glyphs = Object.values(font.glyphs);
  const descriptor = context.obj({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: 4,
    FontBBox: [...font.box],
    ItalicAngle: font.italicAngle,
    Ascent: font.ascent,
    Descent: font.descent,
    CapHeight: font.capHeight,
    StemV: 80,
    [font.cff ? 'FontFile3' : 'FontFile2']: context.register(
      context.flateStream(font.data, font.cff ? { Subtype: 'CIDFontType0C' } : { Length1: font.data.length }),
    ),
  });
  const descendant = context.obj({
    Type: 'Font',
    Subtype: font.cff ? 'CIDFontType0' : 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
    FontDescriptor: context.register(descriptor),
    W: glyphs.flatMap(({ id, advance }) => [id, [advance]]),
    ...(font.cff ? {} : { CIDToGIDMap: 'Identity' }),
  });
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [context.register(descendant)],
      ToUnicode: context.register(context.flateStream(toUnicode(font))),
    }),
  );
}

/** Text as glyph numbers; characters that the font lacks are left out. */
export function encode(text: string, font: SlugFont): string {
  const glyphs = [...text].flatMap((one) => lookUp(font.glyphs, one) ?? []);
  return glyphs.map(({ id }) => hex(id)).join('');
}

/** A text's width in em. */
export function widthOf(text: string, font: SlugFont): number {
  return [...text].reduce((sum, one) => sum + (lookUp(font.glyphs, one)?.advance ?? 0), 0) / 1000;
}

/** The map by which readers get the words back: glyph number → UTF-16. */
function toUnicode(font: SlugFont): string {
  const pairs = Object.entries(font.glyphs).map(([one, { id }]) => `<${hex(id)}> <${utf16(one)}>`);
  const blocks: string[] = [];
  // A block holds 100 entries at most (Adobe Technical Note #5411).
  for (let i = 0; i < pairs.length; i += 100) {
    const some = pairs.slice(i, i + 100);
    blocks.push(`${some.length} beginbfchar`, ...some, 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

function utf16(one: string): string {
  return Array.from({ length: one.length }, (_, at) => hex(one.charCodeAt(at))).join('');
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}
