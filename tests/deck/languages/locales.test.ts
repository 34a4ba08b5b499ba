import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { counted } from '../../../layouts/words/words.ts';
import { checkDeck } from '../../../src/check/check-deck.ts';
import { checkTranslated } from '../../../src/check/translated.ts';
import { driftOf, outdatedText } from '../../../src/command/outdated-text.ts';
import type { Deck } from '../../../src/model/deck.ts';
import { suitFor, withBlanks } from '../../../src/model/deck-names.ts';
import { type Changes, shown, withDeck, withOverlay } from '../../fixtures/deck.ts';
import { loadDeck } from '../../fixtures/load.ts';
import { looks } from '../../fixtures/looks.ts';

/** The hash of the texts of `function` in the small deck. */
const FUNCTION = 'sha256-8b15986e9a222a8046b57aff64e5807d4004c0a26ed0bd4ec565fd479c30311d';
const FEATURE = 'sha256-c2de9bf8f33a7c0f91da995a2911415b3edb7145b1ed83f474c2aaaa28bfd5ca';

const FUNCTION_CARD = readFileSync(
  path.join(import.meta.dirname, '../../fixtures/good/cards/levels/function.mdx'),
  'utf8',
);

const SETTINGS = 'name: Small deck\nversion: 1.2.3\ndate: 2026-01-31\nprints: [a4]\ncredit: Made for tests\n';
const UI = 'sections: { Definition: Erklärung }\nsuits: { level: { name: Ebenen, one: Ebene } }\n';

/** A German card: front matter, then body. */
const german = (front: string, body = '## Erklärung\n\nEine Antwort.\n') => `---\n${front}---\n\n${body}`;
const TRANSLATED = german(`source: ${FUNCTION}\ntitle: Funktion\ngist: Eine „Antwort“\n`);

/** The small deck in German, with one card translated and some changes. */
function inGerman(changes: Changes = {}, settings = 'languages: [de]\n'): Changes {
  return {
    'deck.yaml': SETTINGS + settings,
    'locales/de/ui.yaml': UI,
    'locales/de/function.mdx': TRANSLATED,
    ...changes,
  };
}

async function load(changes: Changes, languages: readonly string[] | 'all' = []) {
  return await withDeck(changes, (root) => loadDeck({ dir: path.join(root, 'deck'), root, looks, languages }));
}

/** What is wrong with the German deck, but for the words that a small ui.yaml does not have. */
async function wrong(changes: Changes, settings?: string): Promise<string[]> {
  const { problems, further } = await load(inGerman(changes, settings));
  const all = [...problems, ...further.flatMap((one) => one.problems)];
  return all.map(shown).filter((line) => !line.includes('ui/missing'));
}

/** What `prepdeck outdated` says of a deck. */
async function outdated(dir: string, root: string): Promise<string> {
  return outdatedText(await driftOf(await loadDeck({ dir, root, looks, languages: 'all' }), {}));
}

describe('a deck in two languages', async () => {
  const { deck, further, problems } = await load(inGerman());
  const [german] = further;
  const card = (id: string) => german?.deck.cards.find((one) => one.id === id);

  it('has no mistake, and one warning for all words that are missing', () => {
    expect(problems).toEqual([]);
    const [missing, ...rest] = german?.problems ?? [];
    expect(rest).toEqual([]);
    expect(missing?.file).toBe('deck/locales/de/ui.yaml');
    expect(missing?.reason).toMatch(/^\d+ of \d+ words are missing: faces\.usually, .* and \d+ more\.$/);
    expect(missing?.fatal).toBe(false);
  });

  it('says a card’s texts in the language, and all else as it is', () => {
    expect(card('function')).toMatchObject({
      title: 'Funktion',
      gist: 'Eine „Antwort“',
      code: 'LVL 1',
      number: 1,
      sections: [{ heading: 'Definition', text: 'Eine Antwort.', place: { file: 'deck/locales/de/function.mdx' } }],
    });
    expect(deck?.cards.find((one) => one.id === 'function')).toMatchObject({ title: 'Function', gist: 'One answer' });
  });

  it('keeps the heading that the card has, where the translation’s own stands', async () => {
    const card = FUNCTION_CARD.replace('## Definition', '## *Definition*{/* not a name */}');
    const ui = UI.replace('Definition:', "'*Definition*{/* not a name */}':");
    const { further } = await load(inGerman({ 'cards/levels/function.mdx': card, 'locales/de/ui.yaml': ui }));
    const [section] = further[0]?.deck.cards.find(({ id }) => id === 'function')?.sections ?? [];
    expect(section).toMatchObject({ heading: 'Definition', text: 'Eine Antwort.', place: { line: 7 } });
  });

  it('falls back to the card as it is, and knows which', () => {
    expect(card('feature')?.title).toBe('Feature');
    expect(german?.deck.cards).toHaveLength(9);
    expect(german?.deck.untranslated).not.toContain('function');
    expect(german?.deck.untranslated).toHaveLength(8);
  });

  it('says headings, suits and labels in the language', () => {
    expect(german?.deck.headings).toEqual({ Definition: 'Erklärung' });
    expect(german?.deck.suits.find((suit) => suit.id === 'level')).toMatchObject({ name: 'Ebenen', one: 'Ebene' });
    expect(german?.deck.words.faces.goesWith).toBe('Goes with');
    expect(deck?.headings).toEqual({});
  });

  it('may have words of its own that a card is found by; nobody is asked for them', async () => {
    const also = (card: string, words: string) => card.replace('title:', `also: [${words}]\ntitle:`);
    const source = { 'cards/levels/function.mdx': also(FUNCTION_CARD, 'feature') };
    const plain = await load(inGerman(source));
    const own = await load(inGerman({ ...source, 'locales/de/function.mdx': also(TRANSLATED, 'Merkmal, Baustein') }));
    const found = ({ further: [one] }: typeof own) => one?.deck?.cards.find(({ id }) => id === 'function')?.also;
    expect([found(plain), found(own)]).toEqual([['feature'], ['Merkmal', 'Baustein']]);
    for (const { further } of [plain, own])
      expect(further.flatMap((one) => one.problems.map(shown)).filter((line) => /function/u.test(line))).toEqual([]);
  });

  it('links its editions: the further one lies in the first', () => {
    const editions = [
      { lang: 'en-US', name: 'English', path: '', without: [] },
      { lang: 'de', name: 'Deutsch', path: 'de/', without: [] },
    ];
    expect(deck?.editions).toEqual(editions);
    expect(german?.deck.editions).toEqual(editions);
  });
});

