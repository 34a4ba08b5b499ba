import { expect, test } from 'vitest';
import { between } from '../../layouts/parts/size.ts';
import type { Card } from '../../src/model/card.ts';
import type { Looks } from '../../src/model/loaded-looks.ts';
import { tooSmallFor } from '../../src/plan/face-sizes.ts';
import { shown } from '../fixtures/deck.ts';

const cards = ['pattern', 'general', 'pattern'].map((face) => ({ face })) as unknown as Card[];
const least = { width: 57, height: 88 };
const looks = { faces: { pattern: { least }, general: {} } } as unknown as Looks;
const said = (width: number, height: number) => {
  const format = { id: 'own', name: 'Mini', width, height, radius: 3 };
  return tooSmallFor(cards, format, looks, { format: 'own', file: 'deck/deck.yaml', place: { line: 7, column: 9 } });
};

test('a face that is made for larger cards says so once, and one that lays itself out says nothing', () => {
  expect(said(44.45, 63.5).map(shown)).toEqual([
    'deck/deck.yaml:7:9 error deck/face-size The face "pattern" is made for cards of at least 57 × 88 mm; Mini has 44.45 × 63.5 mm (cards with this face: 2).',
  ]);
  expect(said(90, 55)).toHaveLength(1);
  expect(said(57, 88)).toEqual([]);
});

test('type grows with a card’s height where it is square or wide, and with both where it is upright', () => {
  const value = (width: number, height: number) => between({ width, height }, 9, 11);
  expect(value(63.5, 88.9)).toBeCloseTo(9, 9);
  expect(value(70, 120)).toBeCloseTo(11, 9);
  // As high as a poker card: words are as large as there, and lines are longer.
  expect(value(88.9, 88.9)).toBeCloseTo(9.17, 2);
  expect(value(200, 88.9)).toBe(value(88.9, 88.9));
  expect(value(57.15, 88.9)).toBeLessThan(9);
});
