import { FACE_BLEED, type Rect, type Slot, type Stock } from '../model.ts';
import { error, type Problem } from '../problem.ts';
import { behind, excess, overlap, shared, turningAxis } from '../rect.ts';
import type { Mm } from '../units.ts';
import { SLUG_HEIGHT } from './stock-slots.ts';
import { placeAt } from './values.ts';
import type { Located } from './yaml.ts';

/** What is wrong with where a stock puts its cards, its bleed and its slug. */
export function checkStock(stock: Stock, source: Located): Problem[] {
  const slotsKey = stock.slots.length > 0 && source.places.slots ? 'slots' : 'grid';
  const at = (key: string, rule: string, message: string, note?: string) =>
    error({ file: source.file, place: placeAt(source.places, key.split('.')), rule: `stock/${rule}`, message, note });
  return [
    ...outside(stock).map((message) => at(slotsKey, 'does-not-fit', message, printableNote(stock))),
    ...overlaps(stock).map((message) => at(slotsKey, 'overlap', message)),
    ...bleedOver(stock).map((message) => at('back.bleed', 'bleed', message)),
    ...slugInTheWay(stock).map((message) =>
      at('slug', 'slug', message, 'Put it on another edge, or write `slug: none`.'),
    ),
  ];
}

/** Fronts and, beyond a fold, backs: everything that lies on the front of the paper. */
function onFront({ slots, fold }: Stock): { name: string; rect: Slot }[] {
  const fronts = slots.map((rect, at) => ({ name: `slot ${at + 1}`, rect }));
  if (!fold) return fronts;
  const backs = slots.map((slot, at) => ({
    name: `the back of slot ${at + 1}`,
    rect: behind(slot, fold.axis, fold.at),
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

function overlaps(stock: Stock): string[] {
  const all = onFront(stock);
  return all.flatMap((a, at) =>
    all.slice(at + 1).flatMap((b) => (overlap(a.rect, b.rect) ? [overlapOf(a.name, b.name, a.rect, b.rect)] : [])),
  );
}

function overlapOf(one: string, other: string, a: Rect, b: Rect): string {
  const width = shared(a.x, a.width, b.x, b.width);
  const height = shared(a.y, a.height, b.y, b.height);
  return `${one.charAt(0).toUpperCase()}${one.slice(1)} and ${other} overlap by ${plain(width)} × ${mm(height)}.`;
}

function bleedOver({ bleed, back }: Stock): string[] {
  if (bleed + back.bleed <= FACE_BLEED) return [];
  const total = `${plain(bleed)} + ${mm(back.bleed)}`;
  return [`The bleed of the backs is ${total}; at most ${FACE_BLEED} mm of art are drawn beyond the trim.`];
}

/** The slug's band is the same on both sides of the paper, so neither side's cards may lie in it. */
function slugInTheWay(stock: Stock): string[] {
  const { slug, paper } = stock;
  if (!slug) return [];
  const axis = turningAxis(paper, stock.flip);
  const at = axis === 'vertical' ? paper.width / 2 : paper.height / 2;
  const backs = stock.fold ? [] : stock.slots.map((slot) => behind(slot, axis, at));
  const cards = [...onFront(stock).map((one) => one.rect), ...backs];
  if (!cards.some((card) => overlap(card, slug))) return [];
  return [`The slug has no room there: it takes ${SLUG_HEIGHT} mm between the cards and the printer's edge.`];
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
