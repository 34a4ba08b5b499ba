import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { changesSince, writeEdition } from '../../../src/deck/chain/edition.ts';
import { type Changes, shown, withDeck, withOverlay } from '../../fixtures/deck.ts';
import { loadDeck } from '../../fixtures/load.ts';
import { looks } from '../../fixtures/looks.ts';
import { cardsRead, notedMemory } from '../../fixtures/noted-memory.ts';

// Tags that count and list cards: in the deck in good/, and in the one that extends it, hides four and adds three.

const OVERVIEW = `---
suit: extra
title: Overview
gist: <Count of="suit:pattern" by="family" as="Word" /> families hold <Count of="suit:pattern" /> patterns
---

## Front

Of <Count of="suit:pattern,level" as="word" /> and <Count of="suit:pattern" copies="yes" /> in print.

| Code | Family |
|---|---|
| <Span of="family:WEL" /> | Welcome |
| <Span of="family:REC" /> | Recommend |
| <Span of="kind:audience" /> | Audience |
| <Card id="function" /> | Function |

### Levels

<Cards of="suit:level" />

### Context

<Cards of="suit:ingredient kind:context" show="titles" />

### Empty from the start

## Back

- <Card id="function" /> comes first
- <Card id="feature" />, not <Card id="function" />
- <Count of="kind:audience" /> people

The level <Card id="function" />, and function <Card id="function" />.
`;

const overview = (text: string): Changes => ({ 'good/cards/extras/overview.mdx': text });

/** The overview of a deck with layers: what its sections say, its gist, and all problems. */
async function said(dir: 'good' | 'overlay', changes: Changes) {
  return await withOverlay(changes, async (root) => {
    const { deck, problems } = await loadDeck({ dir: path.join(root, dir), root, looks });
    const card = deck?.cards.find((one) => one.id === 'overview');
    return { card, gist: card?.gist, texts: card?.sections.map((one) => one.text), problems: problems.map(shown) };
  });
}

describe('an overview', () => {
  test('counts and lists the deck that it belongs to', async () => {
    expect(await said('good', overview(OVERVIEW))).toMatchObject({
      gist: 'Two families hold 2 patterns',
      texts: [
        'Of four and 5 in print. Code Family WEL 1 Welcome REC 2 Recommend AUD 1 Audience LVL 1 Function Levels LVL 1\u00a0Function · LVL 2\u00a0Feature Context Mid task Empty from the start',
        'LVL 1 comes first LVL 2, not LVL 1 1 people The level LVL 1, and function LVL 1.',
      ],
      problems: [],
    });
  });

  test('counts and lists the deck that extends it, and leaves out what that hides', async () => {
    expect(await said('overlay', overview(OVERVIEW))).toMatchObject({
      gist: 'Two families hold 3 patterns',
      texts: [
        'Of four and 3 in print. Code Family WEL 1 Welcome REC 2, ACME 1 Recommend Levels LVL 2\u00a0Feature Empty from the start',
        'LVL 2, not Function The level Function, and function Function.',
      ],
      problems: [
        'good/cards/extras/overview.mdx:31:30 warning card/hidden This text names the card "function", which this deck hides.',
        'good/cards/extras/overview.mdx:34:11 warning card/hidden This text names the card "function", which this deck hides.',
        'good/cards/extras/overview.mdx:34:48 warning card/hidden This text names the card "function", which this deck hides.',
      ],
    });
  });

  test('points at both ends of a range, at the last by its number alone', async () => {
    const { card } = await said(
      'good',
      overview('---\nsuit: extra\ntitle: Overview\n---\n\n## Front\n\n<Span of="suit:level" />\n'),
    );
    const [paragraph] = card?.sections[0]?.content.children ?? [];
    expect(paragraph).toMatchObject({
      children: [
        { tagName: 'Card', properties: { id: 'function' } },
        { type: 'text', value: '–' },
        { tagName: 'Card', properties: { id: 'feature', show: 'number' } },
      ],
    });
  });

  test('has tags of cards and plain words as if they had been written', async () => {
    const text =
      '---\nsuit: extra\ntitle: Overview\n---\n\n## Front\n\n<Cards of="suit:pattern" />\n\n<Span of="family:REC" />\n';
    const { card } = await said('overlay', overview(text));
    const tag = (id: string) => ({ type: 'element', tagName: 'Card', properties: { id }, children: [] });
    const words = (value: string) => ({ type: 'text', value });
    expect(card?.sections[0]?.content.children).toEqual([
      {
        type: 'element',
        tagName: 'p',
        properties: {},
        children: [
          tag('first-look'),
          words('\u00a0First Look · '),
          tag('because-you-row'),
          words('\u00a0A Row of Reasons · '),
          tag('house-pick'),
          words('\u00a0House Pick'),
        ],
      },
      {
        type: 'element',
        tagName: 'p',
        properties: {},
        children: [tag('because-you-row'), words(', '), tag('house-pick')],
      },
    ]);
  });

  test('of which nothing is left says so', async () => {
    const text =
      '---\nsuit: extra\ntitle: Overview\n---\n\n## Front\n\n### Who\n\n<Cards of="suit:ingredient" />\n\n## Back\n\n- <Card id="function" />\n';
    expect(await said('overlay', overview(text))).toMatchObject({
      texts: ['–', '–'],
      problems: [
        'good/cards/extras/overview.mdx:6:1 warning card/hidden-section This section lists only cards that this deck hides: nothing is left of it.',
        'good/cards/extras/overview.mdx:12:1 warning card/hidden-section This section lists only cards that this deck hides: nothing is left of it.',
      ],
    });
  });
});

