import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPagesTranslated } from '../../../src/check/translated.ts';
import { driftOf, outdatedText } from '../../../src/command/outdated-text.ts';
import { translate } from '../../../src/command/translate.ts';
import type { Loaded } from '../../../src/deck/deck.ts';
import { blanksOf } from '../../../src/model/kit.ts';
import type { Looks } from '../../../src/model/loaded-looks.ts';
import { type Changes, shown, withDeck, withOverlay } from '../../fixtures/deck.ts';
import { loadDeck } from '../../fixtures/load.ts';
import { looks as small } from '../../fixtures/looks.ts';

const Page = () => null;
const looks: Looks = {
  ...small,
  boards: { areas: { areas: { min: 1, max: 3 }, Page } },
  worksheets: { sheet: { Page } },
};

const GAP = `---
title: Gap
lead: Today and wanted, a line each.
card: first-look
---

## Today
As it is <Card id="first-look" />, among <Count of="suit:pattern" />.

<Line id="today" label="Today" />

## Wanted
<CardPlace id="wanted" label="Wanted" of="suit:pattern" />
`;

const VOTES = `---
title: Votes
---

## Tally
<Table id="tally" rows="2" />
<Column id="idea" label="Idea" width="3" />
<Column id="sales" label="Sales" kind="vote" />
<Row id="other" label="Other" />

<Tick id="done" label="Done" />
`;

async function load(root: string, deck = 'deck'): Promise<Loaded> {
  return await loadDeck({ dir: path.join(root, deck), root, looks });
}

/** What is wrong with a deck with some boards or worksheets. */
async function wrong(changes: Changes): Promise<string[]> {
  return await withDeck(changes, async (root) => (await load(root)).problems.map(shown));
}

describe('a board', () => {
  test('is its front matter, its areas and what is filled in, each at its place', () =>
    withDeck({ 'boards/gap.mdx': GAP }, async (root) => {
      const { deck, problems } = await load(root);
      expect(problems.map(shown)).toEqual([]);
      const [board] = deck?.boards ?? [];
      expect(board).toMatchObject({
        kind: 'board',
        id: 'gap',
        title: 'Gap',
        size: 'a3',
        orientation: 'landscape',
        look: 'areas',
      });
      expect(board).toMatchObject({ card: 'first-look', colour: 'ink', file: 'deck/boards/gap.mdx' });
      expect(board?.sections.map(({ heading, text }) => [heading, text])).toEqual([
        ['Today', 'As it is WEL 1, among 2. Today'],
        ['Wanted', 'Wanted'],
      ]);
      expect(board?.fields).toMatchObject([
        { id: 'today', kind: 'line', section: 'Today', place: { line: 10, column: 1 } },
        { id: 'wanted', kind: 'card', of: 'suit:pattern', section: 'Wanted', place: { line: 13, column: 1 } },
      ]);
    }));

  test('a deck without any has none, and no word of it', () =>
    withDeck({}, async (root) => {
      const { deck } = await load(root);
      expect(Object.keys(deck ?? {})).not.toContain('boards');
    }));
});

describe('a worksheet', () => {
  test('has tables of columns and rows; each cell has a name of its own', () =>
    withDeck({ 'worksheets/votes.mdx': VOTES }, async (root) => {
      const { deck, problems } = await load(root);
      expect(problems.map(shown)).toEqual([]);
      const [sheet] = deck?.worksheets ?? [];
      expect(sheet?.fields.flatMap(blanksOf).map(({ name, label, kind }) => [name, label, kind])).toEqual([
        ['tally.1.idea', '1, Idea', 'line'],
        ['tally.1.sales', '1, Sales', 'vote'],
        ['tally.2.idea', '2, Idea', 'line'],
        ['tally.2.sales', '2, Sales', 'vote'],
        ['tally.other.idea', 'Other, Idea', 'line'],
        ['tally.other.sales', 'Other, Sales', 'vote'],
        ['done', 'Done', 'tick'],
      ]);
      const [table] = sheet?.sections[0]?.content.children ?? [];
      const parts =
        table?.type === 'element' ? table.children.map((one) => (one.type === 'element' ? one.tagName : '')) : [];
      expect(parts).toEqual(['Column', 'Column', 'Row']);
    }));
});

