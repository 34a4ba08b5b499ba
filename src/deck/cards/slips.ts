import type { Nodes, Paragraph, Text } from 'mdast';
import { type Place, type Problem, warning } from '../../model/problem.ts';
import { UNSPACED } from '../../model/unspaced.ts';
import { type Part, placeOf } from './parts.ts';

/** A mark of Markdown that was left in a text, and would be printed as it is. */
interface Slip {
  what: string;
  /** Looked for in the text as it is written, with escaped characters masked. */
  mark: RegExp;
  advice: string;
}

const SLIPS: readonly Slip[] = [
  {
    what: 'a picture',
    mark: /!\[[^\]]*\](?: ?\([^\s)]*|\[[^\]]*\])/u,
    advice:
      'The brackets of a picture touch. A name with spaces or brackets stands in <…>: ![what it shows](<my picture (1).png>).',
  },
  { what: 'a link', mark: /(?<!!\[[^\]]*)\]\([^\s)]*/u, advice: 'A link is [words](https://…), closed with ).' },
  {
    what: 'strong words',
    mark: /\*\*|__/u,
    advice:
      'Strong words stand between two **, without a space inside; beside a letter without a sign inside: “**so**”는, not **“so”**는.',
  },
  {
    what: 'emphasis',
    // As in "*never closed" and "never opened_". Not "5 * 3", "5 *3", "snake_case", nor "12 euros*", which leads to a note below it.
    mark: /(?<![\p{L}\p{M}\p{N}*_]|\d\s)[*_](?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])_(?![\p{L}\p{N}_])/u,
    advice: 'Emphasis stands between two *, without a space inside.',
  },
  { what: 'a heading', mark: /^#{2,}(?:[^\s#]|[^\S\t\n ])\S*/mu, advice: 'After ## stands a plain space.' },
];

/** A word that leads to a note: "12 euros*", and below it "*without drinks". */
const NOTED = /[\p{L}\p{N}.,;:!?)”"’]\*(?![\p{L}\p{N}*])/u;
const OF_NOTES = SLIPS.filter(({ what }) => what !== 'emphasis');

/** A row of a table: it begins with a bar, and has another one. */
const ROW = /^[ \t]*\|[^\n]*\|/mu;

/** How a line begins that is an entry of a list elsewhere: with a sign, a letter, or what begins one here before a word or a space that is none of Markdown's. */
const ENTRY = /^[^\S\n]*(?:[•·‣◦●○▪■–—][^\S\n]|[A-Za-z]\)\s|(?:[-*+]|\d+[.)])[\p{L}\u00a0\u2002\u2003\u2009\u202f])/u;
const HARD_BREAK = /(?:\\| {2})$/u;

/** What an escape, like `\*`, is masked with, so that offsets stay. */
const MASK = '\0\0';

/** Letters that emphasis may touch: Chinese and Japanese have no spaces, and in Korean what a word does follows it: *기울임*이. */
const JOINED = `[\\p{Script=Hangul}${UNSPACED}]`;
/** What stands beside the stars of emphasis in the middle of a word. */
const LETTER_BEFORE = new RegExp(`(?!${JOINED})[\\p{L}\\p{M}\\p{N}]$`, 'u');
const LETTER_AFTER = new RegExp(`^(?!${JOINED})[\\p{L}\\p{N}]`, 'u');

/** Warnings for marks that would be printed: one for each line of a part that has any. */
export function slipsIn(part: Part): Problem[] {
  const paragraphs = paragraphsIn(part.tree);
  const slips = paragraphs.some((one) => textsIn(one).some((text) => NOTED.test(written(text, part))))
    ? OF_NOTES
    : SLIPS;
  const marks = paragraphs.flatMap((paragraph) => {
    const whole = tableSlip(paragraph, part) ?? listSlip(paragraph, part);
    return whole ? [whole] : [...markSlips(paragraph, { part, slips }), ...starSlips(paragraph, part)];
  });
  return [...marks, ...numberSlips(part.tree, part)];
}

/** Entries of lists that are printed with another number: `3. Oktober` and below it `25. Dezember` are a list, and so 3 and 4. */
function numberSlips(node: Nodes, part: Part): Problem[] {
  const inside = 'children' in node ? node.children.flatMap((one) => numberSlips(one, part)) : [];
  if (node.type !== 'list' || node.ordered !== true) return inside;
  const numbers = node.children.map(({ position }) => {
    const at = (position?.start.offset ?? 0) - part.offset;
    return Number(/^\d+/u.exec(part.text.slice(at, at + 10))?.[0]);
  });
  const [first = 1] = numbers;
  const wrong = numbers.findIndex((number, i) => number !== first + i);
  // All with 1 is a way to write a list.
  if (wrong < 0 || numbers.every((number) => number === 1)) return inside;
  const message = `This entry's number ${numbers[wrong]} would be printed as ${first + wrong}: a list counts on from its first.`;
  const note = `For the number itself write ${numbers[wrong]}\\.`;
  return [
    warning({ file: part.file, place: placeOf(node.children[wrong]), rule: 'card/slip', message, note }),
    ...inside,
  ];
}