describe('a ui.yaml that is refused', () => {
  it.each([
    ['for a key', `${UI}dei: {}\n`, 'deck/locales/de/ui.yaml:3:1 error ui/unknown-key There is no key "dei".'],
    [
      'for its YAML',
      `${UI}day: [\n`,
      /^deck\/locales\/de\/ui\.yaml:\d+:\d+ error yaml\/syntax This YAML can't be read/,
    ],
  ])('%s is one mistake, not one of each section that it names, nor missing', async (_, ui, problem) => {
    const { further } = await load(inGerman({ 'locales/de/ui.yaml': ui }));
    const found = further.flatMap((one) => one.problems).map(shown);
    const about = found.filter((one) => !one.includes('locale/not-translated'));
    expect(about).toHaveLength(1);
    expect(about[0]).toMatch(problem);
  });

  it('is not called missing in a deck that is written in its language, either', async () => {
    const { problems } = await load({ 'deck.yaml': `${SETTINGS}lang: de\n`, 'locales/de/ui.yaml': 'site: [\n' });
    expect(problems.map(shown).filter((one) => one.includes('ui.yaml'))).toEqual([
      expect.stringContaining('error yaml/syntax'),
    ]);
  });
});

describe('day.yaml in another language', () => {
  const day = `groups: { teams: { 6: 2 } }
activities:
  function: { when: day, minutes: 30, on: [teams], in: [], out: [five ideas] }
  feature: { when: day, minutes: 30, on: [teams], in: [five ideas], out: [plan] }
things: { a bell: { teams: 1 } }
record: [plan]
start: '9:00'
agendas: { 1: [[[function, feature]]] }
`;
  const withDay = (words: string) => inGerman({ 'day.yaml': day, 'locales/de/ui.yaml': `${UI}day: ${words}\n` });

  it('has its things and what activities leave in that language', async () => {
    const { deck, further } = await load(withDay('{ a bell: eine Glocke, five ideas: fünf Ideen, plan: Plan }'));
    const [german] = further;
    expect(Object.keys(german?.deck.day?.things ?? {})).toEqual(['eine Glocke']);
    expect(german?.deck.day?.activities.map(({ in: taken, out }) => [taken, out])).toEqual([
      [[], ['fünf Ideen']],
      [['fünf Ideen'], ['Plan']],
    ]);
    expect(german?.deck.day?.record).toEqual(['Plan']);
    expect(Object.keys(deck?.day?.things ?? {})).toEqual(['a bell']);
    expect(german?.problems.map(shown).filter((one) => one.includes('error'))).toEqual([]);
    expect(german?.lacking.filter(({ path: [group] }) => group === 'day')).toEqual([]);
  });

  it('lacks what it has not, and refuses what day.yaml does not have and two that are alike', async () => {
    const { further } = await load(withDay('{ plan: fünf Ideen, five ideas: fünf Ideen, bell: Glocke }'));
    const [german] = further;
    expect(german?.lacking.filter(({ path: [group] }) => group === 'day')).toEqual([
      { path: ['day', 'a bell'], printed: 'a bell' },
    ]);
    expect(german?.problems.map(shown).filter((one) => one.includes('error'))).toEqual([
      'deck/locales/de/ui.yaml:3:50 error ui/unknown-key There is no text in day.yaml "bell".',
      'deck/locales/de/ui.yaml:3:8 error ui/alike "five ideas" and "plan" of day.yaml are called alike here.',
    ]);
  });
});

