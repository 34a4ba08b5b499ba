import { dividerOf } from '../box/divider.ts';
import { nestOf } from '../box/nest.ts';
import type { Format } from '../model/faces.ts';
import { howMany } from '../model/how-many.ts';
import type { Divider } from '../model/net.ts';
import type { Output } from '../model/output.ts';
import { error, warning } from '../model/problem.ts';
import { allSides, grow } from '../model/rect.ts';
import type { Rect } from '../model/sheets.ts';
import type { DividerStock } from '../model/stock.ts';
import type { Mm } from '../model/units.ts';
import { type ColouredLabel, type DieLinePage, TO_NOTE } from '../pdf/die-line.ts';
import { boxColourOf, cutOutOutput, PRINTABLE, papersText, wordsOn } from './cut-out.ts';
import { type Group, printedGroups } from './groups.ts';
import { type CutFonts, cutFonts, fitLines, heightOf, setIn, shrunk } from './set-text.ts';
import type { Job } from './target.ts';

/** Between dividers on a page: half of it is each one's bleed. */
const GAP: Mm = 4;
/** Clear space inside a divider's edges, and inside those of its tab. */
const SAFE: Mm = 4.5;
const SAFE_ON_TAB: Mm = 3.2;
/** A tab is no narrower, and there are no more side by side. */
const NARROWEST: Mm = 20;
const MOST_TABS = 5;
/** Type sizes in points: on tabs, and of the name and the sentence below. */
const ON_TAB = [11, 10, 9, 8];
const LEAST = 7;
const NAME = [26, 24, 22, 20, 18, 16, 14, 12, 11, 10, 9, 8, 7];
const SENTENCE = [11, 10, 9, 8, 7];

/** What both A4 and Letter print of pages that lie in their middle, upright and across, with the note below them. */
const AREAS = [
  { width: 210 - 2 * PRINTABLE, height: 279.4 - 2 * (PRINTABLE + TO_NOTE) },
  { width: 279.4 - 2 * PRINTABLE, height: 210 - 2 * (PRINTABLE + TO_NOTE) },
];

/** Dividers with tabs, as many on a page as A4 and Letter hold: one for each suit or family that is printed. */
export async function dividers(stock: DividerStock, format: Format, job: Job): Promise<Output[]> {
  const groups = printedGroups(job, stock.of);
  if (groups.length === 0) {
    const message = `No suit of the printed cards has families: there is nothing for "${stock.id}" to divide.`;
    const note = 'Dividers for suits: --stock dividers';
    job.report(error({ file: job.deck.file ?? '', rule: 'print/no-families', message, note }));
    return [];
  }
  const note = [`${job.deck.name} ${job.deck.version}`, stock.name, howMany(groups.length, 'divider')].join(' · ');
  const fonts = cutFonts(job.deck.theme, charactersOf(groups, note));
  const { columns, sizes, tooLong } = tabsFor(groups, { stock, format, fonts });
  const pieces = groups.map((group, at) => {
    const shape = dividerOf(format, { columns, at: at % columns, height: stock.tab });
    return pieceOf({ group, shape, sizes }, fonts, job);
  });
  reportSmall(pieces, stock, job);
  reportHidden(tooLong, stock, job);
  return [await cutOutOutput(stock, pagesOf(pieces, { note, fonts }), job)];
}

/** A divider with its words, not yet on a page. */
interface Piece {
  group: Group;
  shape: Divider;
  ground: string;
  labels: readonly ColouredLabel[];
}

function charactersOf(groups: readonly Group[], note: string): string {
  const texts = groups.flatMap(({ name, about, count }) => [name, about, count]);
  return `${texts.join('')}${note}· page of fits A4, Letter A3 Tabloid larger than SRA3 print at 100 % 0123456789`;
}

/**
 * How many tabs stand side by side, and the type size of all names on them: as many as let every name be read at 8 pt, or at 7 pt; else
 * one, over the whole card, and those behind it are hidden. `tooLong` are the names that keep others from standing beside them.
 */
function tabsFor(
  groups: readonly Group[],
  { stock, format, fonts }: TabsGiven,
): { columns: number; sizes: number[]; tooLong: string[] } {
  const most = Math.min(MOST_TABS, Math.max(2, groups.length), Math.max(1, Math.floor(format.width / NARROWEST)));
  const beside = Array.from({ length: most - 1 }, (_, at) => most - at);
  const fits = (name: string, columns: number, size: number) => {
    const area = onTab(dividerOf(format, { columns, at: 0, height: stock.tab }).tab);
    return fitLines(name, area, [size], fonts.display) !== undefined;
  };
  for (const sizes of [ON_TAB, [LEAST]]) {
    for (const columns of beside) {
      const points = sizes.find((size) => groups.every(({ name }) => fits(name, columns, size)));
      if (points !== undefined) return { columns, sizes: [points], tooLong: [] };
    }
  }
  const tooLong = most > 1 && groups.length > 1 ? groups.filter(({ name }) => !fits(name, 2, LEAST)) : [];
  return { columns: 1, sizes: [...ON_TAB, LEAST], tooLong: tooLong.map(({ name }) => name) };
}

