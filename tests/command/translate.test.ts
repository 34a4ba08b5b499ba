import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { beginLanguage, translate, translateText } from '../../src/command/translate.ts';
import { facet, listed, picture, text } from '../../src/model/fields.ts';
import type { Look } from '../../src/model/looks.ts';
import { withBlank } from '../fixtures/blank.ts';
import { type Changes, shown, withDeck } from '../fixtures/deck.ts';
import { loadDeck } from '../fixtures/load.ts';
import { looks } from '../fixtures/looks.ts';

const UI = 'sections: { Definition: Erklärung }\n';

test('begins each translation that is missing, and touches none that is there', async () => {
  const own = `---\ntitle: Eigenes\nsource: sha256-${'0'.repeat(64)}\n---\n\n## Erklärung\n\nEigener Text.\n`;
  await withDeck({ 'locales/de/ui.yaml': UI, 'locales/de/feature.mdx': own }, async (root) => {
    const dir = path.join(root, 'deck');
    const load = () => loadDeck({ dir, root, looks, languages: ['de'] });
    const first = await translate(await load(), 'de');
    expect(first.begun).toContain('deck/locales/de/function.mdx');
    expect(first.begun).not.toContain('deck/locales/de/feature.mdx');
    expect(first.stale.map(({ file }) => file)).toEqual(['deck/locales/de/feature.mdx']);
    expect(first).toMatchObject({ done: 1, of: 9, pages: { done: 0, of: 0 } });
    expect(await readFile(path.join(dir, 'locales/de/feature.mdx'), 'utf8')).toBe(own);
    const text = await readFile(path.join(dir, 'locales/de/function.mdx'), 'utf8');
    expect(text).toMatch(
      /^---\nsource: sha256-[0-9a-f]{64}\n# Function\ntitle:\n# One answer\ngist:\n---\n\n## Erklärung\n\n\{\/\*\nOne response\.\n\*\/\}\n$/u,
    );

    // What is begun is not translated yet: it is printed as it is, and nothing is wrong with it.
    const { further } = await load();
    expect(further[0]?.deck.cards.find(({ id }) => id === 'function')).toMatchObject({ title: 'Function' });
    expect(further[0]?.deck.untranslated).toContain('function');
    expect(further[0]?.problems.map(shown).filter((one) => one.includes('function'))).toEqual([]);
    expect((await translate(await load(), 'de')).begun).toEqual([]);

    // One text is given, the others are said to be missing, and printed as they are.
    const file = path.join(dir, 'locales/de/function.mdx');
    await writeFile(file, text.replace('title:', 'title: Funktion'));
    const [german] = (await load()).further;
    expect(german?.deck.cards.find(({ id }) => id === 'function')).toMatchObject({
      title: 'Funktion',
      gist: 'One answer',
      sections: [{ heading: 'Definition', text: 'One response.' }],
    });
    expect(german?.problems.map(shown).filter((one) => one.includes('function'))).toEqual([
      'deck/locales/de/function.mdx warning locale/missing "gist" is not translated.',
      'deck/locales/de/function.mdx warning locale/missing "Erklärung" is not translated.',
    ]);
  });
});

test('begins a language that nobody has, and refuses one that can’t be printed', async () => {
  await withDeck({}, async (root) => {
    const dir = path.join(root, 'deck');
    await beginLanguage(dir, 'pl');
    const result = await translate(await loadDeck({ dir, root, looks, languages: ['pl'] }), 'pl');
    expect(result.begun).toHaveLength(10);
    expect(translateText(result)).toContain(
      'pl: 0 of 9 cards are translated\n  begun, what to translate is in comments: deck/locales/pl/ui.yaml, ',
    );
    await expect(beginLanguage(dir, 'ar')).rejects.toThrow(/is "ar", which is written from right to left/u);
  });
});

