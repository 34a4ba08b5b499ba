import plain from '@react-pdf/stylesheet';
import { expect, test } from 'vitest';
import resolveStyle from '../../../src/face/stand-ins/stylesheet.ts';

const container = { width: 100, height: 100, dpi: 72 };

test('styles are those of the whole one', () => {
  const style = { flex: 1, margin: '5mm', height: '50%', backgroundColor: '#123456' };
  expect(resolveStyle(container, style)).toEqual(plain(container, style));
});

test('a box that must not shrink gets a share that the renderer takes for said, and that is none in 32 bits', () => {
  const { flexShrink } = resolveStyle(container, { flexShrink: 0 });
  expect(Boolean(flexShrink)).toBe(true);
  expect(Math.fround(Number(flexShrink))).toBe(0);
});
