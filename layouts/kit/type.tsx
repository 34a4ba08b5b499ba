import { View } from '@react-pdf/renderer';
import type { Deck } from '../../src/model/deck.ts';
import type { Mm, Pt } from '../../src/model/units.ts';
import { pt } from '../../src/model/units.ts';
import { Words } from './base.tsx';
import type { Typeface } from './measure.ts';
import { balance, fitted, lineCount } from './measure.ts';

interface LinesProps {
  deck: Deck;
  lines: readonly string[];
  size: Pt;
  colour: string;
  w: Mm;
  align?: 'left' | 'center';
  display?: boolean;
  weight?: 400 | 600 | 700;
  italic?: boolean;
  leading?: number;
}

/** Lines that are already broken, one text each. */
export function Lines({ deck, lines, w, ...type }: LinesProps) {
  return (
    <View style={{ width: pt(w), flexShrink: 0 }}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike, and they are drawn once
        <Words key={index} theme={deck.theme} w={w} {...type}>
          {line}
        </Words>
      ))}
    </View>
  );
}

type FittedProps = Omit<LinesProps, 'lines' | 'size'> & {
  children: string;
  sizes: readonly Pt[];
  further?: readonly Pt[];
};

/** A title in the display face: the largest size that fits one line, else balanced lines. */
export function Title({ children, sizes, further = sizes, leading = 1.08, ...type }: FittedProps) {
  const { lines, size } = fitted(children, 'display', sizes, pt(type.w), further);
  return <Lines {...type} lines={lines} size={size} leading={leading} display />;
}

/** A short text in balanced lines, so that none ends in a lonely word. */
export function Balanced({ children, size, ...type }: Omit<LinesProps, 'lines'> & { children: string }) {
  const typeface: Typeface = type.display ? 'display' : (type.weight ?? 400) > 400 ? 'bold' : 'text';
  const count = lineCount(children, typeface, size * 1.02, pt(type.w));
  return <Lines {...type} lines={balance(children, typeface, count)} size={size} />;
}
