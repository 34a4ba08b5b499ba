import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Root, RootContent } from 'hast';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openChain } from '../../../src/deck/chain/chain.ts';
import { loadDeck } from '../../../src/deck/deck.ts';
import { cardId, cardIds, listed, listedAll, text } from '../../../src/model/fields.ts';
import type { Look } from '../../../src/model/looks.ts';
import { withGuide } from '../../../src/plan/guide/guide.ts';
import { type Changes, shown, withDeck, withOverlay } from '../../fixtures/deck.ts';
import { looks } from '../../fixtures/looks.ts';

const DAY = `groups:
  making: { 6: 2, 12: 4 }
  room: { 6: 1, 12: 1 }
activities:
  because-you-row: { when: before, days: 5, on: [room], out: [seats] }
  first-look: { when: day, minutes: 30, on: [room], cards: ['suit:level'], boards: { gap: room }, in: [seats], out: [words] }
  mid-task: { when: day, minutes: 20, on: [making], worksheets: { votes: making }, out: [votes] }
start: '9:00'
agendas:
  1: [[[first-look], [mid-task]]]
`;

const nothing = () => null;

/** A tree as lines: a table's cells with bars between them, a card as its id in brackets. */
function lines(node: Root | RootContent): string[] {
  if (node.type === 'text') return [node.value];
  if (node.type === 'element' && node.tagName === 'Card') return [`[${String(node.properties.id)}]`];
  if (!('children' in node)) return [];
  const inner = node.children.map((one) => lines(one as RootContent));
  if (node.type === 'element' && node.tagName === 'tr') return [inner.map((cell) => cell.join('')).join(' | ')];
  if (node.type === 'element' && /^(p|h3|td|th|li)$/u.test(node.tagName)) return [inner.flat().join('')];
  return inner.flat();
}

/** What a chapter with this text says. */
async function said(body: string, changes: Changes = {}, drawn = looks) {
  const files = { 'day.yaml': DAY, 'guide/why.mdx': `---\ntitle: Why\norder: 1\n---\n\n## One\n${body}\n`, ...changes };
  return await withDeck(files, async (root) => {
    const { deck, problems } = await loadDeck(await openChain({ dir: path.join(root, 'deck'), root }), {
      looks: drawn,
    });
    if (!deck) throw new Error(problems.map(shown).join('\n'));
    const made = withGuide(deck, drawn);
    const section = made.deck.guide?.[0]?.sections[0];
    return {
      lines: section ? lines(section.content) : [],
      text: section?.text ?? '',
      agendas: made.deck.agendas?.map(({ days, content }) => [days, ...lines(content)]),
      problems: [...problems, ...made.problems].map(shown),
    };
  });
}

test('an agenda is made from day.yaml: its times, breaks, and what lies before', async () => {
  const agenda = [
    'Before the workshop',
    'Activity | Days | What it leaves',
    '[because-you-row] Because-You Row | 5 | seats',
    'On the day',
    'Time | Activity | Min | What it leaves',
    expect.stringMatching(/^9:00 \| \[first-look\] .* \| 30 \| words$/u),
    '9:30 | Break | 15 | ',
    expect.stringMatching(/^9:45 \| \[mid-task\] .* \| 20 \| votes$/u),
    '10:05 | End |  | ',
  ];
  const { lines: found, agendas, problems } = await said('<Agenda days="1" />');
  expect(problems).toEqual([]);
  expect(found).toEqual(agenda);
  expect(agendas).toEqual([[1, ...agenda]]);
});

test('of activities that the deck hides there are no agendas: not of any, not of a day that is left with none', async () => {
  const planned = async (hide: string) => {
    const agenda = DAY.replace(/agendas:.*/su, 'agendas: { 1: [[[first-look]]], 2: [[[first-look]], [[mid-task]]] }\n');
    const changes = {
      'good/day.yaml': agenda,
      'good/guide/why.mdx': '---\ntitle: Why\norder: 1\n---\n\n## One\nWords.\n\n## Two\n<Agenda days="2" />\n',
      'overlay/deck.yaml': `name: Acme deck\nversion: 2.0.0\nextends: ../good\nhide: [${hide}]\n`,
      'overlay/overrides/because-you-row.mdx': null,
      'overlay/overrides/first-look.mdx': null,
    };
    return await withOverlay(changes, async (root) => {
      const { deck } = await loadDeck(await openChain({ dir: path.join(root, 'overlay'), root }), { looks });
      if (!deck) throw new Error('no deck');
      const { guide = [], agendas, run } = withGuide(deck, looks).deck;
      const sections = guide.flatMap((chapter) => chapter.sections.map(({ content }) => lines(content).join(' / ')));
      return { sections, days: agendas?.map(({ days }) => days), run: run?.agendas.map(({ days }) => days) };
    });
  };
  const day = 'Time | Activity | Min | What it leaves / 9:00 | [first-look] First Look | 30 | words / 9:30 | End |  | ';
  expect(await planned('mid-task, because-you-row')).toEqual({
    ...{ sections: ['Words.', `Day 1 / ${day}`], days: [1, 2], run: [1, 2] },
  });
  expect(await planned('first-look, because-you-row')).toMatchObject({ days: [2], run: [2] });
  const nothing = { sections: ['Words.'], days: undefined, run: undefined };
  expect(await planned('mid-task, first-look, because-you-row')).toEqual(nothing);
});