/** Emphasis that begins or ends inside a word: of "Kolleg*innen und Mitarbeiter*innen", or 30*20*10, both stars would be gone. */
function starSlips(node: Nodes, part: Part): Problem[] {
  const inside = 'children' in node ? node.children.flatMap((one) => starSlips(one, part)) : [];
  if (node.type !== 'emphasis') return inside;
  const { start, end } = node.position ?? {};
  const [from, to] = [(start?.offset ?? 0) - part.offset, (end?.offset ?? 0) - part.offset];
  const isInWord = LETTER_BEFORE.test(part.text.slice(0, from)) || LETTER_AFTER.test(part.text.slice(to));
  if (!isInWord) return inside;
  const message = 'Stars inside words would not be printed: what stands between them becomes emphasis.';
  const note = 'For the sign itself write \\*: Mitarbeiter\\*innen, 30\\*20.';
  const got = part.text.slice(from, to).slice(0, 60);
  return [warning({ file: part.file, place: placeOf(node), rule: 'card/slip', message, note, got }), ...inside];
}

function paragraphsIn(node: Nodes): Paragraph[] {
  if (node.type === 'paragraph' || node.type === 'tableCell') return [node as Paragraph];
  return 'children' in node ? node.children.flatMap(paragraphsIn) : [];
}

/** Rows that are no table, as the line of dashes is missing. */
function tableSlip(paragraph: Paragraph, part: Part): Problem | undefined {
  const [first] = paragraph.children;
  if (paragraph.type !== 'paragraph' || first?.type !== 'text' || !ROW.test(written(first, part))) return undefined;
  const message = 'Bars would be printed as they are: this is no table.';
  const note = 'Below its first row a table has a line of dashes: |---|---|. For a bar itself write \\|.';
  return warning({ file: part.file, place: placeOf(first), rule: 'card/slip', message, note });
}

/** Entries of a list as word processors write them, whose lines run on in one paragraph. */
function listSlip(paragraph: Paragraph, { text, offset, file }: Part): Problem | undefined {
  const { start, end } = paragraph.position ?? {};
  const lines = text.slice((start?.offset ?? offset) - offset, (end?.offset ?? offset) - offset).split('\n');
  const entries = lines.flatMap((line, at) => (ENTRY.test(line) ? [at] : []));
  const runOn = entries.find((at) => at > 0 && !HARD_BREAK.test(lines[at - 1] ?? ''));
  if (entries.length < 2 || runOn === undefined) return undefined;
  const message = 'Entries would be printed on one line, one after the other: this is no list.';
  const note =
    'An entry begins with a hyphen or a number, and a plain space: "- one", "1. one". A line that only ends here ends in \\.';
  return warning({
    file,
    place: placeOf(paragraph),
    rule: 'card/slip',
    message,
    note,
    got: lines[runOn]?.slice(0, 60),
  });
}

interface Found extends Slip {
  place: Place;
  got: string;
}

function markSlips(paragraph: Paragraph, { part, slips }: { part: Part; slips: readonly Slip[] }): Problem[] {
  const found = textsIn(paragraph).flatMap((text) => marksIn(text, part, slips));
  const lines = [...new Set(found.map(({ place }) => place.line))];
  return lines.map((line) => {
    const here = found.filter(({ place }) => place.line === line);
    const marks = here.map(({ got, what }) => `"${got}" (${what})`).join(', ');
    const message = `Marks would be printed as they are: ${marks}.`;
    const note = [...new Set(here.map(({ advice }) => advice)), 'For the sign itself write \\ before it.'].join(' ');
    return warning({ file: part.file, place: here[0]?.place, rule: 'card/slip', message, note });
  });
}

function textsIn(node: Nodes): Text[] {
  if (node.type === 'text') return [node];
  return 'children' in node ? node.children.flatMap(textsIn) : [];
}

function marksIn(text: Text, part: Part, slips: readonly Slip[]): Found[] {
  const raw = written(text, part);
  const start = placeOf(text);
  return slips
    .flatMap((slip) => {
      const match = slip.mark.exec(raw);
      if (!match) return [];
      const before = raw.slice(0, match.index).split('\n');
      const column = (before.at(-1)?.length ?? 0) + (before.length === 1 ? start.column : 1);
      return [{ ...slip, got: match[0], place: { line: start.line + before.length - 1, column } }];
    })
    .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
}

/** A text as it is written, its escapes masked. */
function written({ position }: Text, { text, offset }: Part): string {
  const [from, to] = [position?.start.offset ?? offset, position?.end.offset ?? offset];
  return text.slice(from - offset, to - offset).replace(/\\[!-/:-@[-`{-~]/gu, MASK);
}