test('begins the words of a language with all of them in comments, and later lists those that are still missing', async () => {
  await withDeck({}, async (root) => {
    const dir = path.join(root, 'deck');
    const file = path.join(dir, 'locales/pl/ui.yaml');
    const load = () => loadDeck({ dir, root, looks, languages: ['pl'] });
    await beginLanguage(dir, 'pl');
    const first = await translate(await load(), 'pl');
    expect(first.words).toEqual([]);
    const begun = await readFile(file, 'utf8');
    expect(begun).toContain('\n# faces:\n#   usually: Usually\n#   effort: Effort\n');
    expect(begun.split('\n').filter((line) => !/^(?:#|$)/u.test(line))).toEqual([]);
    // In the forms of Polish, whole numbers alone.
    const forms = ['one: "{count} card"', ...['few', 'many'].map((form) => `${form}: "{count} cards"`)];
    expect(begun).toContain(`\n#   howManyCards:\n${forms.map((line) => `#     ${line}\n`).join('')}#   `);

    // Every word is there: without the signs in front nothing is missing, and nothing is unknown.
    const all = begun.replace(/^[\s\S]*?\n\n/u, '').replace(/^# /gmu, '');
    await writeFile(file, all);
    const [whole] = (await load()).further;
    expect(whole?.problems.map(shown).filter((one) => one.includes('ui.yaml'))).toEqual([]);

    await writeFile(file, begun.replace('# faces:\n#   usually: Usually', 'faces:\n  usually: Zwykle'));
    const loaded = await load();
    expect(loaded.further[0]?.deck.words.faces).toMatchObject({ usually: 'Zwykle', effort: 'Effort' });
    expect(translateText(await translate(loaded, 'pl'))).toMatch(
      /\n {2}\d+ words that ui\.yaml has not, or in comments alone\. For all of them move it away, and run this again\.\n$/u,
    );

    // As after an edition of ours with a further word.
    await writeFile(file, all.replace('  usually: Usually\n', ''));
    expect(translateText(await translate(await load(), 'pl'))).toBe(
      'pl: 0 of 9 cards are translated\n  1 word that ui.yaml has not, as printed now:\n    faces:\n      usually: Usually\n',
    );
  });
});

test('words of goals and of the composer are among those that are begun: the catalog printed them in the first language, and nothing said so', async () => {
  const goals = 'goals: { calm: { title: Calm down, about: Breathe, cards: { friday-list: It ends } } }\n';
  const compose = 'compose: { makes: question, slots: {}, title: Mix, sentences: { Ask: "{who}?" } }\n';
  await withBlank({ 'deck/deck.yaml': (text) => `${text}${goals}${compose}` }, async (root) => {
    const dir = path.join(root, 'deck');
    const all = { ...looks, faces: { ...looks.faces, general: { ...(looks.faces.level as Look), sections: {} } } };
    const load = () => loadDeck({ dir, root, looks: all, languages: ['pl'] });
    await beginLanguage(dir, 'pl');
    await translate(await load(), 'pl');
    const begun = await readFile(path.join(dir, 'locales/pl/ui.yaml'), 'utf8');
    expect(begun).toContain(
      '\n# goals:\n#   calm:\n#     title: Calm down\n#     about: Breathe\n#     cards:\n#       friday-list: It ends\n',
    );
    expect(begun).toContain('\n# composer:\n#   title: Mix\n');
  });
});

test('a deck that is written in another language than ours begins our words in its own', async () => {
  const polish = (text: string) => text.replace(/^lang: .*$/mu, 'lang: pl');
  await withBlank({ 'deck/deck.yaml': polish }, async (root) => {
    const dir = path.join(root, 'deck');
    const before = await loadDeck({ dir, root, looks });
    expect(
      before.problems.filter(({ ruleId }) => ruleId === 'missing').map(({ reason, note }) => [reason, note]),
    ).toEqual([
      [
        'There is no ui.yaml: labels, headings and the catalog are not in Polski.',
        'They are printed as they are. To see all of them: npx prepdeck translate pl',
      ],
    ]);
    const result = await translate(before, 'pl');
    // Not what deck.yaml and suits.yaml say: it is Polish. Of suits they have no forms for 2 and 5.
    const begun = await readFile(path.join(dir, 'locales/pl/ui.yaml'), 'utf8');
    expect(begun).not.toMatch(/^# (?:deck|lists):/mu);
    expect(begun).not.toMatch(/^# {5}(?:name|one|about): .*Habit/mu);
    expect(begun).toContain('\n# suits:\n#   habit:\n#     few: Habits\n#     many: Habits\n#   question:\n');
    expect(translateText(result)).toBe(
      'pl: the language that the cards are written in\n  begun, what to translate is in comments: deck/locales/pl/ui.yaml\nThen: npx prepdeck check\n',
    );
    await expect(translate(await loadDeck({ dir, root, looks }), 'fr')).rejects.toThrow(
      'the deck is not in the language fr',
    );
  });
});

test('in English, whose words are all there, nothing is begun', async () => {
  await withDeck({}, async (root) => {
    const dir = path.join(root, 'deck');
    const result = await translate(await loadDeck({ dir, root, looks }), 'en-US');
    expect(translateText(result)).toBe(
      'en-US: the language that the cards are written in: there is nothing to translate\n',
    );
    expect(existsSync(path.join(dir, 'locales'))).toBe(false);
  });
});

test('names of the keys of a look of one’s own are among the words of a new language, until it has them', async () => {
  const level = looks.faces.level as Look;
  const fields = { ...level.fields, marketZone: facet(listed('market')).optional(), image: picture().optional() };
  const ingredient = { ...(looks.faces.ingredient as Look), fields: { kind: text() } };
  const own = { ...looks, faces: { ...looks.faces, ingredient, level: { ...level, fields } } };
  const lacking = async (ui: string, changes: Changes = {}) =>
    await withDeck({ 'locales/de/ui.yaml': ui, ...changes }, async (root) => {
      const { further } = await loadDeck({ dir: path.join(root, 'deck'), root, looks: own, languages: ['de'] });
      const words = further[0]?.lacking.filter(({ path: [group, key] }) => group === 'fields' && key !== 'family');
      return words?.map(({ path: keys, printed }) => `${keys.join('.')}: ${printed}`);
    });
  const others = (await lacking(`${UI}fields: { marketZone: Zone }\n`)) ?? [];
  expect(others).not.toContain('fields.marketZone: Market zone');
  expect((await lacking(UI))?.filter((one) => !others.includes(one))).toEqual(['fields.marketZone: Market zone']);
  expect(await lacking(`${UI}fields: { level.marketZone: Zone }\n`)).toEqual(others);
  // The composer asks for the family of what it makes.
  const compose = 'compose: { makes: ingredient, slots: {} }\n';
  const settings = 'name: Small deck\nversion: 1.2.3\ndate: 2026-01-31\nprints: [a4]\ncredit: Made for tests\n';
  expect(others).not.toContain('fields.kind: Kind');
  expect(await lacking(UI, { 'deck.yaml': `${settings}${compose}` })).toContain('fields.kind: Kind');
});
