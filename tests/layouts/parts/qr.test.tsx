import { Children, isValidElement, type ReactNode } from 'react';
import { expect, test } from 'vitest';
import { Qr } from '../../../layouts/parts/qr.tsx';
import type { Card } from '../../../src/model/card.ts';
import type { Deck } from '../../../src/model/deck.ts';
import type { Format } from '../../../src/model/faces.ts';

const coloursIn = (node: ReactNode): string[] =>
  Children.toArray(node).flatMap((one) => {
    if (!isValidElement<{ colour?: string; children?: ReactNode }>(one)) return [];
    const { colour, children } = one.props;
    return [...(colour ? [colour] : []), ...coloursIn(children)];
  });

test.each([
  ['light paper', { paper: '#fbf6ea', ink: '#23262b' }],
  ['dark paper', { paper: '#23262b', ink: '#fbf6ea' }],
])('a code is dark on a light plate, on %s too: not every telephone reads the other', (_, colour) => {
  const deck = { qr: true, url: 'https://example.org/', theme: { colour } } as unknown as Deck;
  const format = { id: 'poker', width: 63.5, height: 88.9 } as Format;
  const drawn = Qr({ card: { id: 'a' } as Card, deck, format, x: 10, y: 10 });
  expect(coloursIn(drawn)).toEqual(['#fbf6ea', '#23262b']);
});
