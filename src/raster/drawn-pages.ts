import { inflateSync } from 'node:zlib';
import type { PageDrawing } from '../model/page-drawing.ts';

/** An object of a PDF as our own have it (`src/face/stand-ins/pdfkit.ts`): its number, its keys with their values, whether a stream follows. */
const OBJECT = /(\d+) 0 obj\n<<\n([\s\S]*?)\n>>\n(?:stream\n)?/y;
/** A page that has nothing but what is drawn on it: no annotations, no group. */
const PAGE =
  /^\/Type \/Page\n\/Parent \d+ 0 R\n\/MediaBox \[([-.\d ]*)\]\n\/Contents (\d+) 0 R\n\/Resources \d+ 0 R\n\/UserUnit 1$/;
const PACKED = /^\/Length (\d+)\n\/Filter \/FlateDecode$/;
/** Of a table of places: its first line, and each entry (PDF 32000-1, 7.5.4). In bytes. */
const TABLE = /xref\n0 \d+\n/y;
const ENTRY = 20;

/**
 * Finds what is drawn on pages of a PDF of faces, by their places. It reads only what our own PDFs look like, with nothing loaded for it:
 * the PDF library takes as long to start as twenty pages to paint. Undefined for a page of another PDF.
 */
export function drawnPages(pdf: Uint8Array): (page: number) => PageDrawing | undefined {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  const text = bytes.toString('latin1');
  const objects = objectsOf(text);
  const root = /\ntrailer\n<<\n[\s\S]*?\/Root (\d+) 0 R\n/.exec(text.slice(text.lastIndexOf('\ntrailer\n')));
  const tree = /^\/Pages (\d+) 0 R$/m.exec(objects(root?.[1])?.keys ?? '');
  const pages = /\/Kids \[([\d R]*)\]/.exec(objects(tree?.[1])?.keys ?? '')?.[1]?.match(/\d+(?= 0 R)/g) ?? [];
  return (at) => {
    const [, box = '', contents] = PAGE.exec(objects(pages[at])?.keys ?? '') ?? [];
    const stream = objects(contents);
    const length = Number(PACKED.exec(stream?.keys ?? '')?.[1]);
    if (!stream || Number.isNaN(length)) return undefined;
    const operators = inflateSync(bytes.subarray(stream.end, stream.end + length)).toString('latin1');
    return { placing: `${box}\n`, operators };
  };
}

/** An object's keys and values, and where what follows them begins. */
interface Found {
  keys: string;
  end: number;
}

/** Finds objects of a PDF by their numbers. */
function objectsOf(text: string): (number: string | undefined) => Found | undefined {
  const start = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(text.slice(-40))?.[1]);
  TABLE.lastIndex = start;
  const table = TABLE.test(text) ? TABLE.lastIndex : undefined;
  return (number) => {
    if (table === undefined || number === undefined) return undefined;
    const entry = table + Number(number) * ENTRY;
    OBJECT.lastIndex = Number(text.slice(entry, entry + 10));
    const found = OBJECT.exec(text);
    return found?.[1] === number ? { keys: found[2] ?? '', end: OBJECT.lastIndex } : undefined;
  };
}
