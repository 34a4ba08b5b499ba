import { PDFiumModule } from '@hyzyla/pdfium';
import type { Bitmap } from './bitmap.ts';
import type { Ground } from './grounds.ts';

/** A width and a height, in pixels. */
export type PixelSize = Pick<Bitmap, 'width' | 'height'>;

/** Reads PDFs and paints their pages, one after the other. */
export interface Pdfium {
  /** @throws Error where it can't be read */
  open(pdf: Uint8Array): OpenPdf;
}

/** A PDF that is being painted. */
export interface OpenPdf {
  pageCount: number;
  /**
   * Paints a page (from 0) on white, or, where it has a ground, over the picture of that.
   *
   * @returns pixels in pdfium's own memory: the next page is painted over them
   * @throws Error where there is no such page
   */
  paint(page: number, size: PixelSize, ground?: Ground): Bitmap;
  /** Forgets it; what was read of its pages and fonts stays in memory until then. */
  close(): void;
}

/** Its functions by the names of PDFium's headers; the library's types lack some of fpdf_edit.h. */
type Module = Awaited<ReturnType<typeof PDFiumModule>> & {
  _FPDFFormObj_CountObjects(form: number): number;
  _FPDFFormObj_GetObject(form: number, at: number): number;
  _FPDFPageObj_SetIsActive(object: number, isActive: 0 | 1): number;
};

/** The format of bitmaps (fpdfview.h: FPDFBitmap_BGRA). In formats without alpha some pixels are rounded otherwise. */
const BGRA = 4;
/** Flags (fpdfview.h): FPDF_ANNOT; FPDF_REVERSE_BYTE_ORDER, which turns BGRA into RGBA. */
const [ANNOTATIONS, RGBA] = [0x01, 0x10];
/** The kind of object that is a form (fpdf_edit.h: FPDF_PAGEOBJ_FORM). */
const FORM = 5;
const WHITE = 0xffffffff;
/** So many grounds are kept: cards are in the order of their suits, fronts and backs in turn. Each takes 4 MB. */
const MOST_GROUNDS = 2;

/** Memory that is used for page after page: to get 3 MB anew for each, and to copy them, takes as long as to write a PNG of them. */
interface Canvas {
  /** Of pdfium's own, for the page that is painted. */
  address: number;
  size: number;
  /** The grounds that were painted last, each with the document that it is of. */
  grounds: Map<Ground, Bitmap & { pdf: Uint8Array }>;
}

/** Starts pdfium. */
export async function openPdfium(): Promise<Pdfium> {
  const module = (await PDFiumModule({})) as Module;
  module._FPDF_InitLibraryWithConfig({ version: 2 });
  const canvas: Canvas = { address: 0, size: 0, grounds: new Map() };
  return { open: (pdf) => open(module, canvas, pdf) };
}

function open(module: Module, canvas: Canvas, pdf: Uint8Array): OpenPdf {
  const { malloc, free } = module.wasmExports;
  const address = malloc(pdf.length);
  module.HEAPU8.set(pdf, address);
  const document = module._FPDF_LoadMemDocument(address, pdf.length, 0);
  if (document === 0) {
    free(address);
    throw new Error(`pdfium can't read the document (its error ${module._FPDF_GetLastError()})`);
  }
  const paintPage: PaintPage = (number, how) => {
    // It paints a page that is not there white, without a word.
    const page = module._FPDF_LoadPage(document, number);
    if (page === 0) throw new Error(`pdfium can't read page ${number + 1} of the document`);
    try {
      return paint(module, canvas, page, how);
    } finally {
      module._FPDF_ClosePage(page);
    }
  };
  const groundOf = groundsOf(pdf, canvas, paintPage);
  return {
    pageCount: module._FPDF_GetPageCount(document),
    paint: (page, size, ground) =>
      paintPage(page, ground ? { ...size, from: ground.shapes, below: groundOf(ground, size) } : size),
    close() {
      module._FPDF_CloseDocument(document);
      free(address);
    },
  };
}

/** How a page is painted. */
interface PaintHow extends PixelSize {
  /** What it is painted on. Left out: white. */
  below?: Bitmap;
  /** The first shape that is painted, and the first one after it that is not. Left out: all are. */
  from?: number;
  to?: number;
}

type PaintPage = (page: number, how: PaintHow) => Bitmap;

/** Paints grounds of a document, each once as long as the pages on it come close after each other. */
function groundsOf(pdf: Uint8Array, { grounds }: Canvas, paintPage: PaintPage) {
  return (ground: Ground, { width, height }: PixelSize): Bitmap => {
    const found = grounds.get(ground);
    if (found?.pdf === pdf && found.width === width && found.height === height) return found;
    const { data: pixels } = paintPage(ground.page, { width, height, to: ground.shapes });
    // What was kept first goes first, and leaves its memory to what comes.
    const [first] = grounds.size < MOST_GROUNDS ? [] : grounds;
    if (first) grounds.delete(first[0]);
    const room = first?.[1].data;
    const data = room?.length === pixels.length ? room : new Uint8Array(pixels.length);
    data.set(pixels);
    const painted = { pdf, width, height, data };
    grounds.set(ground, painted);
    return painted;
  };
}

function paint(module: Module, canvas: Canvas, page: number, how: PaintHow): Bitmap {
  const { width, height, below, from = 0, to = Number.POSITIVE_INFINITY } = how;
  const stride = width * 4;
  const address = place(module, canvas, stride * height);
  const bitmap = module._FPDFBitmap_CreateEx(width, height, BGRA, address, stride);
  if (bitmap === 0) throw new Error(`pdfium has no memory for ${width} × ${height} pixels`);
  if (below) module.HEAPU8.set(below.data, address);
  else module._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
  leaveOut(module, page, 0, from);
  leaveOut(module, page, to, Number.POSITIVE_INFINITY);
  // Annotations come after all that is drawn on a page.
  const flags = to === Number.POSITIVE_INFINITY ? RGBA | ANNOTATIONS : RGBA;
  module._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags);
  module._FPDFBitmap_Destroy(bitmap);
  // Taken only now: while pdfium paints its memory may grow, and is then another buffer.
  return { width, height, data: module.HEAPU8.subarray(address, address + stride * height) };
}

/** Leaves out some of the shapes, by their places, that are drawn on a page, or in the form that is all there is on it. */
function leaveOut(module: Module, page: number, from: number, to: number): void {
  if (from >= to) return;
  const all = module._FPDFPage_CountObjects(page);
  const first = module._FPDFPage_GetObject(page, 0);
  const isForm = all === 1 && module._FPDFPageObj_GetType(first) === FORM;
  const count = isForm ? module._FPDFFormObj_CountObjects(first) : all;
  for (let at = from; at < Math.min(to, count); at += 1) {
    const object = isForm ? module._FPDFFormObj_GetObject(first, at) : module._FPDFPage_GetObject(page, at);
    module._FPDFPageObj_SetIsActive(object, 0);
  }
}

/** The address of so many bytes. */
function place({ wasmExports }: Module, canvas: Canvas, bytes: number): number {
  if (bytes > canvas.size) {
    wasmExports.free(canvas.address);
    canvas.address = wasmExports.malloc(bytes);
    canvas.size = canvas.address === 0 ? 0 : bytes;
  }
  if (canvas.size === 0) throw new Error(`pdfium has no memory for ${bytes} bytes of pixels`);
  return canvas.address;
}
