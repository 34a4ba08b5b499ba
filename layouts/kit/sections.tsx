import { View } from '@react-pdf/renderer';
import type { Element, Root, RootContent } from 'hast';
import type { Deck, Section } from '../../src/model.ts';
import type { Mm, Pt } from '../../src/units.ts';
import { mm, pt } from '../../src/units.ts';
import { At, Label } from './base.tsx';
import { BLOCK_GAP, INDENT, ITEM_GAP } from './blocks.tsx';
import type { Palette } from './colour.ts';
import { Content } from './content.tsx';
import { lineCount } from './measure.ts';
import { LEADING, type Sizes } from './size.ts';
import { cellWidth, columnsOf, elementsIn, textOf } from './tree.ts';

/** Least space between two sections, and between a label and its text. */
const GAP: Mm = 1.1;
const UNDER_LABEL: Mm = 0.3;
/** Line height of a label, in font sizes. */
const LABEL_LEADING = 1.2;

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
}

/**
 * Sections below one another, spread over the height of their place, in the largest of the suit's text sizes that fits:
 * a card with few words gets larger type before it gets empty paper.
 */
export function Sections({
  deck,
  sections,
  sizes,
  palette,
  x,
  y,
  w,
  h,
  strong = [],
  bare = false,
  roomy = false,
}: SectionsProps) {
  const label = bare ? 0 : mm(sizes.label * LABEL_LEADING) + UNDER_LABEL;
  const steps = sizes.texts.filter((step) => roomy || step <= sizes.text);
  const size = sizeFor(sections, steps, w, h, label, strong);
  const setting = { deck, w, size, colour: palette.ink, accent: palette.accent, hairline: palette.hairline };
  return (
    <At x={x} y={y} w={w} h={h} justify="space-between" area="text">
      {sections.map((section) => (
        <View key={section.heading} style={{ width: pt(w), flexShrink: 0 }}>
          {bare ? null : (
            <Label theme={deck.theme} size={sizes.label} colour={palette.accent} w={w} leading={LABEL_LEADING}>
              {section.heading}
            </Label>
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

/** The largest size in which all sections fit a height, with an estimate of their lines; at worst the smallest. */
function sizeFor(
  sections: readonly Section[],
  sizes: readonly Pt[],
  w: Mm,
  h: Mm,
  label: Mm,
  strong: readonly string[],
): Pt {
  const fits = (size: Pt) => {
    const texts = sections.map(
      (section) => label + heightOf(section.content, size * (strong.includes(section.heading) ? 1.05 : 1), w),
    );
    return texts.reduce((sum, one) => sum + one, 0) + GAP * (sections.length - 1) <= h;
  };
  return sizes.find(fits) ?? sizes.at(-1) ?? 0;
}

/** An estimate of the height that a tree fills, in mm. */
function heightOf(root: Root, size: Pt, w: Mm): Mm {
  const items = linesOf(root.children, w, size);
  const gaps = Math.max(0, items.length - 1) * size * (items.some((item) => item.listed) ? ITEM_GAP : BLOCK_GAP);
  return mm(items.reduce((sum, item) => sum + item.lines, 0) * size * LEADING + gaps);
}

/** Paragraphs, items and table rows with the lines each fills. */
function linesOf(nodes: readonly RootContent[], w: Mm, size: Pt): { lines: number; listed: boolean }[] {
  return elementsIn(nodes).flatMap((element) => {
    if (element.tagName === 'ul' || element.tagName === 'ol') return linesOf(element.children, w, size);
    if (element.tagName === 'table') return rowsOf(element, w, size);
    const listed = element.tagName === 'li';
    const width = pt(w) - (listed ? size * INDENT : 0);
    return [{ lines: lineCount(textOf(element), 'text', size * 1.01, width), listed }];
  });
}

function rowsOf(table: Element, w: Mm, size: Pt): { lines: number; listed: boolean }[] {
  const columns = columnsOf(table, size, w);
  const rows = elementsIn(table.children).flatMap((part) => elementsIn(part.children));
  return rows.map((row) => {
    const lines = elementsIn(row.children).map((cell, index) =>
      lineCount(textOf(cell), 'text', size, pt(cellWidth(columns[index] ?? w, size))),
    );
    return { lines: Math.max(1, ...lines), listed: true };
  });
}
