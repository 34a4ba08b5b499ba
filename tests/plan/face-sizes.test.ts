import { expect, test } from 'vitest';
import { between } from '../../layouts/parts/size.ts';
import type { Card } from '../../src/model/card.ts';
import type { Looks } from '../../src/model/loaded-looks.ts';
import { tooSmallFor } from '../../src/plan/face-sizes.ts';
import { shown } from '../fixtures/deck.ts';

const cards = ['pattern', 'general', 'risk', 'pattern', 'cover'].map((face) => ({ face })) as unknown as Card[];
const least = { width: 57, height: 88 };
const cover = { least: { width: 60, height: 60 } };
const looks = { faces: { pattern: { least }, general: {}, risk: { least }, cover } } as unknown as Looks;
const size = (id: string, width: number, height: number) => ({ id, name: id, width, height, radius: 3 });
const formats = { poker: size('poker', 63.5, 88.9), square: size('square', 70, 70), tarot: size('tarot', 70, 120) };
const said = (width: number, height: number) => {
  const format = { id: 'own', name: 'Mini', width, height, radius: 3 };
  const at = { format: 'own', file: 'deck/deck.yaml', place: { line: 7, column: 9 } };
  return tooSmallFor({ cards, format }, looks, { own: format, ...formats }, at);
};

test('faces that are made for larger cards are one line for each size, with the formats that do, and one that lays itself out is none', () => {
  const found = said(44.45, 63.5);
  expect(found.map(shown)).toEqual([
    'deck/deck.yaml:7:9 error deck/face-size The face "cover" is made for cards of at least 60 × 60 mm; Mini is 44.45 × 63.5 mm (cards with this face: 1).',
    'deck/deck.yaml:7:9 error deck/face-size The faces "pattern" and "risk" are made for cards of at least 57 × 88 mm; Mini is 44.45 × 63.5 mm (cards with these faces: 3).',
  ]);
  expect(found.map(({ expected }) => expected)).toEqual([
    ['poker', 'square', 'tarot'],
    ['poker', 'tarot'],
  ]);
  expect(said(90, 60)).toHaveLength(1);
  expect(said(60, 88)).toEqual([]);
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