describe('a translation', () => {
  it.each<[name: string, changes: Changes, problem: string]>([
    [
      'of a card that has changed',
      { 'locales/de/function.mdx': TRANSLATED.replace(FUNCTION, FEATURE) },
      'deck/locales/de/function.mdx:2:9 warning locale/changed deck/cards/levels/function.mdx has changed since this translation of it was made.',
    ],
    [
      'without its hash',
      { 'locales/de/function.mdx': TRANSLATED.replace(/source: .*\n/, '') },
      'deck/locales/de/function.mdx error locale/missing-key A translation says which texts it was made from: "source" is missing.',
    ],
    [
      'with what is no text',
      { 'locales/de/function.mdx': TRANSLATED.replace('gist:', 'number: 3\ngist:') },
      'deck/locales/de/function.mdx:4:1 error locale/unknown-key "number" is not translated: a translation holds only texts.',
    ],
    [
      'without its gist',
      { 'locales/de/function.mdx': TRANSLATED.replace(/gist: .*\n/, '') },
      'deck/locales/de/function.mdx warning locale/missing "gist" is not translated.',
    ],
    [
      'with a section that the card does not have',
      { 'locales/de/function.mdx': `${TRANSLATED}\n## Erklärungen\n\nNoch eine.\n` },
      'deck/locales/de/function.mdx:11:1 error locale/unknown-section deck/cards/levels/function.mdx has no section "Erklärungen". Did you mean "Erklärung"?',
    ],
    [
      'without a section',
      { 'locales/de/function.mdx': german(`source: ${FUNCTION}\ntitle: Funktion\ngist: Eine\n`, '') },
      'deck/locales/de/function.mdx warning locale/missing "Erklärung" is not translated.',
    ],
    [
      'of no card',
      { 'locales/de/functoin.mdx': TRANSLATED },
      'deck/locales/de/functoin.mdx warning locale/no-card There is no card "functoin" to translate. Did you mean "function"?',
    ],
    [
      'that is more than 15 % over budget',
      { 'locales/de/function.mdx': TRANSLATED.replace('Funktion', `F${'u'.repeat(29)}`) },
      'deck/locales/de/function.mdx:3:8 warning card/over-budget "title" is 30 characters: over budget by 1.',
    ],
    [
      'with a mistake in its Markdown',
      { 'locales/de/function.mdx': TRANSLATED.replace('Eine Antwort.', '{1 + 1}') },
      'deck/locales/de/function.mdx:9:1 error card/not-allowed Code in {…} is not allowed in a card.',
    ],
    [
      'whose Markdown can’t be read',
      { 'locales/de/function.mdx': TRANSLATED.replace('Eine Antwort.', 'Eine {Antwort.') },
      'deck/locales/de/function.mdx:9:15 error card/not-allowed Code is not allowed in a card.',
    ],
    [
      'of a card whose Markdown can’t be read',
      { 'cards/levels/function.mdx': FUNCTION_CARD.replace('## Definition', '## Definition\n\n{') },
      'deck/cards/levels/function.mdx:13:1 error card/not-allowed Code is not allowed in a card.',
    ],
  ])('%s', async (_, changes, problem) => {
    expect(await wrong(changes)).toEqual([problem]);
  });

  it('is of no card, board or chapter that a deck above changes whole: its sections are no mistakes there', async () => {
    const front = 'source: sha256-0000000000000000000000000000000000000000000000000000000000000000\n';
    const override = `---\nbase: ${front.slice(8, -1)}\n`;
    const changes = {
      'good/cards/levels/feature.mdx': FUNCTION_CARD.replace('number: 1', 'number: 2').replace(
        'title: Function',
        'title: Feature',
      ),
      'good/locales/de/ui.yaml': UI,
      'good/locales/de/feature.mdx': german(`${front}title: Merkmal\ngist: Kurz\n`),
      'good/guide/why.mdx': '---\ntitle: Why\norder: 1\n---\n\n## One\n\nWords.\n',
      'good/locales/de/guide/why.mdx': `---\n${front}title: Warum\n---\n\n## Eins\n\nWorte.\n`,
      'overlay/overrides/feature.mdx': `${override}whole: true\nsuit: level\nnumber: 2\ntitle: Ours\ngist: All ours\nface: reference\n---\n\n## Front\n\nOwn.\n\n## Back\n\nWords.\n`,
      'overlay/overrides/guide/why.mdx': `${override}---\n\n## Two\n\nMore words.\n`,
    };
    await withOverlay(changes, async (root) => {
      const options = { dir: path.join(root, 'overlay'), root, looks, languages: ['de'] };
      const [german] = (await loadDeck(options)).further;
      const said = german?.problems.map(shown).filter((line) => /locales\/de\/(feature|guide)/u.test(line));
      expect(said).toEqual([]);
      expect(german?.deck.cards.find(({ id }) => id === 'feature')?.title).toBe('Ours');
      expect(german?.deck.guide?.map(({ title }) => title)).toEqual(['Why']);
      expect(german?.deck.untranslated).toContain('feature');
      expect(german?.deck.untranslatedPages).toEqual(['chapter:why']);
    });
  });

  it('is printed but for texts that a deck above changes: these are other ones', async () => {
    const base = 'sha256-0000000000000000000000000000000000000000000000000000000000000000';
    const changes = {
      'good/locales/de/ui.yaml': UI,
      'good/locales/de/function.mdx': TRANSLATED,
      'overlay/deck.yaml':
        "name: Acme deck\nversion: 2.0.0\nextends: ../good\nhide: ['kind:audience,context', blank-pattern]\n",
      'overlay/overrides/function.mdx': `---\nbase: ${base}\ntitle: Function\ngist: Our answer\n---\n`,
    };
    await withOverlay(changes, async (root) => {
      const options = { dir: path.join(root, 'overlay'), root, looks, languages: ['de'] };
      const [german] = (await loadDeck(options)).further;
      const card = german?.deck.cards.find(({ id }) => id === 'function');
      expect([card?.title, card?.gist, card?.sections[0]?.text]).toEqual(['Funktion', 'Our answer', 'Eine Antwort.']);
      expect(german?.problems.map(shown).filter((line) => line.includes('function.mdx'))).toEqual([
        'overlay/overrides/function.mdx warning locale/missing "gist" is not translated to "de" as it stands here: the translation below is of another text.',
      ]);
    });
  });

  it('is of a card that has another id now', async () => {
    const old = { 'retired.yaml': 'old-function: function\n', 'locales/de/old-function.mdx': TRANSLATED };
    const { further } = await load(inGerman(old));
    const [said] = further.flatMap(({ problems }) => problems.filter(({ ruleId }) => ruleId === 'no-card'));
    expect(said?.reason).toBe('The card "old-function" is retired: "function" took its place.');
    expect(said?.note).toBe('If it still fits, rename this file to function.mdx.');
  });

  it('may be 15 % longer than its budget', async () => {
    const long = TRANSLATED.replace('Funktion', `F${'u'.repeat(28)}`);
    expect(await wrong({ 'locales/de/function.mdx': long })).toEqual([]);
  });

  it('stays good when what is no text changes', async () => {
    const card =
      '---\nsuit: level\nnumber: 7\ntitle: Function\ngist: One answer\n---\n\n## Definition\n\nOne response.\n';
    expect(await wrong({ 'cards/levels/function.mdx': card })).toEqual([]);
  });

  it('is checked for characters that no font has', async () => {
    const { further } = await load(inGerman({ 'locales/de/function.mdx': TRANSLATED.replace('Funktion', '漢') }));
    const found = further.flatMap(({ deck }) => checkDeck(deck, looks).map(shown));
    expect(found).toContain(
      'deck/locales/de/function.mdx:3:8 error font/no-glyph "title" holds what the fonts can\'t print: U+6F22 漢.',
    );
  });
});

