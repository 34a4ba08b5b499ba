/** The part of pdfkit that we use; the package has no types of its own. */
declare module 'pdfkit' {
  /** A font of a document, embedded with the letters that it is asked for. */
  interface EmbeddedFont {
    id: string;
    /** As fontkit has opened it. */
    font: import('fontkit').Font;
    /** What the font's widths are multiplied with. */
    scale: number;
    /** Its glyphs, by their numbers in the document: each one's number in the font. */
    subset: { includeGlyph(id: number): number; glyphs: readonly number[] };
    widths: (number | undefined)[];
    /** The characters that each glyph is read as. */
    unicode: (readonly number[] | undefined)[];
    ref(): object;
  }

  interface EmbeddedImage {
    label: string;
    obj: object;
    /** As a camera notes it; 1 for upright. */
    orientation?: number;
    embed(document: PDFDocument): void;
  }

  interface Page {
    fonts: Record<string, object>;
    xobjects: Record<string, object>;
    height: number;
    content: { compress: boolean; data: Record<string, unknown> };
    write(bytes: Uint8Array): void;
  }

  export default class PDFDocument implements AsyncIterable<Uint8Array> {
    constructor(options?: object);
    page: Page;
    _font: EmbeddedFont;
    /** By its name; one of readers' own, with which a document begins, has no glyphs in it. */
    _fontFamilies: Record<string, EmbeddedFont | { unicode?: undefined }>;
    addContent(operation: string): this;
    addPage(options: object): this;
    lineJoin(join: string): this;
    miterLimit(limit: number): this;
    flushPages(): void;
    font(source: string | object, size?: number): this;
    registerFont(name: string, source: string | object): this;
    openImage(data: Uint8Array): EmbeddedImage;
    path(d: string): this;
    end(): void;
    [Symbol.asyncIterator](): AsyncIterator<Uint8Array>;
  }
}
