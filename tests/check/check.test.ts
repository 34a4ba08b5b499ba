import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { checkDeck } from '../../src/check/check-deck.ts';
import { type Covered, checkCoverage } from '../../src/check/coverage.ts';
import { tablesIn } from '../../src/deck/assets/font-tables.ts';
import { openFont } from '../../src/font/open.ts';
import { contrast } from '../../src/model/contrast.ts';
import type { Deck } from '../../src/model/deck.ts';
import { type Changes, shown, withDeck } from '../fixtures/deck.ts';
import { loadDeck } from '../fixtures/load.ts';
import { looks } from '../fixtures/looks.ts';
import { theme } from '../fixtures/theme.ts';

const ROW = 'cards/patterns/rec/because-you-row.mdx';
const LOOK = 'cards/patterns/wel/first-look.mdx';
const FEATURE = 'cards/levels/feature.mdx';

async function found(changes: Changes): Promise<string[]> {
  return await withDeck(changes, async (root) => {
    const { deck, broken, wordPlace } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
    if (!deck) throw new Error('no deck');
    return checkDeck(deck, looks, broken, { wordPlace }).map(shown);
  });
}

function pattern(id: string, front: Readonly<Record<string, string>>): Changes {
  const values = {
    suit: 'pattern',
    family: 'REC',
    number: '2',
    title: 'Because-You Row',
    gist: 'A row of picks',
    level: 'feature',
    market: 'consumer',
    related: '[first-look]',
    examples: '[]',
    ...front,
  };
  const lines = Object.entries(values).map(([key, value]) => `${key}: ${value}`);
  return { [id]: `---\n${lines.join('\n')}\n---\n\n## How it works\n\nx\n\n## Signals\n\n- a\n- b\n` };
}

function level(title: string, gist: string, body = 'x'): Changes {
  return {
    [FEATURE]: `---\nsuit: level\nnumber: 2\ntitle: ${title}\ngist: ${gist}\n---\n\n## Definition\n\n${body}\n`,
  };
}

it('finds nothing wrong with a good deck', async () => {
  expect(await found({})).toEqual([]);
});

it('wants related cards to exist', async () => {
  expect(await found(pattern(ROW, { related: '[first-look, frist-look]' }))).toEqual([
    `deck/${ROW}:9:23 error card/no-card There is no card "frist-look". Did you mean "first-look"?`,
  ]);
});

it('wants related cards to answer, and to be others', async () => {
  expect(await found(pattern(ROW, { related: '[because-you-row, feature]' }))).toEqual([
    `deck/${ROW}:9:11 error card/related-self A card is not related to itself.`,
    `deck/${ROW}:9:28 error card/related-one-way "feature" does not answer: its "related" does not name "because-you-row".`,
    `deck/${LOOK}:11:5 error card/related-one-way "because-you-row" does not answer: its "related" does not name "first-look".`,
  ]);
});

it('wants ids in fields to be of the right suit', async () => {
  expect(await found(pattern(ROW, { level: 'featur' }))).toEqual([
    `deck/${ROW}:7:8 error card/no-card There is no Level card "featur". Did you mean "feature"?`,
  ]);
  expect(await found(pattern(ROW, { level: 'first-look' }))).toEqual([
    `deck/${ROW}:7:8 error card/no-card "first-look" is a card, but not of the suit "level".`,
  ]);
});

it('takes a link to a card that could not be loaded for good', async () => {
  expect(await found({ [FEATURE]: '---\nsuit: [\n---\n', [LOOK]: '---js\n---\n' })).toEqual([]);
});

it('warns of two gists that say the same', async () => {
  expect(await found(level('Feature', 'One ANSWER.'))).toEqual([
    `deck/${FEATURE}:5:7 warning card/gist-twice The gist says the same as that of "function".`,
  ]);
});

it('names characters that a font lacks, with card and place', async () => {
  expect(await found(level('Fun 😀', '漢字 and 漢', 'Fine.\n\nSo: 😀'))).toEqual([
    `deck/${FEATURE}:4:8 error font/no-glyph "title" holds what the fonts can't print: U+1F600 😀.`,
    `deck/${FEATURE}:5:7 error font/no-glyph "gist" holds what the fonts can't print: U+6F22 漢, U+5B57 字.`,
  ]);
});

it('names white space that a font lacks by its number: nobody sees it', async () => {
  expect(await found(level('Feature', 'Qui\u202f? Moi\u00a0!'))).toEqual([
    `deck/${FEATURE}:5:7 error font/no-glyph "gist" holds what the fonts can't print: U+202F.`,
  ]);
});