describe('words', () => {
  it.each<[name: string, ui: string, problem: string]>([
    [
      'a misspelt word',
      'faces: { goesWidth: Passt zu }\n',
      'deck/locales/de/ui.yaml:1:10 error ui/unknown-key There is no key "goesWidth". Did you mean "goesWith"?',
    ],
    [
      'a word without what is filled in',
      'site: { min: Min. }\n',
      'deck/locales/de/ui.yaml:1:14 error ui/braces "site › min" lacks {count}.',
    ],
    [
      'a word with what nothing fills in',
      "site: { min: '{count} Min. {n}' }\n",
      'deck/locales/de/ui.yaml:1:14 error ui/braces "site › min" must not have {n}.',
    ],
    [
      'a form that the language has not',
      "site: { minutes: { one: Eine Minute, few: '{count} Minuten', other: '{count} Minuten' } }\n",
      'deck/locales/de/ui.yaml:1:38 error ui/unknown-key There is no key "few".',
    ],
    [
      'a form of many numbers without the number',
      'site: { minutes: { one: Eine Minute, other: Minuten } }\n',
      'deck/locales/de/ui.yaml:1:45 error ui/braces "site › minutes › other" lacks {count}.',
    ],
    [
      'a word beside a number in one form',
      "site: { minutes: '{count} Minuten' }\n",
      'deck/locales/de/ui.yaml:1:18 error ui/value "site › minutes" must be a group of keys and values; it is "{count} Minuten".',
    ],
    [
      'a suit that there is not',
      'suits: { levle: { name: Ebenen } }\n',
      'deck/locales/de/ui.yaml:1:10 error ui/unknown-key There is no suit "levle". Did you mean "level"?',
    ],
    [
      'a value that a list does not have',
      'lists: { market: { consumers: Privat } }\n',
      'deck/locales/de/ui.yaml:1:20 error ui/unknown-key There is no value "consumers". Did you mean "consumer"?',
    ],
  ])('%s', async (_, ui, problem) => {
    expect(await wrong({ 'locales/de/ui.yaml': ui })).toContain(problem);
  });

  it('suits have further forms beside numbers, where their language has', async () => {
    const said = async (lang: string, level: string) => {
      const ui = {
        'deck.yaml': `${SETTINGS}languages: [${lang}]\n`,
        [`locales/${lang}/ui.yaml`]: `suits: { level: ${level} }\n`,
      };
      const [found] = (await load(ui)).further;
      const suit = found?.deck.suits.find(({ id }) => id === 'level');
      if (!found || !suit) throw new Error('no suit');
      const errors = found.problems.filter(({ fatal }) => fatal).map(shown);
      const lacking = found.lacking
        .map(({ path: keys }) => keys.join('.'))
        .filter((key) => key.startsWith('suits.level.'));
      return [...errors, ...[1, 2, 5, 21].map((count) => suitFor(count, suit, found.deck)), ...lacking];
    };
    expect(await said('pl', '{ name: Poziomy, one: Poziom, few: Poziomy, many: Poziomów }')).toEqual([
      ...['Poziom', 'Poziomy', 'Poziomów', 'Poziomów'],
    ]);
    expect(await said('pl', '{ name: Poziomy, one: Poziom }')).toEqual([
      ...['Poziom', 'Poziomy', 'Poziomy', 'Poziomy', 'suits.level.few', 'suits.level.many'],
    ]);
    // Not translated, it follows the rules of the language that it is in: in Russian 21 are counted as one is.
    expect(await said('ru', '{ about: Уровни }')).toEqual([
      ...['Level', 'Levels', 'Levels', 'Levels'],
      ...['suits.level.name', 'suits.level.one', 'suits.level.few', 'suits.level.many'],
    ]);
    expect(await said('ru', '{ name: Уровни, one: Уровень, few: Уровня, many: Уровней }')).toEqual([
      ...['Уровень', 'Уровня', 'Уровней', 'Уровень'],
    ]);
    expect(await said('de', '{ name: Ebenen, one: Ebene, few: Ebenen }')).toEqual([
      'deck/locales/de/ui.yaml:1:45 error ui/unknown-key There is no key "few".',
      ...['Level', 'Levels', 'Levels', 'Levels'],
    ]);
  });

  it('blank cards beside the others have all forms of their language, and pictures and lines that are counted', async () => {
    const ui = `site:
  withBlanks: { one: '{cards} + {count} pusta', few: '{cards} + {count} puste', many: '{cards} + {count} pustych' }
remote:
  saving: { one: '{at} z {count} obrazka', few: '{at} z {count} obrazków', many: '{at} z {count} obrazków' }
compose:
  frontIsFull: { one: '{count} wiersz, {filled}', few: '{count} wiersze, {filled}', many: '{count} wierszy, {filled}' }
`;
    const [found] = (await load({ 'deck.yaml': `${SETTINGS}languages: [pl]\n`, 'locales/pl/ui.yaml': ui })).further;
    if (!found) throw new Error('no Polish');
    expect(found.problems.filter(({ fatal }) => fatal).map(shown)).toEqual([]);
    expect([0, 1, 2, 5].map((count) => withBlanks('8 kart', count, found.deck))).toEqual([
      ...['8 kart', '8 kart + 1 pusta', '8 kart + 2 puste', '8 kart + 5 pustych'],
    ]);
    const { remote, compose } = found.deck.words;
    expect(counted(1, remote.saving)).toBe('{at} z 1 obrazka');
    expect(counted(12, compose.frontIsFull)).toBe('12 wierszy, {filled}');
  });

  it('suits of a deck’s own language, too: suits.yaml has two of them', async () => {
    const said = async (lang: string, ui: string) => {
      const { deck, lacking } = await load({
        'deck.yaml': `${SETTINGS}lang: ${lang}\n`,
        [`locales/${lang}/ui.yaml`]: ui,
      });
      const suit = deck?.suits.find(({ id }) => id === 'level');
      if (!deck || !suit) throw new Error('no suit');
      const keys = lacking.map(({ path: keys }) => keys.join('.')).filter((key) => key.startsWith('suits.level.'));
      return [...[1, 2, 5].map((count) => suitFor(count, suit, deck)), ...keys];
    };
    expect(await said('pl', 'suits: { level: { few: Poziomy } }\n')).toEqual([
      ...['Level', 'Poziomy', 'Levels', 'suits.level.many'],
    ]);
    expect(await said('de', 'suits: {}\n')).toEqual(['Level', 'Levels', 'Levels']);
  });

  it('what forms a word may have is said', async () => {
    const ui = "site: { minutes: '{count} Minuten', days: { few: '{count} Tage' } }\n";
    const { further } = await load(inGerman({ 'locales/de/ui.yaml': ui }));
    const problems = further
      .flatMap((one) => one.problems)
      .filter(({ file, fatal }) => fatal && file?.endsWith('/ui.yaml'));
    expect(problems.map(({ expected }) => expected)).toEqual([
      ['one', 'other'],
      ['one', 'other'],
    ]);
  });

  it('beside numbers has the forms of its language; of those that are not there the form for all others is taken', async () => {
    const counts = [0, 1, 2, 5, 22, 25, 101];
    const said = async (lang: string, ui: string) => {
      const { further } = await load({
        'deck.yaml': `${SETTINGS}languages: [${lang}]\n`,
        [`locales/${lang}/ui.yaml`]: ui,
      });
      const [found] = further;
      if (!found) throw new Error('no language');
      const errors = found.problems.filter(({ fatal }) => fatal).map(shown);
      const lacking = found.lacking
        .map(({ path: keys }) => keys.join('.'))
        .filter((key) => key.startsWith('site.howMany'));
      const { howManyCards } = found.deck.words.site;
      return [errors, counts.map((count) => counted(count, howManyCards)), lacking];
    };
    const karta = "one: '{count} karta', few: '{count} karty'";
    const polish = ['0 kart', '1 karta', '2 karty', '5 kart', '22 karty', '25 kart', '101 kart'];
    expect(await said('pl', `site: { howManyCards: { ${karta}, many: '{count} kart' } }\n`)).toEqual([[], polish, []]);
    expect(await said('pl', `site: { howManyCards: { ${karta}, other: '{count} kart' } }\n`)).toEqual([
      [],
      polish,
      ['site.howManyCards.many'],
    ]);
    // Of two numbers none may be left out: 21 is of the form of 1 in Ukrainian.
    const russian = "one: '{count} карта', few: '{count} карты', many: '{count} карт'";
    expect(await said('ru', `site: { howManyCards: { ${russian} } }\n`)).toEqual([
      [],
      ['0 карт', '1 карта', '2 карты', '5 карт', '22 карты', '25 карт', '101 карта'],
      [],
    ]);
    expect(await said('ru', 'site: { howManyCards: { one: Одна карта } }\n')).toEqual([
      ['deck/locales/ru/ui.yaml:1:30 error ui/braces "site › howManyCards › one" lacks {count}.'],
      expect.anything(),
      ['site.howManyCards.few', 'site.howManyCards.many'],
    ]);
    expect(await said('ja', "site: { howManyCards: { other: '{count}枚' } }\n")).toEqual([
      [],
      counts.map((count) => `${count}枚`),
      [],
    ]);
    // English words are by English rules.
    expect(await said('ru', '{}\n')).toEqual([
      [],
      ['0 cards', '1 card', '2 cards', '5 cards', '22 cards', '25 cards', '101 cards'],
      ['site.howManyCards.one', 'site.howManyCards.few', 'site.howManyCards.many'],
    ]);
  });

  it('two headings of one card that are the same in a language, in the first one too', async () => {
    const ui = 'sections: { Definition: Seite, Front: Seite, Back: Seite }\n';
    const both = /^"Front" and "Back" are both "Seite" here, and deck\/cards\/extras\/\S+\.mdx has both\.$/u;
    const said = (await load(inGerman({ 'locales/de/ui.yaml': ui }))).further.flatMap(({ problems }) => problems);
    const twice = said.filter(({ ruleId }) => ruleId === 'heading-twice');
    expect(twice.map(({ file, line, column, reason }) => [file, line, column, reason])).toEqual([
      ['deck/locales/de/ui.yaml', 1, 52, expect.stringMatching(both)],
    ]);
    const english = 'sections:\n  Front: Back\n';
    const { problems } = await load({ 'locales/en-US/ui.yaml': english });
    expect(problems.map(shown)).toEqual([
      expect.stringContaining(
        'deck/locales/en-US/ui.yaml:2:10 error ui/heading-twice "Front" and "Back" are both "Back"',
      ),
    ]);
  });

  it('a goal, or a card of one, that deck.yaml does not have', async () => {
    const goals = 'goals:\n  begin: { title: Begin, about: At once, cards: { function: Where it starts } }\n';
    const said = async (ui: string, settings = `languages: [de]\n${goals}`) =>
      (await wrong({ 'locales/de/ui.yaml': ui }, settings)).filter((line) => line.includes('/ui.yaml'));
    expect(await said('goals:\n  begni: { title: Anfang }\n')).toEqual([
      'deck/locales/de/ui.yaml:2:3 error ui/unknown-key There is no goal "begni". Did you mean "begin"?',
    ]);
    expect(await said('goals:\n  begin: { cards: { functoin: Hier } }\n')).toEqual([
      'deck/locales/de/ui.yaml:2:21 error ui/unknown-key There is no card "functoin" in the goal "begin". Did you mean "function"?',
    ]);
    expect(await said('goals: { begin: { title: Anfang } }\n', 'languages: [de]\n')).toEqual([
      'deck/locales/de/ui.yaml:1:10 error ui/unknown-key There is no goal "begin".',
    ]);
    expect(await said('goals: { begin: { title: Anfang, cards: { function: Hier } } }\n')).toEqual([]);
    const renamed = { 'retired.yaml': 'functoin: function\n', 'deck.yaml': `${SETTINGS}languages: [de]\n${goals}` };
    const old = { 'locales/de/ui.yaml': 'goals:\n  begin: { cards: { functoin: Hier } }\n' };
    const own = { 'locales/en-US/ui.yaml': 'goals: { begin: { cards: { functoin: Here } } }\n' };
    const all = await load(inGerman({ ...renamed, ...old, ...own }));
    const lines = [all, ...all.further].flatMap(({ problems }) => problems.map(shown));
    expect(lines.filter((line) => line.includes('retired'))).toEqual([
      'deck/locales/en-US/ui.yaml:1:28 error ui/unknown-key The card "functoin" is retired: "function" took its place.',
      'deck/locales/de/ui.yaml:2:21 error ui/unknown-key The card "functoin" is retired: "function" took its place.',
    ]);
    const first = { 'locales/en-US/ui.yaml': 'goals: { end: { title: End } }\n' };
    expect((await load(first)).problems.map(shown)).toEqual([
      'deck/locales/en-US/ui.yaml:1:10 error ui/unknown-key There is no goal "end".',
    ]);
  });

  it('a name or a sentence of what the composer does not have', async () => {
    const compose = "compose: { makes: pattern, slots: { level: level }, sentences: { Signals: 'I {wish}.' } }\n";
    const said = async (words: string) =>
      (await wrong({ 'locales/de/ui.yaml': `composer: ${words}\n` }, `languages: [de]\n${compose}`)).filter((line) =>
        line.includes('/ui.yaml'),
      );
    expect(await said("{ names: { wish: Wunsch, title: Titel }, sentences: { Signals: 'Ich {wish}.' } }")).toEqual([]);
    expect(await said("{ sentences: { Signals: 'Ich {wunsch}.' } }")).toEqual([
      'deck/locales/de/ui.yaml:1:35 error ui/braces "composer › sentences › Signals" lacks {wish} and must not have {wunsch}.',
    ]);
    expect(await said("{ names: { wsh: Wunsch }, sentences: { Signal: 'Ich {wish}.' } }")).toEqual([
      'deck/locales/de/ui.yaml:1:22 error ui/unknown-key There is no slot or text of the composer "wsh". Did you mean "wish"?',
      'deck/locales/de/ui.yaml:1:50 error ui/unknown-key There is no section of the composer "Signal". Did you mean "Signals"?',
    ]);
  });

  it('a goal that a deck of the chain has is known; a lower deck’s file is no matter of the one above', async () => {
    const goal = (card: string) => `{ title: Begin, about: At once, cards: { ${card}: Why } }`;
    const goals = (own: string) => `goals: { ${own} }\n`;
    const said = async (base: string | null, own: string | null) => {
      const changes = {
        'good/deck.yaml': `${SETTINGS}languages: [de]\n${goals(`begin: ${goal('function')}, gone: ${goal('feature')}`)}`,
        'good/locales/de/ui.yaml': base,
        'overlay/deck.yaml': `name: Acme deck\nversion: 1.0.0\nextends: ../good\nlanguages: [de]\n${goals('begin: { cards: { function: null, feature: Ours } }, gone: null')}`,
        ...(own && { 'overlay/locales/de/ui.yaml': own }),
      };
      return await withOverlay(changes, async (root) => {
        const { problems, further } = await loadDeck({ dir: path.join(root, 'overlay'), root, looks });
        const all = [...problems, ...further.flatMap((one) => one.problems)].map(shown);
        return all.filter((line) => line.includes('ui/unknown-key'));
      });
    };
    const known = goals('gone: { title: Weg }, begin: { cards: { function: Warum, feature: Unser } }');
    const unknown = goals('gnoe: { title: Weg }');
    expect(await said(known, UI)).toEqual([]);
    expect(await said(UI, known)).toEqual([]);
    expect(await said(unknown, UI)).toEqual([]);
    expect(await said(`${UI}${unknown}`, '{}\n')).toEqual([]);
    const other = 'overlay/locales/de/ui.yaml:1:10 error ui/unknown-key There is no goal "gnoe".';
    expect(await said(UI, unknown)).toEqual([other]);
    expect(await said(unknown, null)).toEqual([]);
  });

  it('a suit, or a value of a list, that a deck above takes out is none of its faults', async () => {
    const ui = 'suits: { persona: { name: Personen } }\nlists: { market: { consumer: Privat, gone: Weg } }\n';
    const said = (base: string, own: string) =>
      withOverlay(
        {
          'good/deck.yaml': `${SETTINGS}languages: [de]\n`,
          'good/locales/de/ui.yaml': base,
          'overlay/deck.yaml': 'name: Acme deck\nversion: 1.0.0\nextends: ../good\nlanguages: [de]\n',
          'overlay/locales/de/ui.yaml': own,
        },
        async (root) => {
          const { problems, further } = await loadDeck({ dir: path.join(root, 'overlay'), root, looks });
          const all = [...problems, ...further.flatMap((one) => one.problems)].map(shown);
          return all.filter((line) => line.includes('ui/unknown-key'));
        },
      );
    expect(await said(ui, '{}\n')).toEqual([]);
    expect(await said('{}\n', ui)).toEqual([
      expect.stringContaining('overlay/locales/de/ui.yaml:1:10 error ui/unknown-key There is no suit "persona".'),
      expect.stringContaining('overlay/locales/de/ui.yaml:2:38 error ui/unknown-key There is no value "gone".'),
    ]);
  });

  it('of a lower deck are not printed for what a deck above says itself', async () => {
    const changes = {
      'good/deck.yaml': `${SETTINGS}languages: [de]\ngoals: { begin: { title: Begin, about: At once, cards: { function: Why } } }\n`,
      'good/locales/de/ui.yaml':
        'suits: { level: { name: Ebenen, one: Ebene } }\ngoals: { begin: { title: Anfang, about: Sofort, cards: { function: Warum } } }\n',
      'overlay/deck.yaml':
        'name: Acme deck\nversion: 1.0.0\nextends: ../good\nlanguages: [de]\ngoals: { begin: { title: Ours } }\n',
      'overlay/suits.yaml': 'suits: { level: { name: Our levels } }\n',
    };
    const { suits, goals } = await withOverlay(changes, async (root) => {
      const { further } = await loadDeck({ dir: path.join(root, 'overlay'), root, looks });
      return further[0]?.deck as Deck;
    });
    expect(suits.find(({ id }) => id === 'level')).toMatchObject({ name: 'Our levels', one: 'Ebene' });
    expect(goals?.begin).toEqual({ title: 'Ours', about: 'Sofort', cards: { function: 'Warum' } });
  });

  it('are not asked for of what a deck hides: suits, families, goals and why a card is in a goal', async () => {
    const goals = `goals:
  mixed: { title: Mixed, about: Some, cards: { function: Gone, feature: There } }
  gone: { title: Gone, about: All, cards: { function: Gone } }
`;
    const wanted = async (hide: string) =>
      await withOverlay(
        {
          'good/deck.yaml': `${SETTINGS}${goals}`,
          'overlay/deck.yaml': `name: Acme deck\nversion: 1.0.0\nextends: ../good\nhide: [${hide}]\n`,
          'overlay/locales/de/ui.yaml': 'deck: { tagline: Für alle }\n',
        },
        async (root) => {
          const { further } = await loadDeck({ dir: path.join(root, 'overlay'), root, looks, languages: ['de'] });
          return (
            further[0]?.lacking
              .map(({ path: keys }) => keys.join('.'))
              .filter((key) => /^(?:suits|goals)/u.test(key)) ?? []
          );
        },
      );
    const all = await wanted('');
    const hidden = await wanted("function, 'kind:audience,context'");
    expect(all.filter((key) => !hidden.includes(key))).toEqual([
      'suits.ingredient.name',
      'suits.ingredient.one',
      'suits.ingredient.families.audience.name',
      'suits.ingredient.families.context.name',
      'goals.mixed.cards.function',
      'goals.gone.title',
      'goals.gone.about',
      'goals.gone.cards.function',
    ]);
    expect(hidden).toContain('suits.level.name');
    expect(hidden).toContain('goals.mixed.cards.feature');
  });

  it('of its own: a deck’s first language has a ui.yaml too', async () => {
    const changes = { 'locales/en-US/ui.yaml': 'faces: { goesWith: Pairs with }\nsections: { Definition: Meaning }\n' };
    const { deck, problems } = await load(changes);
    expect(problems).toEqual([]);
    expect(deck?.words.faces.goesWith).toBe('Pairs with');
    expect(deck?.headings).toEqual({ Definition: 'Meaning' });
  });
});