test('a list may be shorter than its look wants once its deck hides cards, and is an error where its author wrote too few', async () => {
  const file = 'good/cards/patterns/wel/first-look.mdx';
  const text = await readFile(path.join(import.meta.dirname, '../../fixtures', file), 'utf8');
  const withSignals = (list: string) => ({ [file]: text.replace('1. One\n2. Two', list) });
  const ofCard = (all: readonly string[]) => all.filter((one) => one.startsWith('good/'));
  const one = await said('overlay', withSignals('- Visits\n- <Card id="function" />'));
  expect(ofCard(one.problems)).toEqual([]);
  const none = await said('overlay', withSignals('- <Card id="function" />\n- <Card id="function" />'));
  expect(ofCard(none.problems)).toEqual([expect.stringContaining('warning card/hidden-section')]);
  const few = await said('overlay', withSignals('- Visits'));
  expect(ofCard(few.problems)).toEqual([expect.stringContaining('is one list of 2 items; got 1.')]);
});

describe('a tag that counts or lists', () => {
  const body = (text: string) => `---\nsuit: extra\ntitle: Overview\n---\n\n## Front\n\n${text}\n`;
  const gist = (text: string) => `---\nsuit: extra\ntitle: Overview\ngist: '${text}'\n---\n\n## Front\n\nWords.\n`;
  const AT = 'good/cards/extras/overview.mdx';
  const CASES: Record<string, [string, string[]]> = {
    'of a query that can not be read': [
      body('Some <Count of="famly:REC" /> cards.'),
      [
        `${AT}:8:6 error attribute/query <Count>: There is no key "famly". Did you mean "family"? Keys: id, suit, family, kind.`,
      ],
    ],
    'of what no card is, in a row that would be left out': [
      body('| A |\n|---|\n| <Span of="family:RUC" /> |'),
      [
        `${AT}:10:3 error attribute/query <Span>: No card has family:RUC. Did you mean "REC"? Values: WEL, REC, audience, context.`,
      ],
    ],
    'of nothing': [body('<Cards />'), [`${AT}:8:1 error attribute/missing-key "of" is missing.`]],
    'with an attribute that it has not': [
      body('<Count of="suit:level" in="words" />'),
      [`${AT}:8:1 error attribute/unknown-key There is no key "in".`],
    ],
    'with a value that it does not take': [
      body('<Count of="suit:level" as="words" />'),
      [`${AT}:8:1 error attribute/value "as" is "words", which is not allowed. Did you mean "word"?`],
    ],
    'with something in it': [
      body('<Count of="suit:level">2</Count>'),
      [`${AT}:8:1 error card/element-content <Count> holds nothing: close it at once, like <Count … />.`],
    ],
    misspelt: [
      body('<Cuont of="suit:level" />'),
      [`${AT}:8:1 error card/unknown-element <Cuont> is not an element that a card may use. Did you mean "Count"?`],
    ],
    'in a gist, of what no card is': [
      gist('<Count of="suit:levl" /> levels'),
      [
        `${AT}:4:7 error attribute/query <Count>: No card has suit:levl. Did you mean "level"? Values: extra, pattern, level, value, ingredient.`,
      ],
    ],
    'in a gist, not closed': [
      gist('<Count of="suit:level"> levels'),
      [`${AT}:4:7 error attribute/syntax "<Count of="suit:level"> levels" holds a tag that can't be read.`],
    ],
    'in a gist that is too long with what it says': [
      gist(`<Count of="suit:level" as="Word" /> ${'levels '.repeat(8)}`),
      [`${AT}:4:7 warning card/over-budget "gist" is 59 characters: over budget by 4.`],
    ],
    'in a gist that is short enough with what it says': [
      gist(`<Count of="suit:level" as="Word" /> ${'levels '.repeat(7)}`),
      [],
    ],
  };
  test.each(Object.entries(CASES))('%s', async (_, [text, expected]) => {
    const { problems } = await said('overlay', overview(text));
    expect(problems).toEqual(expected);
  });
});

