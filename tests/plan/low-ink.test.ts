import { describe, expect, test } from 'vitest';
import { contrast } from '../../src/model/contrast.ts';
import type { Theme } from '../../src/model/theme.ts';
import { lowInk } from '../../src/plan/low-ink.ts';

const suits = [{ colour: 'suit', families: [{ id: 'a', name: 'A', about: '', code: 'A', colour: 'family' }] }];
const printed = (colour: Record<string, string>) => {
  const theme: Theme = { colour, font: { display: 'A', text: 'A' }, fonts: [] };
  return lowInk(theme, suits).colour;
};

describe('a theme for little ink', () => {
  test('makes paper and other light grounds white, and leaves dark colors as they are', () => {
    expect(printed({ paper: '#fbf6ea', ink: '#23262b', jar: '#e9dcc3', suit: '#1c6580', family: '#f2b705' })).toEqual({
      ...{ paper: '#ffffff', ink: '#23262b', jar: '#ffffff', suit: '#1c6580', family: '#f2b705' },
    });
  });

  test('darkens the light color of a suit or a family: words in it would vanish', () => {
    const { suit = '', family = '' } = printed({
      paper: '#fbf6ea',
      ink: '#23262b',
      suit: '#ffd166',
      family: '#ffffff',
    });
    expect(contrast(suit, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(family, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });

  test('turns light words on dark paper into dark words on white', () => {
    const { paper, ink, suit = '' } = printed({ paper: '#14161a', ink: '#f2eee4', suit: '#7fa1c7', family: '#f0a868' });
    expect([paper, ink]).toEqual(['#ffffff', '#14161a']);
    expect(contrast(suit, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });
});
