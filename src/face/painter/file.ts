import { deflateSync } from 'node:zlib';
import type { Font } from 'fontkit';
import LeanDocument from '../stand-ins/pdfkit.ts';
import { Unpainted } from './element.ts';
import { hexadecimal, type PaintedFace, type PaintedFaces, type PaintedFont } from './face.ts';

/** What a document of faces says of itself. */
export interface About {
  title: string;
  lang: string;
  date: Date;
}

/** Gives the font of a name that a face has for it. */
export type FontOf = (name: string) => Font | undefined;

/**
 * Puts painted faces together to a PDF of a page each, with each font and picture once. The same faces give the same bytes, whenever they
 * were painted. The faces come back as they were written: what is written again is faster.
 */
export async function assembled(
  { faces, pictures }: PaintedFaces,
  fontOf: FontOf,
  { title, lang, date }: About,
): Promise<{ bytes: Uint8Array; faces: PaintedFace[] }> {
  const info = { Title: title, Creator: 'prepdeck', Producer: 'prepdeck', CreationDate: date, ModificationDate: date };
  const file = new LeanDocument({ lang, displayTitle: true, autoFirstPage: false, info });
  const inFile: InFile = {
    file,
    fontOf: once((name) => embeddedFont(file, had(fontOf(name), name))),
    pictureOf: once((name) => embeddedPicture(file, had(pictures.get(name), name))),
  };
  const written = faces.map((face) => withPage(face, inFile));
  file.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of file) chunks.push(chunk);
  // A buffer of its own, so that it can be handed over without a copy.
  return { bytes: new Uint8Array(Buffer.concat(chunks)), faces: written };
}

/** A file in the making. Fonts and pictures are in it once. */
interface InFile {
  file: LeanDocument;
  fontOf(name: string): ReturnType<typeof embeddedFont>;
  pictureOf(name: string): ReturnType<typeof embeddedPicture>;
}

function once<Made>(make: (name: string) => Made): (name: string) => Made {
  const known = new Map<string, Made>();
  return (name) => {
    const made = known.get(name) ?? make(name);
    known.set(name, made);
    return made;
  };
}

function had<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new Error(`a face names ${name}, which is not there`);
  return thing;
}

/** Adds a face's page. What its operators name has other names in each file: they are written again where these are others than last time. */
function withPage(face: PaintedFace, { file, fontOf, pictureOf }: InFile): PaintedFace {
  file.addPage({ size: [face.width, face.height], margin: 0 });
  const { page } = file;
  const fonts = face.fonts.map((used) => {
    const { name, ref, codesOf } = fontOf(used.name);
    Object.assign(page.fonts, { [name]: ref });
    return { name, codes: codesOf(used) };
  });
  const pictures = face.pictures.map((name) => {
    const { label, obj } = pictureOf(name);
    Object.assign(page.xobjects, { [label]: obj });
    return label;
  });
  const names = JSON.stringify([fonts.map(({ name, codes }) => [name, ...codes.values()]), pictures]);
  const known = face.written?.names === names ? face.written : undefined;
  const written = known ?? { names, bytes: deflateSync(operatorsWith(fonts, pictures, face)) };
  page.content.compress = false;
  page.write(written.bytes);
  page.content.data.Filter = 'FlateDecode';
  return { ...face, written };
}

/** What operators name: a font, a picture, or glyphs of the font that was named last. */
const NAMED = /\/([FI])(\d+)|<([\da-f]*)>/gu;

/** A font's name in a file, and the codes of its glyphs there. */
interface Coded {
  name: string;
  codes: ReadonlyMap<string, string>;
}

function operatorsWith(fonts: readonly Coded[], pictures: readonly string[], face: PaintedFace): Buffer {
  let font: Coded | undefined;
  const own = face.operators.replace(NAMED, (_, kind: string | undefined, at: string, glyphs = '') => {
    if (kind === 'I') return `/${pictures[Number(at)]}`;
    if (kind === undefined) return `<${glyphs.replace(/.{4}/gu, (glyph: string) => font?.codes.get(glyph) ?? '')}>`;
    font = fonts[Number(at)];
    return `/${font?.name}`;
  });
  return Buffer.from(`1 0 0 -1 0 ${face.height} cm\n${own}\n`, 'latin1');
}

function embeddedPicture(file: LeanDocument, data: Uint8Array): ReturnType<LeanDocument['openImage']> {
  const image = file.openImage(data);
  if ((image.orientation ?? 1) !== 1) throw new Unpainted('a picture that is turned by what its camera noted');
  image.embed(file);
  return image;
}

/** A font of a file. A glyph has a code in it: what is asked for is embedded. */
function embeddedFont(file: LeanDocument, source: Font) {
  const font = file.font(source)._font;
  return {
    name: font.id,
    ref: font.ref(),
    codesOf({ glyphs }: PaintedFont): ReadonlyMap<string, string> {
      return new Map(
        [...glyphs].map(([glyph, codePoints]) => {
          const id = Number.parseInt(glyph, 16);
          const at = font.subset.includeGlyph(id);
          font.widths[at] ??= source.getGlyph(id, [...codePoints]).advanceWidth * font.scale;
          font.unicode[at] ??= codePoints;
          return [glyph, hexadecimal(at)];
        }),
      );
    },
  };
}