it('refuses by its name a script that can’t be set, once', async () => {
  expect(await found(level('Feature', 'שלום means hello', 'عربي and more'))).toEqual([
    `deck/${FEATURE}:5:7 error text/script "gist" holds Hebrew, which is written from right to left: its letters would be printed in the wrong order.`,
    `deck/${FEATURE}:8:1 error text/script "Definition" holds Arabic, which is written from right to left: its letters would be printed in the wrong order.`,
  ]);
});

it('names Chinese and Japanese that no font has once, with their signs', async () => {
  expect(await found(level('改善、改革', '今日は、よいサービス。'))).toEqual([
    expect.stringContaining('"title" holds what the fonts can\'t print: U+6539 改, U+5584 善, U+3001 、'),
  ]);
});

it('says once what the fonts lack, where else it is, and which font of the deck would have it', async () => {
  const [problem, ...others] = await withDeck({}, async (root) => {
    const { deck } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
    const [card] = deck?.cards ?? [];
    if (!deck || !card) throw new Error('no deck');
    const russian = { ...card, title: 'Ж', gist: 'Привет', fields: {}, sections: [], places: {} };
    const cards = Array.from({ length: 12 }, (_, at) => ({ ...russian, file: `deck/${at}.mdx` }));
    return checkCoverage({ ...deck, cards });
  });
  expect(others).toEqual([]);
  expect(problem?.file).toBe('deck/0.mdx');
  expect(problem?.reason).toBe(
    '"title" holds what the fonts can\'t print: U+0416 Ж, U+041F П, U+0440 р, U+0438 и, U+0432 в, U+0435 е, U+0442 т.',
  );
  expect(problem?.note).toContain('It is in more texts: deck/0.mdx "gist", deck/1.mdx "title", ');
  expect(problem?.note).toContain(
    ' and 15 more. Take it out, or add a font that has it: none of the deck’s has. Without: ',
  );
});

it('takes capitals of any script for codes, and checks that the fonts have them, and labels', async () => {
  const suits = await readFile(path.resolve(import.meta.dirname, '../fixtures/good/suits.yaml'), 'utf8');
  const label = String(level('Feature', 'Several')[FEATURE]).replace('number: 2', 'number: 2\nlabel: ♛');
  expect(await found({ 'suits.yaml': suits.replace('code: LVL', 'code: ЖЖ'), [FEATURE]: label })).toEqual([
    `deck/${FEATURE}:4:8 error font/no-glyph "code" holds what the fonts can't print: U+265B ♛.`,
    `deck/cards/levels/function.mdx:3:9 error font/no-glyph "code" holds what the fonts can't print: U+0416 Ж.`,
  ]);
});

it('takes letters of scripts that have no capitals for codes', async () => {
  const suits = await readFile(path.resolve(import.meta.dirname, '../fixtures/good/suits.yaml'), 'utf8');
  expect(await found({ 'suits.yaml': suits.replace('code: LVL', 'code: 습관') })).toEqual([
    `deck/cards/levels/function.mdx:3:9 error font/no-glyph "code" holds what the fonts can't print: U+C2B5 습, U+AD00 관.`,
  ]);
  expect(await found({ 'suits.yaml': suits.replace('code: LVL', 'code: ჩვ') })).toEqual([
    `deck/cards/levels/function.mdx:3:9 error font/no-glyph "code" holds what the fonts can't print: U+10E9 ჩ, U+10D5 ვ.`,
  ]);
});

it('checks words of the deck itself', async () => {
  const settings = 'name: D\nversion: 1.0.0\ndate: 2026-01-31\ncredit: 漢\n';
  expect(await found({ 'deck.yaml': settings })).toEqual([
    `deck/deck.yaml:4:9 error font/no-glyph "credit" holds what the fonts can't print: U+6F22 漢.`,
  ]);
});

it('says where a word of suits, families and lists is written that no font has', async () => {
  const suits = await readFile(path.resolve(import.meta.dirname, '../fixtures/good/suits.yaml'), 'utf8');
  const changed = suits.replace('name: Welcome', 'name: Welcome 漢').replace('name: Levels', 'name: Levels Ж');
  expect(await found({ 'suits.yaml': changed })).toEqual([
    'deck/suits.yaml:16:20 error font/no-glyph "Welcome 漢" holds what the fonts can\'t print: U+6F22 漢.',
    'deck/suits.yaml:19:11 error font/no-glyph "Levels Ж" holds what the fonts can\'t print: U+0416 Ж.',
  ]);
});

