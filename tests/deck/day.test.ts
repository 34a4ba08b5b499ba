import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lasting } from '../../src/model/fields.ts';
import type { Look } from '../../src/model/looks.ts';
import { type Changes, shown, withDeck, withOverlay } from '../fixtures/deck.ts';
import { loadDeck } from '../fixtures/load.ts';
import { looks } from '../fixtures/looks.ts';

const DAY = `groups:
  teams: { 6: 2, 20: 5 }
activities:
  function:
    when: day
    minutes: 30
    on: [teams]
    cards: ['suit:level']
    boards: { ladder: teams }
  because-you-row: { when: before, days: 7, on: [teams] }
start: '9:00'
agendas:
  1:
    - [[function]]
`;

async function load(changes: Changes) {
  return await withDeck(changes, async (root) => {
    const { deck, problems } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
    return { day: deck?.day, said: problems.map(shown) };
  });
}

test('a card that says another length than day.yaml is a warning', async () => {
  const level = looks.faces.level as Look;
  const fields = { ...level.fields, long: lasting('minutes', 5, 120).optional() };
  const timed = { ...looks, faces: { ...looks.faces, level: { ...level, fields } } };
  const said = (long: number) => {
    const card = (text: string) => text.replace('\ntitle:', `\nlong: ${long}\ntitle:`);
    return withDeck({ 'day.yaml': DAY }, async (root) => {
      const file = path.join(root, 'deck/cards/levels/function.mdx');
      await writeFile(file, card(await readFile(file, 'utf8')));
      const { problems } = await loadDeck({ dir: path.join(root, 'deck'), root, looks: timed });
      return problems.map(shown);
    });
  };
  expect(await said(30)).toEqual([]);
  expect(await said(20)).toEqual([
    'deck/cards/levels/function.mdx:4:7 warning day/length The card "function" says 20 minutes, day.yaml 30.',
  ]);
});

describe('day.yaml', () => {
  test('with a mistake is one mistake: chapters that show the workshop are none', async () => {
    const guide = { 'guide/why.mdx': '---\ntitle: Why\norder: 1\n---\n\n## One\n\n<Agenda days="1" />\n' };
    expect((await load({ ...guide, 'day.yaml': DAY.replace("'9:00'", 'noon') })).said).toEqual([
      'deck/day.yaml:11:8 error day/value "start" must be a time like 9:00.',
    ]);
    expect((await load(guide)).said).toEqual([expect.stringContaining('This deck has no workshop')]);
  });

  test('is the deck’s workshop; a deck without one has none', async () => {
    const { day, said } = await load({ 'day.yaml': DAY });
    expect(said).toEqual([]);
    expect(day?.start).toBe(540);
    expect(day?.activities.map(({ id, minutes }) => [id, minutes])).toEqual([
      ['function', 30],
      ['because-you-row', undefined],
    ]);
    expect((await load({})).day).toBe(undefined);
  });

  test('may ask for a board or a worksheet for each person', async () => {
    expect((await load({ 'day.yaml': DAY.replace('ladder: teams', 'ladder: person') })).said).toEqual([]);
  });

  test('may name cards that a deck above hides, all that a query means too', async () => {
    const day = DAY.replace("['suit:level']", "['id:function', 'kind:audience']");
    const said = await withOverlay({ 'good/day.yaml': day }, async (root) => {
      const { problems } = await loadDeck({ dir: path.join(root, 'overlay'), root, looks });
      return problems.map(shown).filter((one) => one.includes('day.yaml'));
    });
    expect(said).toEqual([]);
  });

  test('says at its line what there is not', async () => {
    const wrong = DAY.replace('  function:', '  functoin:')
      .replace('start:', 'things: { pens: { persn: 1, person: 2 } }\nstart:')
      .replace('on: [teams]\n    cards', 'on: [team]\n    cards')
      .replace('suit:level', 'suit:levels')
      .replace('ladder: teams', 'ladder: rooms')
      .replace('[[function]]', '[[functoin, because-you-row, functoin]]\n    - [lunch]');
    expect((await load({ 'day.yaml': wrong })).said).toMatchInlineSnapshot(`
      [
        "deck/day.yaml:5:5 error day/unknown The deck has no card "functoin". Did you mean "function"?",
        "deck/day.yaml:7:10 error day/unknown "groups" of day.yaml has no "team". Did you mean "teams"?",
        "deck/day.yaml:8:13 error day/unknown No card has suit:levels. Did you mean "level"? Values: extra, pattern, level, ingredient.",
        "deck/day.yaml:9:23 error day/unknown "groups" of day.yaml has no "rooms".",
        "deck/day.yaml:11:26 error day/unknown "groups" of day.yaml has no "persn". Did you mean "person"?",
        "deck/day.yaml:15:5 error day/unknown The agenda of 1 day lists 2.",
        "deck/day.yaml:15:19 error day/unknown The activity "because-you-row" has no "minutes": without them it can't be in an agenda.",
        "deck/day.yaml:15:36 error day/unknown The activity "functoin" is in this agenda twice.",
      ]
    `);
  });

  test('is checked by its schema', async () => {
    const wrong = DAY.replace('9:00', '9 am')
      .replace('minutes: 30', 'minutes: half an hour')
      .replace('when: day', 'when: noon');
    expect((await load({ 'day.yaml': wrong })).said).toMatchInlineSnapshot(`
      [
        "deck/day.yaml:5:11 error day/value "activities › function › when" is "noon", which is not allowed.",
        "deck/day.yaml:6:14 error day/value "activities › function › minutes" must be a number; it is "half an hour".",
        "deck/day.yaml:11:8 error day/value "start" must be a time like 9:00.",
      ]
    `);
  });

  test('a deck that extends another changes it key by key', async () => {
    const changes = {
      'good/day.yaml': DAY,
      'overlay/day.yaml': 'activities:\n  function: { minutes: 45 }\n  because-you-row: null\n',
    };
    await withOverlay(changes, async (root) => {
      const { deck } = await loadDeck({ dir: path.join(root, 'overlay'), root, looks });
      expect(deck?.day?.activities.map(({ id, minutes, on }) => [id, minutes, on])).toEqual([
        ['function', 45, ['teams']],
      ]);
    });
  });
});
