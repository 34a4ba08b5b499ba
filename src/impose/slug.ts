import { filled, type ToolWords } from '../../layouts/words/words.ts';
import { alphabetOf } from '../model/accents.ts';
import { SAME } from '../model/rect.ts';
import type { Sheet, SheetLine, SmallPrint } from '../model/sheets.ts';
import { inLabel } from '../model/spaces.ts';
import type { SlugBand, Stock } from '../model/stock.ts';
import type { Mm, Point } from '../model/units.ts';

/** What a sheet says about itself beyond its stock and number. */
export interface SlugWords {
  deck: string;
  version: string;
  /** What sheets are called, in the deck's language. */
  sheets: ToolWords['sheets'];
  /** True where grounds are white. */
  lowInk?: boolean | undefined;
}

/** The ruler's length: long enough to measure, short enough for every sheet. */
const RULER: Mm = 50;
/** The heights of a ruler's strokes at every mm, 5 mm and 10 mm. */
const STROKES = { one: 0.9, five: 1.4, ten: 2.1 };

/** A slug's type size at most, in points. */
const POINTS = 6;

/**
 * The line of text that says which sheet this is, and a ruler of 50 mm that shows whether it was printed at 100 %.
 * Nothing on stock without a slug.
 */
export function slugOf(sheet: Sheet, stock: Stock, words: SlugWords): SmallPrint {
  const band = stock.slug;
  if (!band) return { lines: [], labels: [] };
  const length = band.turn === 0 ? band.width : band.height;
  const base = (band.turn === 0 ? band.height : band.width) - 0.2;
  const start = RULER + 2;
  const text = slugText(sheet, stock, words);
  const at = pointOnSheet(start, base, band);
  return {
    lines: rulerOf(base).map((line) => onSheet(line, band)),
    labels: [{ text, ...at, anchor: 'start', turn: band.turn, points: POINTS, room: length - start }],
  };
}

/** The words of a slug. */
function slugText(sheet: Sheet, stock: Stock, { deck, version, sheets, lowInk }: SlugWords): string {
  const side = stock.fold ? sheets.fold : sheets[sheet.side];
  const parts = [
    '50 mm',
    `${deck} ${version}`,
    stock.id,
    `${sheets.sheet} ${sheet.number}/${sheet.of} ${side}`,
    ...pilesText(sheet, sheets),
    sheets.actualSize,
  ];
  return [...parts, ...(lowInk ? [sheets.lowInk] : [])].map(inLabel).join(' · ');
}

/** In which lift a sheet is cut and, on its front, in which order the piles are laid on each other. */
function pilesText({ lift, side }: Sheet, sheets: SlugWords['sheets']): string[] {
  if (!lift) return [];
  const { number, of, piles } = lift;
  const inRows = piles.every((pile, at) => {
    const before = piles[at - 1];
    return !before || pile.y > before.y + SAME || (Math.abs(pile.y - before.y) <= SAME && pile.x > before.x);
  });
  return [
    ...(of > 1 ? [filled(sheets.lift, { number, of })] : []),
    ...(side === 'front' && piles.length > 1 ? [filled(sheets.piles, { count: piles.length })] : []),
    ...(side === 'front' && piles.length > 1 && inRows ? [sheets.rows] : []),
  ];
}

/** A ruler that lies along its band: x runs along it, y across. */
function rulerOf(base: Mm): SheetLine[] {
  const strokes = Array.from({ length: RULER + 1 }, (_, at) => {
    const height = at % 10 === 0 ? STROKES.ten : at % 5 === 0 ? STROKES.five : STROKES.one;
    return { x1: at, y1: base, x2: at, y2: base - height };
  });
  return [{ x1: 0, y1: base, x2: RULER, y2: base }, ...strokes];
}

function onSheet({ x1, y1, x2, y2 }: SheetLine, band: SlugBand): SheetLine {
  const [a, b] = [pointOnSheet(x1, y1, band), pointOnSheet(x2, y2, band)];
  return { x1: a.x, y1: a.y, x2: b.x, y2: b.y };
}

function pointOnSheet(along: Mm, across: Mm, { x, y, width, height, turn }: SlugBand): Point {
  if (turn === 270) return { x: x + across, y: y + height - along };
  if (turn === 90) return { x: x + width - across, y: y + along };
  return { x: x + along, y: y + across };
}

/** Every character that the slugs of these stocks may hold, for the subset of a font. */
export function slugCharacters(stocks: readonly Stock[], words: SlugWords): string {
  const ids = stocks.map((stock) => stock.id).join('');
  const said = [words.deck, words.version, ...Object.values(words.sheets), ids].map(inLabel).join('');
  const characters = `${said}0123456789·/% mm`;
  return alphabetOf(characters);
}
