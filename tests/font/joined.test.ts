import { describe, expect, test } from 'vitest';
import { isJoined, joined, madeOf } from '../../src/font/joined.ts';
import { opened } from '../../src/font/open.ts';
import { shape } from '../../src/font/shape.ts';
import { notoSansJoined } from '../fixtures/fonts.ts';

const TEXTS = {
  Kannada: ['ಕ್ಷೇತ್ರ', 'ಜ್ಞಾನ ಪ್ರಶ್ನೆ', 'ಕ್ಷೇತ್ರ ಜ್ಞಾನ'],
  Bengali: ['প্রশ্ন', 'কো তিনটি', 'জ্ঞান প্রশ্ন কো হবে'],
  Thai: ['วันนี้', 'น้ำ', 'ผู้ที่รู้จักคำนั้น อากาศ'],
  Myanmar: ['မြို့', 'နှိုင်း', 'စကားကို လေ့လာပါ'],
  Khmer: ['ខ្ញុំស្រលាញ់', 'ធ្វើ', 'ភាសាខ្មែរ ចាប់ផ្តើម'],
} as const;

test.each(['हिन्दी', 'a ক', 'தமிழ்', 'ක්‍ර', 'ไทย', 'ລາວ', 'ខ្មែរ', 'မြန်မာ', 'བོད་'])('%s is joined', (text) =>
  expect(isJoined(text)).toBe(true),
);

test.each(['abc é', 'Ελληνικά', '漢字', '한글', 'ქართული', ''])('“%s” is not joined', (text) => {
  expect(isJoined(text)).toBe(false);
});

describe.each(['Kannada', 'Bengali', 'Thai', 'Khmer', 'Myanmar'] as const)('words in %s', (script) => {
  const data = notoSansJoined(script);
  const font = opened(data);

  test.each(TEXTS[script])('“%s” is set as HarfBuzz sets it', (text) => {
    const letters = shape(text, data);
    const { glyphs, positions, advanceWidth } = joined(text, font, data);
    expect(glyphs.map(({ id }) => id)).toEqual(letters.map(({ glyph }) => glyph));
    expect(positions.map(({ xAdvance, xOffset, yOffset }) => [xAdvance, xOffset, yOffset])).toEqual(
      letters.map(({ advance, x, y }) => [advance, x, y]),
    );
    expect(advanceWidth).toBe(letters.reduce((sum, { advance }) => sum + advance, 0));
  });

  test.each(TEXTS[script])('each character of “%s” is of one glyph, by which the renderer counts', (text) => {
    const points = joined(text, font, data).glyphs.map(({ codePoints }) => codePoints);
    const sorted = (all: readonly number[]) => [...all].sort((a, b) => a - b);
    expect(sorted(points.flat())).toEqual(sorted([...text].map((one) => one.codePointAt(0) ?? 0)));
    // A glyph of no character is never the second of a word: the renderer begins a line with the last of those that it takes for one character.
    const starts = points.flatMap((_, at) => (at === 0 || points[at - 1]?.includes(0x20) ? [at] : []));
    expect(starts.map((at) => points[at + 1]?.length).filter((length) => length === 0)).toEqual([]);
  });
});

test('fontkit sets them otherwise', () => {
  const data = notoSansJoined('Bengali');
  const ids = opened(data)
    .layout('হবে')
    .glyphs.map(({ id }) => id);
  expect(ids).not.toEqual(shape('হবে', data).map(({ glyph }) => glyph));
});

test.each([
  ['น้ำ', 'น้\u0e4d\u0e32'],
  ['ធ្វើ', 'ធ្វ\u17c1\u17be'],
  ['কো abc é', 'ক\u09c7\u09be'],
])('a font that is cut to %s keeps what its letters are made of', (text, parts) => expect(madeOf(text)).toBe(parts));
