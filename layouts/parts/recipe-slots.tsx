import { z } from 'zod';
import { SLACK } from '../../src/font/even.ts';
import { textWidth } from '../../src/font/lines.ts';
import type { Card } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { Format } from '../../src/model/faces.ts';
import { text } from '../../src/model/fields.ts';
import type { FrontRoom } from '../../src/model/looks.ts';
import type { Mm, Pt } from '../../src/model/units.ts';
import { pt } from '../../src/model/units.ts';
import { Label, Words } from './base.tsx';
import type { Palette } from './colour.ts';
import { cardsOf, listOf, mention, word } from './fields.ts';
import { Text, View } from './primitives.ts';
import { between, type Sizes, sizesOf } from './size.ts';
import { Even } from './type.tsx';

/** The field of a recipe for its reasons. */
export const why = z.strictObject({ user: text(), business: text() });

/** One slot of a recipe: its question, the names that fill it, and the codes of their cards. */
export interface RecipeSlot {
  label: string;
  parts: readonly { text: string; code: string }[];
}

/** The slots of a recipe in the order of its sentence. */
export function slotsOf(card: Card, deck: Deck): RecipeSlot[] {
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

/** How the lines are set: text and rules at one distance. */
interface RecipeSetting {
  spacing: Mm;
  size: Pt;
  /** `spacing` in font sizes. */
  leading: number;
  /** Width of the column of labels. */
  labels: Mm;
}

/** The setting of every recipe: sixteen lines fit a poker card, nineteen a tarot card. */
export function settingOf(sizes: Sizes): RecipeSetting {
  const [spacing, size] = [between(sizes, 4.05, 4.65), between(sizes, 8, 10)];
  return { spacing, size, leading: pt(spacing) / size, labels: sizes.label * 2.35 };
}

/** The height of the front's head, above the slots. */
export function headOf(format: Format): Mm {
  return between(format, 17.6, 24);
}

/** The lines of the front, and how they are filled: the catalog's composer measures a recipe by them before it is drawn. */
export function roomOf(format: Format): FrontRoom {
  const sizes = sizesOf(format);
  const { spacing, size, labels } = settingOf(sizes);
  const own = { width: pt(sizes.column - labels) / size };
  const names = { ...own, weight: 600 as const, code: sizes.label / size };
  return {
    lines: Math.floor((format.height - headOf(format) - sizes.margin) / spacing),
    texts: {
      gist: { width: pt(sizes.column) / size, italic: true },
      ...Object.fromEntries(['who', 'when', 'what', 'where', 'measure', 'guardrail'].map((key) => [key, names])),
      ...Object.fromEntries(['default', 'user', 'business'].map((key) => [key, own])),
    },
  };
}

interface RowProps {
  deck: Deck;
  slot: RecipeSlot;
  sizes: Sizes;
  palette: Palette;
  setting: RecipeSetting;
}

/** A slot on the lines of the front: its label, then what fills it. */
export function SlotRow(props: RowProps) {
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
