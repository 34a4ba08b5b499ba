import { howMany } from '../model/how-many.ts';
import type { BoxStock, Stock } from '../model/stock.ts';
import { holds } from '../plan/deck-format.ts';
import type { Offer } from '../plan/offer.ts';

/** Kinds of stock under which people look for one, in printed order; a stock belongs to the first whose test it passes. */
const KINDS: readonly (readonly [name: string, is: (stock: Stock) => boolean])[] = [
  ['Pictures, for services, screens and virtual tables', ({ pictures }) => pictures !== undefined],
  ['Sheets in inks, for a press', ({ press, page }) => press !== undefined && !page],
  ['One face a page, for a print shop', ({ page }) => page],
  ['For a cutting plotter', ({ registration }) => registration !== undefined],
  ['To fold, for a printer that prints one side', ({ fold }) => fold !== undefined],
  ['Perforated card', ({ marks }) => marks === 'none'],
  ['Large paper, for a copy shop', ({ paper }) => Math.max(paper.width, paper.height) > LARGE],
  ['Paper, at home or at the office', () => true],
];

/** Longer than Legal (14 in), which office printers take. */
const LARGE = 360;

/** What people must know of figures that are not their maker's own. */
const SECOND_HAND = [
  '',
  'Second-hand: their figures were read then, but not at the maker’s. Compare with the maker’s, or print one sheet on plain paper first.',
];

/** Everything that a deck can be printed on, by kind: id, name, size and how many cards it holds. */
export function stocksText({ format, stocks, boxes, tooSmall, formats }: Offer): string {
  const all = Object.values(stocks);
  const fitting = all.filter((stock) => holds(stock, format.id));
  const width = Math.max(...[...all, ...Object.values(boxes)].map(({ id }) => id.length)) + 2;
  const kinds = [...KINDS].reverse().flatMap(([name]) => {
    const lines = fitting.filter((stock) => kindOf(stock) === name).map((stock) => stockLine(stock, format.id, width));
    return lines.length === 0 ? [] : ['', name, ...lines];
  });
  const kept = Object.values(boxes).map((box) => boxLine(box, width));
  const others = all.filter((stock) => !holds(stock, format.id)).map((stock) => `${stock.id} (${stock.format})`);
  const small = Object.entries(tooSmall).map(([id, room]) => `${id} (${room})`);
  return `${[
    `For cards of ${format.width} × ${format.height} mm (${format.name}):`,
    ...kinds,
    ...(kept.length > 0 ? ['', 'Boxes, sleeves and dividers', ...kept] : []),
    ...(fitting.some(({ secondHand }) => secondHand) ? SECOND_HAND : []),
    ...(others.length > 0 ? ['', `For cards of another size: ${others.join(', ')}`] : []),
    ...(small.length > 0 ? ['', `Too small for these cards: ${small.join(', ')}`] : []),
    '',
    `Card sizes (format: in deck.yaml): ${Object.keys(formats).join(', ')}, or one of your own.`,
    'Yours go into layouts/stocks/ and layouts/box/ beside deck/.',
  ].join('\n')}\n`;
}

function kindOf(stock: Stock): string {
  return KINDS.find(([, is]) => is(stock))?.[0] ?? '';
}

function stockLine(stock: Stock, format: string, width: number): string {
  const { id, name, paper, page, slots, secondHand } = stock;
  const size = `${plain(paper.width)} × ${plain(paper.height)} mm`;
  const count = page ? '' : `, ${howMany(slots.length, 'card')} a sheet`;
  const other = stock.format === format ? '' : `, laid out anew as ${stock.format} cards`;
  return `  ${id.padEnd(width)}${name}: ${size}${count}${other}${secondHand ? `; second-hand, ${secondHand.read}` : ''}`;
}

function boxLine({ id, name, format }: BoxStock, width: number): string {
  return `  ${id.padEnd(width)}${name}, for ${format} cards`;
}

function plain(length: number): string {
  return String(Number(length.toFixed(1)));
}
