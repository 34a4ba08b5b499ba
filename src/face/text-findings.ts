import { isJoined } from '../font/joined.ts';
import { type Mm, mm } from '../model/units.ts';
import { type Finding, firstWords } from './finding.ts';
import { type LayoutNode, type LayoutRun, nodeText } from './layout-tree.ts';

/** Text is never set smaller than this on purpose (art direction: nothing under 6 pt). */
const SMALLEST_TEXT_PT = 6;
/** The part of a line's height by which a text may exceed its box: that much is leading, without ink. */
const LEADING_SHARE = 0.3;

/**
 * What is wrong with how a text was set, wherever it stands: lines that were dropped, glyphs, fonts and sizes.
 *
 * @param drawn the text as its lines show it
 * @param fonts those that exist, as `family/weight/style`
 */
export function textFindings(node: LayoutNode, drawn: string, fonts: ReadonlySet<string>): Finding[] {
  const found = [lostText(node, drawn), furtherLine(node), missingGlyph(node), strayMark(node), smallText(node)];
  return [...found.flatMap((one) => one ?? []), ...fontFindings(node, fonts)];
}

/** react-pdf drops lines without a word where a box is too low, and ends the last one with an ellipsis. */
function lostText(node: LayoutNode, drawn: string): Finding | undefined {
  const given = nodeText(node);
  const squeeze = (text: string) => text.replace(/[\s\u00ad]+/gu, '').toLowerCase();
  if (squeeze(given) === squeeze(drawn)) return undefined;
  const part = node.lines?.length ? `about ${missingHeight(node, given).toFixed(1)} mm of it` : 'all of it';
  return { rule: 'lost-text', message: `text does not fit: ${part} was left out`, text: firstWords(given) };
}

/** The height of the lines that were left out, in mm, estimated from how full the drawn ones are. */
function missingHeight(node: LayoutNode, given: string): Mm {
  const lines = node.lines ?? [];
  const drawn = lines.reduce((sum, line) => sum + line.string.length, 0);
  const perLine = Math.max(1, drawn / Math.max(1, lines.length));
  return Math.ceil(Math.max(1, given.length - drawn) / perLine) * mm(lines[0]?.box.height ?? 0);
}

/** The renderer may measure fewer lines than it then sets: the last one runs into what is placed below. */
function furtherLine(node: LayoutNode): Finding | undefined {
  const lines = node.lines ?? [];
  const taller = lines.reduce((sum, line) => sum + line.box.height, 0) - (node.box?.height ?? Infinity);
  if (taller <= LEADING_SHARE * (lines.at(-1)?.box.height ?? 0)) return undefined;
  const message = `text does not fit: it runs ${mm(taller).toFixed(1)} mm into what stands below it`;
  return { rule: 'overlap', message, text: firstWords(nodeText(node)) };
}

/** Where no font has a character, react-pdf sets it in Helvetica, which is not embedded and has not got it either. */
function missingGlyph(node: LayoutNode): Finding | undefined {
  const substituted = (run: LayoutRun) => run.attributes.font?.[0]?.type === 'STANDARD';
  const isMissing = (run: LayoutRun) => substituted(run) || run.glyphs?.some((glyph) => glyph.id === 0);
  if (!runsOf(node).some(isMissing)) return undefined;
  return { rule: 'missing-glyph', message: 'a character has no glyph in its font', text: firstWords(nodeText(node)) };
}

/** An accent of its own, as in ọ́: a font that has it and does not say where it goes prints it beside its letter. */
const MARK = /^\p{Mn}$/u;

function strayMark(node: LayoutNode): Finding | undefined {
  const text = nodeText(node);
  if (!/\p{Mn}/u.test(text) || !runsOf(node).some(hasStray)) return undefined;
  return {
    rule: 'stray-mark',
    message: 'an accent stands beside its letter, where its font puts it',
    text: firstWords(text),
  };
}

/** Whether the middle of an accent is not over or under the letter before it. One at the beginning is in another font than its letter. */
function hasStray({ glyphs = [], positions = [], attributes: { font, fontSize = 0 } }: LayoutRun): boolean {
  const scale = fontSize / (font?.[0]?.unitsPerEm ?? 1000);
  let x = 0;
  let letter: { left: number; right: number } | undefined;
  return glyphs.some(({ bbox, codePoints = [] }, at) => {
    const { xAdvance = 0, xOffset = 0 } = positions[at] ?? {};
    const from = x + xOffset;
    x += xAdvance;
    if (!bbox) return false;
    const [left, right] = [from + bbox.minX * scale, from + bbox.maxX * scale];
    const characters = codePoints.map((one) => String.fromCodePoint(one));
    if (characters.length > 0 && characters.every((one) => MARK.test(one))) {
      // In Burmese a vowel has room of its own beside letters that leave none below them.
      if (xAdvance > 0 && characters.some(isJoined)) return false;
      const middle = (left + right) / 2;
      return !letter || middle < letter.left || middle > letter.right;
    }
    // One without a width of its own stands under the one before it, as in Khmer.
    const under = xAdvance === 0 ? letter : undefined;
    letter = { left: Math.min(left, under?.left ?? left), right: Math.max(right, under?.right ?? right) };
    return false;
  });
}

function smallText(node: LayoutNode): Finding | undefined {
  const smallest = Math.min(...runsOf(node).map((run) => run.attributes.fontSize ?? SMALLEST_TEXT_PT));
  if (smallest >= SMALLEST_TEXT_PT) return undefined;
  const message = `text is set in ${Number(smallest.toFixed(1))} pt; the least is 6 pt`;
  return { rule: 'small-text', message, text: firstWords(nodeText(node)) };
}

function runsOf({ lines = [] }: LayoutNode): readonly LayoutRun[] {
  return lines.flatMap((line) => line.runs);
}

/** A weight or a style that no font file gives is replaced by react-pdf without a word. */
function fontFindings(node: LayoutNode, fonts: ReadonlySet<string>): Finding[] {
  const { fontFamily, fontWeight = 400, fontStyle = 'normal' } = node.style ?? {};
  const family = Array.isArray(fontFamily) ? fontFamily[0] : fontFamily;
  const wanted = `${String(family)}/${String(fontWeight)}/${String(fontStyle)}`;
  const own: Finding[] =
    node.type === 'TEXT' && fontFamily !== undefined && nodeText(node) !== '' && !fonts.has(wanted)
      ? [{ rule: 'missing-font', message: `no font file gives ${wanted}`, text: firstWords(nodeText(node)) }]
      : [];
  return [...own, ...(node.children ?? []).flatMap((child) => fontFindings(child, fonts))];
}
