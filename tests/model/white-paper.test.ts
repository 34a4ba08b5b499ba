import { describe, expect, test } from 'vitest';
import { contrast } from '../../src/model/contrast.ts';
import type { Deck } from '../../src/model/deck.ts';
import { deckOnWhite, themeOnWhite } from '../../src/model/white-paper.ts';

const suits = [{ colour: 'suit', families: [] }];
const themed = (colour: Record<string, string>) => ({ colour, font: { display: 'A', text: 'A' }, fonts: [] });

describe('on white paper', () => {
  test('a deck of dark words on light cards is as it was', () => {
    const deck = { theme: themed({ paper: '#fbf6ea', ink: '#23262b', suit: '#ffd166' }), suits } as unknown as Deck;
    expect(deckOnWhite(deck)).toBe(deck);
  });

  test('one of light words on dark cards has dark words, in the colors of its suits too', () => {
    const { colour } = themeOnWhite(
      themed({ paper: '#14161a', ink: '#f2eee4', suit: '#7fd1c7', other: '#9db8cf' }),
      suits,
    );
    expect(colour).toMatchObject({ paper: '#f2eee4', ink: '#14161a', other: '#9db8cf' });
    expect(contrast(colour.suit ?? '', '#f2eee4')).toBeGreaterThanOrEqual(4.5);
  });
});
