import path from 'node:path';
import * as plain from '@react-pdf/textkit';
import { create, openSync } from 'fontkit';
import { expect, test } from 'vitest';
import { drawnText } from '../../../src/face/drawn-text.ts';
import layoutEngine, * as divide from '../../../src/face/stand-ins/textkit.ts';
import { softParts } from '../../../src/font/breaks.ts';
import { notoSansJp } from '../../fixtures/fonts.ts';

const engines = { ...divide } as unknown as Parameters<typeof layoutEngine>[0];
const layOut = layoutEngine(engines);

const [regular, bold] = ['Regular', 'Bold'].map((name) =>
  openSync(path.resolve(import.meta.dirname, `../../../deck/fonts/AtkinsonHyperlegibleNext-${name}.ttf`)),
) as unknown as NonNullable<plain.Attributes['font']>;

const japanese = [create(notoSansJp())] as unknown as (typeof regular)[];

/** The lines of a text, each second of its parts in bold, in a column of so many points; 10 pt. */
function lines(width: number, ...parts: string[]): string[] {
  return linesIn([regular, bold], width, parts);
}

function linesIn(fonts: readonly (typeof regular)[], width: number, parts: readonly string[]): string[] {
  const fragments = parts.map((string, at) => ({
    string,
    attributes: { font: [fonts[at % fonts.length]].flatMap((one) => one ?? []), fontSize: 10 },
  }));
  const box = { x: 0, y: 0, width, height: Number.POSITIVE_INFINITY };
  const paragraphs = layOut(plain.fromFragments(fragments), box, {
    hyphenationCallback: (word) => softParts(word ?? ''),
  });
  return paragraphs.flat().map(({ string }) => string);
}

const LONG = 'Donau\u00addampf\u00adschiff\u00adfahrt';

test('a soft hyphen is a hyphen at the end of a line and nothing elsewhere', () => {
  expect(lines(400, LONG)).toEqual(['Donaudampfschifffahrt']);
  expect(lines(70, LONG)).toEqual(['Donaudampf-', 'schifffahrt']);
  expect(lines(45, 'Die ', LONG)).toEqual(['Die ', 'Donau-', 'dampf-', 'schiff-', 'fahrt']);
});

test('a word wider than its line is divided at its joints, without a hyphen', () => {
  expect(lines(90, 'of e-commerce/marketplace/own-brand shops')).toEqual([
    'of e-commerce/',
    'marketplace/own-',
    'brand shops',
  ]);
  expect(lines(90, 'see https://example.org/decks/kitchen?card=1')).toEqual([
    'see https://example.',
    'org/decks/kitchen?',
    'card=1',
  ]);
});

test('a word that fits a line is whole, and so is one in two styles', () => {
  expect(lines(90, 'a first-time buyer/seller')).toEqual(['a first-time ', 'buyer/seller']);
  expect(lines(60, 'grown and ', 'Mature', ', people')).toEqual(['grown and ', 'Mature, ', 'people']);
});

test('a line that its author broke ends there, in its own font', () => {
  expect(lines(200, 'Twelve Mill Lane', '\n', 'Upper Wharf')).toEqual(['Twelve Mill Lane', 'Upper Wharf']);
});

test('lines of Japanese are full, also where the text has a space, and a hyphen is only where a word has a soft one', () => {
  const text = '金曜日の午後、10分だけ時間をとって、今週 終わったことを三つ書き出します。';
  const set = linesIn(japanese, 60, [text]);
  expect(set).toEqual([
    '金曜日の午',
    '後、10分だ',
    'け時間をとっ',
    'て、今週 終',
    'わったことを',
    '三つ書き出し',
    'ます。',
  ]);
  expect(linesIn(japanese, 60, ['三つ書き extra\u00adordinary'])).toEqual(['三つ書き ', 'extra-', 'ordinary']);
});

test('the text of lines is the one that was given', () => {
  expect(drawnText(['Donau-', 'dampf-', 'schiff'], 'Donau\u00addampf\u00adschiff')).toBe('Donaudampfschiff');
  expect(drawnText(['own-', 'brand - ', 'shops-'], 'own-brand - shops-')).toBe('own-brand - shops-');
  expect(drawnText(['Mill Lane', 'Upper Wharf'], 'Mill Lane\nUpper Wharf')).toBe('Mill Lane\nUpper Wharf');
  // A line without a place to break: its end was looked for at each of its letters.
  const long = 'a/'.repeat(100_000);
  expect(drawnText([long], long) === long).toBe(true);
  expect(drawnText(['e\u0301-', 'x'], 'e\u0301-\u00adx')).toBe('e\u0301-x');
  // A vowel of Bengali, drawn as the two signs that it is made of.
  expect(drawnText(['\u0995\u09c7\u09be\u09a8 \u0995\u09be', '\u099c'], 'কোন কা জ')).toBe('কোন কা\nজ');
});
