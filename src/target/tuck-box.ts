import { boxSize, netOf } from '../box/net.ts';
import type { Card, Side } from '../model/card.ts';
import { copiesOf } from '../model/copies.ts';
import { FACE_BLEED, type Format } from '../model/faces.ts';
import type { BoxSize, Sleeve } from '../model/net.ts';
import type { Output } from '../model/output.ts';
import { warning } from '../model/problem.ts';
import type { Placed, Rect } from '../model/sheets.ts';
import type { BoxOrSleeve } from '../model/stock.ts';
import { type Mm, mm, pt } from '../model/units.ts';
import { type ColouredLabel, type DieLinePage, NET_BLEED, UNDER_GLUE } from '../pdf/die-line.ts';
import { contentsOf, contentsOn } from './box-contents.ts';
import {
  boxColourOf,
  coverIn,
  cutOutOutput,
  papersText,
  printedOf,
  reportLarge,
  reportSmallWords,
  wordsOn,
} from './cut-out.ts';
import { CAPITALS, type CutFonts, cutFonts } from './set-text.ts';
import type { Job } from './target.ts';

/** The net of a tuck box for the cards that are printed, with the cover on it. */
export async function tuckBox(stock: BoxOrSleeve, format: Format, job: Job): Promise<Output> {
  const { deck } = job;
  const count = Math.ceil(copiesOf(job.cards) / stock.parts);
  const size = boxSize(format, { count, ...stock });
  const net = netOf(size);
  const cover = coverOf(job);
  const suit = deck.suits.find((one) => one.id === cover.suit);
  const ground = suit ? boxColourOf(suit, deck, job.lowInk) : '#ffffff';
  const contents = contentsOf(job);
  const note = noteOf({ stock, count, size, net }, job);
  const fonts = cutFonts(deck.theme, `${note}${deck.name}${contents.join('')}·`);
  reportLarge(stock, net, job);
  reportThin(stock, size.depth, job);
  const look = { colour: wordsOn(ground, deck.theme), fonts: fonts.display };
  const [lid] = net.lids;
  const page: DieLinePage = {
    width: net.width,
    height: net.height,
    pieces: [{ shape: net, x: 0, y: 0, ground, bleed: NET_BLEED, glue: net.glue }],
    placed: coverOn(net, cover, format),
    labels: [...spineLabels(net, deck.name, contents, look), ...lidLabel(lid, deck.name, look)],
    note: { text: note, fonts: fonts.text },
  };
  reportSmallWords(stock, page.labels, job);
  return await cutOutOutput(stock, [page], job);
}

/** Warns of a box or a sleeve whose sides are too thin for words. */
export function reportThin(stock: BoxOrSleeve, depth: Mm, { report }: Pick<Job, 'report'>): void {
  if (sizeOn(depth) !== undefined) return;
  const where = stock.kind === 'sleeve' ? 'sides' : 'sides and lid';
  const message = `The ${where} of "${stock.id}" are ${depth.toFixed(1)} mm deep, too thin for words: nothing is written on them.`;
  const note = 'With more cards in it they have the name of the deck.';
  report(warning({ file: `layouts/box/${stock.id}.yaml`, rule: 'print/thin-box', message, note }));
}

/** What whoever makes a box or a sleeve reads under it. */
export function noteOf(
  { stock, count, size, net }: { stock: BoxOrSleeve; count: number; size: BoxSize; net: Sleeve },
  { deck }: Job,
): string {
  const inside = [size.width, size.height, size.depth].map((length) => (length - stock.board).toFixed(1)).join(' × ');
  return [
    `${deck.name} ${deck.version}`,
    stock.name,
    `${count} cards of ${Number(stock.caliper.toFixed(3))} mm`,
    `inside ${inside} mm`,
    papersText(net),
    'print at 100 %',
  ].join(' · ');
}

/** The card whose faces are on the box: the cover, else the first card. */
function coverOf(job: Job): Card {
  const printed = printedOf(job);
  const cover = coverIn(printed) ?? printed[0];
  if (!cover) throw new Error('no card to show on the box');
  return cover;
}

/** A card's two faces on the front and the back. */
export function coverOn({ front, back }: Pick<Sleeve, 'front' | 'back'>, card: Card, format: Format): Placed[] {
  return [overCut(on(front, card, 'front', format)), on(back, card, 'back', format)];
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

/** How words on a box look. */
export interface WordStyle {
  colour: string;
  fonts: CutFonts['display'];
}

/** A title up one side, as large as fits, and the contents down the other; none where sides are too thin for words. */
export function spineLabels(
  { sides }: Pick<Sleeve, 'sides'>,
  title: string,
  contents: readonly string[],
  look: WordStyle,
): ColouredLabel[] {
  const [named, plain] = sides;
  const points = sizeOn(named.width);
  if (points === undefined) return [];
  // Half of the capitals' height brings their middle on the line.
  const half = (mm(points) * CAPITALS) / 2;
  const middle = { x: named.x + named.width / 2 - half, y: named.y + named.height / 2 };
  const spine = {
    ...look,
    ...middle,
    text: title,
    anchor: 'middle',
    points,
    turn: 90,
    room: named.height - 10,
  } as const;
  return [spine, ...contentsOn(plain, contents, look)];
}

/** The deck's name on the upper lid, turned so that it reads upright from the front: the lid is hinged at the back. */
function lidLabel(lid: Rect, text: string, look: WordStyle): ColouredLabel[] {
  const points = sizeOn(lid.height);
  if (points === undefined) return [];
  const y = lid.y + lid.height / 2 - (mm(points) * CAPITALS) / 2;
  const at = { x: lid.x + lid.width / 2, y, room: lid.width - 10 };
  return [{ ...look, ...at, text, anchor: 'middle', points, turn: 180 }];
}

/** The type size of a title on a side so deep; under 6 pt nobody reads it. */
function sizeOn(depth: Mm): number | undefined {
  const points = Math.min(22, pt(depth) * 0.5);
  return points < 6 ? undefined : points;
}
