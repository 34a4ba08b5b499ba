import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openChain } from '../../src/deck/chain/chain.ts';
import { drawKit } from '../../src/face/draw-kit.ts';
import { startThreads } from '../../src/face/threads.ts';
import { openProjects } from '../../src/load.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { Format } from '../../src/model/faces.ts';
import { type Edits, withBlank } from '../fixtures/blank.ts';
import { shown } from '../fixtures/deck.ts';

const threads = startThreads();
afterAll(() => threads.end());
const poker: Format = { id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 };

/** A board with this under its only heading. */
function board(body: string, front = ''): string {
  return `---\ntitle: Gap\nlead: Say it.\n${front}---\n\n## Today\n${body}\n`;
}

/** What comes out of a deck with this board, and layouts of its own. */
async function drawn(text: string, { format = poker, layouts = {} }: { format?: Format; layouts?: Edits } = {}) {
  return await withBlank({ 'deck/boards/gap.mdx': text, ...layouts }, async (root) => {
    const { projects, problems } = await openProjects(await openChain({ dir: path.join(root, 'deck'), root }));
    const [project] = projects;
    if (!project) throw new Error(problems.map(shown).join('\n'));
    const deck: Deck = project.deck;
    const made = await drawKit({ deck, layouts: project.layouts, format, threads, root });
    return { ...made, said: made.problems.map(shown) };
  });
}

