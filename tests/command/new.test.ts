import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { newCard } from '../../src/command/new.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { Looks } from '../../src/model/loaded-looks.ts';
import type { Look } from '../../src/model/looks.ts';
import { shown, withDeck, withOverlay } from '../fixtures/deck.ts';
import { loadDeck } from '../fixtures/load.ts';
import { looks } from '../fixtures/looks.ts';

async function open(dir: string, root: string) {
  const { deck, problems } = await loadDeck({ dir, root, looks });
  if (!deck) throw new Error(problems.map(shown).join('\n'));
  return { deck, problems };
}

describe('a new card', () => {
  test('has every key with what it takes, and every section', async () => {
    await withOverlay({}, async (root) => {
      const { deck } = await open(path.join(root, 'overlay'), root);
      const file = await newCard({ deck, looks, suit: 'pattern', id: 'table-talk' });
      expect(path.relative(root, file)).toBe('overlay/cards/patterns/table-talk.mdx');
      expect(await readFile(file, 'utf8')).toMatchInlineSnapshot(`
        "---
        suit: pattern
        number: 2
        title: Table Talk
        gist:
        glyph: # that of any other card, or the name of a drawing that you put into art/glyphs
        family: # WEL, REC
        level: # feature
        market: # consumer, business, public
        examples: []
        related: []
        ---

        ## How it works
        (120 characters)

        ## Signals
        - (80 characters)

        ## Watch for
        (65 characters)
        "
      `);
    });
  });

  test('has no section in a suit whose cards have one back', async () => {
    await withDeck({}, async (root) => {
      const dir = path.join(root, 'deck');
      const suits = path.join(dir, 'suits.yaml');
      await writeFile(suits, (await readFile(suits, 'utf8')).replace(/^( +)face: level\n/mu, '$&$1back: plain\n'));
      const { deck } = await loadDeck({ dir, root, looks });
      const suit = deck?.suits.find(({ id }) => id === 'level');
      expect(suit?.back).toBe('plain');
      const file = await newCard({ deck: deck as Deck, looks, suit: 'level', id: 'third' });
      expect(await readFile(file, 'utf8')).toMatch(/\nrelated: \[\]\n---\n$/u);
      const { problems } = await loadDeck({ dir, root, looks });
      const found = problems.filter(({ file: at }) => at?.endsWith('/third.mdx')).map(({ reason }) => reason);
      expect(found).toEqual(['"gist" is empty.', '"glyph" is empty.']);
    });
  });

  test('is said to be not filled in', async () => {
    await withDeck({}, async (root) => {
      const dir = path.join(root, 'deck');
      const file = await newCard({ deck: (await open(dir, root)).deck, looks, suit: 'level', id: 'third' });
      const EMPTY = ['5:6 error card/value "gist" is empty.', '6:8 error card/value "glyph" is empty.'];
      expect((await open(dir, root)).problems.map(shown)).toEqual(
        EMPTY.map((one) => `deck/cards/levels/third.mdx:${one}`),
      );
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replace('gist:', 'gist: A third').replace(/glyph:.*\n/u, ''));
      expect((await open(dir, root)).problems.map(shown)).toEqual([
        'deck/cards/levels/third.mdx:9:1 warning card/not-filled-in The section "Definition" is not filled in: "(120 characters)" would be printed.',
      ]);
    });
  });

  test('is said to be not filled in where its suit takes any heading, too: it was printed as it stood there', async () => {
    const { sections, ...free } = looks.faces.level ?? {};
    const anyHeading: Looks = { ...looks, faces: { ...looks.faces, level: free as Look } };
    await withDeck({}, async (root) => {
      const dir = path.join(root, 'deck');
      const load = async () => await loadDeck({ dir, root, looks: anyHeading });
      const { deck } = await load();
      if (!deck) throw new Error('no deck');
      const file = await newCard({ deck, looks: anyHeading, suit: 'level', id: 'third' });
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replace('gist:', 'gist: A third').replace(/glyph:.*\n/u, ''));
      const [heading, words] = ['## A heading of your own', '(120 characters)'];
      expect(text).toContain(`${heading}\n${words}\n`);
      expect((await load()).problems.map(shown)).toEqual([
        'deck/cards/levels/third.mdx:9:1 warning card/not-filled-in A heading is not filled in: "A heading of your own" would be printed.',
        'deck/cards/levels/third.mdx:9:1 warning card/not-filled-in The section "A heading of your own" is not filled in: "(120 characters)" would be printed.',
      ]);
      await writeFile(file, (await readFile(file, 'utf8')).replace(heading, '## Ask').replace(words, 'Who else?'));
      expect((await load()).problems.map(shown)).toEqual([]);
    });
  });

  test('is said to be not filled in where an item of a list is left', async () => {
    await withDeck({}, async (root) => {
      const dir = path.join(root, 'deck');
      const row = path.join(dir, 'cards/patterns/rec/because-you-row.mdx');
      const text = await readFile(row, 'utf8');
      await writeFile(row, text.replace(/^- .*$/mu, '- (80 characters)'));
      const left = (await open(dir, root)).problems.map(shown).filter((one) => one.includes('not-filled-in'));
      expect(left.join('\n')).toMatch(
        /The section "Signals" is not filled in: "\(80 characters\)" would be printed\./u,
      );
    });
  });

  test.each([
    [
      'patern',
      'table-talk',
      'unknown suit: patern. Did you mean "pattern"? Suits: extra, pattern, level, ingredient, value',
    ],
    ['pattern', 'Table Talk', 'a card’s id is lower-case words joined by hyphens, e.g. first-day (got: Table Talk)'],
    ['pattern', 'house-pick', 'the id house-pick is taken by overlay/cards/patterns/house-pick.mdx'],
    ['level', 'function', 'the id function is that of a card which deck.yaml hides'],
  ])('of %s, %s is refused', async (suit, id, message) => {
    await withOverlay({}, async (root) => {
      const { deck } = await open(path.join(root, 'overlay'), root);
      await expect(newCard({ deck, looks, suit, id })).rejects.toThrow(message);
    });
  });
});
