import { drawnBleed, FACE_BLEED } from '../model/faces.ts';
import { error, type Problem } from '../model/problem.ts';
import { allSides, behind, excess, gapBetween, grow, overlap, SAME, shared, turningAxis } from '../model/rect.ts';
import { registrationMarks } from '../model/registration.ts';
import type { Rect } from '../model/sheets.ts';
import { CLEAR_OF_MARKS, type Slot, type Stock } from '../model/stock.ts';
import type { Mm } from '../model/units.ts';
import { placeAt } from '../read/values.ts';
import type { Located } from '../read/yaml.ts';
import { SLUG_HEIGHT } from './grid.ts';

/** The problems of a stock's layout: places of cards, bleed and slug. */
export function checkStock(stock: Stock, source: Located): Problem[] {
  const cards = source.places.slots ? 'slots' : 'grid';
  const at = (key: string, rule: string, message: string, note?: string) =>
    error({ file: source.file, place: placeAt(source.places, key.split('.')), rule: `stock/${rule}`, message, note });
  const elsewhere = 'Put it on another edge, or write `slug: none`.';
  return [
    ...outside(stock).map((message) => at(cards, 'does-not-fit', message, printableNote(stock))),
    ...overlaps(stock).map(({ slot, message }) => at(`${cards}.${slot}`, 'overlap', message)),
    ...nearMarks(stock).map(({ slot, message }) => at(`${cards}.${slot}`, 'marks', message, NEAR_MARKS)),
    ...bleedOver(stock).map((message) => at('back.bleed', 'bleed', message)),
    ...slugInTheWay(stock).map((message) => at('slug', 'slug', message, elsewhere)),
  ];
}

/** A card on the front of the paper. */
interface Lying {
  name: string;
  /** Which slot, from 0. */
  slot: number;
  rect: Slot;
}

/** Fronts and, beyond a fold, backs: everything that lies on the front of the paper. */
function onFront({ slots, fold }: Stock): Lying[] {
  const fronts = slots.map((rect, slot) => ({ name: `slot ${slot + 1}`, slot, rect }));
  if (!fold) return fronts;
  const backs = fronts.map(({ name, slot, rect }) => ({
    name: `the back of ${name}`,
    slot,
    rect: behind(rect, fold.axis, fold.at),
  }));
  return [...fronts, ...backs];
}

function outside(stock: Stock): string[] {
  const { paper, printable } = stock;
  const area = rectOf(printable, printable, paper.width - 2 * printable, paper.height - 2 * printable);
  const rects = onFront(stock).map((one) => one.rect);
  const sides = {
    left: Math.max(...rects.map((one) => area.x - one.x)),
    right: Math.max(...rects.map((one) => one.x + one.width - area.x - area.width)),
    top: Math.max(...rects.map((one) => area.y - one.y)),
    bottom: Math.max(...rects.map((one) => one.y + one.height - area.y - area.height)),
  };
  if (Math.max(...rects.map((one) => excess(one, area))) <= 0.001) return [];
  const named = Object.entries(sides).filter(([, by]) => by > 0.001);
  return [
    `The cards do not fit: they stick out by ${named.map(([side, by]) => `${mm(by)} on the ${side}`).join(' and ')}.`,
  ];
}

function printableNote({ paper, printable }: Stock): string {
  const size = `${plain(paper.width - 2 * printable)} × ${mm(paper.height - 2 * printable)}`;
  return printable > 0
    ? `They must lie within ${size}: the paper without the ${mm(printable)} at each edge that a printer leaves blank.`
    : `They must lie within ${size}.`;
}

function overlaps(stock: Stock): { slot: number; message: string }[] {
  const lying = onFront(stock);
  return lying.flatMap((one, at) =>
    lying
      .slice(at + 1)
      .filter((other) => overlap(one.rect, other.rect))
      .map((other) => ({ slot: other.slot, message: overlapOf(one, other) })),
  );
}

const NEAR_MARKS = `A plotter takes other ink within ${CLEAR_OF_MARKS} mm for a part of its mark, and cuts askew.`;

/** Cards that a plotter would read as a part of its marks, bleed included. */
function nearMarks(stock: Stock): { slot: number; message: string }[] {
  const marks = registrationMarks(stock);
  return onFront(stock).flatMap(({ name, slot, rect }) => {
    const art = grow(rect, allSides(stock.bleed));
    const gap = Math.min(...marks.map((mark) => gapBetween(art, mark)));
    if (gap >= CLEAR_OF_MARKS - SAME) return [];
    return [
      { slot, message: `${capital(name)} with its bleed comes within ${mm(Math.max(0, gap))} of a plotter's mark.` },
    ];
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function overlapOf({ name, rect: a }: Lying, { name: other, rect: b }: Lying): string {
  const width = shared(a.x, a.width, b.x, b.width);
  const height = shared(a.y, a.height, b.y, b.height);
  return `${capital(name)} and ${other} overlap by ${plain(width)} × ${mm(height)}.`;
}

function bleedOver({ bleed, back }: Stock): string[] {
  if (bleed + back.bleed <= FACE_BLEED) return [];
  const total = `${plain(bleed)} + ${mm(back.bleed)}`;
  return [`The bleed of the backs is ${total}; at most ${FACE_BLEED} mm of art are drawn beyond the trim.`];
}

/** The slug's band is the same on both sides of the paper, so the bleed of neither side's cards may lie in it. */
function slugInTheWay(stock: Stock): string[] {
  const { slug, paper, bleed } = stock;
  if (!slug) return [];
  const axis = turningAxis(paper, stock.flip);
  const at = axis === 'vertical' ? paper.width / 2 : paper.height / 2;
  const backs = stock.fold ? [] : stock.slots.map((slot) => behind(slot, axis, at));
  const fronts = onFront(stock).map((one) => grow(one.rect, allSides(drawnBleed(bleed))));
  const arts = [...fronts, ...backs.map((one) => grow(one, allSides(drawnBleed(bleed + stock.back.bleed))))];
  if (!arts.some((art) => overlap(art, slug))) return [];
  return [
    `The slug has no room there: it takes ${SLUG_HEIGHT} mm between the bleed of the cards and the printer's edge.`,
  ];
}

function rectOf(x: Mm, y: Mm, width: Mm, height: Mm): Rect {
  return { x, y, width, height };
}

function mm(length: Mm): string {
  return `${plain(length)} mm`;
}

function plain(length: Mm): string {
  return String(Number(length.toFixed(2)));
}
