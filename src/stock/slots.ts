import type { Format } from '../model/faces.ts';
import { around } from '../model/rect.ts';
import type { Turn } from '../model/sheets.ts';
import type { Slot, SlugBand, Stock } from '../model/stock.ts';
import type { Mm } from '../model/units.ts';
import type { StockFile } from './schema.ts';
import { picturesOf } from './services.ts';

/** How thick a slug's band is: 6 pt type and a ruler's strokes. */
export const SLUG_HEIGHT: Mm = 2.6;
/** What is left free where a file does not say: home printers take 3 to 4.3 mm. */
const PRINTABLE: Mm = 5;
export const BLEED: Mm = 3;
/** White space around a plotter's marks. */
const QUIET: Mm = 10;

/** A stock from its file. Without paper a page is one face with its bleed, and nothing else. */
export function stockOf(id: string, file: StockFile, format: Format): Stock {
  const bleed = file.bleed ?? BLEED;
  const paper = file.paper ?? { width: format.width + 2 * bleed, height: format.height + 2 * bleed };
  const printable = file.paper ? (file.printable ?? PRINTABLE) : 0;
  const back = file.back ?? {};
  const slots = slotsOf(file, format, paper);
  return {
    id,
    name: file.name,
    format: format.id,
    ...(file.redraws && { redraws: true }),
    paper,
    page: !file.paper,
    printable,
    slots,
    bleed,
    marks: file.marks ?? (file.paper ? 'crop' : 'none'),
    flip: file.flip ?? 'long',
    order: file.order ?? 'front-first',
    fold: file.fold,
    back: { x: back.x ?? 0, y: back.y ?? 0, rotation: back.rotation ?? 0, bleed: back.bleed ?? 0 },
    slug: bandAt(file, paper, printable, slots),
    registration: file.registration,
    press: file.press,
    pictures: file.pictures && picturesOf(file.pictures, format, bleed),
  };
}

/** The slots of a file: listed one by one, or a grid row by row, or the one of a page. */
function slotsOf(file: StockFile, format: Format, paper: { width: Mm; height: Mm }): Slot[] {
  if (file.slots) return file.slots.map(({ x, y, turn = 0 }) => ({ x, y, turn, ...lying(format, turn) }));
  const { columns, rows, gap = { x: 0, y: 0 }, x, y, turn = 0 } = file.grid ?? { columns: 1, rows: 1 };
  const { width, height } = lying(format, turn);
  const x0 = x ?? (paper.width - columns * width - (columns - 1) * gap.x) / 2;
  const y0 = y ?? (paper.height - rows * height - (rows - 1) * gap.y) / 2;
  return Array.from({ length: columns * rows }, (_, at) => ({
    x: x0 + (at % columns) * (width + gap.x),
    y: y0 + Math.floor(at / columns) * (height + gap.y),
    width,
    height,
    turn,
  }));
}

/** A card's size as it lies on the sheet. */
function lying({ width, height }: Format, turn: Turn): { width: Mm; height: Mm } {
  return turn % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** The slug's band: along one edge of the printable area, as long as the cards beside it. */
function bandAt(
  { slug, registration }: StockFile,
  paper: { width: Mm; height: Mm },
  printable: Mm,
  slots: readonly Slot[],
): SlugBand | undefined {
  const { x, y, width, height } = around(slots);
  const far = printable + SLUG_HEIGHT;
  // A plotter looks for its marks with a lamp and a sensor: no other black near them.
  const quiet = registration ? registration.inset + registration.length + QUIET : 0;
  const across = { x: Math.max(x, quiet), width: Math.min(width, paper.width - 2 * quiet), height: SLUG_HEIGHT };
  const down = { y: Math.max(y, quiet), height: Math.min(height, paper.height - 2 * quiet), width: SLUG_HEIGHT };
  if (slug === 'top') return { ...across, y: printable, turn: 0 };
  if (slug === 'bottom') return { ...across, y: paper.height - far, turn: 0 };
  if (slug === 'left') return { ...down, x: printable, turn: 270 };
  if (slug === 'right') return { ...down, x: paper.width - far, turn: 90 };
  return undefined;
}
