import { cp, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Deck } from '../../src/model/deck.ts';
import { type Changes, shown, withDeck } from '../fixtures/deck.ts';
import { loadDeck } from '../fixtures/load.ts';
import { looks } from '../fixtures/looks.ts';

async function load(changes: Changes = {}): Promise<Deck> {
  return await withDeck(changes, async (root) => {
    const { deck, problems } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
    expect(problems.map(shown)).toEqual([]);
    if (!deck) throw new Error('no deck');
    return deck;
  });
}

const text = (value: string) => ({ type: 'text', value });
const element = (tagName: string, children: unknown[] = [], properties = {}) => ({
  type: 'element',
  tagName,
  properties,
  children,
});

it('is the same deck with the line ends of Windows in every file', async () => {
  const good = path.resolve(import.meta.dirname, '../fixtures/good');
  const names = (await readdir(good, { recursive: true })).filter((name) => /\.(mdx|yaml|json|svg)$/u.test(name));
  expect(names.length).toBeGreaterThan(10);
  const texts = names.map(async (name) => {
    const text = await readFile(path.join(good, name), 'utf8');
    return [name, text.replaceAll(/\r?\n/gu, '\r\n')] as const;
  });
  const changes = Object.fromEntries(await Promise.all(texts));
  // Folders, those of the fonts too, have other names from run to run.
  const comparable = async (given: Changes) => {
    const loaded = await load(given);
    return { ...loaded, dir: '', theme: { ...loaded.theme, fonts: [] } };
  };
  expect(await comparable(changes)).toEqual(await comparable({}));
});

describe('a good deck', async () => {
  const deck = await load();
  const card = (id: string) => deck.cards.find((one) => one.id === id);

  it('has its cards in print order', () => {
    expect(deck.cards.map((one) => [one.id, one.code])).toEqual([
      ['cover', ''],
      ['how-to-play', ''],
      ['first-look', 'WEL 1'],
      ['because-you-row', 'REC 2'],
      ['blank-pattern', ''],
      ['function', 'LVL 1'],
      ['feature', 'LVL 2'],
      ['new-member', 'AUD 1'],
      ['mid-task', 'CTX 1'],
    ]);
  });

  it('has settings with defaults', () => {
    const { name, version, date, lang, format, prints, credit, url, qr } = deck;
    expect({ name, version, date, lang, format, prints, credit, url, qr }).toEqual({
      name: 'Small deck',
      version: '1.2.3',
      date: '2026-01-31',
      lang: 'en-US',
      format: 'poker',
      prints: ['a4'],
      credit: 'Made for tests',
      url: '',
      qr: false,
    });
  });

  it('reads front matter into the card, with places', () => {
    const row = card('because-you-row');
    expect(row).toMatchObject({
      suit: 'pattern',
      number: 2,
      title: 'Because-You Row',
      gist: 'A row of picks labeled with its reason',
      glyph: 'stack',
      related: ['first-look'],
      sources: [],
      copies: 1,
      blank: false,
      face: 'pattern',
      file: 'deck/cards/patterns/rec/because-you-row.mdx',
    });
    expect(row?.fields).toEqual({
      family: 'REC',
      level: 'feature',
      market: 'consumer',
      examples: [{ name: 'One', tell: '“Because you watched”' }],
    });
    expect(row?.places.title).toEqual({ line: 5, column: 8 });
    expect(row?.places['examples.0.tell']).toEqual({ line: 13, column: 11 });
    expect(row?.places['related.0']).toEqual({ line: 10, column: 11 });
  });

  it('reads the body into sections of plain trees', () => {
    const [works, signals] = card('because-you-row')?.sections ?? [];
    expect(works?.content).toEqual({
      type: 'root',
      children: [
        element('p', [
          text('A '),
          element('em', [text('row')]),
          text(' of '),
          element('strong', [text('picks')]),
          text('.'),
        ]),
        element('img', [], { src: 'shelf.png', alt: 'A shelf of five' }),
      ],
    });
    expect(works?.text).toBe('A row of picks.');
    expect(works?.place).toEqual({ line: 16, column: 1 });
    expect(signals?.content.children).toEqual([
      element('ul', [
        element('li', [text('One '), element('Card', [], { id: 'first-look' })]),
        element('li', [text('Two')]),
      ]),
    ]);
    expect(signals?.text).toBe('One WEL 1 Two');
  });

  it('joins lines, keeps subheads and tables, and puts a tag alone on its line into a paragraph', () => {
    const [front, back] = card('how-to-play')?.sections ?? [];
    expect(front?.text).toBe('Deal REC 2 to everybody. Then Who What One Reads');
    expect(front?.content.children[0]).toEqual(
      element('p', [text('Deal '), element('Card', [], { id: 'because-you-row' }), text(' to everybody.')]),
    );
    expect(back?.content.children).toEqual([
      element('p', [element('Pips', [], { count: '3', of: '5' })]),
      element('p', [text('See '), element('a', [text('the rules')], { href: 'https://example.org/rules' }), text('.')]),
    ]);
    expect(back?.text).toBe('3 of 5 See the rules.');
  });

  it('compiles the tokens, through aliases', () => {
    expect(deck.theme.colour).toEqual({
      paper: '#fbf6ea',
      ink: '#23262b',
      'family.WEL': '#b8431f',
      'family.REC': '#226633',
    });
    expect(deck.theme.font).toEqual({ display: 'Fraunces', text: 'Atkinson Hyperlegible Next' });
  });

  it('reads family, weight and slant from the font files', () => {
    expect(deck.theme.fonts.map(({ family, weight, italic }) => [family, weight, italic])).toEqual([
      ['Atkinson Hyperlegible Next', 700, false],
      ['Atkinson Hyperlegible Next', 400, true],
      ['Atkinson Hyperlegible Next', 400, false],
      ['Atkinson Hyperlegible Next', 600, false],
      ['Fraunces', 600, false],
    ]);
  });

  it('reads glyphs as paths, shapes among them', () => {
    expect(deck.glyphs).toEqual({
      eye: {
        name: 'eye',
        viewBox: '0 0 24 24',
        paths: ['M10 12a2 2 0 1 1 4 0a2 2 0 1 1 -4 0z', 'M1 2h10v6h-10z', 'M1 2L3 4'],
      },
      stack: {
        name: 'stack',
        viewBox: '0 0 24 24',
        paths: ['M12 4l-8 4l8 4l8 -4l-8 -4', 'M4 12l8 4l8 -4'],
      },
    });
  });

  it('decodes the pictures that cards show', () => {
    const { name, format, width, height } = deck.pictures['shelf.png'] ?? {};
    expect({ name, format, width, height }).toEqual({ name: 'shelf.png', format: 'png', width: 40, height: 20 });
  });

  it('can be handed to a worker as it is', () => {
    expect(structuredClone(deck).cards).toEqual(deck.cards);
  });
});