describe('cards that are not translated', () => {
  it('are printed as they are, and counted and named among those that are printed', async () => {
    const [german] = (await load(inGerman())).further;
    if (!german) throw new Error('no German');
    expect(checkTranslated(german.deck, ['function', 'feature', 'cover']).map(shown)).toEqual([
      'deck/locales/de warning locale/not-translated 2 of 3 cards are not translated to "de" and are printed in the deck’s first language: cover, feature.',
    ]);
    expect(checkTranslated(german.deck, ['function'])).toEqual([]);
  });

  it('are left out', async () => {
    const { deck, further } = await load(inGerman({}, 'languages: [de]\nmissing: skip\n'));
    const [german] = further;
    expect(german?.deck.cards.map((card) => card.id)).toEqual(['function']);
    expect(deck?.editions[1]?.without).toHaveLength(8);
    const found = further.flatMap((one) => checkTranslated(one.deck, ['function']).map(shown));
    expect(found[0]).toMatch(
      /^deck\/locales\/de warning locale\/not-translated 8 of 9 cards are not translated to "de" and are left out: /,
    );
  });

  it('are left out, and named by their codes where a text names them', async () => {
    const naming = 'Wie <Card id="feature" /> und <Card id="function" />.\n';
    const changes = {
      'cards/levels/function.mdx': `---\nsuit: level\nnumber: 1\ntitle: Function\ngist: One answer\n---\n\n## Definition\n\n${naming}`,
      'locales/de/function.mdx': TRANSLATED.replace('Eine Antwort.\n', naming),
    };
    const { further } = await load(inGerman(changes, 'languages: [de]\nmissing: skip\n'));
    const [german] = further;
    expect(german?.problems.map(shown).filter((line) => !/ui\/missing|locale\/changed/.test(line))).toEqual([]);
    expect(german?.deck.cards[0]?.sections[0]?.text).toBe('Wie LVL 2 und LVL 1.');
    expect(german?.deck.hidden).toEqual([]);
  });

  it('are mistakes', async () => {
    const { further } = await load(inGerman({}, 'languages: [de]\nmissing: fail\n'));
    const found = further.flatMap((one) => checkTranslated(one.deck, ['feature']).map(shown));
    expect(found).toEqual([
      'deck/locales/de error locale/not-translated 1 of 1 cards are not translated to "de" and must be translated: feature.',
    ]);
  });

  it('are listed, with translations that are old', async () => {
    const old = { 'locales/de/function.mdx': TRANSLATED.replace(FUNCTION, FEATURE) };
    const said = await withDeck(inGerman(old, ''), async (root) => outdated(path.join(root, 'deck'), root));
    expect(said).toBe(
      [
        'Every override fits what it changes.',
        '',
        'de: 1 of 9 cards are translated',
        '  deck/locales/de/function.mdx: its card has changed',
        `    source now  ${FUNCTION}`,
        '  not translated: cover, how-to-play, new-member, mid-task, feature, blank-pattern, because-you-row, first-look',
        '',
      ].join('\n'),
    );
  });

  it('are not listed for a language that only a deck below is in, unless deck.yaml names it', async () => {
    const said = async (settings: string) => {
      const changes = {
        'good/locales/de/ui.yaml': UI,
        'overlay/deck.yaml': `name: Ours\nversion: 1.0.0\nextends: ../good\nprefix: ACME\n${settings}`,
      };
      return await withOverlay(changes, async (root) => outdated(path.join(root, 'overlay'), root));
    };
    expect(await said('')).not.toContain('de: ');
    expect(await said('languages: [de]\n')).toContain('de: 0 of 12 cards are translated');
  });
});

