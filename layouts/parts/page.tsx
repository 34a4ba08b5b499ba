import type { ReactNode } from 'react';
import { createContext, useContext } from 'react';
import type { Deck } from '../../src/model/deck.ts';
import type { Format } from '../../src/model/faces.ts';
import type { Board, Worksheet } from '../../src/model/kit.ts';
import type { KitProps } from '../../src/model/looks.ts';
import type { Mm, Pt } from '../../src/model/units.ts';
import { At, Ground, Label, Words } from './base.tsx';
import { Cloth } from './cloth.tsx';
import { colourOf, groundOf, mix } from './colour.ts';
import { cardsOf, mention } from './fields.ts';
import { Gap } from './front.tsx';
import { Balanced, Title } from './type.tsx';

/** Type sizes, lengths and colours of a board or a worksheet, by the size of its paper. */
export interface PageSetting {
  deck: Deck;
  /** The deck's cards. */
  format: Format;
  /** Margin between the paper's edge and everything printed. */
  margin: Mm;
  /** Space between blocks. */
  gap: Mm;
  /** Height of a line to write on. */
  line: Mm;
  type: { title: Pt; area: Pt; lead: Pt; text: Pt; label: Pt; foot: Pt };
  colours: { accent: string; ink: string; quiet: string; hairline: string; panel: string; paper: string };
}

const PageContext = createContext<PageSetting | undefined>(undefined);

/** The setting of the board or worksheet around a component. */
export function usePage(): PageSetting {
  const setting = useContext(PageContext);
  if (setting === undefined) throw new Error('This component belongs on a board or a worksheet.');
  return setting;
}

/** The ground of a page is white: people's printers can't print a tint to the edges, and they write on it. */
const PAPER = '#ffffff';

/** The geometric mean side of A3, for which boards are made, in mm. */
const A3 = Math.sqrt(297 * 420);

/** The setting of a board, by its size. At 40 pt a heading is read from three meters (capitals of 10 mm). */
export function boardSetting({ page, deck, size, format }: KitProps<Board>): PageSetting {
  const scale = Math.sqrt(size.width * size.height) / A3;
  const at = (length: number) => length * scale;
  return {
    ...{ deck, format, margin: 8, gap: at(5), line: Math.max(9, at(10.4)) },
    type: { title: at(54), area: at(40), lead: at(19), text: at(15), label: at(11.5), foot: Math.max(7, at(8)) },
    colours: coloursOf(page, deck),
  };
}

/** The setting of a worksheet. */
export function sheetSetting({ page, deck, format }: KitProps<Worksheet>): PageSetting {
  return {
    ...{ deck, format, margin: 14, gap: 4, line: 8 },
    type: { title: 25, area: 13.5, lead: 11, text: 10, label: 8.5, foot: 7.5 },
    colours: coloursOf(page, deck),
  };
}

function coloursOf({ colour }: Board | Worksheet, deck: Deck): PageSetting['colours'] {
  const [accent, ink] = [colourOf(deck, colour), colourOf(deck, 'ink')];
  return {
    ...{ accent, ink, paper: PAPER, quiet: mix(ink, PAPER, 0.25) },
    // Dark enough that a line is still seen on a black and white copy.
    hairline: mix(accent, PAPER, 0.4),
    panel: mix(accent, PAPER, 0.93),
  };
}

/** A whole board or worksheet: components on it get its setting by `usePage`. */
export function KitPage({ size, setting, children }: { size: Format; setting: PageSetting; children: ReactNode }) {
  return (
    <PageContext value={setting}>
      <Ground format={size} colour={setting.colours.paper}>
        {children}
      </Ground>
    </PageContext>
  );
}

/** The card that a page is used with: `ACT 4 Argue and Vote`; empty for none. */
export function usedWith({ card }: Board | Worksheet, deck: Deck): string {
  const [found] = cardsOf(deck, [card]);
  return found ? [mention(found), found.title].filter((one, at, all) => all.indexOf(one) === at).join(' ') : '';
}

/** Height of a board's head. */
export function headHeight({ type }: PageSetting): Mm {
  return type.title * 0.62;
}

/** A board's head: its name on a cloth, above it the card that it is used with, beside it what to do. */
export function Head({ page, deck, size }: KitProps<Board>) {
  const setting = usePage();
  const { margin, type, colours } = setting;
  const h = headHeight(setting);
  const w = size.width - 2 * margin;
  const [inset, left] = [margin + h * 0.22, w * 0.5];
  const { ground, onGround } = groundOf(colours.accent, colours.paper, deck);
  const band: Format = { ...size, id: `${size.id}-head`, width: w - 8, height: h - 8 };
  const column = { deck, w: w - left - h * 0.3 };
  return (
    <>
      <At x={margin} y={margin} w={w} h={h}>
        <Ground format={band} colour={ground}>
          <Cloth format={band} colour={ground} thread={onGround} weave={weaveOf(page)} />
        </Ground>
      </At>
      <At x={inset} y={margin} w={left - h * 0.2} h={h} justify="center" area="head">
        <Label theme={deck.theme} size={type.label} colour={onGround} w={left - h * 0.2}>
          {[deck.words.kit.board, usedWith(page, deck)].filter(Boolean).join(' · ')}
        </Label>
        <Gap h={1} />
        <Title deck={deck} w={left - h * 0.2} colour={onGround} sizes={[type.title]} smaller={titleSteps(setting)}>
          {page.title}
        </Title>
      </At>
      <At x={margin + left} y={margin} w={column.w} h={h} justify="center" area="lead">
        <Balanced {...column} size={type.lead} colour={onGround} leading={1.25}>
          {page.lead}
        </Balanced>
      </At>
    </>
  );
}

/** A title that is too long for its line is set smaller, but still read from three meters. */
function titleSteps({ type }: PageSetting): Pt[] {
  return [0.95, 0.9, 0.85, 0.8, 0.76].map((share) => share * type.title);
}

/** A board's weave, so that boards on one table differ by their cloths too. It comes from the letters of the id, which never changes. */
function weaveOf({ id }: Board): number {
  return [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
}

/** The deck, edition and page, along a page's lower edge. */
export function Foot({ page, deck, size }: Pick<KitProps, 'page' | 'deck' | 'size'>) {
  const { margin, type, colours } = usePage();
  const w = size.width - 2 * margin;
  return (
    <At x={margin} y={size.height - margin - type.foot * 0.42} w={w} row justify="space-between">
      <Words theme={deck.theme} size={type.foot} colour={colours.quiet}>
        {`${deck.name} ${deck.version}`}
      </Words>
      <Words theme={deck.theme} size={type.foot} colour={colours.quiet}>
        {`${page.title} · ${size.name}`}
      </Words>
    </At>
  );
}

/** Height of a page's foot, with the space above it. */
export function footHeight({ type }: PageSetting): Mm {
  return type.foot * 0.42 + 2;
}
