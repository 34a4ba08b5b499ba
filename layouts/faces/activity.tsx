import { z } from 'zod';
import type { Card } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import { cardId, cardIds, facet, lasting, listedAll, text } from '../../src/model/fields.ts';
import type { FaceProps, Look } from '../../src/model/looks.ts';
import type { Mm } from '../../src/model/units.ts';
import { Drawing, Mark, Shape, Stroke } from '../parts/art.tsx';
import { Back as SuitBack } from '../parts/back.tsx';
import { At, Block, Ground, Words } from '../parts/base.tsx';
import { blankable } from '../parts/blank.tsx';
import { mix, type Palette, paletteOf, suitOf } from '../parts/colour.ts';
import { codes, count, listedName, listOf, titles, word } from '../parts/fields.ts';
import { Corners, UnderLabel } from '../parts/front.tsx';
import { Circle } from '../parts/primitives.ts';
import { Heading } from '../parts/sheet.tsx';
import { between, LEAST_CARD, sizesOf } from '../parts/size.ts';
import { formFor } from '../words/forms.ts';

/** A kitchen timer set to the activity's minutes, or to its days where it takes place before or after the workshop. */
function Front({ card, deck, format }: FaceProps) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const { width, height } = format;
  const [heading, foot] = [height * 0.53, height * 0.805];
  return (
    <Ground format={format} colour={palette.paper}>
      <Timer
        {...{ deck, format, palette }}
        x={width / 2}
        y={height * 0.28}
        r={width * 0.285}
        time={timeOf(card, deck)}
      />
      <Mark
        deck={deck}
        name={card.glyph}
        x={width / 2}
        y={height * 0.28 - width * 0.085}
        size={width * 0.1}
        colour={palette.accent}
        stroke={1.5}
      />
      <Corners card={card} deck={deck} sizes={sizes} colour={palette.accent} />
      <Heading
        {...{ card, deck, sizes, palette }}
        kicker={titles(deck, [word(card, 'phase')])[0] ?? suitOf(card, deck).one}
        y={heading}
        h={foot - heading - 1}
        justify="center"
        align="center"
      />
      <Outcome {...{ card, deck, format }} y={foot} />
    </Ground>
  );
}

/** The result that a group has when the time is up. */
function Outcome({ card, deck, format, y }: FaceProps & { y: Mm }) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const { width, height } = format;
  return (
    <>
      <Block x={-4} y={y} w={width + 8} h={height - y + 4} colour={palette.ground} />
      <At
        x={sizes.margin}
        y={y + 1}
        w={sizes.column}
        h={height - sizes.margin - y - 0.6}
        justify="center"
        area="output"
      >
        <UnderLabel {...{ deck, sizes, palette }} label={deck.words.faces.youLeaveWith} gap={0.5} leading={1.22}>
          {word(card, 'output')}
        </UnderLabel>
      </At>
    </>
  );
}

/** The time on the dial: a number of minutes or days, and the share of the dial that it fills. */
interface Time {
  count: number;
  unit: string;
  share: number;
}

function timeOf(card: Card, { words }: Deck): Time {
  const [minutes, days] = [count(card, 'minutes'), count(card, 'days')];
  if (minutes > 0) return { count: minutes, unit: formFor(minutes, words.faces.minutes), share: minutes / 60 };
  return { count: days, unit: formFor(days, words.faces.days), share: days / 30 };
}

interface TimerProps extends Pick<FaceProps, 'deck' | 'format'> {
  palette: Palette;
  x: Mm;
  y: Mm;
  r: Mm;
  time: Time;
}

/** A dial of sixty minutes, or thirty days, with the activity's share filled and their number in its middle. */
function Timer({ deck, format, palette, x, y, r, time }: TimerProps) {
  const { accent, paper, ink } = palette;
  const { wedge, ticks } = dial({ x, y, r }, time.share);
  const w = r * 1.2;
  return (
    <>
      <Drawing format={format}>
        <Circle cx={x} cy={y} r={r} fill={mix(accent, paper, 0.82)} />
        <Shape d={wedge} colour={accent} />
        <Stroke d={ticks} colour={accent} width={0.45} cap="round" />
        <Circle cx={x} cy={y + r * 0.02} r={r * 0.64} fill={mix(accent, ink, 0.4)} />
        <Circle cx={x} cy={y} r={r * 0.63} fill={paper} />
      </Drawing>
      <At x={x - w / 2} y={y - r * 0.12} w={w}>
        <Words
          theme={deck.theme}
          size={between(format, 23, 26)}
          display
          colour={accent}
          leading={1}
          align="center"
          w={w}
        >
          {String(time.count)}
        </Words>
        <Words
          theme={deck.theme}
          size={between(format, 7, 8)}
          weight={600}
          colour={accent}
          leading={1}
          align="center"
          w={w}
        >
          {time.unit}
        </Words>
      </At>
    </>
  );
}

/** A dial's filled share, and its ticks at every five of its sixty parts. */
function dial({ x, y, r }: { x: Mm; y: Mm; r: Mm }, share: number): { wedge: string; ticks: string } {
  const point = (minute: number, radius: Mm) => {
    const angle = (minute / 60) * 2 * Math.PI;
    return `${(x + radius * Math.sin(angle)).toFixed(3)} ${(y - radius * Math.cos(angle)).toFixed(3)}`;
  };
  // Just under a whole turn: an arc that ends where it begins draws nothing.
  const end = Math.min(59.999, share * 60);
  const wedge = `M${x} ${y}L${point(0, r)}A${r} ${r} 0 ${end > 30 ? 1 : 0} 1 ${point(end, r)}z`;
  const tick = (minute: number, from: number) => `M${point(minute, r * from)}L${point(minute, r * 1.12)}`;
  const ticks = Array.from({ length: 12 }, (_, index) => tick(index * 5, 1.05));
  return { wedge, ticks: ticks.join('') };
}

function Back(props: FaceProps) {
  const { card, deck, format } = props;
  const words = deck.words.faces;
  const names = (list: string) => listOf(card, list).map((one) => listedName(deck, list, one));
  const facts = [
    { name: words.groups, entries: [word(card, 'groupSize')] },
    { name: words.boards, entries: names('boards') },
    { name: words.worksheets, entries: names('worksheets') },
    { name: words.bring, entries: listOf(card, 'materials') },
    { name: words.cards, entries: codes(deck, listOf(card, 'uses')) },
  ];
  return <SuitBack {...props} size={sizesOf(format).body} facts={facts} alone />;
}

const look: Look = {
  least: LEAST_CARD,
  fields: {
    phase: facet(cardId('phase')),
    minutes: lasting('minutes', 5, 120).optional(),
    days: lasting('days', 1, 90).optional(),
    groupSize: text(),
    boards: listedAll('boards', { min: 0, max: 4 }).optional(),
    worksheets: listedAll('worksheets', { min: 0, max: 4 }).optional(),
    materials: z.array(text()).max(6).optional(),
    uses: cardIds('*', { min: 0, max: 9 }),
    output: text(),
  },
  budgets: { groupSize: 26, 'materials.*': 30, output: 55 },
  sections: {
    Steps: { budget: 260, items: { min: 2, max: 5, budget: 54 } },
    Tip: { budget: 64 },
  },
  Front,
  Back,
};

export default blankable(look);
