import { PDFiumModule } from '@hyzyla/pdfium';
import type { Bitmap } from './bitmap.ts';

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
   * Paints a page (from 0) on white, or over another page of the document, its ground.
   *
   * @returns pixels in pdfium's own memory: the next page is painted over them
   * @throws Error where there is no such page
   */
  paint(page: number, size: PixelSize, ground?: number): Bitmap;
  /** Forgets it; what was read of its pages and fonts stays in memory until then. */
  close(): void;
}

type Module = Awaited<ReturnType<typeof PDFiumModule>>;

/** The format of bitmaps (fpdfview.h: FPDFBitmap_BGRA). In formats without alpha some pixels are rounded otherwise. */
const BGRA = 4;
/** Flags (fpdfview.h): FPDF_ANNOT, FPDF_REVERSE_BYTE_ORDER, which turns BGRA into RGBA. */
const FLAGS = 0x01 | 0x10;
const WHITE = 0xffffffff;
/** So many grounds are kept of a document: its cards are in the order of their suits, fronts and backs in turn. Each takes 4 MB. */
const MOST_GROUNDS = 2;

/** Memory that is used for page after page: to get 3 MB anew for each, and to copy them, takes as long as to write a PNG of them. */
interface Canvas {
  address: number;
  size: number;
}

/** Starts pdfium. */
export async function openPdfium(): Promise<Pdfium> {
  const module = await PDFiumModule({});
  module._FPDF_InitLibraryWithConfig({ version: 2 });
  const canvas: Canvas = { address: 0, size: 0 };
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
  const paintPage = (number: number, size: PixelSize, below?: Bitmap) => {
    // It paints a page that is not there white, without a word.
    const page = module._FPDF_LoadPage(document, number);
    if (page === 0) throw new Error(`pdfium can't read page ${number + 1} of the document`);
    try {
      return paint(module, canvas, page, { ...size, below });
    } finally {
      module._FPDF_ClosePage(page);
    }
  };
  const grounds = keptGrounds(paintPage);
  return {
    pageCount: module._FPDF_GetPageCount(document),
    paint: (page, size, ground) => paintPage(page, size, ground === undefined ? undefined : grounds(ground, size)),
    close() {
      module._FPDF_CloseDocument(document);
      free(address);
    },
  };
}

/** Paints grounds, each once as long as the pages on it come close after each other. */
function keptGrounds(paintPage: (page: number, size: PixelSize) => Bitmap): (page: number, size: PixelSize) => Bitmap {
  const kept = new Map<number, Bitmap>();
  return (page, size) => {
    const found = kept.get(page);
    if (found?.width === size.width && found.height === size.height) return found;
    const painted = paintPage(page, size);
    // What was kept first goes first, and leaves its memory to what comes.
    const [first] = kept.size < MOST_GROUNDS ? [] : kept;
    if (first) kept.delete(first[0]);
    const room = first?.[1].data;
    const data = room?.length === painted.data.length ? room : new Uint8Array(painted.data.length);
    data.set(painted.data);
    const ground = { ...painted, data };
    kept.set(page, ground);
    return ground;
  };
}

/** What a page is painted on. */
interface Sheet extends PixelSize {
  /** White where left out. */
  below?: Bitmap | undefined;
}

function paint(module: Module, canvas: Canvas, page: number, { width, height, below }: Sheet): Bitmap {
  const stride = width * 4;
  const address = place(module, canvas, stride * height);
  const bitmap = module._FPDFBitmap_CreateEx(width, height, BGRA, address, stride);
  if (bitmap === 0) throw new Error(`pdfium has no memory for ${width} × ${height} pixels`);
  if (below) module.HEAPU8.set(below.data, address);
  else module._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
  module._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS);
  module._FPDFBitmap_Destroy(bitmap);
  // Taken only now: while pdfium paints its memory may grow, and is then another buffer.
  return { width, height, data: module.HEAPU8.subarray(address, address + stride * height) };
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
