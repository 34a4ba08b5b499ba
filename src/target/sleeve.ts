import { boxSize } from '../box/net.ts';
import { sleeveOf } from '../box/sleeve.ts';
import { copiesOf } from '../model/copies.ts';
import type { Format } from '../model/faces.ts';
import type { Output } from '../model/output.ts';
import { allSides, grow } from '../model/rect.ts';
import type { Rect } from '../model/sheets.ts';
import type { BoxOrSleeve } from '../model/stock.ts';
import type { Mm } from '../model/units.ts';
import { type ColouredLabel, type DieLinePage, NET_BLEED } from '../pdf/die-line.ts';
import { contentsOf } from './box-contents.ts';
import { boxColourOf, coverIn, cutOutOutput, printedOf, reportLarge, reportSmallWords, wordsOn } from './cut-out.ts';
import { commonGroup } from './groups.ts';
import { type CutFonts, cutFonts, fitLines, heightOf, setIn, shrunk } from './set-text.ts';
import type { Job } from './target.ts';
import { coverOn, noteOf, reportThin, spineLabels } from './tuck-box.ts';

/** Clear space inside the edges of the front, and above its title: the notch for a finger is 9 mm deep. */
const SAFE: Mm = 4.5;
const NOTCHED: Mm = 13;
/** Type sizes of the title, and of what is in the sleeve, in points. */
const TITLE = [24, 22, 20, 18, 16, 14, 12, 11, 10, 9, 8, 7];
const SMALL = [11, 10, 9, 8, 7, 6];

/**
 * A sleeve around the cards that are printed. Where the cover is among them, its faces are on the sleeve; else the front says what is
 * in it: the family or the suit of the cards, or the deck.
 */
export async function sleeve(stock: BoxOrSleeve, format: Format, job: Job): Promise<Output> {
  const { deck } = job;
  const count = Math.ceil(copiesOf(job.cards) / stock.parts);
  const inside = boxSize(format, { count, ...stock });
  // Open above and below: as high as the cards.
  const net = sleeveOf({ ...inside, height: format.height });
  const printed = printedOf(job);
  const cover = coverIn(printed);
  const group = cover ? undefined : commonGroup(job);
  const title = group?.name ?? deck.name;
  const suit = group ?? deck.suits.find((one) => one.id === (cover ?? printed[0])?.suit);
  const ground = suit ? boxColourOf(suit, deck, job.lowInk) : '#ffffff';
  const contents = contentsOf(job);
  reportLarge(stock, net, job);
  reportThin(stock, inside.depth, job);
  const note = noteOf({ stock, count, size: { ...inside, height: format.height + stock.board }, net }, job);
  const fonts = cutFonts(deck.theme, `${note}${deck.name}${title}${contents.join('')}·`);
  const colour = wordsOn(ground, deck.theme);
  const page: DieLinePage = {
    width: net.width,
    height: net.height,
    pieces: [{ shape: net, x: 0, y: 0, ground, bleed: NET_BLEED, glue: net.glue }],
    placed: cover ? coverOn(net, cover, format) : [],
    labels: [
      ...spineLabels(net, title, contents, { colour, fonts: fonts.display }),
      ...(cover ? [] : saidOn(net.front, { title, contents, deck: deck.name }, { colour, fonts })),
      ...(cover ? [] : saidOn(net.back, { title, contents: [], deck: deck.name }, { colour, fonts })),
    ],
    note: { text: note, fonts: fonts.text },
  };
  reportSmallWords(stock, page.labels, job);
  return await cutOutOutput(stock, [page], job);
}

/** What the front or the back says: a title, below it what is in the sleeve, and at the foot the deck's name, unless that is the title. */
function saidOn(
  panel: Rect,
  { title, contents, deck }: { title: string; contents: readonly string[]; deck: string },
  { colour, fonts }: { colour: string; fonts: CutFonts },
): ColouredLabel[] {
  const safe = grow(panel, { ...allSides(-SAFE), top: -NOTCHED });
  const look = { colour, anchor: 'start', from: 'top' } as const;
  const foot = title === deck ? undefined : shrunk(deck, { ...safe, height: safe.height / 6 }, SMALL, fonts.text);
  const footHeight = foot ? heightOf(foot) : 0;
  const head = shrunk(title, { ...safe, height: safe.height * 0.45 }, TITLE, fonts.display);
  const top = safe.y + heightOf(head) + 2;
  const room = { ...safe, y: top, height: safe.y + safe.height - footHeight - 2 - top };
  return [
    ...setIn(safe, head, { ...look, fonts: fonts.display }),
    ...listIn(room, contents, { ...look, fonts: fonts.text }),
    ...(foot ? setIn({ ...safe, y: safe.y + safe.height - footHeight }, foot, { ...look, fonts: fonts.text }) : []),
  ];
}

/** Items each on lines of its own, else one after the other; nothing where there is no room for them: they are on a side, too. */
function listIn(room: Rect, items: readonly string[], look: Parameters<typeof setIn>[2]): ColouredLabel[] {
  if (items.length === 0) return [];
  for (const points of SMALL) {
    const lines = items.map((item) => fitLines(item, room, [points], look.fonts));
    const all = lines.flatMap((one) => one?.lines ?? []);
    const whole = lines.every(Boolean) && heightOf({ lines: all, points }) <= room.height;
    if (whole) return setIn(room, { lines: all, points }, look);
  }
  const run = fitLines(items.join(' · '), room, SMALL, look.fonts);
  return run ? setIn(room, run, look) : [];
}
