import type { ReactNode } from 'react';
import { z } from 'zod';
import { SLACK } from '../../src/font/even.ts';
import { textWidth } from '../../src/font/lines.ts';
import type { Card } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { Format } from '../../src/model/faces.ts';
import { cardIds, text } from '../../src/model/fields.ts';
import type { FaceProps, Room } from '../../src/model/looks.ts';
import type { Mm, Pt } from '../../src/model/units.ts';
import { pt } from '../../src/model/units.ts';
import { Back as SuitBack } from '../parts/back.tsx';
import { QR_EDGE } from '../parts/band.tsx';
import { At, Ground, Label, Words } from '../parts/base.tsx';
import { blankable, PEN } from '../parts/blank.tsx';
import { type Palette, paletteOf, suitOf } from '../parts/colour.ts';
import { cardsOf, codes, listOf, mention, word } from '../parts/fields.ts';
import { Corners } from '../parts/front.tsx';
import { IndexCardPaper } from '../parts/index-card.tsx';

import { Text, View } from '../parts/primitives.ts';
import { Qr, qrPlate } from '../parts/qr.tsx';
import { between, LEAST_CARD, type Sizes, sizesOf } from '../parts/size.ts';
import { Balanced, Even, Title } from '../parts/type.tsx';

const why = z.strictObject({ user: text(), business: text() });

/** One slot of a recipe: its question, the names that fill it, and the codes of their cards. */
interface Slot {
  label: string;
  parts: readonly { text: string; code: string }[];
}

/** The slots of a recipe in the order of its sentence. */
function slotsOf(card: Card, deck: Deck): Slot[] {
  const cards = (key: string) =>
    cardsOf(deck, listOf(card, key)).map((one) => ({ text: one.title, code: mention(one) }));
  const reasons = why.safeParse(card.fields.why);
  const reason = (value: string | undefined) => (value === undefined ? [] : [{ text: value, code: '' }]);
  const words = deck.words.faces;
  return [
    { label: words.who, parts: cards('who') },
    { label: words.when, parts: cards('when') },
    { label: words.what, parts: cards('what') },
    { label: words.where, parts: cards('where') },
    { label: words.otherwise, parts: reason(word(card, 'default') || undefined) },
    { label: words.forThem, parts: reason(reasons.data?.user) },
    { label: words.forUs, parts: reason(reasons.data?.business) },
    { label: words.measure, parts: cards('measure') },
    { label: words.guardrail, parts: cards('guardrail') },
  ];
}

/** An index card with ruled lines, the words on the lines. */
function Front({ card, deck, format }: FaceProps) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const head = between(format, 17.6, 24);
  const side = between(format, 8.2, 10);
  const w = sizes.column - 2 * side;
  const slots = slotsOf(card, deck).filter(({ parts }) => parts.length > 0);
  const setting = settingOf(sizes);
  const [first = 16] = sizes.titles;
  return (
    <Ground format={format} colour={palette.paper}>
      <IndexCardPaper deck={deck} format={format} head={head} spacing={setting.spacing} />
      <Corners card={card} deck={deck} sizes={sizes} colour={palette.accent} />
      <At x={sizes.margin + side} y={sizes.margin} w={w}>
        <Label theme={deck.theme} size={sizes.label} colour={palette.accent} align="center" w={w}>
          {suitOf(card, deck).one}
        </Label>
      </At>
      <At x={sizes.margin + side} y={sizes.margin + 2.8} w={w} h={head - sizes.margin - 3.8} justify="center">
        <Title
          deck={deck}
          w={w}
          h={head - sizes.margin - 3.8}
          align="center"
          colour={palette.ink}
          sizes={[first * 0.84, first * 0.8, first * 0.76, first * 0.7]}
        >
          {card.title}
        </Title>
      </At>
      <At x={sizes.margin} y={head + setting.spacing * SINK} w={sizes.column}>
        <Balanced {...setting} deck={deck} w={sizes.column} colour={palette.quiet} italic>
          {card.gist}
        </Balanced>
        {slots.map((slot) => (
          <Row key={slot.label} {...{ deck, slot, sizes, palette, setting }} />
        ))}
      </At>
    </Ground>
  );
}

/** How far text is lowered from the middle between two rules, so that it stands on the lower one, as a share of their distance. */
const SINK = 0.13;

/** How the lines are set: text and rules at one distance. */
interface Setting {
  spacing: Mm;
  size: Pt;
  /** `spacing` in font sizes. */
  leading: number;
  /** Width of the column of labels. */
  labels: Mm;
}

/** The setting of every recipe: sixteen lines fit a poker card, nineteen a tarot card. */
function settingOf(sizes: Sizes): Setting {
  const [spacing, size] = [between(sizes, 4.05, 4.65), between(sizes, 8, 10)];
  return { spacing, size, leading: pt(spacing) / size, labels: sizes.label * 2.35 };
}

/** The lines of the front, and how they are filled: for whoever composes a recipe before it is drawn. */
function roomOf(format: Format): Room {
  const sizes = sizesOf(format);
  const { spacing, size, labels } = settingOf(sizes);
  const own = { width: pt(sizes.column - labels) / size };
  const names = { ...own, weight: 600 as const, code: sizes.label / size };
  return {
    lines: Math.floor((format.height - between(format, 17.6, 24) - sizes.margin) / spacing),
    texts: {
      gist: { width: pt(sizes.column) / size, italic: true },
      ...Object.fromEntries(['who', 'when', 'what', 'where', 'measure', 'guardrail'].map((key) => [key, names])),
      ...Object.fromEntries(['default', 'user', 'business'].map((key) => [key, own])),
    },
  };
}

