import type { FieldBox } from '../model/field-box.ts';
import { FOOTER_BEGINS } from '../model/looks.ts';
import { SPACES, trimmed } from '../model/spaces.ts';
import type { Mm, Point } from '../model/units.ts';
import { mm } from '../model/units.ts';
import { cutLettersOf, type PaintedMark } from './cut-letters.ts';
import { drawnText } from './drawn-text.ts';
import { type Finding, firstWords } from './finding.ts';
import { beyond, beyondCorners, common, type Ink, inkOf, overlapDepth } from './ink.ts';
import { type Box, type LayoutNode, nodeText } from './layout-tree.ts';
import { squeezeOf } from './squeeze.ts';
import { textFindings } from './text-findings.ts';

/** What a page shows, and what is wrong with it. */
export interface Inspection {
  /** All text as drawn, line by line. */
  drawn: string[];
  /** Names of the pictures that it shows: of Views whose id begins with `picture:` or `image:`. */
  pictures: string[];
  /** Where something is filled in: Views whose id begins with `field:`. */
  fields: FieldBox[];
  findings: Finding[];
}

/** What a face is held against. Lengths in mm from the page's top left corner. */
export interface Bounds {
  /** Text must stay inside this: the safe area. */
  safe: Box;
  /** How round its corners are; 0 for a card whose own corners are no rounder than the margin is wide. */
  corner: Mm;
  /** Fonts that exist, as `family/weight/style`. */
  fonts: ReadonlySet<string>;
}

/** Rounding of heights, a twentieth of a line of the smallest text. */
const SQUEEZE: Mm = 0.1;
/** Rounding of the layout engine; far below what a cutter or an eye resolves. */
const TOLERANCE: Mm = 0.2;

/** A block of text with everything that is needed to judge it. */
interface Block {
  kind: 'text';
  node: LayoutNode;
  text: string;
  lines: readonly Ink[];
  holder: Holder;
}

/** What holds the texts inside it. */
interface Holder {
  box: Box;
  name: string;
}

/** Where a node stands: the corner that it is placed from, in mm, and what holds it. */
interface Standing {
  x: Mm;
  y: Mm;
  holder: Holder;
}

/**
 * Reads a laid-out page: what it shows, and where text runs out of what holds it, over the edge of the colour it stands on or
 * into other text, was painted over, squeezed or dropped, or was set in a glyph, a font or a size that is not there.
 *
 * Every View with a height of its own holds the text inside it; an id that begins with `area:` gives it a name, and also
 * makes a View without a height of its own hold its text. Outside of them the safe area does. A View whose id begins with
 * `picture:` is held like a text.
 */
export function inspect(page: LayoutNode, bounds: Bounds): Inspection {
  const order: (Block | PaintedMark)[] = [];
  const findings: Finding[] = [];
  const pictures: string[] = [];
  const fields: FieldBox[] = [];
  let footer = Number.POSITIVE_INFINITY;
  visit(page, { x: 0, y: 0, holder: { box: bounds.safe, name: 'the safe area' } });
  const blocks = order.filter((one) => 'node' in one);
  findings.push(...blocks.flatMap(({ node, text }) => textFindings(node, text, bounds.fonts)));
  const out = blocks.flatMap((block) => overflowOf(block, bounds.safe));
  // What runs out of its place also runs into others and over edges: that fault is reported alone. It saves comparing all pairs of lines.
  findings.push(
    ...(out.length > 0 ? out : [...cutsIn(order, footer), ...overlapsOf(blocks, new Set(order.slice(footer)))]),
  );
  findings.push(...blocks.flatMap(({ text, lines }) => cornerFindings(text, inkOutside(lines, bounds))));
  return { drawn: blocks.map((block) => block.text), pictures, fields, findings };

  function visit(node: LayoutNode, at: Standing): void {
    if (node.props?.id === FOOTER_BEGINS) footer = order.length;
    const [x, y] = [at.x + mm(node.box?.left ?? 0), at.y + mm(node.box?.top ?? 0)];
    if (node.type === 'TEXT') {
      order.push(blockOf(node, { x, y }, at.holder));
      return;
    }
    const box = { left: x, top: y, right: x + mm(node.box?.width ?? 0), bottom: y + mm(node.box?.height ?? 0) };
    const [, name] = /^(?:picture|image):(.*)$/su.exec(node.props?.id ?? '') ?? [];
    const isPainted = node.type === 'IMAGE' || name !== undefined || node.style?.backgroundColor !== undefined;
    if (isPainted) order.push({ kind: 'area', box });
    if (name !== undefined) pictures.push(name);
    const field = fieldOf(node, box);
    if (field) fields.push(field);
    if (field) findings.push(...fieldFindings(field, at.holder));
    findings.push(...squeezed(node), ...pictureFindings(node, box, at.holder));
    const whole = field?.name ?? (node.props?.id?.startsWith('picture:') ? name : undefined);
    if (whole !== undefined) findings.push(...cornerFindings(whole, outOfCorners(box, bounds)));
    const standing = { x, y, holder: holderOf(node, box, at.holder) };
    for (const child of node.children ?? []) visit(child, standing);
  }
}

