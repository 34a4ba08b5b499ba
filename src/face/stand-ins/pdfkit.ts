import PDFDocument from 'pdfkit';
import { lean } from './lean.ts';
import { readAsWritten } from './read-as-written.ts';

/**
 * The PDF that react-pdf writes, without what changes nothing (`lean.ts`), and with each font opened once: pdfkit opens it
 * anew for every run of text. The renderer is given this in place of pdfkit's own document: see `src/bundle.mjs`.
 */
export default class LeanDocument extends PDFDocument {
  // pdfkit's constructor calls these methods before a field of this class could be initialized: `declare`, and a default where it is used.
  declare private operations: string[] | undefined;
  declare private names: Map<object, string> | undefined;

  /** Collects an operator with its operands. */
  override addContent(operation: string): this {
    this.operations ??= [];
    this.operations.push(operation);
    return this;
  }

  /** Ends the page: writes what was collected, without what paints nothing. */
  override flushPages(): void {
    const operations = lean(this.operations ?? []);
    if (operations.length > 0) this.page.write(Buffer.from(`${operations.join('\n')}\n`, 'latin1'));
    this.operations = undefined;
    super.flushPages();
  }

  /** SVG cuts off corners sharper than 29°, PDF those sharper than 11.5°: they would end in spikes. */
  override lineJoin(join: string): this {
    super.lineJoin(join);
    return join === 'miter' ? this.miterLimit(4) : this;
  }

  override end(): void {
    for (const font of Object.values(this._fontFamilies)) if (font.unicode) readAsWritten(font);
    super.end();
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
