import type { ReactNode } from 'react';
import type { Chapter } from '../../src/model/guide.ts';
import type { BookProps } from '../../src/model/looks.ts';
import type { Mm } from '../../src/model/units.ts';
import { pt } from '../../src/model/units.ts';
import { accentOf, colourOf, mix } from './colour.ts';
import { Page, Text, View } from './primitives.ts';
import type { Setting } from './setting.ts';

/** A guide is printed on white paper, on any printer. */
export const PAPER = '#ffffff';

/** Lengths of a guide's page in mm: headings hang in a column of their own beside the text. */
export const BOOK = { top: 20, side: 20, foot: 24, aside: 36, gap: 6, block: 2.4 } as const;

/** Type sizes of a guide, in points. */
export const TYPE = { title: 30, lead: 13, head: 10.5, text: 9.5, small: 8, label: 8.5 } as const;

/** Width of the text column. */
function textColumn({ size }: Pick<BookProps, 'size'>): Mm {
  return size.width - 2 * BOOK.side - BOOK.aside - BOOK.gap;
}

/** The colour of a chapter: its own, its card's, or ink. */
export function accentFor({ colour, card }: Chapter, deck: BookProps['deck']): string {
  const found = deck.cards.find(({ id }) => id === card);
  if (colour !== '') return colourOf(deck, colour);
  return found ? accentOf(found, deck) : colourOf(deck, 'ink');
}

/** How text is set in a chapter. */
export function textSetting({ deck, size }: BookProps, accent: string): Setting {
  const w = textColumn({ size });
  return {
    ...{ deck, w, size: TYPE.text, tallest: w, colour: colourOf(deck, 'ink'), accent, leading: 1.38, links: true },
    hairline: mix(accent, PAPER, 0.7),
  };
}

/** Pages of a guide: their content flows from one to the next; each has a foot with a text and the place for its number. */
export function Leaves(props: Omit<BookProps, 'chapters'> & { id: string; foot: string; children: ReactNode }) {
  const { deck, size, id, foot, children } = props;
  return (
    <Page
      size={[pt(size.width), pt(size.height)]}
      id={id}
      bookmark={{ title: foot, fit: true }}
      experimentalPagination
      style={{
        paddingTop: pt(BOOK.top),
        paddingBottom: pt(BOOK.foot),
        paddingLeft: pt(BOOK.side),
        paddingRight: pt(BOOK.side),
        backgroundColor: PAPER,
      }}
    >
      {/* Comes first: the renderer repeats a fixed element only from its place on. */}
      <View
        fixed
        style={{
          position: 'absolute',
          left: pt(BOOK.side),
          width: pt(size.width - 2 * BOOK.side),
          top: pt(size.height - BOOK.foot + 8),
          flexDirection: 'row',
          justifyContent: 'space-between',
        }}
      >
        <Text style={footStyle(deck)}>{`${deck.name} ${deck.version} · ${foot}`}</Text>
        <View id="field:number" style={{ width: pt(NUMBERS), height: pt(FOOT) }} />
      </View>
      {children}
    </Page>
  );
}

/** Width and height of the place for a page's number, in mm. */
export const NUMBERS = 12;
const FOOT = 4;

/** A single page, from which no content flows to a next one. It takes its size from its content: one View of the paper's size. */
export function FixedPage({ size, id, children }: Pick<BookProps, 'size'> & { id: string; children: ReactNode }) {
  const [width, height] = [pt(size.width), pt(size.height)];
  return (
    <Page size={[width, height]} wrap={false} id={id}>
      <View style={{ width, height, backgroundColor: PAPER }}>{children}</View>
    </Page>
  );
}

function footStyle(deck: BookProps['deck']) {
  const colour = mix(colourOf(deck, 'ink'), PAPER, 0.25);
  return {
    fontFamily: deck.theme.font.text,
    fontWeight: 400 as const,
    fontSize: TYPE.small,
    color: colour,
    flexShrink: 0,
  };
}