it('says where a word of a ui.yaml is written that no font has', async () => {
  const ui = 'faces:\n  minutes: { one: Ж }\nsections:\n  Definition: 漢\nsuits:\n  level:\n    one: ☃\n';
  expect(await found({ 'locales/en-US/ui.yaml': ui })).toEqual([
    'deck/locales/en-US/ui.yaml:2:19 error font/no-glyph "Ж" holds what the fonts can\'t print: U+0416 Ж.',
    'deck/locales/en-US/ui.yaml:4:15 error font/no-glyph "漢" holds what the fonts can\'t print: U+6F22 漢.',
    'deck/locales/en-US/ui.yaml:7:10 error font/no-glyph "☃" holds what the fonts can\'t print: U+2603 ☃.',
  ]);
});

it('checks the deck’s name, which may take two fonts', async () => {
  const settings = 'name: 漢 D\nversion: 1.0.0\ndate: 2026-01-31\n';
  expect(await found({ 'deck.yaml': settings })).toEqual([
    `deck/deck.yaml:1:7 error font/no-glyph "name" holds what the fonts can't print: U+6F22 漢.`,
  ]);
  const [first, ...others] = theme.fonts;
  const second = others.at(-1);
  if (!first || !second) throw new Error('no fonts');
  const fonts = [{ ...first, fallbacks: [second] }, ...others.map((one) => ({ ...one, fallbacks: [first, second] }))];
  await withDeck({}, async (root) => {
    const { deck } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
    // Ō is in the second font alone, ♪ in the first.
    const named = (name: string) =>
      deck && checkCoverage({ ...deck, name, theme: { ...deck.theme, fonts } }).map(shown);
    expect(named('Ōno')).toEqual([]);
    expect(named('Ōno ♪')).toEqual([]);
  });
});

it('names a letter whose glyph is empty, as those of fonts in colors are: nothing would be printed', async () => {
  const fonts = theme.fonts.map((font) => ({ ...font, data: withoutOutline(font.data, 'R') }));
  await withDeck({}, async (root) => {
    const { deck } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
    const [problem, ...more] = deck ? checkCoverage({ ...deck, theme: { ...deck.theme, fonts } }) : [];
    expect([problem?.reason, more]).toEqual([expect.stringMatching(/what the fonts can't print: U\+0052 R\.$/u), []]);
    expect(problem?.note).toContain('draws nothing there');
    expect(deck && checkCoverage(deck)).toEqual([]);
  });
});

/** A TrueType font in which a letter has no outline. */
function withoutOutline(data: Uint8Array, letter: string): Buffer {
  const font = Buffer.from(data);
  const at = (tag: string) => tablesIn(font).find((one) => one.tag === tag)?.offset ?? 0;
  const glyph = openFont({ data }).glyphForCodePoint(letter.codePointAt(0) ?? 0).id;
  // An outline goes on to where the next one begins.
  const size = font.readInt16BE(at('head') + 50) === 1 ? 4 : 2;
  font.copy(font, at('loca') + glyph * size, at('loca') + (glyph + 1) * size, at('loca') + (glyph + 2) * size);
  return font;
}

it('warns of words that are hard to read on a family’s colour', async () => {
  const tokens = {
    colour: {
      $type: 'color',
      paper: { $value: '#ffffff' },
      ink: { $value: '#777777' },
      family: { WEL: { $value: '#777777' }, REC: { $value: '#767676' } },
    },
    font: { $type: 'fontFamily', display: { $value: 'Fraunces' }, text: { $value: 'Atkinson Hyperlegible Next' } },
  };
  expect(await found({ 'tokens.json': JSON.stringify(tokens, undefined, 2) })).toEqual([
    'deck/tokens.json:8:17 warning theme/contrast "ink" on "paper" has a contrast of 4.4; words need at least 4.5.',
    'deck/tokens.json:12:19 warning theme/contrast "paper" on "family.WEL" has a contrast of 4.4; words need at least 4.5.',
  ]);
});

it('computes contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
  expect(contrast('#ffffff', '#ffffff')).toBe(1);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
});

it('looks at the characters of a card once for each theme, and says what is lacking as often as it is asked', async () => {
  await withDeck({}, async (root) => {
    const { deck } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
    if (!deck) throw new Error('no deck');
    const [card, ...others] = deck.cards;
    if (!card) throw new Error('no card');
    const covered: Covered = new WeakMap();
    const said = (now: Deck) => checkCoverage(now, { covered }).map(({ actual }) => actual);
    expect(said(deck)).toEqual([]);
    expect(deck.cards.every((one) => covered.get(one) === deck.theme)).toBe(true);
    const saved = { ...deck, cards: [{ ...card, title: '漢' }, ...others] };
    expect([said(saved), said(saved), said(deck)]).toEqual([['漢'], ['漢'], []]);
    // No card is changed in its place: this shows which are looked at.
    Object.assign(card, { title: '漢' });
    expect([said(deck), said({ ...deck, theme: { ...deck.theme } })]).toEqual([[], ['漢']]);
  });
});
