import { boxSize, netOf } from '../box/net.ts';
import type { Card, Side } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { FACE_BLEED, type Format } from '../model/faces.ts';
import { lookUp } from '../model/look-up.ts';
import type { Net } from '../model/net.ts';
import type { Output } from '../model/output.ts';
import { warning } from '../model/problem.ts';
import type { Placed, Rect } from '../model/sheets.ts';
import type { BoxStock } from '../model/stock.ts';
import type { Font } from '../model/theme.ts';
import { type Mm, mm, pt } from '../model/units.ts';
import { type ColouredLabel, composeDieLine, dieLinePage, NET_BLEED, UNDER_GLUE } from '../pdf/die-line.ts';
import { fontForAll, slugFont } from '../pdf/slug-font.ts';
import { contentsOf, contentsOn } from './box-contents.ts';
import { pressed } from './inks.ts';
import { facesOf, type Job, named, type Target } from './target.ts';

/** Tuck boxes: the net of each as a PDF of its own size. */
export const boxTarget: Target = async function box(job) {
  const outputs: Output[] = [];
  for (const stock of job.boxes) {
    const net = await boxOf(stock, job);
    outputs.push(...(stock.press ? await pressed(net, stock, job) : [net]));
  }
  return outputs;
};

/** The largest sheets that people can have printed without an offset press, smallest first. */
const PAPERS: readonly [name: string, width: Mm, height: Mm][] = [
  ['A4', 210, 297],
  ['Letter', 215.9, 279.4],
  ['A3', 297, 420],
  ['Tabloid', 279.4, 431.8],
  ['SRA3', 320, 450],
];

/** Margin that such printers leave blank. */
const PRINTABLE: Mm = 4.2;

async function boxOf(stock: BoxStock, job: Job): Promise<Output> {
  const { deck } = job;
  const format = lookUp(job.formats, stock.format);
  if (!format) throw new Error(`no card format ${stock.format}`);
  const total = job.cards.reduce((sum, one) => sum + one.copies, 0);
  const count = Math.ceil(total / stock.parts);
  const size = boxSize(format, { count, ...stock });
  const net = netOf(size);
  const cover = coverOf(job);
  const ground = groundOf(cover, deck, job.lowInk);
  const contents = contentsOf(job);
  const labels = labelsOn(net, job, contents);
  const path = `print/${named(stock.id, job.selection)}.pdf`;
  const papers = papersFor(net);
  const inside = [size.width, size.height, size.depth].map((length) => (length - stock.board).toFixed(1)).join(' × ');
  const note = [
    `${deck.name} ${deck.version}`,
    stock.name,
    `${count} cards of ${Number(stock.caliper.toFixed(3))} mm`,
    `inside ${inside} mm`,
    papers.length > 0 ? `fits ${papers.join(', ')}` : 'larger than SRA3',
    'print at 100 %',
  ].join(' · ');
  const printed = `${note}${deck.name}${contents.join('')}·`;
  if (papers.length === 0) job.report(tooLarge(stock, net, job));
  const bytes = await composeDieLine({
    net,
    faces: facesOf(job, stock.format),
    placed: [overCut(on(net.front, cover, 'front', format)), on(net.back, cover, 'back', format)],
    ground,
    labels,
    note,
    font: slugFont(fontForAll(displayFont(deck), printed).data, printed),
    title: `${deck.name} ${deck.version}, ${stock.name}`,
    date: deck.date,
    lang: deck.lang,
  });
  return { path, bytes };
}

/** The card whose faces are on the box: the cover, else the first card. */
function coverOf({ deck, cards }: Job): Card {
  const printed = deck.cards.filter((card) => cards.some((one) => one.card === card.id));
  const cover = printed.find((card) => card.face === 'cover') ?? printed[0];
  if (!cover) throw new Error('no card to show on the box');
  return cover;
}

/** A face on a panel, in its middle; its art reaches the creases. */
function on(panel: Rect, card: Card, side: Side, { width, height }: Format): Placed {
  const [across, down] = [(panel.width - width) / 2, (panel.height - height) / 2];
  return {
    face: { card: card.id, side },
    x: panel.x + across,
    y: panel.y + down,
    width,
    height,
    turn: 0,
    bleed: { top: down, right: across, bottom: down, left: across },
  };
}

/** The front's art with bleed on the edges that are cut (above and below) and on the glue tab at its left. */
function overCut(placed: Placed): Placed {
  const { top, right, bottom, left } = placed.bleed;
  const more = (edge: Mm, by: Mm) => Math.min(FACE_BLEED, edge + by);
  return {
    ...placed,
    bleed: { top: more(top, NET_BLEED), right, bottom: more(bottom, NET_BLEED), left: more(left, UNDER_GLUE) },
  };
}

function groundOf(card: Card, deck: Deck, lowInk: boolean): string {
  const token = deck.suits.find((suit) => suit.id === card.suit)?.colour ?? '';
  return lowInk ? '#ffffff' : (lookUp(deck.theme.colour, token) ?? '#ffffff');
}

/** The deck's name up one side and on the upper lid, as large as fits; the box's contents on the other side. */
function labelsOn(net: Net, { deck, lowInk }: Job, contents: readonly string[]): ColouredLabel[] {
  const colour = (lowInk ? deck.theme.colour.ink : deck.theme.colour.paper) ?? '#000000';
  const depth = net.sides[0].width;
  const points = Math.min(22, pt(depth) * 0.5);
  // Under 6 pt nobody reads it.
  if (points < 6) return [];
  const base = { text: deck.name, anchor: 'middle', points, colour } as const;
  // Capitals are seven tenths of their size: half of that brings their middle on the line.
  const half = mm(points) * 0.35;
  const [named, plain] = net.sides;
  const middle = { x: named.x + named.width / 2 - half, y: named.y + named.height / 2 };
  const spine: ColouredLabel = { ...base, ...middle, turn: 90, room: named.height - 10 };
  const [lid] = net.lids;
  // Turned so that it reads upright from the front: the lid is hinged at the back.
  const onLid = {
    x: lid.x + lid.width / 2,
    y: lid.y + lid.height / 2 - half,
    turn: 180,
    room: lid.width - 10,
  } as const;
  return [spine, ...contentsOn(plain, contents, colour), { ...base, ...onLid }];
}

/** The sheets on which a net can be printed whole, upright or turned. */
function papersFor(net: Net): string[] {
  return PAPERS.filter(([, width, height]) => {
    const [w, h] = [width - 2 * PRINTABLE, height - 2 * PRINTABLE];
    return (net.width <= w && net.height <= h) || (net.width <= h && net.height <= w);
  }).map(([name]) => name);
}

function tooLarge(stock: BoxStock, net: Net, { deck }: Job) {
  const { width, height } = dieLinePage(net);
  return warning({
    file: `layouts/box/${stock.id}.yaml`,
    rule: 'print/large-box',
    message: `${stock.name} of ${deck.name} is ${Math.ceil(width)} × ${Math.ceil(height)} mm flat: larger than SRA3.`,
    note: 'Have it made by a shop, or spread the deck over more boxes: --stock box-half.',
  });
}

function displayFont({ theme }: Deck): Font {
  const font = theme.fonts.find((one) => one.family === theme.font.display && !one.italic) ?? theme.fonts[0];
  if (!font) throw new Error(`no font file gives ${theme.font.display}`);
  return font;
}
