import { expect, test } from 'vitest';
import { languageName } from '../../src/deck/languages/language.ts';
import { capitals } from '../../src/model/capitals.ts';

test.each([
  ['Ask', 'en-US', 'ASK'],
  ['Straße', 'de', 'STRASSE'],
  ['istek', 'tr', 'İSTEK'],
  ['Ερώτηση', 'el', 'ΕΡΩΤΗΣΗ'],
  ['ijs', 'nl', 'IJS'],
  ['როგორ მუშაობს UX', 'ka', 'როგორ მუშაობს UX'],
  ['UX როგორ a', 'en-US', 'UX როგორ A'],
])('%s in %s is %s', (text, lang, expected) => expect(capitals(text, lang)).toBe(expected));

test.each([
  ['de', 'Deutsch'],
  ['fr', 'Français'],
  ['ka', 'ქართული'],
])('a language is called as it calls itself: %s', (tag, name) => expect(languageName(tag)).toBe(name));
