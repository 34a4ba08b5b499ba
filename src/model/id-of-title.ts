import { lookUp } from './look-up.ts';

/** Letters that Unicode does not take apart into a Latin letter and an accent. Greek and Cyrillic as they are commonly transcribed. */
const LETTERS: Readonly<Record<string, string>> = {
  ...pairs('ßæœøłđðþıŋ', 'ss ae oe o l d d th i n'),
  ...pairs('αβγδεζηθικλμνξοπρσςτυφχψω', 'a v g d e z i th i k l m n x o p r s s t y f ch ps o'),
  ...pairs(
    'абвгдежзийклмнопрстуфхцчшщъыьэюя',
    'a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e yu ya',
  ),
  ...pairs('єіґђјљњћџ', 'ie i g dj j lj nj c dz'),
};

function pairs(letters: string, latin: string): Record<string, string> {
  const texts = latin.split(' ').map((text) => (text === '-' ? '' : text));
  return Object.fromEntries([...letters].map((letter, at) => [letter, texts[at] ?? '']));
}

/** The id of a card for its title: `Who Noticed?` is `who-noticed`. Empty where no letter of it can be written in Latin ones. */
export function idOfTitle(title: string): string {
  const plain = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '');
  const latin = [...plain].map((letter) => lookUp(LETTERS, letter) ?? letter).join('');
  const words = latin.replace(/[^a-z0-9]+/gu, '-').replace(/^-|-$/gu, '');
  return words.length <= MAX ? words : words.slice(0, MAX + 1).replace(/-[^-]*$/u, '');
}

/** A longer id is no help in an address. */
const MAX = 60;
