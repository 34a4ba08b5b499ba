import { isValidElement, type ReactElement, type ReactNode } from 'react';
import { expect, test } from 'vitest';
import { Label, Words } from '../../../layouts/parts/base.tsx';
import type { Theme } from '../../../src/model/theme.ts';

const theme = { lang: 'en-US', font: { display: 'D', text: 'T' } } as unknown as Theme;

interface Set {
  style: { letterSpacing: number };
  children: ReactNode;
}

/** How a label sets a text: its letters, and how far they stand apart in font sizes. */
function set(text: string): [ReactNode, number] {
  const words = Label({ theme, size: 10, colour: '#000', children: text }) as ReactElement<Parameters<typeof Words>[0]>;
  const drawn = Words(words.props);
  if (!isValidElement<Set>(drawn)) throw new Error('nothing is drawn');
  return [drawn.props.children, drawn.props.style.letterSpacing / 10];
}

test('a label is in capitals that stand apart; letters that join do not', () => {
  expect(set('Watch for')).toEqual(['WATCH FOR', 0.13]);
  expect(set('कैसे काम करता है')).toEqual(['कैसे काम करता है', 0]);
  expect(set('எப்படி')).toEqual(['எப்படி', 0]);
  expect(set('དཔེར')).toEqual(['དཔེར', 0]);
});
