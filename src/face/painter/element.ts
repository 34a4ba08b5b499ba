import { lookUp } from '../../model/look-up.ts';

/** An element of a page, as React hands it to the renderer: a primitive with its props. */
export interface Element {
  type: string;
  props?: Readonly<Record<string, unknown>>;
  style?: unknown;
  /** Of a piece of text. */
  value?: string;
  children?: readonly Element[];
}

/** Something that the painter does not know: the document goes to react-pdf, which knows all of it. */
export class Unpainted extends Error {}

type Check = (value: unknown) => boolean;
const isText: Check = (value) => typeof value === 'string';
const oneOf =
  (...words: string[]): Check =>
  (value) =>
    words.some((one) => one === value);
const isPaint: Check = (value) => value === 'none' || isColour(value);

const SHAPE: Readonly<Record<string, Check>> = {
  fill: isPaint,
  stroke: isPaint,
  strokeWidth: isNumber,
  strokeLinecap: oneOf('butt', 'round', 'square'),
  strokeLinejoin: oneOf('miter', 'round', 'bevel'),
  strokeDasharray: (value) => isText(value) && /^(?:\d*\.?\d+(?:[\s,]+|$))+$/u.test(String(value)),
  fillRule: oneOf('evenodd', 'nonzero'),
};

/** What is known: each primitive with its props, what these may be, and what it may hold. */
const KNOWN: Readonly<Record<string, { props: Readonly<Record<string, Check>>; holds: readonly string[] }>> = {
  PAGE: {
    props: { size: (value) => Array.isArray(value) && value.every(isNumber), wrap: (value) => value === false },
    holds: ['VIEW'],
  },
  VIEW: { props: { id: isText }, holds: ['VIEW', 'TEXT', 'IMAGE', 'SVG'] },
  TEXT: {
    props: { id: isText, hyphenationCallback: (value) => typeof value === 'function', hyphenationPenalty: isNumber },
    holds: ['TEXT', 'TEXT_INSTANCE'],
  },
  TEXT_INSTANCE: { props: {}, holds: [] },
  IMAGE: { props: { src: isPicture }, holds: [] },
  SVG: { props: { viewBox: isViewBox, preserveAspectRatio: oneOf('none') }, holds: ['PATH', 'CIRCLE'] },
  PATH: { props: { ...SHAPE, d: isText }, holds: [] },
  CIRCLE: { props: { ...SHAPE, cx: isNumber, cy: isNumber, r: isNumber }, holds: [] },
};

/** @throws Unpainted for an element, a prop or a child that the painter does not know */
export function checkElement({ type, props = {}, children = [] }: Element): void {
  const known = lookUp(KNOWN, type);
  if (!known) throw new Unpainted(`the element ${type}`);
  for (const [name, value] of Object.entries(props)) {
    if (value !== undefined && !lookUp(known.props, name)?.(value)) throw new Unpainted(`${name} of ${type}`);
  }
  const other = children.find((child) => !known.holds.includes(child.type));
  if (other) throw new Unpainted(`${other.type} in ${type}`);
}

/** A colour as the painter knows it: `#rrggbb`, without transparency. */
export function isColour(value: unknown): boolean {
  return typeof value === 'string' && /^#[\da-f]{6}$/iu.test(value);
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isViewBox(value: unknown): boolean {
  return typeof value === 'string' && /^(?:-?[\d.]+(?:e-?\d+)?(?:[\s,]+|$)){4}$/u.test(value);
}

function isPicture(value: unknown): boolean {
  const { data, format } = (value ?? {}) as { data?: unknown; format?: unknown };
  return data instanceof Uint8Array && (format === 'png' || format === 'jpg');
}