test('what suits.yaml says of a suit counts too, and a mistake in it has its place', async () => {
  const suits = (text: string) =>
    withDeck({}, async (root) => {
      const file = path.join(root, 'deck/suits.yaml');
      const before = await readFile(file, 'utf8');
      await writeFile(file, before.replace('face: level\n', `face: level\n    about: ${text}\n`));
      const { deck, problems } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
      return { about: deck?.suits.find((one) => one.id === 'level')?.about, problems: problems.map(shown) };
    });
  expect(await suits('<Count of="suit:level" as="Word" /> sizes.')).toEqual({ about: 'Two sizes.', problems: [] });
  const wrong = await suits('<Count of="suit:levl" /> sizes.');
  expect(wrong.problems).toEqual([
    'deck/suits.yaml:24:12 error attribute/query <Count>: No card has suit:levl. Did you mean "level"? Values: extra, pattern, level, ingredient.',
  ]);
});

test('a number in words begins with the capital of its language', async () => {
  const changes = {
    'deck.yaml': 'name: D\nversion: 1.0.0\ndate: 2026-01-31\nlang: tr\n',
    'locales/tr/ui.yaml': 'faces:\n  numbers: sıfır bir iki üç\n',
    'cards/extras/overview.mdx': `---\nsuit: extra\ntitle: Overview\ngist: '<Count of="suit:level" as="Word" /> seviye'\n---\n\n## Front\n\nWords.\n`,
  };
  await withDeck(changes, async (root) => {
    const { deck } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
    expect(deck?.cards.find((one) => one.id === 'overview')?.gist).toBe('İki seviye');
  });
});

test('a suit and a family count to zero before they have a card', async () => {
  const suits = await readFile(path.join(import.meta.dirname, '../../fixtures/good/suits.yaml'), 'utf8');
  const empty = `suits:
  tip:
    name: Tips
    one: Tip
    code: TIP
    colour: ink
    face: level
    about: '<Count of="suit:tip" as="Word" /> tips, <Count of="family:EMP" /> of them empty.'
    familyKey: family
    families:
      EMP: { name: Empty, colour: ink, about: Not yet. }
`;
  await withDeck({ 'suits.yaml': suits.replace('suits:\n', empty) }, async (root) => {
    const { deck, problems } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
    expect(problems.map(shown)).toEqual([]);
    expect(deck?.suits.find((suit) => suit.id === 'tip')?.about).toBe('Zero tips, 0 of them empty.');
  });
});

describe('when a card is added', () => {
  const LEVEL = '---\nsuit: level\nnumber: 3\ntitle: Third\ngist: A third\n---\n\n## Definition\n\nMore.\n';
  const changes = overview(OVERVIEW);

  test('only those that count it are read again', async () => {
    await withOverlay(changes, async (root) => {
      const load = () => loadDeck({ dir: path.join(root, 'good'), root, looks, memory });
      const { memory, made } = notedMemory();
      await load();
      made.clear();
      await writeFile(path.join(root, 'good/cards/levels/third.mdx'), LEVEL);
      const after = (await load()).deck;
      // How to play is always read again: its Pips might be the name of the new card.
      expect(cardsRead({ made }, after)).toEqual(['how-to-play', 'overview', 'third']);
      expect(after?.cards.find((one) => one.id === 'overview')?.sections[0]?.text).toContain('Of five and 5 in print.');
    });
  });

  test('those that count it are printed anew', async () => {
    await withOverlay(changes, async (root) => {
      const load = async () => {
        const loaded = await loadDeck({ dir: path.join(root, 'good'), root, looks });
        if (!loaded.deck) throw new Error(loaded.problems.map(shown).join('\n'));
        return { loaded, deck: loaded.deck };
      };
      const before = await load();
      await writeEdition(before.deck, before.loaded);
      await writeFile(path.join(root, 'good/cards/levels/third.mdx'), LEVEL);
      const { deck, loaded } = await load();
      expect(await changesSince(deck.version, deck, loaded)).toMatchObject({ added: ['third'], changed: ['overview'] });
    });
  });
});
