import { expect, test } from 'vitest';
import { catalogOf } from '../../src/catalog/catalog.ts';
import { composerOf } from '../../src/catalog/composer.ts';
import type { Look } from '../../src/model/looks.ts';
import { card, sampleCards, sampleDeck, sampleInput } from './sample.ts';

const recipes = [card('soup', 'recipe', 7), card('old-soup', 'recipe', 3)];
const deck = sampleDeck([...sampleCards(), ...recipes]);

/** What the composer of the sample says, with another deck.yaml. */
function composer(more: object = {}, own: (look: Look) => Look = (look) => look) {
  const compose = { ...deck.compose, makes: 'recipe', slots: {}, sentences: {}, names: {}, ...more };
  const catalog = catalogOf(sampleInput({ ...deck, compose }));
  const { recipe, ...others } = catalog.faces;
  return composerOf({ ...catalog, faces: { ...others, ...(recipe && { recipe: own(recipe) }) } }, compose);
}

test('asks for what the look of the suit must have, with its own budgets', () => {
  const { one, number, texts, sections } = composer();
  expect([one, number]).toEqual(['Recipe', 8]);
  expect(texts.map(({ key, name, most, path }) => [key, name, most, path.join('.')])).toEqual([
    ['title', 'Title', 26, 'title'],
    ['gist', 'Gist', 55, 'gist'],
    ['user', 'User', 46, 'why.user'],
    ['business', 'Business', 46, 'why.business'],
    ['if_then', 'If-then', 190, ''],
    ['job_story', 'Job story', 110, ''],
    ['watch', 'Watch', 50, ''],
    ['measure', 'Measure', 45, ''],
  ]);
  expect(sections.map(({ sentence }) => sentence)).toEqual(['{if_then}', '{job_story}', '{watch}', '{measure}']);
});

test('a slot takes the cards of a suit or of a family, as many as its field', () => {
  const { slots } = composer({ slots: { who: 'audience', patterns: 'pattern' } });
  expect(slots.map(({ key, most, isList, cards }) => [key, most, isList, cards.length])).toEqual([
    ['who', 3, true, 1],
    ['patterns', 3, true, 13],
  ]);
  expect(slots[0]?.cards[0]).toMatchObject({ id: 'new-member', clause: 'a new member' });
});

test('words that a sentence leaves open share its room; a section called as a slot is another text', () => {
  const sentences = { 'Job story': 'When {situation}, I want {wish}, so {user}.' };
  const { texts, sections } = composer({ slots: { measure: 'measure' }, sentences, names: { wish: 'The wish' } });
  const open = texts.filter(({ path }) => path.length === 0).map(({ key, name, most }) => [key, name, most]);
  expect(open).toEqual([
    ['if_then', 'If-then', 190],
    ['situation', 'Situation', 90],
    ['wish', 'The wish', 90],
    ['watch', 'Watch', 50],
    ['measure_', 'Measure', 45],
  ]);
  expect(sections.find(({ heading }) => heading === 'Job story')?.most).toBe(110);
});

test('headings in any letters are texts of their own, and names in braces may be in any', () => {
  const rule = { budget: 40 };
  const heads = { 'Ο στόχος': rule, 'Ο δρόμος': rule, Why: rule, 'Why?': rule };
  const { texts, sections } = composer({ sentences: { 'Ο στόχος': 'Ο {ήρωας} θέλει {the-wish}.' } }, (look) => ({
    ...look,
    sections: heads,
  }));
  expect(sections.map(({ key, sentence }) => [key, sentence])).toEqual([
    ['ο_στόχος', 'Ο {ήρωας} θέλει {the-wish}.'],
    ['ο_δρόμος', '{ο_δρόμος}'],
    ['why', '{why}'],
    ['why_', '{why_}'],
  ]);
  const open = texts.filter(({ path }) => path.length === 0).map(({ key, most }) => [key, most]);
  expect(open).toEqual([
    ['ήρωας', 15],
    ['the-wish', 15],
    ['ο_δρόμος', 40],
    ['why', 40],
    ['why_', 40],
  ]);
});

/** A look that says nothing of its sections. */
function anyHeadings({ sections: _, ...look }: Look): Look {
  return look;
}

test('a card whose look takes any headings has those with a sentence, without a limit', () => {
  const { texts, sections } = composer({ sentences: { Tale: '{hero} goes.', Watch: '{watch}' } }, anyHeadings);
  expect(sections.map(({ heading, most }) => [heading, most])).toEqual([
    ['Tale', 0],
    ['Watch', 0],
  ]);
  expect(texts.filter(({ path }) => path.length === 0).map(({ key, most }) => [key, most])).toEqual([
    ['hero', 0],
    ['watch', 0],
  ]);
});
