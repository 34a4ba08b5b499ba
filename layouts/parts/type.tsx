import { balance } from '../../src/font/balance.ts';
import { evenLines } from '../../src/font/even.ts';
import { fitted, type Steps } from '../../src/font/fit.ts';
import { liftOf } from '../../src/font/ink.ts';
import { lineCount } from '../../src/font/lines.ts';
import { fontOf, type Type } from '../../src/font/type.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { Mm, Pt } from '../../src/model/units.ts';
import { mm, pt } from '../../src/model/units.ts';
import { Words } from './base.tsx';
import { leadingIn } from './leading.ts';
import { View } from './primitives.ts';

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
  /** How far the lines are moved up. */
  lift?: Pt;
}

/** Lines that are already broken, one text each. */
export function Lines({ deck, lines, w, lift = 0, ...type }: LinesProps) {
  return (
    <View style={{ width: pt(w), marginTop: -lift, marginBottom: lift, flexShrink: 0 }}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike, and they are drawn once
        <Words key={index} theme={deck.theme} w={w} {...type}>
          {line}
        </Words>
      ))}
    </View>
  );
}

type FittedProps = Omit<LinesProps, 'lines' | 'size'> &
  Steps & {
    children: string;
    /** Height of the room that the title is centred in: its letters stay inside. */
    h?: Mm;
    /** True to centre the letters themselves, not only their lines. */
    centred?: boolean;
  };

/** Smaller sizes, for a word that is wider than its column in every size of a look: `Arrange-It-Yourself` on a tarot card. */
function smallerThan(sizes: readonly Pt[]): Pt[] {
  return [0.95, 0.9, 0.85, 0.8, 0.74, 0.68].map((share) => (sizes.at(-1) ?? 0) * share);
}

/** A title in the display face: the largest size that fits one line, else balanced lines. */
export function Title({ children, sizes, further, smaller, h, centred, leading: given = 1.08, ...type }: FittedProps) {
  const leading = leadingIn(type.deck.theme, given);
  const display = { theme: type.deck.theme, display: true };
  const steps = { sizes, further, smaller: smaller ?? smallerThan(sizes) };
  const set = fitted(children, display, steps, { w: type.w, h, leading, centred, align: type.align });
  const lift = centred ? liftOf(fontOf(display), set.lines.length, set.leading) * set.size : 0;
  return <Lines {...type} lines={set.lines} size={set.size} leading={set.leading} lift={lift} display />;
}

/** Factor on a line's width: the renderer evens lines out, and may break one that is nearly as wide as its column. */
const NEARLY = 1.02;

/** How high a short text is, in mm. */
export function linesHeight(text: string, set: Type & { size: Pt; leading: number; w: Mm }): Mm {
  return mm(lineCount(text, set, set.size * NEARLY, pt(set.w)) * set.size * leadingIn(set.theme, set.leading));
}

/** A short text in balanced lines, so that none ends in a lonely word. */
export function Balanced({ children, size, ...type }: Omit<LinesProps, 'lines'> & { children: string }) {
  const set = { theme: type.deck.theme, display: type.display, weight: type.weight, italic: type.italic };
  const count = lineCount(children, set, size * NEARLY, pt(type.w));
  return <Lines {...type} lines={balance(children, set, count, pt(type.w) / size)} size={size} />;
}

/** A text in no more lines than it needs, the last of two words where that can be. */
export function Even({ children, ...type }: Omit<LinesProps, 'lines'> & { children: string }) {
  const { deck, display, weight, italic, size, w } = type;
  return <Lines {...type} lines={evenLines(children, { theme: deck.theme, display, weight, italic }, size, pt(w))} />;
}
