import { lookUp } from '../../model/look-up.ts';
import type { RoomText } from '../../model/looks.ts';
import { inOneLine } from '../../model/spaces.ts';
import { words } from './compose-words.ts';
import { chosenIn, type Made, sentenceOf, writtenText } from './composed.ts';
import type { ComposerData, ComposerWidths } from './composer-data.ts';

type Cut = 'regular' | 'strong' | 'italic';

/** A text that is longer than the card holds. */
export interface Over {
  name: string;
  /** In characters; wide letters count for more than one. */
  by: number;
}

/** The texts and sections that are over their budgets, measured by their letters: a budget is of usual text, and `W` takes two of its places. */
export function overIn(made: Made, data: ComposerData): Over[] {
  // A text that is all of its section is that section.
  const parts = data.texts.filter(({ key }) => !data.sections.some(({ sentence }) => sentence === `{${key}}`));
  const texts = parts.map(({ key, name, most }) => ({ name, most, text: writtenText(made, key) }));
  const sections = data.sections.map((one) => ({ name: one.name, most: one.most, text: sentenceOf(one, made, data) }));
  return [...sections, ...texts]
    .map(({ name, most, text }) => ({ name, by: most > 0 ? charactersOf(text, data.widths) - most : 0 }))
    .filter(({ by }) => by > 0);
}

/** The length of a text in characters, or in characters of a usual text where it is wider than so many of these. */
export function charactersOf(text: string, widths: ComposerWidths): number {
  const line = inOneLine(text);
  // A few wide letters are within what a usual text's own width varies by.
  return Math.max([...line].length, Math.ceil(widthOf(line, 'regular', widths) / widths.usual / SPREAD));
}

/** How much wider than usual text a text of so many characters may be: lines have that much room to spare. */
const SPREAD = 1.04;

/** In thousandths of the font's size; a letter that was not measured takes a whole one. */
function widthOf(text: string, cut: Cut, { letters, ...widths }: ComposerWidths): number {
  const at = new Map([...letters].map((letter, index) => [letter, index]));
  return [...text].reduce(
    (sum, letter) => sum + (widths[cut][at.get(letter === '\u00a0' ? ' ' : letter) ?? -1] ?? 1000),
    0,
  );
}

/** The letters of its texts whose width is not known. */
export function unmeasuredIn(made: Made, { texts, widths }: ComposerData): string[] {
  // A no-break space is as wide as a plain one.
  const known = new Set([...widths.letters, '\n', '\u00a0']);
  return [...new Set(texts.flatMap(({ key }) => [...writtenText(made, key)]))].filter((letter) => !known.has(letter));
}

/** How many lines the front has, and how many the card fills; nothing where its look does not say. */
export function linesIn(made: Made, data: ComposerData): { lines: number; filled: number } | undefined {
  const { room, slots, texts } = data;
  if (!room) return undefined;
  const written = texts.map(({ key }) => linesOfText(writtenText(made, key), lookUp(room.texts, key), data.widths));
  const chosen = slots.map(({ key, cards }) => {
    const own = chosenIn(made, key).flatMap((id) => cards.find((card) => card.id === id) ?? []);
    return linesOfNames(own, lookUp(room.texts, key), data.widths);
  });
  return { lines: room.lines, filled: [...written, ...chosen].reduce((sum, one) => sum + one, 0) };
}

function linesOfText(text: string, set: RoomText | undefined, widths: ComposerWidths): number {
  const line = inOneLine(text);
  const pieces = line === '' ? [] : line.split(' ');
  return set
    ? linesOf(
        pieces.map((piece) => widthOf(piece, cutOf(set), widths)),
        set.width,
        widthOf(' ', cutOf(set), widths),
      )
    : 0;
}

/** Names stay whole beside their codes where a line holds both; else their words are broken like others. */
function linesOfNames(
  cards: readonly { title: string; code: string }[],
  set: RoomText | undefined,
  widths: ComposerWidths,
): number {
  if (!set) return 0;
  const space = widthOf(' ', 'regular', widths);
  const pieces = cards.flatMap(({ title, code }, at) => {
    const codeWidth = widthOf(`\u00a0${code}`, 'regular', widths) * (set.code ?? 1);
    const whole = widthOf(title, cutOf(set), widths) + codeWidth;
    const names = title.split(' ').map((word) => widthOf(word, cutOf(set), widths));
    const broken = [...names.slice(0, -1), (names.at(-1) ?? 0) + codeWidth];
    const or = at > 0 ? [widthOf(words.or, 'regular', widths)] : [];
    return [...or, ...(whole < set.width * 1000 ? [whole] : broken)];
  });
  return linesOf(pieces, set.width, space);
}

function cutOf({ weight, italic }: RoomText): Cut {
  if (italic) return 'italic';
  return weight === 600 ? 'strong' : 'regular';
}

/** How many lines pieces fill when each line takes as many as fit. */
function linesOf(pieces: readonly number[], width: number, space: number): number {
  let [lines, end] = [0, Number.POSITIVE_INFINITY];
  for (const piece of pieces) {
    const next = end + space + piece;
    if (next <= width * 1000) end = next;
    else {
      // A word longer than a line is divided.
      lines += Math.max(1, Math.ceil(piece / (width * 1000)));
      end = piece % (width * 1000);
    }
  }
  return lines;
}
