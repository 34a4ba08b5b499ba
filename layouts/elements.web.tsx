import type { ComponentType } from 'react';
import type { ElementProps } from '../src/model/looks.ts';
import { pointer } from './parts/fields.ts';
import { WebPips } from './parts/web-pips.tsx';

/** Points at a card: a link to its page. */
function Card({ attributes, context }: ElementProps) {
  const card = context.cards.get(attributes.id ?? '');
  if (card === undefined) return null;
  return (
    <a className="code" href={`${context.base}c/${card.id}.html`} title={card.title}>
      {pointer(card, attributes.show)}
    </a>
  );
}

/** A row of dots, read aloud as “3/5”: in every language. */
function Pips({ attributes }: ElementProps) {
  const [count, of] = [Number(attributes.count), Number(attributes.of)];
  return (
    <span className="pips" role="img" aria-label={`${count}/${of}`}>
      <WebPips count={count} of={of} />
    </span>
  );
}

/** The web components of elements.tsx by name. */
export const webs: Readonly<Record<string, ComponentType<ElementProps>>> = { Card, Pips };
