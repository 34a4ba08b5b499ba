import type { Card } from '../model/card.ts';
import { lookInto } from '../model/look-into.ts';
import type { Look } from '../model/looks.ts';
import { lettersApart } from '../model/unspaced.ts';

/** A text that a card gives and a face must print. */
export interface GivenText {
  /** Front-matter path or section heading, for messages. */
  from: string;
  text: string;
}

/** Every text that must be found on one of a card's two sides: nothing of it may be lost. */
export function givenTexts(card: Card, look: Look): GivenText[] {
  if (card.blank) return [{ from: 'title', text: card.title }];
  if (look.isWordless?.(card)) return [];
  const front = [
    { from: 'title', text: card.title },
    { from: 'gist', text: card.gist },
    ...Object.keys(look.budgets).flatMap((path) => fieldTexts(card.fields, path.split('.'), '')),
  ];
  const back = card.sections.map((section) => ({ from: `## ${section.heading}`, text: section.text }));
  return [...front, ...back].filter((given) => given.text !== '');
}

/** The strings at a dotted path, `*` standing for any index. */
function fieldTexts(value: unknown, steps: readonly string[], at: string): GivenText[] {
  const [step, ...rest] = steps;
  if (step === undefined) return typeof value === 'string' ? [{ from: at, text: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  const keys = step === '*' ? Object.keys(value) : [step];
  return keys.flatMap((key) => fieldTexts(lookInto(value, key), rest, at === '' ? key : `${at}.${key}`));
}

/** Marks that come and go with capitals: the accents of Greek, the dot of the Turkish İ. */
// Four marks at most: to look back over all of a long row, at each of them, took 23 s for 20,000.
const OF_CAPITALS = /(?<=\p{Script=Greek}\p{M}{0,4})[\u0300\u0301\u0342]|(?<=[iI])\u0307/gu;

const PLAIN = /^[\n -~\u2013\u2014\u2018-\u201d]*$/u;

/**
 * The words of a text in a form in which given and drawn texts compare equal: without soft hyphens, turned into capitals and back, since
 * a face may print Straße as STRASSE, and ς as Σ. Of Chinese and Japanese each letter is a word: lines end anywhere. A dot between words is no word: at the end of a line it is left out.
 */
export function comparableWords(text: string): string[] {
  // Most texts have nothing that is written in two ways, and there are ten of them on each card.
  if (PLAIN.test(text))
    return text
      .toLowerCase()
      .split(/\s+/u)
      .filter((word) => word !== '');
  return text
    .replaceAll('\u00ad', '')
    .normalize('NFD')
    .replace(OF_CAPITALS, '')
    .normalize('NFC')
    .toUpperCase()
    .toLowerCase()
    .split(/[\s\u00a0]+/u)
    .flatMap(lettersApart)
    .filter((word) => word !== '' && word !== '·');
}

/** Those of some texts that were not drawn whole, each with the words that are missing. */
export function textsLost<Given extends { text: string }>(
  given: readonly Given[],
  drawn: readonly string[],
): (Given & { missing: string })[] {
  const words = drawn.flatMap(comparableWords);
  return given.flatMap((one) => {
    const missing = lostWords(comparableWords(one.text), words);
    return missing.length === 0 ? [] : [{ ...one, missing: missing.join(' ') }];
  });
}

/** Words that are given more often than they were drawn. */
export function lostWords(given: readonly string[], drawn: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of drawn) left.set(word, (left.get(word) ?? 0) + 1);
  return given.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0 && !isDivided(word, drawn);
  });
}

/** Whether a word is drawn in parts, each but the last ending in what it was divided at: `Donau-`, `dampfschiff`. */
function isDivided(word: string, drawn: readonly string[]): boolean {
  return drawn.some((_, from) => {
    let rest = word;
    for (const part of drawn.slice(from)) {
      if (part === rest) return rest !== word;
      const own = rest.startsWith(part) ? part : part.replace(/-$/u, '');
      if (own === '' || !rest.startsWith(own) || !/[/_\-.?&=#:@+]$/u.test(part)) return false;
      rest = rest.slice(own.length);
    }
    return false;
  });
}