interface RowProps {
  deck: Deck;
  slot: Slot;
  sizes: Sizes;
  palette: Palette;
  setting: Setting;
}

function Row(props: RowProps) {
  const { deck, slot, sizes, palette, setting } = props;
  const { size, labels } = setting;
  // Label and text are centred in the line; this brings their baselines together.
  const drop = (size - sizes.label) * 0.33;
  return (
    <View style={{ flexDirection: 'row', width: pt(sizes.column), flexShrink: 0 }}>
      <View style={{ marginTop: drop, marginBottom: -drop }}>
        <Label
          theme={deck.theme}
          size={sizes.label}
          colour={palette.accent}
          leading={pt(setting.spacing) / sizes.label}
          w={labels}
        >
          {slot.label}
        </Label>
      </View>
      <Filling {...props} w={sizes.column - labels} />
    </View>
  );
}

/** The content of a slot: a reason, or names with the codes of their cards. A name is not broken and stays beside its code, if both fit. */
function Filling({ deck, slot, sizes, palette, setting, w }: RowProps & { w: Mm }) {
  const type = { size: setting.size, colour: palette.ink, leading: setting.leading, w };
  const [first] = slot.parts;
  if (first?.code === '') {
    return (
      <Even deck={deck} {...type}>
        {first.text}
      </Even>
    );
  }
  const isNarrow = (text: string) => textWidth(text, { theme: deck.theme, weight: 600 }, setting.size) < pt(w) - SLACK;
  return (
    <Words theme={deck.theme} {...type}>
      {slot.parts.map(({ text, code }, index) => (
        <Text key={text}>
          {index > 0 ? ` ${deck.words.faces.or} ` : ''}
          <Text style={{ fontWeight: 600 }}>{isNarrow(`${text} ${code}`) ? text.replaceAll(' ', '\u00a0') : text}</Text>
          <Text style={{ fontSize: sizes.label, color: palette.accent }}>{`\u00a0${code}`}</Text>
        </Text>
      ))}
    </Words>
  );
}

function Back(props: FaceProps) {
  const { card, deck } = props;
  const facts = [{ name: deck.words.faces.patterns, entries: codes(deck, listOf(card, 'patterns')) }];
  return <SuitBack {...props} size={sizesOf(props.format).body} strong={['If-then']} facts={facts} />;
}

/** How many slots of a blank recipe are on its front; the others, the owner and the stop rule are on its back. */
const ON_FRONT = 5;

/** The front of a blank recipe: an index card with the slots for what happens, and lines for a felt pen. */
function EmptyFront(props: FaceProps) {
  const labels = slotsOf(props.card, props.deck).map(({ label }) => label);
  return <EmptyCard {...props} title={props.card.title} labels={labels.slice(0, ON_FRONT)} />;
}

/** The back of a blank recipe: the slots for the reason, the measure and the owner. */
function EmptyBack(props: FaceProps) {
  const { card, deck, format } = props;
  const { owner, stop } = deck.words.faces;
  const labels = slotsOf(card, deck).map(({ label }) => label);
  const plate = qrPlate(card, deck);
  return (
    <EmptyCard {...props} title={suitOf(card, deck).one} labels={[...labels.slice(ON_FRONT), stop, owner]}>
      <Qr {...{ card, deck, format }} x={format.width - QR_EDGE - plate} y={format.height - QR_EDGE - plate} />
    </EmptyCard>
  );
}

interface EmptyCardProps extends FaceProps {
  title: string;
  labels: readonly string[];
  /** Drawn over the lines. */
  children?: ReactNode;
}

function EmptyCard({ card, deck, format, title, labels, children }: EmptyCardProps) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const head = between(format, 11.4, 18);
  const lines = Math.floor((format.height - sizes.margin - head) / PEN);
  const line = (index: number) => Math.floor((index * lines) / labels.length);
  return (
    <Ground format={format} colour={palette.paper}>
      <IndexCardPaper deck={deck} format={format} head={head} spacing={PEN} />
      <At x={sizes.margin} y={sizes.margin} w={sizes.column}>
        <Label theme={deck.theme} size={sizes.label} colour={palette.accent} w={sizes.column}>
          {title}
        </Label>
      </At>
      {labels.map((label, index) => (
        <At key={label} x={sizes.margin} y={head + line(index) * PEN + 0.5} w={sizes.column}>
          <Label theme={deck.theme} size={sizes.label} colour={palette.accent} w={sizes.column}>
            {label}
          </Label>
        </At>
      ))}
      {children}
    </Ground>
  );
}

export default blankable(
  {
    least: LEAST_CARD,
    fields: {
      who: cardIds('ingredient', { max: 3 }),
      when: cardIds('ingredient', { max: 3 }),
      what: cardIds('ingredient', { max: 3 }),
      where: cardIds('ingredient', { max: 3 }),
      default: text().optional(),
      why,
      measure: cardIds('ingredient', { max: 3 }),
      guardrail: cardIds('ingredient', { max: 2 }).optional(),
      patterns: cardIds('pattern', { max: 3 }),
    },
    budgets: { default: 46, 'why.user': 46, 'why.business': 46 },
    sections: {
      'If-then': { budget: 190 },
      'Job story': { budget: 110 },
      Watch: { budget: 50 },
      Measure: { budget: 45 },
    },
    room: roomOf,
    Front,
    Back,
  },
  EmptyFront,
  EmptyBack,
);
