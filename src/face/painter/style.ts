import { lookUp } from '../../model/look-up.ts';
import { isColour, isNumber, Unpainted } from './element.ts';

/** The sides of a box. */
export const EDGES = ['Top', 'Right', 'Bottom', 'Left'] as const;
const CORNERS = ['TopLeft', 'TopRight', 'BottomRight', 'BottomLeft'] as const;
const WORDS = {
  position: ['absolute', 'relative'],
  overflow: ['hidden', 'visible'],
  justifyContent: ['flex-start', 'center', 'flex-end', 'space-between', 'space-around', 'space-evenly'],
  alignItems: ['flex-start', 'center', 'flex-end', 'stretch'],
  alignSelf: ['flex-start', 'center', 'flex-end', 'stretch'],
  flexDirection: ['row', 'column'],
  flexWrap: ['wrap'],
  flexBasis: ['auto'],
  fontStyle: ['normal', 'italic'],
  textAlign: ['left', 'center', 'right'],
  borderStyle: ['solid'],
} as const;

type Edge = (typeof EDGES)[number];
type Size = 'width' | 'height' | `${'min' | 'max'}${'Width' | 'Height'}`;
type Place = 'left' | 'top' | 'right' | 'bottom' | 'rowGap' | 'columnGap' | 'flexGrow' | 'flexShrink';
type Around = `margin${Edge}` | `padding${Edge}` | `border${Edge}Width` | `border${(typeof CORNERS)[number]}Radius`;
type Letter = 'fontSize' | 'fontWeight' | 'lineHeight' | 'letterSpacing';
type Colour = 'color' | 'backgroundColor' | `border${Edge}Color`;

/** A style with its shorthands resolved, as far as the painter knows styles. Lengths in points, colours `#rrggbb`. */
export type Style = Readonly<
  Partial<
    Record<Size | Place | Around | Letter, number> &
      Record<Colour | 'fontFamily', string> & { [Name in keyof typeof WORDS]: (typeof WORDS)[Name][number] }
  >
>;

/** Names of several styles that take one value. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  gap: ['rowGap', 'columnGap'],
  margin: EDGES.map((edge) => `margin${edge}`),
  padding: EDGES.map((edge) => `padding${edge}`),
  paddingVertical: ['paddingTop', 'paddingBottom'],
  borderWidth: EDGES.map((edge) => `border${edge}Width`),
  borderColor: EDGES.map((edge) => `border${edge}Color`),
  borderRadius: CORNERS.map((corner) => `border${corner}Radius`),
};

const { margin = [], padding = [], borderWidth = [], borderRadius = [], borderColor = [] } = SHORT;
const LENGTHS = [
  ...'width height minWidth minHeight maxWidth maxHeight left top right bottom rowGap columnGap'.split(' '),
  ...'flexGrow flexShrink fontSize fontWeight lineHeight letterSpacing'.split(' '),
  ...[...margin, ...padding, ...borderWidth, ...borderRadius],
];

/** What each style may be. A style that is not here is not known. */
const KNOWN: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ...LENGTHS.map((name) => [name, isNumber] as const),
  ...['color', 'backgroundColor', ...borderColor].map((name) => [name, isColour] as const),
  ...Object.entries(WORDS).map(
    ([name, words]) => [name, (value: unknown) => words.some((one) => one === value)] as const,
  ),
  ['fontFamily', (value: unknown) => typeof value === 'string'],
]);

/** The styles of text, which the elements inside take over. */
const OF_TEXT = 'color fontFamily fontSize fontStyle fontWeight letterSpacing lineHeight textAlign'.split(
  ' ',
) as (keyof Style)[];

/** The font size of react-pdf where none is given. */
export const FONT_SIZE = 18;

/** An element's style, resolved as react-pdf does, with what it takes over from the element around it. Throws Unpainted for what is not known. */
export function styleOf(given: unknown, outer: Style): Style {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new Unpainted('a list of styles');
  const style: Partial<Record<keyof Style, unknown>> = {};
  for (const name of OF_TEXT) if (outer[name] !== undefined) style[name] = outer[name];
  for (const name of Object.keys(given)) {
    const value: unknown = given[name as keyof typeof given];
    if (value === undefined || value === null) continue;
    for (const one of lookUp(SHORT, name) ?? [name]) {
      if (!KNOWN.get(one)?.(value)) throw new Unpainted(`the style ${name}: ${String(value)}`);
      style[one as keyof Style] = value;
    }
  }
  const { lineHeight, fontSize = FONT_SIZE } = given as Style;
  if (lineHeight !== undefined) style.lineHeight = lineHeight * fontSize;
  return style as Style;
}
