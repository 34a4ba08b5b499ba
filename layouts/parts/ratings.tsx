import type { Element } from 'hast';
import type { Mm } from '../../src/model/units.ts';
import { pt } from '../../src/model/units.ts';
import { Words } from './base.tsx';
import { attributeOf, FieldLabel, type FieldProps, fieldId } from './blanks.tsx';
import { usePage } from './page.tsx';
import { Circle, Svg, View } from './primitives.ts';

// Blanks for opinions: numbers to ring, votes to tally, places for stickers.

/** A row of numbers to ring, with the meaning of both ends. */
export function ScaleField({ field, w }: FieldProps) {
  const { line } = usePage();
  const [from, to] = [Number(attributeOf(field, 'from')), Number(attributeOf(field, 'to'))];
  return (
    <View style={{ width: pt(w), flexShrink: 0 }}>
      <FieldLabel field={field} w={w} />
      <View style={{ flexDirection: 'row', alignItems: 'center', columnGap: pt(2.4), marginTop: 3 }}>
        <End field={field} name="low" />
        {Array.from({ length: to - from + 1 }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: numbers in their order
          <Ring key={at} id={`${fieldId(field)}=${from + at}`} d={line} text={String(from + at)} />
        ))}
        <End field={field} name="high" />
      </View>
    </View>
  );
}

/** The meaning of one end of a scale. */
function End({ field, name }: { field: Element; name: 'low' | 'high' }) {
  const { deck, type, colours } = usePage();
  const words = attributeOf(field, name);
  if (words === '') return null;
  return (
    <Words theme={deck.theme} size={type.label} colour={colours.quiet} leading={1.2}>
      {words}
    </Words>
  );
}

function Ring({ id, d, text }: { id: string; d: Mm; text: string }) {
  const { deck, type, colours } = usePage();
  const circle = {
    width: pt(d),
    height: pt(d),
    borderRadius: pt(d / 2),
    borderWidth: 0.8,
    borderColor: colours.hairline,
  };
  return (
    <View id={id} style={{ ...circle, justifyContent: 'center', flexShrink: 0 }}>
      <Words theme={deck.theme} size={type.label} colour={colours.quiet} leading={1.2} align="center" w={d - 0.6}>
        {text}
      </Words>
    </View>
  );
}

/** A box to tally votes in: strokes by hand, a number in a form. */
export function VoteField({ field, w }: FieldProps) {
  const { line, gap, colours } = usePage();
  const box = w * 0.3;
  const frame = { borderWidth: 0.8, borderColor: colours.hairline, borderRadius: pt(1.5) };
  return (
    <View style={{ flexDirection: 'row', alignItems: 'center', width: pt(w), columnGap: pt(gap), flexShrink: 0 }}>
      <FieldLabel field={field} w={w - box - gap} />
      <View id={fieldId(field)} style={{ width: pt(box), height: pt(line), ...frame }} />
    </View>
  );
}

/** Diameter of an office's round sticker. */
const STICKER: Mm = 12;

/** Round places for stickers of 12 mm, as many in a row as fit. */
export function DotsField({ field, w }: FieldProps) {
  const { colours } = usePage();
  const count = Number(attributeOf(field, 'count'));
  const ring = { width: pt(STICKER), height: pt(STICKER) };
  return (
    <View style={{ width: pt(w), flexShrink: 0 }}>
      <FieldLabel field={field} w={w} />
      <View
        id={fieldId(field)}
        style={{ flexDirection: 'row', flexWrap: 'wrap', width: pt(w), gap: pt(2), marginTop: 4 }}
      >
        {Array.from({ length: count }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: places are alike
          <Svg key={at} viewBox="0 0 12 12" style={ring}>
            <Circle cx={6} cy={6} r={5.9} fill="none" stroke={colours.hairline} strokeWidth={0.2} />
          </Svg>
        ))}
      </View>
    </View>
  );
}