describe('what editors leave in files', () => {
  it('reads Windows line ends, a byte order mark and decomposed accents', async () => {
    const deck = await load({
      'cards/levels/feature.mdx':
        '\uFEFF---\r\nsuit: level\r\nnumber: 2\r\ntitle: Cafe\u0301\r\ngist: Several answers\r\n---\r\n\r\n## Definition\r\n\r\nOne\r\ntwo.\r\n',
    });
    const card = deck.cards.find((one) => one.id === 'feature');
    expect(card?.title).toBe('Café');
    expect(card?.sections.map((one) => [one.heading, one.text, one.place.line])).toEqual([
      ['Definition', 'One two.', 8],
    ]);
  });

  it('passes over hidden files', async () => {
    await load({ 'cards/levels/._feature.mdx': new Uint8Array([0, 5, 22, 7]), 'cards/.DS_Store': 'x' });
  });

  it('loads a deck that is reached by a symbolic link', async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'prepdeck-'));
    await cp(path.join(import.meta.dirname, '../fixtures/good'), path.join(root, 'real'), { recursive: true });
    await cp(path.join(import.meta.dirname, '../../deck/fonts'), path.join(root, 'real/fonts'), { recursive: true });
    await symlink('real', path.join(root, 'deck'));
    const { deck, problems } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
    await rm(root, { recursive: true });
    expect(problems.map(shown)).toEqual([]);
    expect(deck?.cards).toHaveLength(9);
  });

  it('takes a link to a card that stays inside the deck', async () => {
    const source = '---\nsuit: level\nnumber: 3\ntitle: Three\ngist: All answers\n---\n\n## Definition\n\nAll.\n';
    const deck = await load({
      'drafts/three.mdx': source,
      'cards/levels/three.mdx': { link: '../../drafts/three.mdx' },
    });
    expect(deck.cards.find((one) => one.id === 'three')?.title).toBe('Three');
  });
});

describe('identity', () => {
  it('counts numbers by kind where kinds have codes of their own', async () => {
    const deck = await load();
    expect(deck.cards.filter((one) => one.suit === 'ingredient').map((one) => one.number)).toEqual([1, 1]);
  });
});
