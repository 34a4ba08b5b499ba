import type { Root } from 'hast';
import { filled } from '../../../layouts/words/words.ts';
import { printedText } from '../../deck/cards/content.ts';
import type { Section } from '../../model/card.ts';
import { outcomesOf } from '../../model/day.ts';
import type { Deck } from '../../model/deck.ts';
import type { Chapter } from '../../model/guide.ts';
import type { Looks } from '../../model/loaded-looks.ts';
import type { FilledEntry, FilledPage } from '../../record/filled.ts';
import { type CellContent, type ChapterBlock, heading, paragraph, table } from '../guide/tree.ts';
import { linesIn } from './lines.ts';

/** How many people have a line to sign on. */
const SIGNERS = 10;

/**
 * What a room wrote as chapters, which the look of the guide prints: what everybody signs, a chapter a filled-in sheet, places to sign.
 *
 * @param fileOf the file that messages about the sheet of this number name, from 0
 */
export function recordChapters(
  pages: readonly FilledPage[],
  deck: Deck,
  { elements }: Looks,
  fileOf: (at: number) => string,
): Chapter[] {
  const { record: words } = deck.words;
  const cards = new Map(deck.cards.map((card) => [card.id, card]));
  const section = (name: string, children: ChapterBlock[]): Section => {
    const content: Root = { type: 'root', children };
    return {
      heading: name,
      content,
      text: printedText(content, elements, { cards, base: '' }),
      place: { line: 1, column: 1 },
    };
  };
  const chapter = (id: string, title: string, more: Partial<Chapter>): Chapter => ({
    ...{ id, title, lead: '', part: '', order: 0, card: '', colour: '', sources: [], sections: [] },
    ...{ file: fileOf(-1), places: {}, ...more },
  });
  const outcomes = outcomesOf(deck.day).map((one, at): CellContent[] => [String(at + 1), one]);
  const sheets = pages.map((page, at) =>
    chapter(`sheet-${at + 1}`, nameOf(page, deck), {
      lead: page.known ? '' : words.unknownSheet,
      colour: deck.worksheets?.find(({ id }) => id === page.sheet)?.colour ?? '',
      sections: page.parts.map(({ heading: name, entries }) => section(name, entries.flatMap(blocksOf))),
      file: fileOf(at),
    }),
  );
  return [
    ...(outcomes.length === 0
      ? []
      : [chapter('outcomes', words.outcomes, { sections: [section('', [table(['', words.outcomes], outcomes)])] })]),
    ...sheets,
    chapter('signed', words.signedBy, {
      lead: words.signedAbout,
      sections: [
        section(
          '',
          Array.from({ length: SIGNERS }, () => signing(deck)),
        ),
      ],
    }),
  ];
}

/** Lines for somebody to sign on. */
function signing({ words: { record: words } }: Deck): ChapterBlock {
  const line = (count: number) => '_'.repeat(count);
  return paragraph(
    `${words.name} ${line(32)} ${words.role} ${line(18)}\n${words.signature} ${line(28)} ${words.date} ${line(14)}`,
  );
}

/** `Pantry: North`. */
function nameOf({ title, team }: Pick<FilledPage, 'title' | 'team'>, { words }: Deck): string {
  const name = linesIn(team).join(' ');
  return name === '' ? title : filled(words.record.onSheet, { sheet: title, team: name });
}

/** A block stays together on one page: a long text is several. A table that does not fit the page is printed as lines. */
function blocksOf(entry: FilledEntry): ChapterBlock[] {
  if (entry.kind === 'table') {
    const label = entry.label === '' ? [] : [heading(entry.label)];
    const written = table(
      entry.head,
      entry.rows.map((cells) => cells.map((cell) => linesIn(cell).flatMap(pieces).join('\n'))),
    );
    return [...label, { ...written, properties: { dissolves: true } }];
  }
  const [first = '', ...others] = linesIn(entry.value).flatMap(pieces);
  return [paragraph([{ strong: `${entry.label}:` }, ` ${first}`]), ...others.map((one) => paragraph(one))];
}

/** The most characters of a paragraph: a fifth of a page. */
const MOST = 600;

/** A line of text in pieces, cut at spaces; a line of spaces alone is none. */
function pieces(line: string): string[] {
  return (line.match(new RegExp(`.{1,${MOST}}(?:\\s|$)|\\S+`, 'gu')) ?? [])
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