describe('mistakes are said at their lines', () => {
  const board = (front: string, body = '## One\nWords.\n') => ({
    'boards/gap.mdx': `---\ntitle: Gap\n${front}---\n\n${body}`,
  });
  const at = (line: number) => `deck/boards/gap.mdx:${line}:1 error`;

  test('in the front matter', async () => {
    expect(await wrong(board('siz: a3\n'))).toEqual([
      `${at(3)} board/unknown-key There is no key "siz". Did you mean "size"?`,
    ]);
    expect(await wrong(board('look: area\n'))).toEqual([
      'deck/boards/gap.mdx:3:7 error board/look There is no look "area" for a board. Did you mean "areas"?',
    ]);
    expect(await wrong(board('colour: inc\ncard: frist-look\n'))).toEqual([
      'deck/boards/gap.mdx:3:9 error board/colour There is no color "inc" in tokens.json. Did you mean "ink"?',
      'deck/boards/gap.mdx:4:7 error kit/no-card There is no card "frist-look". Did you mean "first-look"?',
    ]);
    expect(await wrong(board('size: a9\n'))).toEqual([
      'deck/boards/gap.mdx:3:7 error board/value "size" is "a9", which is not allowed. Did you mean "a5"?',
    ]);
  });

  test('more areas than the look has room for', async () => {
    const four = ['One', 'Two', 'Three', 'Four'].map((name) => `## ${name}\nWords.\n`).join('\n');
    expect(await wrong(board('', four))).toEqual([
      'deck/boards/gap.mdx error board/areas The look "areas" has room for 1 to 3 areas (## Heading); this board has 4.',
    ]);
  });

  test.each([
    [
      '<Lin id="a" label="A" />',
      'card/unknown-element <Lin> is not an element that a card may use. Did you mean "Line"?',
    ],
    ['<Line id="A b" label="A" />', 'attribute/value "id" is "A b": must be small letters, digits and single hyphens.'],
    ['<Line id="a" label="A" colour="red" />', 'attribute/unknown-key There is no key "colour".'],
    ['<Line id="a" />', 'attribute/missing-key "label" is missing.'],
    ['<Dots id="a" label="A" count="99" />', 'attribute/value "count" is a whole number from 1 to 60.'],
    ['<Scale id="a" label="A" from="5" to="1" />', "card/attribute <Scale> can't run from 5 to 1."],
    [
      '<CardPlace id="a" label="A" of="suit:patern" />',
      'kit/query <CardPlace>: No card has suit:patern. Did you mean "pattern"?',
    ],
    ['<Index of="suite:pattern" />', 'card/attribute <Index>: There is no key "suite". Did you mean "suit"?'],
    ['<Column id="a" label="A" />', 'kit/no-table <Column> stands under no <Table>.'],
    ['<Table id="a" rows="2" />', 'kit/empty-table The table "a" has no columns.'],
    ['<Table id="a" />\n<Column id="b" label="B" />', 'kit/empty-table The table "a" has no rows.'],
    ['<Card id="nobody" />', 'card/no-card There is no card "nobody".'],
  ])('%s', async (tag, message) => {
    const [first = '', ...others] = await wrong(board('', `## One\n${tag}\n`));
    expect(first).toContain(`${at(6)} ${message}`);
    expect(others).toEqual([]);
  });

  test('two fields of one id, also in two areas', async () => {
    const twice = '## One\n<Line id="a" label="A" />\n\n## Two\n<Tick id="a" label="B" />\n';
    expect(await wrong(board('', twice))).toEqual([`${at(9)} kit/id-twice The id "a" stands here twice.`]);
  });

  test('two columns, or two rows, of one id: what is written in one cell would be taken for the other’s', async () => {
    const column = '<Column id="a" label="A" />';
    expect(await wrong(board('', `## One\n<Table id="t" rows="2" />\n${column}\n${column}\n`))).toEqual([
      `${at(8)} kit/id-twice The id "a" stands here twice.`,
    ]);
    const row = '<Row id="b" label="B" />';
    expect(await wrong(board('', `## One\n<Table id="t" />\n${column}\n${row}\n${row}\n`))).toEqual([
      `${at(9)} kit/id-twice The id "b" stands here twice.`,
    ]);
  });

  test('a worksheet that makes a card of fields that it has not, or of no suit', async () => {
    const front = 'title: New\nmakes: { suit: level, keys: { title: nam }, sections: { Definition: what } }\n';
    const sheet = `---\n${front}---\n\n## One\n<Line id="name" label="Name" />\n<Line id="what" label="What" />\n`;
    const place = (column: number) => `deck/worksheets/new.mdx:3:${column} error worksheet/makes`;
    expect(await wrong({ 'worksheets/new.mdx': sheet })).toEqual([
      `${place(38)} There is no field "nam" on this worksheet to make "title" of the card. Did you mean "name"?`,
    ]);
    const other = sheet.replace('nam }', 'name }').replace('suit: level', 'suit: levl');
    expect(await wrong({ 'worksheets/new.mdx': other })).toEqual([
      `${place(16)} No card has suit:levl. Did you mean "level"? Values: extra, pattern, level, ingredient.`,
    ]);
  });

  test('cards know none of these tags', async () => {
    const card = '---\nsuit: extra\ntitle: Ours\ngist: One line\n---\n\n## Front\n<Line id="a" label="A" />\n';
    const [first = ''] = await wrong({ 'cards/extras/ours.mdx': card });
    expect(first).toContain('<Line> is not an element that a card may use.');
  });
});

