import type { Element } from 'hast';
import { createElement } from 'react';
import { describe, expect, test } from 'vitest';
import { broken } from '../../../layouts/parts/broken.ts';
import { textWidth } from '../../../src/font/lines.ts';
import { theme } from '../../fixtures/theme.ts';

const type = { theme };
const DOT = '\u00a0· ';
const asWideAs = (words: string) => textWidth(words, type, 8) + 0.1;

/** What a tag of a card prints: bold text, made from a tree. */
function bold(text: string) {
  const node: Element = {
    type: 'element',
    tagName: 'strong',
    properties: {},
    children: [{ type: 'text', value: text }],
  };
  return createElement('strong', { node } as object, text);
}

describe('a paragraph', () => {
  test('has its breaks in its own text', () => {
    expect(broken(['It is this or nothing'], type, 8, asWideAs('It is this or'))).toEqual(['It is this\nor nothing']);
  });

  test('breaks at no space that holds words together, narrow or wide', () => {
    for (const held of ['\u00a0', '\u202f', '\u2007']) {
      const [text] = broken([`Vraiment${held}? Oui`], type, 8, asWideAs('Vraiment')) ?? [];
      expect(text).toBe(`Vraiment${held}?\nOui`);
    }
  });

  test('ends no line in a dot: the break parts the names', () => {
    const names = ['New\u00a0Member', 'Power\u00a0User', 'Staff\u00a0User'].join(DOT);
    const lines = broken([names], type, 8, asWideAs('New Member · Power User ·'));
    expect(lines).toEqual([`New\u00a0Member\nPower\u00a0User${DOT}Staff\u00a0User`]);
  });

  test('keeps what is set apart, and breaks inside it too', () => {
    const parts = [bold('Kick'), ' the ball, ', bold('and not the player'), ' please'];
    const [first, ...others] = broken(parts, type, 8, asWideAs('Kick the ball, and not')) ?? [];
    expect(first).toBe(parts[0]);
    expect(others).toHaveLength(3);
    const narrow = broken([bold('one two three four')], type, 8, asWideAs('one two three'));
    expect(narrow?.[0]).toMatchObject({ props: { children: 'one two\nthree four' } });
  });

  test('breaks between a name and the code before the next one', () => {
    const [mixed] =
      broken([`Item\u00a0Opened${DOT}`, bold('REC\u00a01'), `${DOT}At\u00a0a\u00a0Place`], type, 8, 10_000) ?? [];
    expect(mixed).toBe(`Item\u00a0Opened${DOT}`);
    const lines = broken([bold('CTX\u00a01'), `${DOT}At\u00a0a\u00a0Place`], type, 8, asWideAs('At a Place ·'));
    expect(lines?.[1]).toBe('\nAt\u00a0a\u00a0Place');
  });

  test('keeps a break of its author, and loses no letter', () => {
    const words = 'Eat now or\nlater, or never at all, as you like';
    const [printed] = broken([words], type, 8, asWideAs('Eat now or later,')) as string[];
    expect(printed?.replaceAll('\n', ' ')).toBe(words.replaceAll('\n', ' '));
  });

  test('is left to the renderer where a line ends inside a tag', () => {
    const node: Element = { type: 'element', tagName: 'Card', properties: { words: 'The Toilet Seat' }, children: [] };
    expect(broken([createElement('i', { node } as object)], type, 8, asWideAs('The Toilet'))).toBeUndefined();
  });
});
