import type { ReactNode } from 'react';
import type { Section } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import { headingOf } from '../../src/model/deck-names.ts';
import type { Theme } from '../../src/model/theme.ts';
import type { Mm, Pt } from '../../src/model/units.ts';
import { mm, pt } from '../../src/model/units.ts';
import { ACCENTS, At, LABEL_LEADING, Label } from './base.tsx';
import type { Palette } from './colour.ts';
import { Content } from './content.tsx';
import { contentHeight, listLines, type Measured } from './height.ts';
import { leadingIn } from './leading.ts';
import { MOST_OF_BACK } from './picture-size.ts';
import { View } from './primitives.ts';
import type { Sizes } from './size.ts';
import { prepared } from './tree.ts';

/** Least space between two sections, and between a label and its text. */
const GAP: Mm = 1.7;
const UNDER_LABEL: Mm = 0.3;

/** Where a smaller size saves lines in lists, it is taken, down to this share of the largest size that fits. */
const FOR_LISTS = 0.94;

/** The room, type and colours of sections. Lengths in mm, type sizes in points. */
export interface SectionsProps {
  deck: Deck;
  sections: readonly Section[];
  sizes: Sizes;
  palette: Palette;
  x: Mm;
  y: Mm;
  w: Mm;
  h: Mm;
  /** Headings whose text is what the card is about: set in semibold. */
  strong?: readonly string[];
  /** True to leave out the headings, for text that needs none. */
  bare?: boolean;
  /** For suits with few words: larger type than usual may be taken. */
  roomy?: boolean;
  /**
   * One size and one rhythm for all cards of a suit; left out: the largest size that fits, spread over the height. A card that can't fit in it,
   * as in a deck's own wide font, is set smaller.
   */
  size?: Pt | undefined;
  /** True where a QR code takes room that the suit’s size counts on: a card that may need the room is set smaller. */
  tight?: boolean;
  /** Drawn at the right end of this heading's line. */
  beside?: { heading: string; node: ReactNode } | undefined;
}

/**
 * Sections below one another, spread over the height of their place, in the largest of the suit's text sizes that fits:
 * a card with few words gets larger type before it gets empty paper.
 */
export function Sections({
  deck,
  sizes,
  palette,
  x,
  y,
  w,
  h,
  strong = [],
  bare = false,
  roomy = false,
  tight = false,
  beside,
  ...given
}: SectionsProps) {
  const sections = given.sections.map((one) => ({ ...one, content: prepared(one.content, deck) }));
  const label = bare ? 0 : mm(sizes.label * leadingIn(deck.theme, LABEL_LEADING)) + UNDER_LABEL;
  const steps = sizes.texts.filter((step) => roomy || step <= sizes.text);
  const room = { theme: deck.theme, w, h, label, strong };
  const tallest = isPicture(sections) ? h - label : tallestFor(sections, given.size ?? steps.at(-1) ?? 0, sizes, room);
  const usual = given.size ?? sizeFor(sections, steps, { ...room, tallest });
  const hasRoom = !tight && heightOf(sections, usual, { ...room, tallest, fewest: true }) <= h;
  const size = hasRoom ? usual : atMost(usual, sizes.texts, sections, { ...room, tallest });
  const gap = given.size === undefined ? undefined : pt(GAP);
  const setting = { deck, w, size, tallest, colour: palette.ink, accent: palette.accent, hairline: palette.hairline };
  return (
    <At {...{ x, y, w, h }} above={ACCENTS} justify={gap === undefined ? 'space-between' : 'flex-start'} area="text">
      {sections.map((section, index) => (
        <View key={section.heading} style={{ width: pt(w), marginTop: index > 0 ? (gap ?? 0) : 0, flexShrink: 0 }}>
          {bare ? null : (
            <View style={{ flexDirection: 'row', justifyContent: 'space-between', flexShrink: 0 }}>
              <Label theme={deck.theme} size={sizes.label} colour={palette.accent}>
                {headingOf(deck, section.heading)}
              </Label>
              {beside?.heading === section.heading ? beside.node : null}
            </View>
          )}
          <View style={{ marginTop: bare ? 0 : pt(UNDER_LABEL), flexShrink: 0 }}>
            <Content
              root={section.content}
              setting={strong.includes(section.heading) ? { ...setting, weight: 600 } : setting}
            />
          </View>
        </View>
      ))}
    </At>
  );
}

/** Shares of a back's height for a picture, tried one after the other until the words around it fit. */
const PICTURES = [MOST_OF_BACK, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3, 0.25];

/** The height of pictures: the largest of PICTURES that leaves room for the words in their smallest size. */
function tallestFor(sections: readonly Section[], smallest: Pt, { height }: Sizes, room: Omit<Room, 'tallest'>): Mm {
  const heights = PICTURES.map((share) => height * share);
  const fits = (tallest: Mm) => heightOf(sections, smallest, { ...room, tallest }) <= room.h;
  return heights.find(fits) ?? height * MOST_OF_BACK;
}

/** The size in which sections are set; where no size fits, the smallest: the inspection says by how much. */
function sizeFor(sections: readonly Section[], steps: readonly Pt[], room: Room): Pt {
  const fitting = steps.filter((size) => heightOf(sections, size, room) <= room.h);
  const [largest = steps.at(-1) ?? 0] = fitting;
  const tried = fitting.filter((size) => size >= largest * FOR_LISTS);
  const items = tried.map((size) =>
    sections.reduce((sum, one) => sum + listLines(one.content, setOf(one, size, room)), 0),
  );
  return tried[items.indexOf(Math.min(...items))] ?? largest;
}

/** A suit's size, or where its sections do not fit in it the largest of the smaller ones in which they do; where none does, the smallest. */
function atMost(size: Pt, others: readonly Pt[], sections: readonly Section[], room: Room): Pt {
  const steps = [size, ...others.filter((one) => one < size)];
  return steps.find((one) => heightOf(sections, one, room) <= room.h) ?? steps.at(-1) ?? size;
}

/** The room that sections are fitted into, and how they are set. */
interface Room {
  theme: Theme;
  w: Mm;
  h: Mm;
  /** Height of a label with the space under it. */
  label: Mm;
  /** Headings whose text is set in semibold, which is wider. */
  strong: readonly string[];
  /** How high a picture may be. */
  tallest: Mm;
  /** True for the least height that sections can fill, in place of a cautious estimate. */
  fewest?: boolean;
}

/** Whether the sections hold nothing but a picture. */
function isPicture([only, ...others]: readonly Section[]): boolean {
  const [first, ...more] = only?.content.children ?? [];
  return first?.type === 'element' && first.tagName === 'img' && others.length + more.length === 0;
}

function setOf({ heading }: Section, size: Pt, { theme, w, strong, tallest, fewest }: Room): Measured {
  return { type: { theme, weight: strong.includes(heading) ? 600 : 400 }, size, w, tallest, fewest };
}

/** An estimate of the height that sections fill, in mm. */
function heightOf(sections: readonly Section[], size: Pt, room: Room): Mm {
  const heights = sections.map((one) => room.label + contentHeight(one.content, setOf(one, size, room)));
  return heights.reduce((sum, one) => sum + one, 0) + GAP * Math.max(0, sections.length - 1);
}