describe('a deck that extends another', () => {
  const base = { 'good/boards/gap.mdx': GAP, 'good/worksheets/votes.mdx': VOTES, 'good/worksheets/gap.mdx': VOTES };

  async function overlay(changes: Changes): Promise<Loaded> {
    return await withOverlay({ ...base, ...changes }, async (root) => await load(root, 'overlay'));
  }

  const ids = ({ deck }: Loaded) =>
    [...(deck?.boards ?? []), ...(deck?.worksheets ?? [])].map(({ kind, id }) => `${kind} ${id}`);
  const about = ({ problems }: Loaded) => problems.map(shown).filter((one) => /boards|worksheets|hide/u.test(one));

  test('has those of the one below and its own', async () => {
    const loaded = await overlay({ 'overlay/boards/ours.mdx': GAP });
    expect(ids(loaded)).toEqual(['board gap', 'board ours', 'worksheet gap', 'worksheet votes']);
    expect(about(loaded)).toEqual([]);
  });

  test('may not take an id of the one below for another board', async () => {
    const loaded = await overlay({ 'overlay/boards/gap.mdx': GAP });
    expect(about(loaded)).toEqual([
      'overlay/boards/gap.mdx error kit/id-twice The id "gap" is taken: good/boards/gap.mdx has it, in the deck that this one extends.',
    ]);
  });

  test('changes one area and the size; what it was written for is said, and held', async () => {
    const patch = (base: string) =>
      `---\n${base}size: tabloid\n---\n\n## Wanted\nOurs.\n\n<Line id="wanted" label="Ours" />\n`;
    const unsaid = await overlay({ 'overlay/overrides/boards/gap.mdx': patch('') });
    const [problem] = unsaid.problems.filter((one) => one.file?.includes('overrides/boards'));
    expect(problem && shown(problem)).toContain('override/missing-key');
    const hash = problem?.note?.match(/sha256-\S+/u)?.[0];
    const loaded = await overlay({ 'overlay/overrides/boards/gap.mdx': patch(`base: ${hash}\n`) });
    expect(about(loaded)).toEqual([]);
    const board = loaded.deck?.boards?.find(({ id }) => id === 'gap');
    expect(board).toMatchObject({ size: 'tabloid', title: 'Gap' });
    expect(board?.sections.map(({ heading }) => heading)).toEqual(['Today', 'Wanted']);
    expect(board?.fields.map(({ id, kind, place }) => [id, kind, place.file])).toEqual([
      ['today', 'line', 'good/boards/gap.mdx'],
      ['wanted', 'line', 'overlay/overrides/boards/gap.mdx'],
    ]);
    const old = await overlay({ 'overlay/overrides/boards/gap.mdx': patch(`base: sha256-${'0'.repeat(64)}\n`) });
    expect(about(old)).toEqual([
      'overlay/overrides/boards/gap.mdx:2:7 warning override/changed good/boards/gap.mdx has changed since this override of it was written.',
    ]);
  });

  test('hides boards and worksheets, each by its kind', async () => {
    const yaml = readFileSync(path.join(import.meta.dirname, '../../fixtures/overlay/deck.yaml'), 'utf8');
    const hiding = (entry: string) =>
      overlay({
        'overlay/deck.yaml': /^hide:/mu.test(yaml)
          ? yaml.replace(/^hide: *\[/mu, `hide: ['${entry}', `)
          : `${yaml}\nhide: ['${entry}']\n`,
      });
    expect(ids(await hiding('board:gap'))).toEqual(['worksheet gap', 'worksheet votes']);
    expect(ids(await hiding('worksheet:votes,gap'))).toEqual(['board gap']);
    expect(about(await hiding('board:gpa')).join()).toContain(
      'deck/hide There is no board "gpa" to hide. Did you mean "gap"?',
    );
  });
});

describe('a translation', () => {
  const german = (source: string, id = 'today') =>
    `---\ntitle: Lücke\nlead: Heute und gewünscht.\n${source}---\n\n## Heute\nWie es ist.\n\n<Line id="${id}" label="Heute" />\n\n## Gewünscht\n<CardPlace id="wanted" label="Gewünscht" of="suit:pattern" />\n`;

  async function inGerman(text: string) {
    const changes = { 'boards/gap.mdx': GAP, 'locales/de/boards/gap.mdx': text };
    return await withDeck(changes, async (root) => {
      const loaded = await loadDeck({ dir: path.join(root, 'deck'), root, looks, languages: ['de'] });
      const [further] = loaded.further;
      return { deck: further?.deck, problems: (further?.problems ?? []).filter((one) => one.file?.includes('boards')) };
    });
  }

  test('is the whole page with the same tags; all else is as in the first language', async () => {
    const { problems } = await inGerman(german(''));
    const hash = problems[0]?.note?.match(/sha256-\S+/u)?.[0];
    const { deck, problems: none } = await inGerman(german(`source: ${hash}\n`));
    expect(none.map(shown)).toEqual([]);
    const [board] = deck?.boards ?? [];
    expect(board).toMatchObject({ title: 'Lücke', card: 'first-look', size: 'a3' });
    expect(board?.fields.map(({ id, label }) => [id, label])).toEqual([
      ['today', 'Heute'],
      ['wanted', 'Gewünscht'],
    ]);
  });

  test.each([
    [german('', 'heute'), 'lacks "Line today" and must not have "Line heute"'],
    [german('').replace('## Gewünscht\n', ''), 'has 1 sections, not 2,'],
  ])('with other tags or sections is refused', async (text, what) => {
    const { problems } = await inGerman(text);
    expect(problems.map(shown)).toContain(
      `deck/locales/de/boards/gap.mdx error locale/fields This translation of deck/boards/gap.mdx ${what}.`,
    );
  });

  test('is as long as its page: what nobody has filled in is said, and no empty section is printed', async () => {
    const { problems } = await inGerman(
      german('')
        .replace(/lead:.*\n/u, '')
        .replace(/Wie es ist\.[^#]*/u, '\n{/* As it is. */}\n\n'),
    );
    expect(problems.map(shown)).toEqual([
      expect.stringContaining('locale/missing-key'),
      'deck/locales/de/boards/gap.mdx warning locale/missing "lead" is not translated.',
      'deck/locales/de/boards/gap.mdx:5:1 error locale/empty-section "Heute" says nothing: a translation is the whole page.',
    ]);
  });

  test('holds only texts', async () => {
    const { problems } = await inGerman(german('size: a2\n'));
    expect(problems.map(shown)).toContain(
      'deck/locales/de/boards/gap.mdx:4:1 error locale/unknown-key "size" is not translated: a translation holds only texts.',
    );
  });
});

describe('pages that are not translated', () => {
  const pages = {
    'boards/gap.mdx': GAP,
    'worksheets/votes.mdx': VOTES,
    'guide/why.mdx': '---\ntitle: Why\norder: 1\n---\n\n## Because\nWords.\n',
    'locales/de/ui.yaml': 'sections: {}\n',
  };
  const yaml = readFileSync(path.join(import.meta.dirname, '../../fixtures/good/deck.yaml'), 'utf8');

  async function inGerman<Result>(missing: string, work: (loaded: Loaded, open: () => Promise<Loaded>) => Result) {
    return await withDeck({ ...pages, 'deck.yaml': `${yaml}\nmissing: ${missing}\n` }, async (root) => {
      const open = async () => await loadDeck({ dir: path.join(root, 'deck'), root, looks, languages: ['de'] });
      return await work(await open(), open);
    });
  }

  test.each([
    ['fall-back', 'warning', 'are printed in the deck’s first language', 1],
    ['skip', 'warning', 'are left out', 0],
    ['fail', 'error', 'must be translated', 1],
  ])('are counted and named, and %s is done with them', async (missing, severity, done, left) => {
    const { further } = await inGerman(missing, (loaded) => loaded);
    const [german] = further;
    if (!german) throw new Error('no German');
    expect(checkPagesTranslated(german.deck).map(shown)).toEqual([
      `deck/locales/de ${severity} locale/not-translated 1 of 1 boards, 1 of 1 worksheets, 1 of 1 chapters are not translated to "de" and ${done}: board:gap, chapter:why, worksheet:votes.`,
    ]);
    expect(german.deck.boards ?? []).toHaveLength(left);
  });

  test('are begun by the command, and are not translated yet then; outdated counts them', () =>
    inGerman('fall-back', async (loaded, open) => {
      const { begun, pages: counts } = await translate(loaded, 'de');
      expect(begun).toEqual(
        expect.arrayContaining(
          ['boards/gap', 'worksheets/votes', 'guide/why'].map((one) => `deck/locales/de/${one}.mdx`),
        ),
      );
      expect(counts).toEqual({ done: 0, of: 3 });
      const again = await open();
      expect(again.further[0]?.problems.map(shown).filter((one) => one.includes('boards'))).toEqual([]);
      expect(again.further[0]?.deck.boards?.[0]).toMatchObject({ title: 'Gap' });
      expect(outdatedText(await driftOf(again, {}))).toContain(
        'de: 0 of 9 cards are translated, 0 of 3 boards, worksheets and chapters\n',
      );
      const file = path.join(again.layers[0]?.folder.dir ?? '', 'locales/de/boards/gap.mdx');
      expect(readFileSync(file, 'utf8')).toMatch(
        /^---\nsource: sha256-\w+\n# Gap\ntitle:\n# Today and wanted, a line each\.\nlead:\n---\n\n## Today\n\n\{\/\*\nAs it is <Card id="first-look" \/>, /u,
      );
    }));
});
