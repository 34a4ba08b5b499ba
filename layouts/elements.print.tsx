import type { ComponentType } from 'react';
import type { ElementProps } from '../src/model/looks.ts';
import { pointer } from './parts/fields.ts';
import { Text } from './parts/primitives.ts';
import { useSetting } from './parts/setting.ts';

/** Points at a card: its code in bold, or its title where it has none; at the end of a range only its number. */
function Card({ attributes, context }: ElementProps) {
  const card = context.cards.get(attributes.id ?? '');
  return (
    <Text style={{ fontWeight: 700, color: useSetting().accent }}>
      {pointer(card, attributes.show).replaceAll(' ', '\u00a0')}
    </Text>
  );
}

/** A row of bullets, full ones and pale ones. Characters, not shapes: inside a line react-pdf draws text only. */
function Pips({ attributes }: ElementProps) {
  const { accent, hairline } = useSetting();
  const [count, of] = [Number(attributes.count), Number(attributes.of)];
  return (
    <Text style={{ fontWeight: 700, color: accent }}>
      {'•'.repeat(count)}
      <Text style={{ color: hairline }}>{'•'.repeat(Math.max(0, of - count))}</Text>
    </Text>
  );
}

/** The print components of elements.tsx by name. */
export const prints: Readonly<Record<string, ComponentType<ElementProps>>> = { Card, Pips };