/** What holds the text inside a View. One that reaches beyond its own holder, as the ground reaches into the bleed, is limited to that. */
function holderOf({ props, style, type }: LayoutNode, box: Box, outer: Holder): Holder {
  const id = props?.id ?? '';
  if (id.startsWith('area:')) return { box, name: `its place (${id.slice(5)})` };
  if (type !== 'VIEW' || style?.height === undefined) return outer;
  return beyond(outer.box, box) === 0 ? outer : { box: common(box, outer.box), name: 'its place' };
}

function blockOf(node: LayoutNode, at: Point, holder: Holder): Block {
  const lines = node.lines ?? [];
  const text = drawnText(
    lines.map((line) => line.string),
    nodeText(node),
  );
  return { kind: 'text', node, text, lines: lines.flatMap((line) => inkOf(line, at) ?? []), holder };
}

/** How far a text runs out of what holds it, or else out of the safe area. */
function overflowOf(block: Block, safe: Box): Finding[] {
  for (const holder of [block.holder, { box: safe, name: 'the safe area' }]) {
    const by = Math.max(0, ...block.lines.map(({ set }) => beyond(set, holder.box)));
    if (by <= TOLERANCE) continue;
    const message = `text does not fit: it runs ${by.toFixed(1)} mm out of ${holder.name}`;
    return [wideWord(block) ?? { rule: 'overflow', message, text: firstWords(block.text) }];
  }
  return [];
}

/** The word that is furthest out of its line, where one is wider than that: a shorter text is no remedy. */
function wideWord({ node, lines }: Block): Finding | undefined {
  const room = mm(node.box?.width ?? Infinity);
  const words = lines.map((line) => ({ ...line, text: trimmed(line.text) })).filter(({ text }) => !SPACES.test(text));
  const wide = words.map(({ text, set }) => ({ text, by: set.right - set.left - room }));
  const [widest] = wide.sort((a, b) => b.by - a.by);
  if (!widest || widest.by <= TOLERANCE) return undefined;
  const message = `the word “${firstWords(widest.text, 60)}” is ${widest.by.toFixed(1)} mm wider than its line`;
  return { rule: 'wide-word', message, text: firstWords(widest.text, 60) };
}

/**
 * Texts on the edge of a colour, and those that are painted over.
 *
 * @param footer where in the order a footer begins; infinite where there is none
 */
function cutsIn(order: readonly (Block | PaintedMark)[], footer: number): Finding[] {
  const withoutFooter = order.slice(0, footer);
  return order.flatMap((one, at): Finding[] => {
    const cut = 'node' in one ? cutLettersOf(order, at) : undefined;
    if (!('node' in one) || cut === undefined) return [];
    const slot = cutLettersOf(withoutFooter, at) === undefined ? SLOT : undefined;
    const over = slot && at < footer ? 'the slot “footer” paints over it' : 'something is painted over it';
    const how = cut.how === 'edge' ? 'it stands on the edge of a colour' : over;
    const message = `letters are cut: ${how} (${cut.by.toFixed(1)} mm)`;
    return [{ rule: 'cut', message, text: firstWords(one.text), ...slot }];
  });
}

