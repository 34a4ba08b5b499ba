import type { ReactNode } from 'react';
import { softParts } from '../../src/font/breaks.ts';
import { isJoined } from '../../src/font/joined.ts';
import { fontFamilyOf } from '../../src/font/type.ts';
import { capitals } from '../../src/model/capitals.ts';
import type { Format } from '../../src/model/faces.ts';
import { FACE_BLEED } from '../../src/model/faces.ts';
import type { Theme } from '../../src/model/theme.ts';
import type { Mm, Pt } from '../../src/model/units.ts';
import { pt } from '../../src/model/units.ts';
import { leadingIn } from './leading.ts';
import { Text, View } from './primitives.ts';
import { LEADING } from './size.ts';

/**
 * react-pdf's infinite penalty, for a hyphen. Without it react-pdf may break a line where one style follows another without a space,
 * and adds a hyphen: `**Mature**, people` becomes “Mature-” and “, people”. Our own line breaks have their own penalty for words.
 */
const NEVER = 10_000;

/** The whole page of a face: the trim and the bleed around it, in one colour. Everything else is placed on it. */
export function Ground({ format, colour, children }: { format: Format; colour: string; children: ReactNode }) {
  const [width, height] = [pt(format.width + 2 * FACE_BLEED), pt(format.height + 2 * FACE_BLEED)];
  return <View style={{ width, height, backgroundColor: colour }}>{children}</View>;
}

/** How far the accents of a capital may rise over a box whose first line it stands in: of Ể in Quicksand by half a millimeter. */
export const ACCENTS: Mm = 0.6;

interface Box {
  /** From the left edge of the trim; negative in the bleed. */
  x: Mm;
  /** From the top edge of the trim. */
  y: Mm;
  w: Mm;
  h?: Mm;
  /** How the content spreads over a given height. */
  justify?: 'flex-start' | 'center' | 'flex-end' | 'space-between';
  row?: boolean;
  /** Free room over the box that is part of it too, where its first line may have high accents. */
  above?: Mm;
  /** A name for the inspection: the text in the box must then stay inside the box; left out, inside the card's safe area. */
  area?: string;
  children?: ReactNode;
}

/** A box at a place on the trim. Content larger than the box runs out of it, where the inspection finds it. */
export function At({ x, y, w, h, justify = 'flex-start', row = false, above = 0, area, children }: Box) {
  const style = {
    position: 'absolute' as const,
    left: pt(x + FACE_BLEED),
    top: pt(y - above + FACE_BLEED),
    width: pt(w),
    ...(h === undefined ? {} : { height: pt(h + above) }),
    ...(above === 0 ? {} : { paddingTop: pt(above) }),
    justifyContent: justify,
    flexDirection: row ? ('row' as const) : ('column' as const),
  };
  return (
    <View style={style} {...(area === undefined ? {} : { id: `area:${area}` })}>
      {children}
    </View>
  );
}

/** A filled rectangle on the trim. */
export function Block({ x, y, w, h, colour, radius = 0 }: { x: Mm; y: Mm; w: Mm; h: Mm; colour: string; radius?: Mm }) {
  const style = {
    position: 'absolute' as const,
    left: pt(x + FACE_BLEED),
    top: pt(y + FACE_BLEED),
    width: pt(w),
    height: pt(h),
    backgroundColor: colour,
    borderRadius: pt(radius),
  };
  return <View style={style} />;
}

/** How a piece of text is set. Type sizes in points. */
export interface WordsProps {
  theme: Theme;
  size: Pt;
  colour: string;
  /** Width; if it is fixed, the layout need not measure the text twice. */
  w?: Mm;
  display?: boolean;
  /** True for a heading in capitals, set in the deck's family for these. */
  label?: boolean;
  weight?: 400 | 600 | 700;
  italic?: boolean;
  align?: 'left' | 'center' | 'right';
  /** Line height in font sizes. */
  leading?: number;
  /** Letterspacing in font sizes; of letters that join there is none. */
  tracking?: number;
  /** Space above. */
  above?: Mm;
  children: ReactNode;
}

/** A piece of text. It never shrinks: text that does not fit then runs over, where the inspection finds it, and is not dropped. */
export function Words(props: WordsProps) {
  const { theme, size, colour, w, display = false, label = false, align = 'left', above = 0 } = props;
  const { weight = 400, italic = false } = props;
  const style = {
    fontFamily: display ? theme.font.display : fontFamilyOf(theme, label),
    fontWeight: display ? 600 : weight,
    fontStyle: italic ? ('italic' as const) : ('normal' as const),
    fontSize: size,
    color: colour,
    lineHeight: leadingIn(theme, props.leading ?? LEADING),
    letterSpacing: joins(props.children) ? 0 : (props.tracking ?? 0) * size,
    textAlign: align,
    marginTop: pt(above),
    flexShrink: 0,
    ...(w === undefined ? {} : { width: pt(w) }),
  };
  return (
    <Text style={style} hyphenationCallback={softParts} hyphenationPenalty={NEVER}>
      {props.children}
    </Text>
  );
}

/** Whether letters join, or have signs around them: set apart, words came to pieces. */
function joins(text: ReactNode): boolean {
  return typeof text === 'string' && isJoined(text);
}

/** Line height of a label, in font sizes. */
export const LABEL_LEADING = 1.2;

/** A heading in letterspaced capitals. */
export function Label(props: Omit<WordsProps, 'tracking' | 'weight' | 'children'> & { children: string }) {
  return (
    <Words {...props} label weight={700} tracking={0.13} leading={props.leading ?? LABEL_LEADING}>
      {capitals(props.children, props.theme.lang)}
    </Words>
  );
}
