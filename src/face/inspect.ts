import type { Mm } from '../model/units.ts';
import { mm } from '../model/units.ts';

/** A node of react-pdf's layout, as far as it is read here. Lengths in points; `top` and `left` from the parent. */
export interface LayoutNode {
  type: string;
  box?: { top?: number; left?: number; width?: number; height?: number };
  style?: { fontFamily?: unknown; fontWeight?: unknown; fontStyle?: unknown; fontSize?: unknown };
  props?: { id?: string };
  value?: string;
  lines?: readonly LayoutLine[];
  children?: readonly LayoutNode[];
}

interface LayoutLine {
  string: string;
  box: { x: number; y: number; width: number; height: number };
  runs: readonly LayoutRun[];
}

interface LayoutRun {
  start: number;
  end: number;
  xAdvance?: number;
  glyphs?: readonly { id: number }[];
  positions?: readonly { xAdvance: number }[];
  ascent?: number;
  descent?: number;
  attributes: { fontSize?: number; font?: readonly { type?: string }[] };
}

/** Something wrong with how a face came out. */
export interface Finding {
  rule: 'overflow' | 'overlap' | 'lost-text' | 'missing-glyph' | 'missing-font' | 'small-text';
  /** One sentence, to follow the card's name and side. */
  message: string;
  /** The first words of the text it is about. */
  text: string;
}

/** What a page shows, and what is wrong with it. */
export interface Inspection {
  /** All text as drawn, line by line. */
  drawn: string[];
  findings: Finding[];
}

/** What a face is held against. Lengths in mm from the page's top left corner. */
export interface Bounds {
  /** Text must stay inside this: the safe area. */
  safe: Box;
  /** Fonts that exist, as `family/weight/style`. */
  fonts: ReadonlySet<string>;
}

/** A box by its edges, in mm. */
export interface Box {
  left: Mm;
  top: Mm;
  right: Mm;
  bottom: Mm;
}

/** Text is never set smaller than this on purpose (art direction: nothing under 6 pt). */
const SMALLEST_TEXT_PT = 6;
/** Rounding of the layout engine and the side bearings of glyphs; far below what a cutter or an eye resolves. */
const TOLERANCE: Mm = 0.2;

/** A block of text with everything that is needed to judge it. */
interface Block {
  text: string;
  lines: Box[];
  area: Box;
  areaName: string;
}

/**
 * Reads a laid-out page: what it shows, and where text overflows its area, runs into other text, was dropped,
 * or was set in a glyph, a font or a size that is not there.
 *
 * A View with an id that begins with `area:` bounds the text inside it; elsewhere the safe area does.
 */
export function inspect(page: LayoutNode, bounds: Bounds): Inspection {
  const blocks: Block[] = [];
  const findings: Finding[] = [];
  visit(page, { x: 0, y: 0, area: bounds.safe, areaName: 'the safe area' });
  for (const block of blocks) findings.push(...overflowOf(block));
  findings.push(...overlapsOf(blocks));
  return { drawn: blocks.map((block) => block.text), findings };

  function visit(node: LayoutNode, at: { x: Mm; y: Mm; area: Box; areaName: string }): void {
    const x = at.x + mm(node.box?.left ?? 0);
    const y = at.y + mm(node.box?.top ?? 0);
    if (node.type === 'TEXT') {
      const block = blockOf(node, x, y, at);
      blocks.push(block);
      findings.push(...textFindings(node, block, bounds.fonts));
      return;
    }
    let { area, areaName } = at;
    if (node.props?.id?.startsWith('area:')) {
      area = { left: x, top: y, right: x + mm(node.box?.width ?? 0), bottom: y + mm(node.box?.height ?? 0) };
      areaName = `its place (${node.props.id.slice(5)})`;
    }
    for (const child of node.children ?? []) visit(child, { x, y, area, areaName });
  }
}

function blockOf(node: LayoutNode, x: Mm, y: Mm, at: { area: Box; areaName: string }): Block {
  const lines = (node.lines ?? []).filter((line) => line.string.trim() !== '');
  return {
    text: (node.lines ?? []).map((line) => line.string).join(''),
    lines: lines.map((line) => inkOf(line, x, y)),
    area: at.area,
    areaName: at.areaName,
  };
}

/**
 * The box that a line's ink fills: its height without the leading, its width without spaces at the end.
 * `line.box.x` is where the ink begins: alignment is in it already.
 */
