/** The part of pdfkit that our document builds on; the package has no types of its own. */
declare module 'pdfkit' {
  export default class PDFDocument {
    constructor(options?: object);
    page: { write(bytes: Uint8Array): void };
    addContent(operation: string): this;
    flushPages(): void;
    font(source: string | object, size?: number): this;
    registerFont(name: string, source: string | object): this;
  }
}