describe('a page', () => {
  test('of a deck with light words on dark cards is as that of a deck the other way round: its paper is white', async () => {
    const withColours = (paper: string, ink: string) => (text: string) =>
      text.replace(/#FBF6EA/iu, paper).replace(/#23262B/iu, ink);
    const on = async (paper: string, ink: string) =>
      await drawn(board('Some words.'), { layouts: { 'deck/tokens.json': withColours(paper, ink) } });
    const dark = await on('#14161A', '#F2EEE4');
    const light = await on('#F2EEE4', '#14161A');
    expect(light.pages[0]?.drawn.documents).toHaveLength(1);
    expect(dark.pages[0]?.drawn.documents).toEqual(light.pages[0]?.drawn.documents);
  });

  test('is as large as its paper, and what is filled in is where it was drawn', async () => {
    const { pages, said } = await drawn(board('<CardPlace id="one" label="One" />\n\n<Line id="why" label="Why" />'));
    expect(said).toEqual([]);
    const [page] = pages;
    expect(page?.size).toMatchObject({ id: 'a3-landscape', width: 420, height: 297 });
    const boxes = new Map(
      page?.fields.map(({ name, left, top, right, bottom }) => [name, { w: right - left, h: bottom - top, left, top }]),
    );
    // The deck's card and 2 mm of air.
    expect(boxes.get('one')?.w).toBeCloseTo(65.5, 1);
    expect(boxes.get('one')?.h).toBeCloseTo(90.9, 1);
    expect(boxes.get('why')?.h).toBeGreaterThanOrEqual(9);
    for (const { left, top } of boxes.values()) expect(Math.min(left, top)).toBeGreaterThan(8);
  });

  test('has places for cards of the deck’s own format', async () => {
    const tarot = { ...poker, id: 'tarot', width: 70, height: 120 };
    const { pages } = await drawn(board('<CardPlace id="one" label="One" />'), { format: tarot });
    const { left = 0, right = 0, top = 0, bottom = 0 } = pages[0]?.fields[0] ?? {};
    expect([right - left, bottom - top].map((length) => Number(length.toFixed(1)))).toEqual([72, 122]);
  });

  test('is the same on other paper', async () => {
    const { pages, said } = await drawn(
      board('<Box id="free" label="Free" />', 'size: tabloid\norientation: portrait\n'),
    );
    expect(said).toEqual([]);
    expect(pages[0]?.size).toMatchObject({ width: 279.4, height: 431.8 });
  });
});

describe('a board that does not hold the deck’s cards', () => {
  const places = Array.from({ length: 5 }, (_, at) => `<CardPlace id="p${at}" label="P" />`).join('\n');

  test('is made on the next paper that does, which is a warning', async () => {
    const jumbo = { ...poker, id: 'jumbo', width: 88.9, height: 127 };
    const { pages, said } = await drawn(board(places, 'size: a4\n'), { format: jumbo });
    expect(pages.map(({ size }) => size.id)).toEqual(['a2-landscape']);
    expect(said).toEqual([
      'deck/boards/gap.mdx:4:7 warning kit/larger-paper board “Gap” on A4: places for cards of this deck’s size do not fit, so it is made on A2.',
    ]);
  });

  test('stays as it is where they fit', async () => {
    const { pages, said } = await drawn(board(places));
    expect([pages.map(({ size }) => size.id), said]).toEqual([['a3-landscape'], []]);
  });
});

describe('what does not fit is an error at its tag', () => {
  test('more places than there is room for', async () => {
    const places = Array.from({ length: 12 }, (_, at) => `<CardPlace id="p${at}" label="P" />`).join('\n');
    const huge = { ...poker, id: 'huge', width: 297, height: 210 };
    const { said, pages } = await drawn(board(places), { format: huge });
    expect(pages[0]?.size.id).toBe('a3-landscape');
    expect(said[0]).toMatch(
      /^deck\/boards\/gap\.mdx:\d+:1 error kit\/field-overflow board “Gap” on A3: the place "p\d+" does not fit: it runs [\d.]+ mm out of its place \(the board\)$/u,
    );
  });

  test('more words than there is room for', async () => {
    const { said } = await drawn(
      board(Array.from({ length: 70 }, () => 'Far too many words for one board on this paper.').join('\n\n')),
    );
    expect(said[0]).toMatch(/error kit\/(overflow|squeezed|lost-text)/u);
  });

  test('a list that is too long, in one message, not in one for each of its texts', async () => {
    const { said } = await drawn(board('<Index of="suit:habit,question" />\n\n'.repeat(60), 'size: a5\n'));
    expect(said.filter((one) => one.includes('kit/overflow'))).toEqual([
      expect.stringMatching(/ runs \d+\.\d mm out of its place \(the board\); \d+ more texts do, too$/u),
    ]);
  });
});

test('a tag of one’s own is printed on a board as on a card', async () => {
  const elements = `import { Text, useSetting, z } from 'prepdeck/layout';
export default {
  Price: {
    attributes: { of: z.string() },
    cardIds: [],
    text: ({ of }) => of + ' euros',
    Print: ({ attributes }) => <Text style={{ color: useSetting().accent }}>{attributes.of} euros</Text>,
    Web: ({ attributes }) => <b>{attributes.of} euros</b>,
  },
};
`;
  const { pages, said } = await drawn(board('It costs <Price of="12" />.'), {
    layouts: { 'layouts/elements.tsx': elements },
  });
  expect(said).toEqual([]);
  expect(pages[0]?.page.sections[0]?.text).toBe('It costs 12 euros.');
});

describe('a layout of one’s own', () => {
  const own = (draws: string) => ({
    'layouts/boards/mine.tsx': `import { Area, BoardFrame } from 'prepdeck/layout';
export default { Page: (props) => <BoardFrame {...props}>{({ w }) => ${draws}}</BoardFrame> };`,
  });
  const text = board('Words here.\n\n<Line id="why" label="Why" />', 'look: mine\n');

  test('draws a board', async () => {
    const { said, pages } = await drawn(text, {
      layouts: own('<Area section={props.page.sections[0]} w={w} h={80} />'),
    });
    expect(said).toEqual([]);
    expect(pages).toHaveLength(1);
  });

  test('that leaves out a field, or words, is told of it', async () => {
    const { said } = await drawn(text, { layouts: own('null') });
    expect(said).toEqual([
      'deck/boards/gap.mdx:10:1 error kit/lost-field board “Gap” on A3: the layout “mine” does not draw the field "why".',
      'deck/boards/gap.mdx:7:1 error kit/lost-words board “Gap” on A3: the layout “mine” does not print “today words here. why” of ## Today',
    ]);
  });

  test('that throws is one error at its own line', async () => {
    const { said } = await drawn(text, { layouts: own('nothingOfThatName') });
    expect(said).toEqual(['layouts/boards/mine.tsx:2:70 error layout/fails nothingOfThatName is not defined']);
  });
});