function inkOf(line: LayoutLine, x: Mm, y: Mm): Box {
  const advances = line.runs.flatMap((run) => (run.positions ?? []).map((position) => position.xAdvance));
  const characters = [...line.string];
  let width = advances.reduce((sum, advance) => sum + advance, 0);
  for (let i = characters.length - 1; i >= 0 && characters[i] === ' ' && i < advances.length; i -= 1) {
    width -= advances[i] ?? 0;
  }
  const size = Math.max(...line.runs.map((run) => run.attributes.fontSize ?? 0));
  const left = x + mm(line.box.x);
  const middle = y + mm(line.box.y + line.box.height / 2);
  // Capitals and most lower-case letters fill about seven tenths of the size around the middle of the line.
  const half = mm(size * 0.36);
  return { left, top: middle - half, right: left + mm(width), bottom: middle + half };
}

function overflowOf(block: Block): Finding[] {
  const by = Math.max(
    0,
    ...block.lines.flatMap((line) => [
      line.right - block.area.right,
      block.area.left - line.left,
      line.bottom - block.area.bottom,
      block.area.top - line.top,
    ]),
  );
  if (by <= TOLERANCE) return [];
  return [
    {
      rule: 'overflow',
      message: `text does not fit: it runs ${by.toFixed(1)} mm out of ${block.areaName}`,
      text: start(block.text),
    },
  ];
}

function overlapsOf(blocks: readonly Block[]): Finding[] {
  const findings: Finding[] = [];
  for (const [i, one] of blocks.entries()) {
    for (const other of blocks.slice(i + 1)) {
      const depth = Math.max(0, ...one.lines.flatMap((a) => other.lines.map((b) => shared(a, b))));
      if (depth <= TOLERANCE) continue;
      findings.push({
        rule: 'overlap',
        message: `text does not fit: it runs ${depth.toFixed(1)} mm into “${start(other.text)}”`,
        text: start(one.text),
      });
    }
  }
  return findings;
}

/** How deep two boxes lie in each other, in mm. */
function shared(a: Box, b: Box): Mm {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return wide > 0 && high > 0 ? Math.min(wide, high) : 0;
}

function textFindings(node: LayoutNode, block: Block, fonts: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = [];
  const given = textOf(node);
  const squeeze = (text: string) => text.replace(/\s+/gu, '').toLowerCase();
  // react-pdf drops lines without a word where a box is too low, and ends the last one with an ellipsis.
  if (squeeze(given) !== squeeze(block.text)) {
    const message = `text does not fit: about ${missingHeight(node, given).toFixed(1)} mm of it was left out`;
    findings.push({ rule: 'lost-text', message, text: start(given) });
  }
  const runs = (node.lines ?? []).flatMap((line) => line.runs);
  // Where no font has a character, react-pdf sets it in Helvetica, which is not embedded and has not got it either.
  const substituted = (run: LayoutRun) => run.attributes.font?.[0]?.type === 'STANDARD';
  if (runs.some((run) => substituted(run) || run.glyphs?.some((glyph) => glyph.id === 0))) {
    findings.push({ rule: 'missing-glyph', message: 'a character has no glyph in its font', text: start(given) });
  }
  const smallest = Math.min(...runs.map((run) => run.attributes.fontSize ?? SMALLEST_TEXT_PT));
  if (smallest < SMALLEST_TEXT_PT) {
    findings.push({
      rule: 'small-text',
      message: `text is set in ${smallest} pt; the least is 6 pt`,
      text: start(given),
    });
  }
  return [...findings, ...fontFindings(node, fonts)];
}

/** How high the lines would be that were left out, if they were as full as those that were drawn. In mm. */
function missingHeight(node: LayoutNode, given: string): Mm {
  const lines = node.lines ?? [];
  const drawn = lines.reduce((sum, line) => sum + line.string.length, 0);
  const perLine = Math.max(1, drawn / Math.max(1, lines.length));
  return Math.ceil(Math.max(1, given.length - drawn) / perLine) * mm(lines[0]?.box.height ?? 0);
}

/** A weight or a style that no font file gives is replaced by react-pdf without a word. */
function fontFindings(node: LayoutNode, fonts: ReadonlySet<string>): Finding[] {
  const { fontFamily, fontWeight = 400, fontStyle = 'normal' } = node.style ?? {};
  const family = Array.isArray(fontFamily) ? fontFamily[0] : fontFamily;
  const wanted = `${String(family)}/${String(fontWeight)}/${String(fontStyle)}`;
  const own: Finding[] =
    node.type === 'TEXT' && fontFamily !== undefined && textOf(node) !== '' && !fonts.has(wanted)
      ? [{ rule: 'missing-font', message: `no font file gives ${wanted}`, text: start(textOf(node)) }]
      : [];
  return [...own, ...(node.children ?? []).flatMap((child) => fontFindings(child, fonts))];
}

function textOf(node: LayoutNode): string {
  if (node.type === 'TEXT_INSTANCE') return node.value ?? '';
  return (node.children ?? []).map(textOf).join('');
}

function start(text: string): string {
  const folded = text.replace(/\s+/gu, ' ').trim();
  return folded.length <= 30 ? folded : `${folded.slice(0, 29).trimEnd()}…`;
}
