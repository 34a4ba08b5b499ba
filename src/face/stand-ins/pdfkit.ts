import PDFDocument from 'pdfkit';
import { lean } from './lean.ts';

/**
 * The PDF that react-pdf writes, without what changes nothing (`lean.ts`), and with each font opened once: pdfkit opens it
 * anew for every run of text. The renderer is given this in place of pdfkit's own document: see `src/bundle.mjs`.
 */
export default class LeanDocument extends PDFDocument {
  // pdfkit's constructor calls what is here: these begin where they are used.
  declare private said: string[] | undefined;
  declare private names: Map<object, string> | undefined;

  /** Says one operator with its operands on the page. */
  override addContent(operation: string): this {
    this.said ??= [];
    this.said.push(operation);
    return this;
  }

  /** Ends the page. */
  override flushPages(): void {
    if (this.said) this.page.write(Buffer.from(`${lean(this.said).join('\n')}\n`, 'latin1'));
    this.said = undefined;
    super.flushPages();
  }

  override font(source: string | object, ...size: number[]): this {
    if (typeof source === 'string') return super.font(source, ...size);
    this.names ??= new Map();
    const name = this.names.get(source) ?? `font ${this.names.size}`;
    if (!this.names.has(source)) this.registerFont(name, source);
    this.names.set(source, name);
    return super.font(name, ...size);
  }
}
