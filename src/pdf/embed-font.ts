import { type PDFContext, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { lettersOf } from '../model/accents.ts';
import { lookUp } from '../model/look-up.ts';
import type { SlugFont } from './slug-font.ts';

/** Puts a subset font into a document. Text set in it is a hex string of glyph numbers: see `encode`. */
export function embedFont(context: PDFContext, font: SlugFont): PDFRef {
  // A subset's name starts with six capitals and a plus sign (ISO 32000-1, 9.6.4).
  const name = `SLUGAA+${font.name}`;
  const glyphs = glyphsOf(font);
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

/** All glyphs of a font, and the text that each stands for: of its letters, then of those with accents what is not among them. */
function glyphsOf({ glyphs, stacked = {} }: SlugFont): { text: string; id: number; advance: number }[] {
  const found = Object.entries(glyphs).map(([text, glyph]) => ({ text, ...glyph }));
  for (const part of Object.values(stacked).flatMap(({ parts }) => parts)) {
    if (!found.some(({ id }) => id === part.id)) found.push(part);
  }
  return found;
}

/** Glyphs that are set in a row, as hex numbers, and where they begin, in em: along the line, and above it. */
export interface Shown {
  hex: string;
  along: number;
  up: number;
}

/** A text as glyphs, all in a row but for letters with accents of their own; letters that the font lacks are left out. */
export function encode(text: string, font: SlugFont): Shown[] {
  const shown: Shown[] = [];
  let [at, goesOn] = [0, false];
  for (const letter of lettersOf(text)) {
    const { id, advance } = lookUp(font.glyphs, letter) ?? { id: undefined, advance: 0 };
    const stack = lookUp(font.stacked ?? {}, letter);
    const last = shown.at(-1);
    if (id !== undefined && last && goesOn) last.hex += hex(id);
    else if (id !== undefined) shown.push({ hex: hex(id), along: at / 1000, up: 0 });
    for (const part of stack?.parts ?? []) {
      shown.push({ hex: hex(part.id), along: (at + part.x) / 1000, up: part.y / 1000 });
    }
    goesOn = stack === undefined;
    at += stack?.advance ?? advance;
  }
  return shown;
}

/** A text's width in em. */
export function widthOf(text: string, { glyphs, stacked = {} }: SlugFont): number {
  const advance = (one: string) => (lookUp(glyphs, one) ?? lookUp(stacked, one))?.advance ?? 0;
  return lettersOf(text).reduce((sum, one) => sum + advance(one), 0) / 1000;
}

/** The map by which readers get the words back: glyph number → UTF-16. */
function toUnicode(font: SlugFont): string {
  const pairs = glyphsOf(font).map(({ text, id }) => `<${hex(id)}> <${utf16(text)}>`);
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