describe('languages', () => {
  it.each([
    [
      'that nobody has begun',
      'languages: [fr]\n',
      'deck/deck.yaml:6:13 error deck/languages There is no translation to "fr": the folder locales/fr is missing.',
    ],
    [
      'written from right to left',
      'languages: [ar]\n',
      'deck/deck.yaml:6:13 error deck/value "languages 1" is "ar", which is written from right to left: the cards would be printed with their letters in the wrong order, so it is refused.',
    ],
    [
      'that are none',
      'languages: [german!]\n',
      'deck/deck.yaml:6:13 error deck/value "languages 1" must be a language like en-US or de.',
    ],
  ])('%s', async (_, settings, problem) => {
    expect(await wrong({}, settings)).toContain(problem);
  });

  it('that are wanted and not there', async () => {
    await expect(load(inGerman(), ['da'])).rejects.toThrow(
      'the deck is not in the language da. Did you mean "de"? It is in: en-US, de',
    );
  });

  it('that are wanted, without deck.yaml naming them, stand alone', async () => {
    const { deck, further } = await load(inGerman({}, ''), ['de']);
    expect(further.map((one) => one.deck.lang)).toEqual(['de']);
    expect([deck?.editions, further[0]?.deck.editions]).toEqual([[], []]);
  });

  it('of a deck below are handed up, and a card of one’s own is translated beside it', async () => {
    const ours = (title: string) => german(`source: ${FEATURE}\ntitle: ${title}\ngist: Mehrere Antworten\n`);
    const changes = {
      'good/locales/de/ui.yaml': `${UI}deck: { name: Kleine Karten, credit: Für Proben }\n`,
      'good/locales/de/function.mdx': TRANSLATED,
      'good/locales/de/feature.mdx': ours('Baustein'),
      'overlay/locales/de/feature.mdx': ours('Unser Baustein'),
    };
    await withOverlay(changes, async (root) => {
      const loaded = await loadDeck({ dir: path.join(root, 'overlay'), root, looks, languages: ['de'] });
      const [german] = loaded.further;
      expect(german?.deck.cards.find((card) => card.id === 'feature')?.title).toBe('Unser Baustein');
      expect(german?.deck.headings).toEqual({ Definition: 'Erklärung' });
      // The overlay has a name of its own, and the credit of the deck below.
      expect([german?.deck.name, german?.deck.credit]).toEqual(['Acme deck', 'Für Proben']);
      // `function` is hidden there: that its translation is left over is no mistake.
      expect(german?.problems.map(shown).filter((line) => !line.includes('ui/missing'))).toEqual([]);
    });
  });
});
