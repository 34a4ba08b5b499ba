import path from 'node:path';
import { expect, test } from 'vitest';
import { catalogOf } from '../../src/catalog/catalog.ts';
import { statusOf } from '../../src/catalog/client/compose-status.ts';
import {
  type Made,
  ownKey,
  sentenceOf,
  sentencesOf,
  writtenText as textIn,
} from '../../src/catalog/client/composed.ts';
import type { ComposerData } from '../../src/catalog/client/composer-data.ts';
import { composerOf } from '../../src/catalog/composer.ts';
import { drawFaces } from '../../src/face/draw.ts';
import { loadLooks } from '../../src/looks/looks.ts';
import type { Card } from '../../src/model/card.ts';
import type { Format } from '../../src/model/faces.ts';
import { loadDeck } from '../fixtures/load.ts';
import { section } from './sample.ts';

// What the composer calls ready, the printed card holds: many cards of random choices and texts, drawn as a build draws them.

const LAYOUTS = path.resolve(import.meta.dirname, '../../layouts');
const POKER: Format = { id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 };
const WORDS =
  'a the we who mum Wow WWW show month people recommendation misunderstood window swimming I it fill little tomorrow when of AND with a'.split(
    ' ',
  );
/** Numbers from 0 to 1, the same in every run. */
function chances(): () => number {
  let seed = 20261128;
  return () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
}

function textOf(most: number, chance: () => number): string {
  const length = Math.max(3, Math.floor(most * (0.45 + 0.57 * chance())));
  let text = '';
  while (text.length < length) text += `${WORDS[Math.floor(chance() * WORDS.length)]} `;
  return text.slice(0, length).trim();
}

function madeOf(data: ComposerData, at: number, chance: () => number): Made {
  const { slots, texts } = data;
  const chosen = slots.map(({ key, cards, most }) => {
    const many = Math.min(most, 1 + Math.floor(chance() * chance() * 3));
    const ids = Array.from({ length: many }, () => cards[Math.floor(chance() * cards.length)]?.id ?? '');
    return [key, [...new Set(ids)]] as const;
  });
  const written = texts.map(({ key, most }) => [key, textOf(most, chance)] as const);
  // Our own sentence with one card in each slot is longer than a card holds: it is written in other words.
  const own = sentencesOf(data).map((section) => [ownKey(section), textOf(section.most, chance)] as const);
  return {
    slots: Object.fromEntries(chosen),
    texts: { ...Object.fromEntries([...written, ...own]), title: `Made ${at}` },
  };
}

/** The card that its file would be, made of a recipe of the deck. */
function cardOf(model: Card, made: Made, data: ComposerData, at: number): Card {
  const fields: Record<string, unknown> = { ...made.slots };
  for (const { key, path } of data.texts) {
    const [first = '', second] = path;
    if (second === undefined) fields[first] = textIn(made, key);
    else fields[first] = { ...(fields[first] as object), [second]: textIn(made, key) };
  }
  const sections = data.sections.map((one) => section(one.heading, sentenceOf(one, made, data)));
  const own = { ...model, fields, sections, id: `made-${at}`, related: [] };
  return { ...own, title: textIn(made, 'title'), gist: textIn(made, 'gist') };
}

test('what the composer calls ready, the printed card holds', async () => {
  const looks = await loadLooks(LAYOUTS);
  const { deck } = await loadDeck({ dir: path.resolve('deck'), root: path.resolve('.'), looks });
  const model = deck?.cards.find((card) => card.suit === deck.compose?.makes && !card.blank);
  if (!deck?.compose || !model) throw new Error('the shipped deck has a composer');
  const data = composerOf(catalogOf({ deck, looks, format: POKER, pictures: new Map(), prints: [] }), deck.compose);
  const chance = chances();
  const all = Array.from({ length: 400 }, (_, at) => madeOf(data, at, chance));
  const ready = all.filter((made) => statusOf(made, data)[0] === 'Ready to be a card.').slice(0, 6);
  expect(ready.length).toBe(6);
  const slots = Object.fromEntries(data.slots.map(({ key, cards }) => [key, cards.slice(0, 3).map(({ id }) => id)]));
  expect(statusOf({ ...(ready[0] as Made), slots }, data)[0]).toMatch(/^The front has 16 lines, and this fills /);
  const cards = ready.map((made, at) => cardOf(model, made, data, at));
  const whole = { ...deck, cards: [...deck.cards, ...cards] };
  const { problems } = await drawFaces({ deck: whole, looks, layouts: [LAYOUTS], format: POKER, cards });
  expect(problems.map((one) => `${one.message}: ${one.actual}`)).toEqual([]);
}, 180_000);
