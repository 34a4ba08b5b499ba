import path from 'node:path';
import { expect, test } from 'vitest';
import { packText } from '../../src/command/pack.ts';
import { openChain } from '../../src/deck/chain/chain.ts';
import { openOffer } from '../../src/plan/offer.ts';
import { select } from '../../src/plan/select.ts';
import { withBlank } from '../fixtures/blank.ts';

const DAY = `groups: { making: { 6: 2, 12: 3 } }
activities:
  who-noticed: { when: day, minutes: 30, on: [room], worksheets: { notes: making }, out: [signed] }
record: [signed]
start: '9:00'
agendas: { 1: [[[who-noticed]]] }
`;
const NOTES = '---\ntitle: Notes\n---\n\n## So\n<Line id="one" label="One" />\n';
const SETS = `sets:
  few: { only: ['suit:habit'] }
  each: { only: ['suit:habit'], perTeam: { friday-list: 1 } }
`;

/** What `pack` says of the cards, and of all paper, for six people at two tables. */
async function packed(set?: string): Promise<string[]> {
  const deckWithSets = (text: string) => `${text}\n${SETS}`;
  const files = { 'deck/day.yaml': DAY, 'deck/worksheets/notes.mdx': NOTES, 'deck/deck.yaml': deckWithSets };
  return await withBlank(files, async (root) => {
    const { offer, problems } = await openOffer(await openChain({ dir: path.join(root, 'deck'), root }), []);
    if (!offer) throw new Error(problems.map(String).join('\n'));
    const lines = packText(offer, { people: 6, days: 1, stock: 'a4', set }).split('\n');
    const [, , asked = '', ...options] = (lines.find((line) => line.includes('npx')) ?? '').trim().split(' ');
    // The build that is named is one that there is.
    expect([asked, ...options.slice(0, 2)]).toEqual(['build', '--stock', 'a4']);
    const { set: name, teams } = Object.fromEntries(
      options.slice(2).map((word, at, all) => [word.replace('--', ''), all[at + 1]]),
    );
    select(offer.deck, { only: [], set: name, ...(teams && { teams: Number(teams) }) });
    return lines.filter((line) => /^(Cards| {8}\S|In all)/u.test(line)).map((line) => line.trim());
  });
}

test('the paper of the whole deck is counted, and the build that prints it named', async () => {
  expect(await packed()).toEqual([
    'Cards   6, the whole deck, which all tables share: 1 sheet of a4',
    'npx prepdeck build --stock a4',
    'With --set, a part of it.',
    'In all  3 sheets of paper, with every board in tiles',
  ]);
});

test('a set that has cards for each team is built for as many, any other as it is', async () => {
  expect(await packed('each')).toEqual([
    'Cards   5 of the set each: 1 sheet of a4',
    'npx prepdeck build --stock a4 --set each --teams 2',
    'In all  3 sheets of paper, with every board in tiles',
  ]);
  expect(await packed('few')).toEqual([
    'Cards   4 of the set few: 1 sheet of a4',
    'npx prepdeck build --stock a4 --set few',
    'In all  3 sheets of paper, with every board in tiles',
  ]);
});

test('without a stock it is the first sheet of cards that the deck prints, and its paper', async () => {
  const printing = async (prints: string) => {
    const deckPrinting = (text: string) => text.replace(/^prints: .*$/mu, `prints: ${prints}`);
    const files = { 'deck/day.yaml': DAY, 'deck/worksheets/notes.mdx': NOTES, 'deck/deck.yaml': deckPrinting };
    return await withBlank(files, async (root) => {
      const { offer, problems } = await openOffer(await openChain({ dir: path.join(root, 'deck'), root }), []);
      if (!offer) throw new Error(problems.map(String).join('\n'));
      const text = packText(offer, { people: 6, days: 1 });
      return [...text.matchAll(/sheets? of (\w+)$|--stock (\S+)|pages? of (\w+)/gmu)].map(([, ...found]) =>
        found.join(''),
      );
    });
  };
  expect(await printing('[shop, letter, a4]')).toEqual(['letter', 'letter', 'Letter']);
  expect(await printing('[shop]')).toEqual(['a4', 'a4', 'A4']);
});
