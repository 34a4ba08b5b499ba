import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { comparableWords, givenTexts } from '../../src/face/texts.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { Looks } from '../../src/model/loaded-looks.ts';
import { read } from '../press/readers.ts';
import { shippedDeck } from './deck.ts';

type Page = Awaited<ReturnType<typeof read>>[number];

const dist = inject('dist');
let deck: Deck;
let looks: Looks;

beforeAll(async () => {
  ({ deck, looks } = await shippedDeck());
});

const pages = async (name: string) => read(new Uint8Array(await readFile(path.join(dist, 'print', name))));
const pt = (mm: number) => (mm / 25.4) * 72;

describe.each([
  ['a4.pdf', 210, 297],
  ['letter.pdf', 215.9, 279.4],
])('%s', (name, width, height) => {
  let found: Page[] = [];
  beforeAll(async () => {
    found = await pages(name);
  });

  test('is 32 sheets, front and back, of the right size', () => {
    expect(found).toHaveLength(64);
    for (const { box } of found) {
      expect(box[2]).toBeCloseTo(pt(width), 2);
      expect(box[3]).toBeCloseTo(pt(height), 2);
    }
  });

  test('every font is an embedded subset', () => {
    const fonts = new Set(found.flatMap((page) => page.fonts));
    expect([...fonts].filter((font) => !/^[A-Z]{6}\+[^ ]+$/u.test(font))).toEqual([]);
    expect(fonts.size).toBeGreaterThan(3);
  });

  test('holds every word of every card', () => {
    // A PDF's text comes in pieces, so words are looked for without the spaces between them.
    const text = squeezed(found.map((page) => page.text).join(' '));
    const missing = deck.cards.flatMap((card) => {
      const look = looks.faces[card.face];
      const given = look ? givenTexts(card, look).flatMap((one) => comparableWords(one.text)) : [];
      return given.filter((word) => !text.includes(squeezed(word))).map((word) => `${card.id}: ${word}`);
    });
    expect(missing).toEqual([]);
  });

  test('says on each sheet what it is', () => {
    expect(found[0]?.text).toContain(`The Test Kitchen ${deck.version}`);
    expect(found[63]?.text).toMatch(/32\/32/u);
  });
});

test('shop.pdf has a page for each face, front before back', async () => {
  const found = await pages('shop.pdf');
  const copies = deck.cards.reduce((sum, card) => sum + card.copies, 0);
  expect(found).toHaveLength(2 * copies);
  for (const { box } of found) {
    expect(box[2]).toBeCloseTo(pt(63.5 + 6), 2);
    expect(box[3]).toBeCloseTo(pt(88.9 + 6), 2);
  }
});

test('the manifest has every output with its size', async () => {
  const manifest = JSON.parse(await readFile(path.join(dist, 'manifest.json'), 'utf8'));
  expect(manifest).toMatchObject({ name: 'The Test Kitchen', version: deck.version, cards: deck.cards.length });
  const paths: string[] = manifest.outputs.map((output: { path: string }) => output.path);
  expect(paths).toContain('print/a4.pdf');
  expect(paths).toContain('site/index.html');
  expect(paths).toContain('schema/pattern.json');
});

function squeezed(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, '');
}