test('a section of nothing but cards that the deck hides is left out, and its columns are no mistake', async () => {
  const chapter = (body: string) => `---\ntitle: Why\norder: 1\n---\n\n## One\nWords.\n\n## Two\n${body}\n`;
  const headings = async (body: string) =>
    await withOverlay({ 'good/guide/why.mdx': chapter(body) }, async (root) => {
      const { deck } = await loadDeck(await openChain({ dir: path.join(root, 'overlay'), root }), { looks });
      if (!deck) throw new Error('no deck');
      const made = withGuide(deck, looks);
      const [why] = made.deck.guide ?? [];
      return [...(why?.sections.map(({ heading }) => heading) ?? []), ...made.problems.map(shown)];
    });
  expect(await headings('<Reference of="suit:ingredient" show="gist,clause" />')).toEqual(['One']);
  expect(await headings('<Index of="suit:ingredient" />')).toEqual(['One']);
  expect(await headings('Words.\n\n<Index of="suit:ingredient" />')).toEqual(['One', 'Two']);
  expect(await headings('<Reference of="suit:level" show="gist,clause" />')).toEqual([
    'One',
    'Two',
    'good/guide/why.mdx:9:1 error chapter/reference <Reference of="suit:level"> shows "clause", which no card of it has.',
  ]);
});

test('a packing list has cards by suit, as many boards and sheets as there are groups, and what else lies ready', async () => {
  const cardsAndPages = ['Cards | ', 'Levels | 2', 'Boards | ', 'gap | 1', 'Worksheets | ', 'votes | 4'];
  const { lines: found } = await said('<Packing people="12" />');
  expect(found).toEqual(['What | How many', ...cardsAndPages]);
  const things = 'things:\n  dots: { person: 5 }\n  pads: { making: 1, room: 1 }\n';
  const { lines: more } = await said('<Packing people="6,12" />', { 'day.yaml': DAY + things });
  expect(more.slice(0, 3)).toEqual(['What | 6 people | 12 people', 'Cards |  | ', 'Levels | 2 | 2']);
  expect(more.slice(-2)).toEqual(['dots | 30 | 60', 'pads | 3 | 5']);
});

test('cards are counted with their copies, as they lie in the box', async () => {
  const level = (title: string, more: string) => `---\nsuit: level\ntitle: ${title}\n${more}---\n`;
  const blank = { 'cards/levels/blank-level.mdx': level('Your level', 'blank: true\ncopies: 3\n') };
  const { lines: found } = await said('<Packing people="12" />\n\n<Activity id="first-look" />\n\n<Suits />', blank);
  expect(found).toContain('Levels | 5');
  expect(found).toContain('Cards | 5 Levels');
  expect(found).toContainEqual(expect.stringMatching(/^Levels \| 5 \| /u));
});

test('an activity says what it takes and what its card says', async () => {
  const { lines: found, text } = await said('<Activity id="first-look" />');
  expect(found.slice(0, 5)).toEqual([
    'Time | 30 minutes',
    'Cards | 2 Levels',
    'Boards | gap',
    'Takes in | seats',
    'What it leaves | words',
  ]);
  expect(found.length).toBeGreaterThan(5);
  expect(text).toContain('30 minutes');
});

test('tables and lists of cards name them by code and title', async () => {
  const { lines: found } = await said('<Reference of="suit:level" show="gist" />\n\n<Index of="suit:level" />');
  expect(found[0]).toBe('Level | In short');
  expect(found[1]).toMatch(/^\[function\] Function \| /u);
  expect(found.slice(3)).toEqual(['Levels', '[function] Function · [feature] Feature']);
});

test('a table of cards says what values are called: of a list of any name, of a family, in groups, and of cards', async () => {
  const place = { zone: listed('place'), near: listedAll('place'), who: cardIds('level'), word: z.array(text()) };
  const stalls = z.array(z.strictObject({ name: text(), zone: listed('place'), next: cardId('level').optional() }));
  const stall: Look = { fields: { ...place, stalls }, budgets: {}, Back: nothing, Front: nothing };
  const card = `---
suit: stall
family: EAT
number: 1
title: Soup
gist: Hot
zone: north
near: [north, south]
who: [function]
word: [function, north]
stalls:
  - { name: One, zone: south, next: feature }
  - { name: Two, zone: north }
---
`;
  const suit = `  stall:
    name: Stalls
    one: Stall
    code: ''
    colour: ink
    face: stall
    familyKey: family
    families: { EAT: { name: Food, colour: ink } }
`;
  const good = await readFile(path.join(import.meta.dirname, '../../fixtures/good/suits.yaml'), 'utf8');
  const suits = `${good.replace('lists:\n', `${suit}lists:\n  place: { north: North Side, south: South Side }\n`)}`;
  const files = { 'cards/stalls/soup.mdx': card, 'suits.yaml': suits };
  const drawn = { ...looks, faces: { ...looks.faces, stall } };
  const { lines: found, problems } = await said(
    '<Reference of="suit:stall" show="family,zone,near,who,word,stalls" />',
    files,
    drawn,
  );
  expect(problems).toEqual([]);
  expect(found).toEqual([
    'Stall | Family | Zone | Near | Who | Word | Stalls',
    '[soup] Soup | Food | North Side | North Side, South Side | [function] | function, north | Name: One · Zone: South Side · Next: [feature]Name: Two · Zone: North Side',
  ]);
});

test('a column that no card has is an error at its section', async () => {
  const { problems } = await said('<Reference of="suit:level" show="colr" />');
  expect(problems).toEqual([
    'deck/guide/why.mdx:6:1 error chapter/reference <Reference of="suit:level"> shows "colr", which no card of it has.',
  ]);
});
