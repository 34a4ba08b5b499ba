import { createHash } from 'node:crypto';
import type { Font, Glyph } from 'fontkit';
import LeanDocument from '../stand-ins/pdfkit.ts';
import { Unpainted } from './element.ts';

/** A PDF in the making. Fonts and pictures are in it once. */
export type File = ReturnType<typeof newFile>;

/** Begins a document. */
export function newFile({ title, lang, date }: { title: string; lang: string; date: Date }) {
  const info = { Title: title, Creator: 'prepdeck', Producer: 'prepdeck', CreationDate: date, ModificationDate: date };
  const document = new LeanDocument({ lang, displayTitle: true, autoFirstPage: false, info });
  const fonts = new Map<Font, ReturnType<typeof embedded>>();
  const pictures = new Map<string, ReturnType<typeof document.openImage>>();
  return {
    /** Adds a page. Fonts and pictures that are asked for next are noted for it. */
    addPage({ width, height }: { width: number; height: number }): void {
      document.addPage({ size: [width, height], margin: 0 });
    },
    font(font: Font): ReturnType<typeof embedded> {
      const known = fonts.get(font) ?? embedded(document.font(font)._font);
      fonts.set(font, known);
      Object.assign(document.page.fonts, { [known.name]: known.ref });
      return known;
    },
    /** The name of a picture. */
    picture(data: Uint8Array): string {
      const key = createHash('sha256').update(data).digest('base64');
      const image = pictures.get(key) ?? document.openImage(data);
      if ((image.orientation ?? 1) !== 1) throw new Unpainted('a picture that is turned by what its camera noted');
      if (!pictures.has(key)) image.embed(document);
      pictures.set(key, image);
      Object.assign(document.page.xobjects, { [image.label]: image.obj });
      return image.label;
    },
    /** Draws on the page, from its top left corner downwards. */
    draw(operators: readonly string[]): void {
      const flipped = `1 0 0 -1 0 ${document.page.height} cm`;
      document.page.write(Buffer.from(`${flipped}\n${operators.join('\n')}\n`, 'latin1'));
    },
    async end(): Promise<Uint8Array> {
      document.end();
      const chunks: Uint8Array[] = [];
      for await (const chunk of document) chunks.push(chunk);
      // A buffer of its own, so that it can be handed over without a copy.
      return new Uint8Array(Buffer.concat(chunks));
    },
  };
}

/** A font of pdfkit's. A glyph has a code, in hexadecimal: what is asked for is embedded. */
function embedded(font: LeanDocument['_font']) {
  const codes = new Map<number, string>();
  return {
    name: font.id,
    ref: font.ref(),
    codeOf({ id, advanceWidth, codePoints }: Glyph): string {
      const known = codes.get(id);
      if (known !== undefined) return known;
      const at = font.subset.includeGlyph(id);
      font.widths[at] ??= advanceWidth * font.scale;
      font.unicode[at] ??= codePoints;
      const code = at.toString(16).padStart(4, '0');
      codes.set(id, code);
      return code;
    },
  };
}
