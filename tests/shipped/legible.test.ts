import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import type { Card } from '../../src/model/card.ts';
import { select } from '../../src/plan/select.ts';
import { shippedDeck } from './deck.ts';
import { type Line, linesOf, paragraphsOf } from './lines.ts';

// Legibility, measured in the PDFs that a print shop gets: one face a page, front before back, in both sizes that the deck is made for.

const { deck } = await shippedDeck();
const cards = new Map(deck.cards.map((card) => [card.id, card]));
const printed = select(deck, { only: [] }).cards.flatMap(({ card, copies }) =>
  Array.from({ length: copies }, () => cards.get(card)),
);
const words = ({ text }: Line) => text.split(/[\s\u00a0]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
const squeezed = (text: string) => text.toLowerCase().replace(/[\s\u00a0]+/gu, '');

/** A side of a card as it is printed. */
interface Face {
  card: Card;
  side: 'front' | 'back';
  lines: readonly Line[];
}

async function facesIn(dist: string): Promise<Face[]> {
  const pages = await linesOf(new Uint8Array(await readFile(path.join(dist, 'print/shop.pdf'))));
  expect(pages).toHaveLength(2 * printed.length);
  return printed.flatMap((card, at): Face[] => {
    if (card === undefined) return [];
    const [front = [], back = []] = pages.slice(2 * at);
    return [
      { card, side: 'front', lines: front },
      { card, side: 'back', lines: back },
    ];
  });
}

/** The size of most letters on a face. */
function sizeOf({ lines }: Face): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/** The sizes that faces of one look are set in, by the look's name. */
function sizesBy(faces: readonly Face[], size: (face: Face) => number): Map<string, Set<number>> {
  const sizes = new Map<string, Set<number>>();
  for (const face of faces) sizes.set(face.card.face, (sizes.get(face.card.face) ?? new Set()).add(size(face)));
  return sizes;
}

/** A name in a list, after a code or a middle dot: titles of cards and names of families, of more than one word. */
const NAMED = (() => {
  const families = deck.suits.flatMap((one) => one.families.map(({ name }) => name));
  const names = [...deck.cards.map(({ title }) => title), ...families].filter((name) => name.includes(' '));
  const patterns = names.map((name) =>
    name
      .split(' ')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
      .join('[\\s\\u00a0]+'),
  );
  const longestFirst = patterns.sort((one, other) => other.length - one.length).join('|');
  return new RegExp(`(?:· |[A-Z]{3}[ \\u00a0]\\d+(?:–\\d+)?[ \\u00a0])(${longestFirst})`, 'gu');
})();

/** Names of lists that are broken at a line's end. */
function brokenNames({ card, lines }: Face): string[] {
  return paragraphsOf(lines).flatMap((paragraph) => {
    const text = paragraph.map((line) => line.text.trim()).join('\n');
    const found = [...text.matchAll(NAMED)].map(([, name = '']) => name);
    return found.filter((name) => name.includes('\n')).map((name) => `${card.id}: ${name}`);
  });
}

const FORMATS = [
  { format: 'poker', dist: inject('dist'), least: 7, body: 8 },
  { format: 'tarot', dist: inject('tarot'), least: 8, body: 10 },
] as const;

describe.each(FORMATS)('$format', async ({ dist, least, body }) => {
  const faces = await facesIn(dist);
  const patterns = faces.filter(({ card }) => card.suit === 'pattern' && !card.blank);

  test('each page is a face of a card', () => {
    for (const { card, lines, side } of patterns) {
      const said = new Set(lines.flatMap(words));
      const missing = card.title.split(' ').filter((word) => /\p{L}/u.test(word) && !said.has(word));
      expect(missing, `${card.code} ${side}`).toEqual([]);
    }
  });

  test(`nothing is set under ${least} pt`, () => {
    const small = faces.flatMap(({ card, lines }) =>
      lines.filter((line) => line.size < least - 0.01).map((line) => `${card.id}: ${line.text}`),
    );
    expect(small).toEqual([]);
  });

  test(`the backs of a suit are set in one size, of ${body} pt and more`, () => {
    const backs = faces.filter(({ side, card }) => side === 'back' && !card.blank);
    const sizes = sizesBy(backs, sizeOf);
    expect([...sizes].filter(([, all]) => all.size !== 1 || Math.min(...all) < body - 0.01)).toEqual([]);
  });

  test('reference cards have text of one size and titles of one size, on both sides', () => {
    const sheets = faces.filter(({ card }) => card.face === 'reference');
    expect(sizesBy(sheets, sizeOf).get('reference')).toEqual(new Set([body]));
    const largest = sizesBy(sheets, ({ lines }) => Math.max(...lines.map(({ size }) => size)));
    expect(largest.get('reference')?.size).toBe(1);
  });

  test('the front of a pattern says its code, family, title and gist, and nothing that gives its level or stage away', () => {
    const families = deck.suits.find(({ id }) => id === 'pattern')?.families ?? [];
    for (const { card, lines } of patterns.filter(({ side }) => side === 'front')) {
      const family = families.find(({ id }) => id === card.fields.family)?.name ?? '';
      const said = [...squeezed(card.code + family + card.title + card.gist)].sort().join('');
      expect([...squeezed(lines.map((line) => line.text).join(''))].sort().join(''), card.code).toBe(said);
    }
  });

  test('no text of more than one line ends in a lone word, and no line in a dot', () => {
    const lone = faces.flatMap(({ card, lines }) =>
      paragraphsOf(lines).flatMap((paragraph) => {
        const text = paragraph.map((line) => line.text).join(' | ');
        const last = paragraph.at(-1);
        // A title of two words may stand on two lines.
        const isTitle = squeezed(card.title).includes(squeezed(paragraph.map((line) => line.text).join('')));
        const isAlone = last !== undefined && paragraph.length > 1 && words(last).length < 2 && !isTitle;
        return isAlone || /·\s*(?:\||$)/u.test(text) ? [`${card.id}: ${text}`] : [];
      }),
    );
    expect(lone).toEqual([]);
  });

  test('no line breaks a name in a list', () => {
    expect(faces.flatMap(brokenNames)).toEqual([]);
  });

  test('a back gives no code twice', () => {
    const twice = faces
      .filter(({ side, card }) => side === 'back' && card.face !== 'reference')
      .flatMap(({ card, lines }) => {
        const found = lines.flatMap(({ text }) => text.match(/\b[A-Z]{3}[ \u00a0]\d+\b/gu) ?? []);
        const codes = found.map((code) => code.replace('\u00a0', ' '));
        return codes.filter((code, at) => codes.indexOf(code) < at).map((code) => `${card.id}: ${code}`);
      });
    expect(twice).toEqual([]);
  });

  test('a side that names a law says when it was checked', () => {
    const law = /\b(?:GDPR|DSA|CCPA|CPRA|CAN-SPAM|GBL|PECR|AI Act|Directive|Act 20\d\d)\b|\b(?:Art\.|Arts) \d/u;
    const sides = faces.map(({ card, side, lines }) => ({
      at: `${card.id} ${side}`,
      text: lines.map((one) => one.text).join(' '),
    }));
    const named = sides.filter(({ text }) => law.test(text));
    expect(named.length).toBeGreaterThan(deck.cards.filter(({ suit }) => suit === 'trust').length);
    expect(named.filter(({ text }) => !/Checked on \p{Lu}\p{L}+ \d{1,2}, 20\d\d/u.test(text))).toEqual([]);
  });
});
