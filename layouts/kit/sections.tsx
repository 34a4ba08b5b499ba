import { View } from '@react-pdf/renderer';
import type { Element, RootContent } from 'hast';
import type { ReactNode } from 'react';
import type { Section } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { Mm, Pt } from '../../src/model/units.ts';
import { mm, pt } from '../../src/model/units.ts';
import { At, Label } from './base.tsx';
import { BLOCK_GAP, INDENT, ITEM_GAP } from './blocks.tsx';
import type { Palette } from './colour.ts';
import { Content } from './content.tsx';
import { headingOf } from './fields.ts';
import { lineCount } from './measure.ts';
import { LEADING, type Sizes } from './size.ts';
import { cellWidth, columnsOf, elementsIn, prepared, textOf } from './tree.ts';

/** Least space between two sections, and between a label and its text. */
const GAP: Mm = 1.7;
const UNDER_LABEL: Mm = 0.3;
/** Line height of a label, in font sizes. */
const LABEL_LEADING = 1.2;

/** The renderer evens lines out and so breaks a little earlier than an estimate that fills each of them. */
const CAUTION = 1.03;
/** Over that many lines it needs a further one. */
const LONG = 8;
/** A smaller size is taken where it spares the items of lists further lines, down to this share of the largest that fits. */
const FOR_LISTS = 0.94;

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
  /** Without labels, for text that speaks for itself. */
  bare?: boolean;
  /** For suits with few words: larger type than usual may be taken. */
  roomy?: boolean;
  /** One size and one rhythm for all cards of a suit; left out: the largest size that fits, spread over the height. */
  size?: Pt | undefined;
  /** What stands at the right end of a heading's line. */
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
  beside,
  ...given
}: SectionsProps) {
  const sections = given.sections.map((one) => ({ ...one, content: prepared(one.content, deck) }));
  const label = bare ? 0 : mm(sizes.label * LABEL_LEADING) + UNDER_LABEL;
  const steps = sizes.texts.filter((step) => roomy || step <= sizes.text);
  const size = given.size ?? sizeFor(sections, steps, { w, h, label, strong });
  const gap = given.size === undefined ? undefined : pt(GAP);
  const setting = { deck, w, size, colour: palette.ink, accent: palette.accent, hairline: palette.hairline };
  return (
    <At x={x} y={y} w={w} h={h} justify={gap === undefined ? 'space-between' : 'flex-start'} area="text">
      {sections.map((section, index) => (
        <View key={section.heading} style={{ width: pt(w), marginTop: index > 0 ? (gap ?? 0) : 0, flexShrink: 0 }}>
          {bare ? null : (
            <View style={{ flexDirection: 'row', justifyContent: 'space-between', flexShrink: 0 }}>
              <Label theme={deck.theme} size={sizes.label} colour={palette.accent} leading={LABEL_LEADING}>
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

/** The size in which sections are set; where no size fits, the smallest: the inspection says by how much. */
function sizeFor(sections: readonly Section[], steps: readonly Pt[], room: Room): Pt {
  const fitting = steps.filter((size) => heightOf(sections, size, room) <= room.h);
  const [largest = steps.at(-1) ?? 0] = fitting;
  const tried = fitting.filter((size) => size >= largest * FOR_LISTS);
  const items = tried.map((size) => listLines(sections, size, room));
  return tried[items.indexOf(Math.min(...items))] ?? largest;
}

/** What sections are fitted into. */
interface Room {
  w: Mm;
  h: Mm;
  /** Height of a label with the space under it. */
  label: Mm;
  /** Headings whose text is set in semibold, which is wider. */
  strong: readonly string[];
}

/** An estimate of the height that sections fill, in mm. */
function heightOf(sections: readonly Section[], size: Pt, room: Room): Mm {
  const heights = sections.map((section) => {
    const items = itemsOf(section, size, room);
    const gap = items.some((item) => item.listed) ? ITEM_GAP : BLOCK_GAP;
    const lines = items.reduce((sum, item) => sum + item.lines, 0);
    return room.label + mm(size * (lines * LEADING + Math.max(0, items.length - 1) * gap));
  });
  return heights.reduce((sum, one) => sum + one, 0) + GAP * Math.max(0, sections.length - 1);
}

/** How many lines the items of lists fill. */
function listLines(sections: readonly Section[], size: Pt, room: Room): number {
  const items = sections.flatMap((section) => itemsOf(section, size, room)).filter((item) => item.listed);
  return items.reduce((sum, item) => sum + item.lines, 0);
}

function itemsOf({ heading, content }: Section, size: Pt, { w, strong }: Room): Item[] {
  return linesOf(content.children, w, size * (strong.includes(heading) ? 1.05 : 1));
}

/** A paragraph, an item of a list or a row of a table. */
interface Item {
  lines: number;
  listed: boolean;
}

/** Paragraphs, items and table rows with the lines each fills. */
function linesOf(nodes: readonly RootContent[], w: Mm, size: Pt): Item[] {
  return elementsIn(nodes).flatMap((element) => {
    if (element.tagName === 'ul' || element.tagName === 'ol') return linesOf(element.children, w, size);
    if (element.tagName === 'table') return rowsOf(element, w, size);
    const listed = element.tagName === 'li';
    const width = pt(w) - (listed ? size * INDENT : 0);
    const lines = lineCount(textOf(element), 'text', size * CAUTION, width);
    return [{ lines: lines + Math.floor(lines / LONG), listed }];
  });
}

function rowsOf(table: Element, w: Mm, size: Pt): Item[] {
  const columns = columnsOf(table, size, w);
  const rows = elementsIn(table.children).flatMap((part) => elementsIn(part.children));
  return rows.map((row) => {
    const lines = elementsIn(row.children).map((cell, index) =>
      lineCount(textOf(cell), 'text', size, pt(cellWidth(columns[index] ?? w, size))),
    );
    return { lines: Math.max(1, ...lines), listed: true };
  });
}
