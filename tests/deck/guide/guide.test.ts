import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openChain } from '../../../src/deck/chain/chain.ts';
import { type Loaded, loadDeck } from '../../../src/deck/deck.ts';
import { type Changes, shown, withDeck, withOverlay } from '../../fixtures/deck.ts';
import { looks } from '../../fixtures/looks.ts';

const DAY = `groups:
  room: { 6: 1, 12: 1 }
activities:
  first-look: { when: day, minutes: 30, on: [room], boards: { gap: room }, out: [words] }
start: '9:00'
agendas:
  1: [[[first-look]]]
`;

function chapter(body: string, front = 'title: Why\norder: 1\n'): string {
  return `---\n${front}---\n\n## One\n${body}\n`;
}

async function load(root: string, deck = 'deck'): Promise<Loaded> {
  return await loadDeck(await openChain({ dir: path.join(root, deck), root }), { looks });
}

/** What is wrong with a deck with some changes. */
async function wrong(changes: Changes): Promise<string[]> {
  return await withDeck(changes, async (root) => (await load(root)).problems.map(shown));
}

describe('a guide', () => {
  test('is its chapters in their order; those that they name are links, boards and worksheets are called by their names', () =>
    withDeck(
      {
        'guide/why.mdx': chapter('First <Chapter id="how" />, on <Board id="gap" />.', 'title: Why\norder: 20\n'),
        'guide/how.mdx': chapter('Words.', 'title: How\nlead: Like this.\npart: Begin\norder: 10\nsources: [A book]\n'),
        'boards/gap.mdx': '---\ntitle: The Gap\n---\n\n## Today\nWords.\n',
      },
      async (root) => {
        const { deck } = await load(root);
        expect(deck?.guide).toMatchObject([
          { id: 'how', title: 'How', lead: 'Like this.', part: 'Begin', sources: ['A book'], card: '', colour: '' },
          { id: 'why', title: 'Why', lead: '', part: '', file: 'deck/guide/why.mdx' },
        ]);
        const [paragraph] = deck?.guide?.[1]?.sections[0]?.content.children ?? [];
        expect(paragraph).toMatchObject({
          tagName: 'p',
          children: [
            { value: 'First ' },
            { tagName: 'a', properties: { href: '#chapter:how' }, children: [{ value: 'How' }] },
            { value: ', on ' },
            { tagName: 'em', children: [{ value: 'The Gap' }] },
            { value: '.' },
          ],
        });
      },
    ));

  test('a chapter about a card has its title', () =>
    withDeck({ 'guide/look.mdx': chapter('Words.', 'card: first-look\norder: 1\n') }, async (root) => {
      const { deck } = await load(root);
      const title = deck?.cards.find(({ id }) => id === 'first-look')?.title;
      expect(deck?.guide).toMatchObject([{ id: 'look', card: 'first-look', title }]);
    }));

  test('a deck without any has none, and no word of it', () =>
    withDeck({}, async (root) => {
      expect(Object.keys((await load(root)).deck ?? {})).not.toContain('guide');
    }));
});

describe('mistakes are said at their lines', () => {
  const at = (line: number, column = 1) => `deck/guide/why.mdx:${line}:${column} error`;
  const said = async (body: string, front?: string, more: Changes = {}) =>
    await wrong({ 'guide/why.mdx': chapter(body, front), ...more });

  test('in the front matter', async () => {
    expect(await said('Words.', 'titel: Why\norder: 1\n')).toEqual([
      `${at(2)} chapter/unknown-key There is no key "titel". Did you mean "title"?`,
    ]);
    expect(await said('Words.', 'order: 1\n')).toEqual([
      `${at(1)} chapter/title A chapter has a title, or is about a card, whose title it has then.`,
    ]);
    expect(await said('Words.', 'card: first-lok\norder: 1\n')).toEqual([
      `${at(2, 7)} chapter/no-card There is no card "first-lok". Did you mean "first-look"?`,
    ]);
    expect(await said('Words.', 'title: Why\norder: 1\ncolour: inc\n')).toEqual([
      `${at(4, 9)} chapter/colour There is no color "inc" in tokens.json. Did you mean "ink"?`,
    ]);
  });

  test('in tags', async () => {
    const wrongs = [
      ['See <Chapter id="whi" />.', 5, 'card/attribute There is no chapter "whi". Did you mean "why"?'],
      ['On <Board id="gap" />.', 4, 'card/attribute There is no board "gap".'],
      ['<Agenda days="1" />', 1, 'card/attribute This deck has no workshop: there is no day.yaml.'],
      ['<Packing people="6" />', 1, 'card/attribute This deck has no workshop: there is no day.yaml.'],
      ['<Activity id="first-look" />', 1, 'card/attribute This deck has no workshop: there is no day.yaml.'],
    ] as const;
    for (const [body, column, message] of wrongs) expect(await said(body)).toEqual([`${at(7, column)} ${message}`]);
    expect(await said('<Agenda days="4" />', undefined, { 'day.yaml': DAY })).toEqual([
      `${at(7)} card/attribute There is no agenda of 4 days. There are: 1.`,
    ]);
    expect(await said('<Packing people="30" />', undefined, { 'day.yaml': DAY })).toEqual([
      `${at(7)} card/attribute The workshop of day.yaml is for 6 to 12 people.`,
    ]);
    expect(await said('<Activity id="feature" />', undefined, { 'day.yaml': DAY })).toEqual([
      `${at(7)} card/attribute day.yaml has no activity "feature".`,
    ]);
    expect(await said('<Reference of="suit:nothing" />')).toMatchObject([
      expect.stringMatching(
        /^deck\/guide\/why\.mdx:7:1 error card\/attribute <Reference>: No card has suit:nothing\./u,
      ),
    ]);
  });

  test('a picture, for which there is no place', async () => {
    expect(await said('![A face](face.png)')).toEqual([
      `${at(6)} chapter/picture A chapter of the guide has no pictures.`,
    ]);
  });
});

describe('a deck that extends another', () => {
  const below = {
    'good/guide/why.mdx': chapter('Ours <Chapter id="how" />.'),
    'good/guide/how.mdx': chapter('How.', 'title: How\norder: 2\n'),
  };

  test('has its chapters, and adds its own', () =>
    withOverlay({ ...below, 'overlay/guide/mine.mdx': chapter('Mine.', 'title: Mine\norder: 3\n') }, async (root) => {
      const { deck } = await load(root, 'overlay');
      expect(deck?.guide?.map(({ id }) => id)).toEqual(['why', 'how', 'mine']);
    }));

  test('changes a section, and is told where its base is missing', () =>
    withOverlay({ ...below, 'overlay/overrides/guide/why.mdx': '---\n{}\n---\n\n## One\nTheirs.\n' }, async (root) => {
      const { problems } = await load(root, 'overlay');
      expect(problems.map(shown).filter((one) => one.includes('guide'))).toEqual([
        expect.stringContaining('overlay/overrides/guide/why.mdx'),
      ]);
    }));
});
