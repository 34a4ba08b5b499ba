import * as Yoga from 'yoga-layout/load';
import { lookUp } from '../../model/look-up.ts';
import { checkElement, type Element, Unpainted } from './element.ts';
import { type Paragraph, paragraphsOf } from './letters.ts';
import { ALIGNMENT, type Line, linesOf } from './lines.ts';
import { EDGES, type Style, styleOf } from './style.ts';

/** An element with its place, in the form in which pages are inspected. */
export interface Placed {
  type: string;
  props: Readonly<Record<string, unknown>>;
  style: Style;
  /** In points; `left` and `top` from the element around it. */
  box: { left: number; top: number; width: number; height: number; marginBottom: number };
  children: Placed[];
  /** Of a piece of text. */
  value?: string;
  /** Of a text. */
  lines?: Line[];
  /** By how much its lines stand too far to the right: they were set in more width than the text then took. */
  shift?: number;
  /** While it is laid out: its text, and its node in the layout engine. */
  paragraphs?: readonly Paragraph[];
  yoga?: Yoga.Node;
}

/** Loads the layout engine, the one that react-pdf uses: it gives each element of a page its place. Throws Unpainted for what is not known. */
export async function loadLayout(): Promise<(page: Element) => Placed> {
  const { Config, Node } = await Yoga.loadYoga();
  const config = Config.create();
  config.setPointScaleFactor(0);
  return (page) => {
    const root = grown(page, {});
    const problems: unknown[] = [];
    const yoga = withNodes(root, () => Node.create(config), problems);
    try {
      yoga.calculateLayout(undefined, undefined);
      read(root);
    } finally {
      yoga.freeRecursive();
    }
    // Thrown here, not where it was found: there the engine had called us, and would not have come to its end.
    if (problems.length > 0) throw problems[0];
    return root;
  };
}

/** An element, checked, with its style resolved and its text shaped. */
function grown(element: Element, outer: Style): Placed {
  checkElement(element);
  const { type, props = {}, children = [], value } = element;
  // A page’s height is that of its content.
  const style = styleOf(type === 'PAGE' ? { width: Object(props.size)[0] } : (element.style ?? {}), outer);
  const box = { left: 0, top: 0, width: 0, height: 0, marginBottom: style.marginBottom ?? 0 };
  const node: Placed = { type, props, style, box, children: children.map((child) => grown(child, style)) };
  if (value !== undefined) node.value = value;
  if (type === 'TEXT') node.paragraphs = paragraphsOf(element, style);
  const isPicture = type === 'IMAGE' || type === 'SVG';
  if (isPicture && (style.width === undefined || style.height === undefined))
    throw new Unpainted(`${type} without a size`);
  return node;
}

type Tell = (node: Yoga.Node, value: never) => void;

/** How each style is told to the layout engine. Those that are not here change no box. */
const TOLD: Readonly<Record<string, Tell>> = {
  width: (node, value) => node.setWidth(value),
  height: (node, value) => node.setHeight(value),
  minWidth: (node, value) => node.setMinWidth(value),
  minHeight: (node, value) => node.setMinHeight(value),
  maxWidth: (node, value) => node.setMaxWidth(value),
  maxHeight: (node, value) => node.setMaxHeight(value),
  ...Object.fromEntries(
    EDGES.flatMap((edge): [string, Tell][] => [
      [edge.toLowerCase(), (node, value) => node.setPosition(Yoga.Edge[edge], value)],
      [`margin${edge}`, (node, value) => node.setMargin(Yoga.Edge[edge], value)],
      [`padding${edge}`, (node, value) => node.setPadding(Yoga.Edge[edge], value)],
      [`border${edge}Width`, (node, value) => node.setBorder(Yoga.Edge[edge], value)],
    ]),
  ),
  rowGap: (node, value) => void node.setGap(Yoga.Gutter.Row, value),
  columnGap: (node, value) => void node.setGap(Yoga.Gutter.Column, value),
  flexGrow: (node, value) => node.setFlexGrow(value),
  flexBasis: (node) => node.setFlexBasisAuto(),
  flexDirection: (node, value) => node.setFlexDirection(named(Yoga.FlexDirection, value)),
  flexWrap: (node, value) => {
    node.setFlexWrap(named(Yoga.Wrap, value));
    node.setAlignContent(Yoga.Align.Auto);
  },
  position: (node, value) => node.setPositionType(named(Yoga.PositionType, value)),
  overflow: (node, value) => node.setOverflow(named(Yoga.Overflow, value)),
  justifyContent: (node, value) => node.setJustifyContent(named(Yoga.Justify, value)),
  alignItems: (node, value) => node.setAlignItems(named(Yoga.Align, value)),
  alignSelf: (node, value) => node.setAlignSelf(named(Yoga.Align, value)),
};