interface TabsGiven {
  stock: DividerStock;
  format: Format;
  fonts: CutFonts;
}

/** Where words may stand on a tab: its lower edge is none, for the card goes on there. */
function onTab(tab: Rect): Rect {
  return grow(tab, { ...allSides(-SAFE_ON_TAB), bottom: 0 });
}

function pieceOf(
  { group, shape, sizes }: Pick<Piece, 'group' | 'shape'> & { sizes: readonly number[] },
  fonts: CutFonts,
  job: Job,
): Piece {
  const ground = boxColourOf(group, job.deck, job.lowInk);
  const colour = wordsOn(ground, job.deck.theme);
  const tab = onTab(shape.tab);
  const onTop = setIn(tab, shrunk(group.name, tab, sizes, fonts.display), {
    ...{ colour, fonts: fonts.display, anchor: 'middle', from: 'middle' },
  });
  return { group, shape, ground, labels: [...onTop, ...onBody(group, shape.body, { fonts, colour })] };
}

/** The name, the sentence about it where it has room, and at the foot how many cards follow. */
function onBody(
  { name, about, count }: Group,
  body: Rect,
  { fonts, colour }: { fonts: CutFonts; colour: string },
): ColouredLabel[] {
  const safe = grow(body, allSides(-SAFE));
  const look = { colour, anchor: 'start', from: 'top' } as const;
  const head = shrunk(name, { ...safe, height: safe.height * 0.5 }, NAME, fonts.display);
  const foot = shrunk(count, { ...safe, height: safe.height * 0.4 }, SENTENCE, fonts.text);
  const y = safe.y + heightOf(head) + 2;
  const room = { ...safe, y, height: safe.y + safe.height - heightOf(foot) - 2 - y };
  const sentence = fitLines(about, room, SENTENCE, fonts.text);
  return [
    ...setIn(safe, head, { ...look, fonts: fonts.display }),
    ...(sentence ? setIn(room, sentence, { ...look, fonts: fonts.text }) : []),
    ...setIn({ ...safe, y: safe.y + safe.height - heightOf(foot) }, foot, { ...look, fonts: fonts.text }),
  ];
}

/** A warning for each name that is too long to be read on its tab or below. */
function reportSmall(pieces: readonly Piece[], stock: DividerStock, { report }: Job): void {
  for (const { group, labels } of pieces) {
    const smallest = Math.min(...labels.map(({ points }) => points));
    if (smallest >= LEAST) continue;
    const message = `"${group.name}" is so long that "${stock.id}" sets it in ${smallest.toFixed(1)} pt.`;
    report(warning({ file: `layouts/box/${stock.id}.yaml`, rule: 'print/small-text', message, note: 'Shorten it.' }));
  }
}

/** A warning where names are so long that all tabs are as wide as the cards. */
function reportHidden(names: readonly string[], { id }: DividerStock, { report }: Job): void {
  if (names.length === 0) return;
  const which = names.map((name) => `"${name}"`).join(', ');
  const message = `${which} ${names.length === 1 ? 'is' : 'are'} so long that the tabs of "${id}" are as wide as the cards: in a box each hides those behind it.`;
  const note = 'Shorten the name in suits.yaml, or make "tab" in the box’s file higher.';
  report(warning({ file: `layouts/box/${id}.yaml`, rule: 'print/hidden-tabs', message, note }));
}

/** Dividers on pages, from left to right, then down. */
function pagesOf(pieces: readonly Piece[], { note, fonts }: { note: string; fonts: CutFonts }): DieLinePage[] {
  const [first] = pieces;
  if (!first) return [];
  const { width, height } = first.shape;
  const { columns, rows } = nestOf(first.shape, AREAS, GAP);
  const each = columns * rows;
  const count = Math.ceil(pieces.length / each);
  return Array.from({ length: count }, (_, page) => {
    const some = pieces.slice(page * each, (page + 1) * each).map((piece, at) => {
      const [x, y] = [(at % columns) * (width + GAP), Math.floor(at / columns) * (height + GAP)];
      return { ...piece, x, y };
    });
    const size = {
      width: Math.max(...some.map(({ x }) => x)) + width,
      height: Math.max(...some.map(({ y }) => y)) + height,
    };
    const text = [note, `page ${page + 1} of ${count}`, papersText(size), 'print at 100 %'].join(' · ');
    return {
      ...size,
      pieces: some.map(({ shape, x, y, ground }) => ({ shape, x, y, ground, bleed: GAP / 2 })),
      placed: [],
      labels: some.flatMap(({ labels, x, y }) => labels.map((one) => ({ ...one, x: one.x + x, y: one.y + y }))),
      note: { text, fonts: fonts.text },
    };
  });
}
