import type { Format } from '../model/faces.ts';
import { around } from '../model/rect.ts';
import { registrationMarks } from '../model/registration.ts';
import type { Rect } from '../model/sheets.ts';
import { PRESS_ROOM, QUIET, type Slot, type SlugBand, type Stock, stockName } from '../model/stock.ts';
import type { Mm, Size } from '../model/units.ts';
import {
  bestGrid,
  type CardGrid,
  lying,
  type SheetRoom,
  SLUG_HEIGHT,
  type SlugEdge,
  slotsOfGrid,
  withSlug,
} from './grid.ts';
import type { StockFile } from './schema.ts';
import { picturePixels } from './services.ts';

/** Blank margin where a file does not say: home printers can't print the outer 3 to 4.3 mm. */
const PRINTABLE: Mm = 5;
export const BLEED: Mm = 3;
/** A ruler and a line of 6 pt type. */
const BAND: Mm = 130;
/** A ruler and the same line in small type: on a shorter band it could not be read, and on one as short as the ruler it has no room at all. */
const SHORTEST: Mm = 75;

/**
 * A stock from its file, for cards of a format. Without paper a page is one face with its bleed, and nothing else. Undefined where
 * the grid is to be worked out and not even one card fits.
 */
export function stockOf(id: string, file: StockFile, format: Format): Stock | undefined {
  const { bleed = BLEED, flip = 'long', fold, back = {} } = file;
  const paper = file.paper ?? { width: format.width + 2 * bleed, height: format.height + 2 * bleed };
  const printable = file.paper ? (file.printable ?? PRINTABLE) : 0;
  const { gap = { x: 0, y: 0 }, turn } = file.grid ?? {};
  const placed = placedIn(file, format, {
    paper,
    printable,
    bleed,
    backBleed: back.bleed,
    flip,
    fold,
    gap,
    turn,
    ...(file.press && { marks: PRESS_ROOM }),
    registration: registrationMarks({ paper, registration: file.registration }),
  });
  if (!placed) return undefined;
  const { slots, slug } = placed;
  return {
    id,
    name: stockName(file.name, slots.length),
    ...(file.secondHand && { secondHand: file.secondHand }),
    format: format.id,
    ...(file.redraws && { redraws: true }),
    paper,
    page: !file.paper,
    printable,
    slots,
    bleed,
    marks: file.marks ?? (file.paper ? 'crop' : 'none'),
    flip,
    order: file.order === 'back-first' ? 'back-first' : 'front-first',
    ...(file.order === 'stacks' && { stacks: { lift: file.lift } }),
    fold,
    back: { x: back.x ?? 0, y: back.y ?? 0, rotation: back.rotation ?? 0, bleed: back.bleed ?? 0 },
    slug,
    registration: file.registration,
    press: file.press,
    pictures: file.pictures && picturePixels(file.pictures, format, bleed),
  };
}

/** True where a file names a paper but no places for cards: the grid is then worked out from the card's size. */
function isOpen({ paper, grid, slots }: StockFile): boolean {
  return paper !== undefined && slots === undefined && grid?.columns === undefined;
}

/** A stock's slots with its slug: the slots listed in its file, its grid, the best grid, or the single one of a page. */
function placedIn(
  file: StockFile,
  format: Format,
  room: SheetRoom,
): { slots: Slot[]; slug?: SlugBand | undefined } | undefined {
  const wish = file.slug === 'none' ? undefined : file.slug;
  const bandAt = (edge: SlugEdge | undefined, slots: readonly Slot[]) =>
    bandOf({ ...file, slug: edge }, room.paper, room.printable, slots);
  if (isOpen(file)) {
    const grid = bestGrid(room, format);
    return grid && withSlug(grid, { format, room, wish, bandAt });
  }
  const listed = file.slots?.map(({ x, y, turn = 0 }) => ({ x, y, turn, ...lying(format, turn) }));
  const slots = listed ?? slotsOfGrid(gridAsWritten(file, format, room), format);
  return { slots, slug: bandAt(wish, slots) };
}

/** The grid that a file says; centered where it does not say where. */
function gridAsWritten({ grid = {} }: StockFile, format: Format, { paper, gap }: SheetRoom): CardGrid {
  const { columns = 1, rows = 1, turn = 0 } = grid;
  const { width, height } = lying(format, turn);
  const x = grid.x ?? (paper.width - columns * width - (columns - 1) * gap.x) / 2;
  const y = grid.y ?? (paper.height - rows * height - (rows - 1) * gap.y) / 2;
  return { columns, rows, gap, x, y, turn };
}

/** The slug's band: along one edge of the printable area, as long as the cards beside it; undefined where that is too short. */
function bandOf(
  { slug, registration }: StockFile,
  paper: Size,
  printable: Mm,
  slots: readonly Slot[],
): SlugBand | undefined {
  const { x, y, width, height } = bandBeside(slots, paper, printable);
  const far = printable + SLUG_HEIGHT;
  // A plotter looks for its marks with a lamp and a sensor: no other black near them.
  const { inset = 0, length = 0, square = 0 } = registration ?? {};
  const quiet = registration ? inset + Math.max(length, square) + QUIET : 0;
  const across = { x: Math.max(x, quiet), width: Math.min(width, paper.width - 2 * quiet), height: SLUG_HEIGHT };
  const down = { y: Math.max(y, quiet), height: Math.min(height, paper.height - 2 * quiet), width: SLUG_HEIGHT };
  const level = slug === 'top' || slug === 'bottom';
  if (slug === undefined || slug === 'none' || (level ? across.width : down.height) < SHORTEST) return undefined;
  if (level) return { ...across, y: slug === 'top' ? printable : paper.height - far, turn: 0 };
  return slug === 'left' ? { ...down, x: printable, turn: 270 } : { ...down, x: paper.width - far, turn: 90 };
}

/** What sets the band's length: the cards beside it; the printable area where they are too short for a ruler and its words. */
function bandBeside(slots: readonly Slot[], paper: Size, printable: Mm): Rect {
  const cards = around(slots);
  const [width, height] = [paper.width - 2 * printable, paper.height - 2 * printable];
  return {
    ...(cards.width < BAND ? { x: printable, width } : { x: cards.x, width: cards.width }),
    ...(cards.height < BAND ? { y: printable, height } : { y: cards.y, height: cards.height }),
  };
}