/** The engine's word for a style's: `FlexStart` for `flex-start`. */
function named<Words extends object>(words: Words, value: string): Exclude<Words[keyof Words], string> {
  const name = value.replace(/(?:^|-)(.)/gu, (_, letter: string) => letter.toUpperCase());
  return words[name as keyof Words] as Exclude<Words[keyof Words], string>;
}

/** A node of the layout engine for an element, with those of all elements in it. */
function withNodes(element: Placed, make: () => Yoga.Node, problems: unknown[]): Yoga.Node {
  const node = make();
  element.yoga = node;
  const { style } = element;
  // react-pdf’s default is not the engine’s, which is 0.
  if (style.flexShrink !== 0) node.setFlexShrink(style.flexShrink ?? 1);
  for (const name of Object.keys(style)) lookUp(TOLD, name)?.(node, style[name as keyof Style] as never);
  if (element.type === 'TEXT') node.setMeasureFunc(measureOf(element, problems));
  else if (element.type !== 'SVG') {
    for (const [at, child] of element.children.entries()) node.insertChild(withNodes(child, make, problems), at);
  }
  return node;
}

/** How the layout engine asks for a text's size. Its lines are those of the first time that it asks, as react-pdf has them. */
function measureOf(text: Placed, problems: unknown[]): Parameters<Yoga.Node['setMeasureFunc']>[0] {
  return (width, mode, room) => {
    if (mode === Yoga.MeasureMode.Undefined) return { width: Number.NaN, height: Number.NaN };
    const isFirst = text.lines === undefined;
    try {
      text.lines ??= linesOf(text.paragraphs ?? [], width, room || Number.POSITIVE_INFINITY);
    } catch (cause) {
      problems.push(cause);
      text.lines = [];
    }
    const height = text.lines.reduce((sum, { box }) => sum + box.height, 0);
    if (mode === Yoga.MeasureMode.Exactly) return { width, height };
    const widest = Math.max(0, ...text.lines.map(({ xAdvance }) => xAdvance));
    if (isFirst) text.shift = (width - widest) * ALIGNMENT[text.style.textAlign ?? 'left'];
    return { width: Math.min(width, widest), height };
  };
}

/** Reads where the engine has placed an element and those in it. */
function read(element: Placed): void {
  const { type, yoga, box, paragraphs, style } = element;
  if (!yoga) return;
  // One by one: all at once the engine hands over slower.
  const [width, height] = [yoga.getComputedWidth(), yoga.getComputedHeight()];
  Object.assign(box, { left: yoga.getComputedLeft(), top: yoga.getComputedTop(), width, height });
  // A text of a given size was not asked for it.
  if (paragraphs && !element.lines) {
    const { paddingLeft = 0, paddingRight = 0, paddingTop = 0, paddingBottom = 0 } = style;
    element.lines = linesOf(paragraphs, width - paddingLeft - paddingRight, height - paddingTop - paddingBottom);
  }
  if (type !== 'TEXT' && type !== 'SVG') for (const child of element.children) read(child);
}
