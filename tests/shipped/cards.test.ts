import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/model/card.ts';
import { lookUp } from '../../src/model/look-up.ts';
import { loadDeck } from '../fixtures/load.ts';
import { bodyOf, root, section, shippedDeck } from './deck.ts';

// What the cards say: one question, nothing that can be read off, one sign one meaning, sources that were read.

const { deck, looks } = await shippedDeck();
const patterns = deck.cards.filter((card) => card.suit === 'pattern' && !card.blank);
const named = (cards: readonly Card[], text: (card: Card) => string) => cards.map((one) => `${one.code}: ${text(one)}`);

test('CONTRIBUTING.md has the keys of each suit, and its sections with their budgets', () => {
  const [, table = ''] = readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8').split(
    'with their budget in characters |\n',
  );
  const rows = table.split('\n\n', 1)[0]?.split('\n').slice(1) ?? [];
  const told = rows.flatMap((row) => {
    const [, suits = '', keys = '', sections = ''] = row.split('|').map((cell) => cell.trim());
    return suits.includes('`') ? [] : suits.split(', ').map((suit) => [suit, keys.replace(' or ', ', '), sections]);
  });
  const had = deck.suits.map(({ id, face }) => {
    const { fields = {}, sections = {} } = lookUp(looks.faces, face) ?? {};
    const named = Object.entries(sections).map(([heading, { budget, items }]) =>
      items ? `${heading} ${items.max} × ${items.budget}` : `${heading} ${budget}`,
    );
    return [id, Object.keys(fields).join(', '), named.join(' · ')];
  });
  expect(told.sort()).toEqual(had.sort());
});

test('each Ask is one question', () => {
  const ask = (card: Card) => section(card, 'Ask');
  const wrong = patterns.filter((card) => !/^[^?]+\?$/u.test(ask(card)) || ask(card).includes(', and '));
  expect(named(wrong, ask)).toEqual([]);
});

test('few warnings are of the kind “this, and that”', () => {
  const dramas = patterns.filter((card) => section(card, 'Watch for').includes(', and '));
  expect(dramas.length).toBeLessThan(patterns.length / 10);
});

test('no argument and no stage is named in the texts of a pattern', () => {
  const named = deck.cards.filter(({ suit }) => ['argument', 'stage'].includes(suit));
  const words = named.flatMap(({ id, title }) => [title, `id="${id}"`]);
  const given = patterns.filter((card) => words.some((word) => `${card.gist} ${bodyOf(card)}`.includes(word)));
  expect(given.map(({ code }) => code)).toEqual([]);
});

test('each address among the sources has the day on which it was read', () => {
  const sources = deck.cards.flatMap((card) => card.sources.map((source) => `${card.code}: ${source}`));
  const dated = /\b(?:read|checked)(?: at \S+)? on \p{Lu}\p{L}+ \d{1,2}, 20\d\d\b/u;
  expect(sources.filter((one) => one.includes('://')).length).toBeGreaterThan(patterns.length / 2);
  expect(sources.filter((one) => one.includes('://') && !dated.test(one))).toEqual([]);
});

test('a chapter that names a law says when it was checked, and so does each of its sources', () => {
  const dir = path.join(root, 'deck/guide');
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mdx'));
  const chapters = files.map((file) => ({ file, text: readFileSync(path.join(dir, file), 'utf8') }));
  const named = chapters.filter(({ text }) => /\b(?:GDPR|DSA|CCPA|AI Act|CAN-SPAM)\b/u.test(text));
  expect(named.length).toBeGreaterThan(0);
  const undated = named.filter(
    ({ text }) => !/^.*Checked on \p{Lu}\p{L}+ \d{1,2}, 20\d\d/mu.test(text.split('\n---\n')[1] ?? ''),
  );
  expect(undated.map(({ file }) => file)).toEqual([]);
  const sources = named.flatMap(({ text }) => text.match(/^ {2}- .*https?:.*$/gmu) ?? []);
  expect(sources.length).toBeGreaterThan(0);
  expect(sources.filter((source) => !/\bread at \S+ on \p{Lu}\p{L}+ \d{1,2}, 20\d\d/u.test(source))).toEqual([]);
});

test('one sign has one meaning', () => {
  const dir = path.join(root, 'layouts');
  const files = ['faces', 'parts'].flatMap((room) =>
    readdirSync(path.join(dir, room)).map((name) => path.join(dir, room, name)),
  );
  const meters = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/<Meter sign="(\w+)"[^>]*/gu)]);
  expect(meters.map(([tag, sign = '']) => [sign, /effort|severity/u.exec(tag)?.[0]]).sort()).toEqual([
    ['bars', 'effort'],
    ['triangles', 'severity'],
  ]);
  // Dots are the sign of a level.
  const dotted = deck.cards.filter((card) => bodyOf(card).includes('<Pips') && card.suit !== 'extra');
  expect(dotted.filter(({ suit }) => suit !== 'level').map(({ code }) => code)).toEqual([]);
});

describe('German', () => {
  test('texts of what is translated are current', async () => {
    const { further } = await loadDeck({ dir: path.join(root, 'deck'), root, looks, languages: ['de'] });
    const [german] = further;
    expect(german?.cards.filter(({ state }) => state === 'current').length).toBeGreaterThan(0);
    expect(german?.cards.filter(({ state }) => state === 'changed').map(({ id }) => id)).toEqual([]);
  });
});