/** A View whose id begins with `picture:` is a picture among words: it keeps inside what holds them. */
function pictureFindings({ props }: LayoutNode, box: Box, holder: Holder): Finding[] {
  const name = props?.id?.startsWith('picture:') ? props.id.slice('picture:'.length) : undefined;
  const by = name === undefined ? 0 : beyond(box, holder.box);
  if (name === undefined || by <= TOLERANCE) return [];
  const message = `the picture "${name}" does not fit: it runs ${by.toFixed(1)} mm out of ${holder.name}`;
  return [{ rule: 'picture-overflow', message, text: name }];
}

function outOfCorners(box: Box, { safe, corner }: Bounds): Mm {
  // What runs out of a corner that is not round runs out of a side, and is found as that.
  return corner === 0 ? 0 : beyondCorners(box, safe, corner);
}

/** How far letters run out of the safe area's round corners. */
function inkOutside(lines: readonly Ink[], bounds: Bounds): Mm {
  const near = lines.filter(({ box }) => outOfCorners(box, bounds) > TOLERANCE);
  return Math.max(0, ...near.flatMap((one) => one.letters().map((letter) => outOfCorners(letter, bounds))));
}

/** What stands in a corner that is cut round: the paper there is gone, and a margin that is straight does not tell. */
function cornerFindings(text: string, by: Mm): Finding[] {
  if (by <= TOLERANCE) return [];
  const message = `the round corner of the card cuts this, or nearly: it runs ${by.toFixed(1)} mm out of the safe area`;
  return [{ rule: 'corner', message, text: firstWords(text) }];
}

function fieldOf({ props }: LayoutNode, box: Box): FieldBox | undefined {
  const id = props?.id ?? '';
  return id.startsWith('field:') ? { name: id.slice('field:'.length), ...box } : undefined;
}

/** An empty place shows no ink that could run out of what holds it: its box is held against that. */
function fieldFindings({ name, ...box }: FieldBox, holder: Holder): Finding[] {
  const by = beyond(box, holder.box);
  if (by <= TOLERANCE) return [];
  const message = `the place "${name}" does not fit: it runs ${by.toFixed(1)} mm out of ${holder.name}`;
  return [{ rule: 'field-overflow', message, text: name }];
}

function squeezed(node: LayoutNode): Finding[] {
  const by = mm(squeezeOf(node));
  if (by <= SQUEEZE) return [];
  const message = `text does not fit: its place is ${by.toFixed(1)} mm too low, and it was squeezed into it`;
  return [{ rule: 'squeezed', message, text: firstWords(nodeText(node)) }];
}

/** Of what a footer is to blame for. */
const SLOT: Pick<Finding, 'slot'> = { slot: 'footer' };

/** Texts that run into others. A footer comes last: where it is one of the two, it is the other. */
function overlapsOf(blocks: readonly Block[], footer: ReadonlySet<unknown>): Finding[] {
  const findings: Finding[] = [];
  for (const [i, one] of blocks.entries()) {
    for (const other of blocks.slice(i + 1)) {
      const depth = Math.max(0, ...one.lines.flatMap((a) => other.lines.map((b) => collision(a, b))));
      if (depth <= TOLERANCE) continue;
      const word = wideWord(one) ?? wideWord(other);
      const [by, into] = [`${depth.toFixed(1)} mm`, firstWords(other.text)];
      const text = firstWords(one.text);
      if (word) findings.push(word);
      else if (footer.has(other)) {
        const message = `“${into}”, which the slot “footer” draws, runs ${by} into this`;
        findings.push({ rule: 'overlap', message, text, ...SLOT });
      } else findings.push({ rule: 'overlap', message: `text does not fit: it runs ${by} into “${into}”`, text, into });
    }
  }
  return findings;
}

/** How deep letters of two lines lie in each other, in mm. Letter by letter: of lines that are set close, an accent of the lower one may stand between letters of the upper. */
function collision(a: Ink, b: Ink): Mm {
  if (overlapDepth(a.box, b.box) <= TOLERANCE) return 0;
  const others = b.letters();
  return Math.max(0, ...a.letters().flatMap((one) => others.map((other) => overlapDepth(one, other))));
}
