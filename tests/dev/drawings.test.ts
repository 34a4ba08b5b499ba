import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openChain } from '../../src/deck/chain/chain.ts';
import { loadDeck } from '../../src/deck/deck.ts';
import { draw, drawEarly, drawShown } from '../../src/dev/drawings.ts';
import { itemsOf } from '../../src/dev/items.ts';
import type { StudioState } from '../../src/dev/studio-state.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { Look } from '../../src/model/looks.ts';
import { layoutsDir } from '../../src/read/package.ts';
import { readShelf } from '../../src/stock/read-stocks.ts';
import { type Changes, withDeck, withOverlay } from '../fixtures/deck.ts';
import { looks } from '../fixtures/looks.ts';

const Other = () => null;

const PATTERN = lookNamed('pattern');

function lookNamed(name: string): Look {
  const look = looks.faces[name];
  if (!look) throw new Error(`no look ${name}`);
  return look;
}

const ROW = 'cards/patterns/rec/because-you-row.mdx';

type Edits = Readonly<Record<string, (text: string) => string>>;

/** Saves files of the deck in `good/`, of which the first alone is told, and draws the card that is looked at: the decks that it was drawn from. */
async function drawnAfter(edits: Edits, changes: Changes = {}): Promise<{ decks: Deck[]; now: Deck | undefined }> {
  return await withDeck(changes, async (root) => {
    const decks: Deck[] = [];
    const state = await stateOf(root, decks);
    const files = Object.keys(edits).map((name) => path.join(root, 'deck', name));
    for (const [at, edit] of Object.values(edits).entries()) {
      const file = files[at] ?? '';
      await writeFile(file, edit(await readFile(file, 'utf8')));
    }
    const early = await drawEarly(state, files.slice(0, 1));
    state.loaded = await loadDeck(await openChain(state.chain), { looks });
    state.revision += 1;
    const card = state.loaded.deck?.cards.find(({ id }) => id === 'because-you-row');
    if (card) await draw(state, card.id, card, early);
    return { decks, now: state.loaded.deck };
  });
}

/** A studio whose drawer notes what it draws from. */
async function stateOf(root: string, decks: Deck[], deck = 'deck'): Promise<StudioState> {
  const chain = await openChain({ dir: path.join(root, deck), root });
  const loaded = await loadDeck(chain, { looks });
  const never = async () => expect.fail('nothing but a card is drawn');
  return {
    ...{
      chain,
      loaded,
      looks,
      root,
      layouts: [layoutsDir],
      modules: new Map(),
      shelf: await readShelf([layoutsDir], root),
    },
    ...{
      revision: 1,
      unusable: [],
      found: [],
      faults: new Map(),
      covered: new WeakMap(),
      items: itemsOf(loaded, new Set()),
      drawn: new Map(),
    },
    drawer: {
      async draw(deck) {
        decks.push(deck);
        return { pdf: new Uint8Array(), problems: [] };
      },
      ...{ drawPage: never, drawChapter: never, relook: () => undefined, close: never },
    },
  };
}

const gist = (text: string) => text.replace(/^gist:.*$/mu, 'gist: Another gist');

describe('a card that is drawn before the deck is read again', () => {
  test('is not drawn again where nothing else has changed', async () => {
    const { decks, now } = await drawnAfter({ [ROW]: gist });
    expect(decks).toEqual([now]);
    expect(decks[0]?.cards.find(({ id }) => id === 'because-you-row')?.gist).toBe('Another gist');
  });

  test.each<[string, Edits]>([
    ['another card names its code', { [ROW]: (text) => text.replace(/^number:.*$/mu, 'number: 7') }],
    ['another card was saved at the same moment', { [ROW]: gist, 'cards/patterns/wel/first-look.mdx': gist }],
    ['the deck has another name', { [ROW]: gist, 'deck.yaml': (text) => text.replace('Small', 'Large') }],
    ['a color is another one', { [ROW]: gist, 'tokens.json': (text) => text.replace(/#[0-9a-f]{6}/iu, '#123456') }],
  ])('is drawn again from the deck as it is now where %s', async (_, edits) => {
    const { decks, now } = await drawnAfter(edits);
    expect(decks).toHaveLength(2);
    expect(decks[1]).toEqual(now);
    expect(decks[1]).not.toEqual(decks[0]);
  });
});

describe('the card that is looked at', () => {
  /** What it is drawn from after layouts were saved that say something else of patterns. */
  async function drawnWith(saved: Partial<Look>): Promise<{ decks: Deck[]; now: Deck | undefined }> {
    return await withDeck({}, async (root) => {
      const decks: Deck[] = [];
      const state = { ...(await stateOf(root, decks)), shown: 'because-you-row' };
      state.looks = { ...looks, faces: { ...looks.faces, pattern: { ...PATTERN, ...saved } } };
      const early = drawShown(state);
      state.loaded = await loadDeck(await openChain(state.chain), { looks: state.looks });
      state.revision += 1;
      const card = state.loaded.deck?.cards.find(({ id }) => id === 'because-you-row');
      if (card) await draw(state, card.id, card, early);
      return { decks, now: state.loaded.deck };
    });
  }

  test('is drawn with layouts that were saved before all cards are read again with them', async () => {
    const { decks, now } = await drawnWith({ Front: Other });
    expect(decks).toEqual([now]);
  });

  test('is drawn once more where it is another card with them', async () => {
    const fields = { ...PATTERN.fields, market: z.string().transform((name) => name.toUpperCase()) };
    const { decks, now } = await drawnWith({ fields });
    expect(decks).toHaveLength(2);
    expect(decks[1]).toEqual(now);
    expect(decks[1]).not.toEqual(decks[0]);
  });

  test('is not drawn before it was shown', async () => {
    await withDeck({}, async (root) => expect(drawShown(await stateOf(root, []))).toBe(undefined));
  });
});

describe('nothing is drawn before the deck is read again', () => {
  test.each<[string, Edits]>([
    ['a card with a mistake', { [ROW]: (text) => text.replace('related:', 'relatd:') }],
    ['a file that is no card', { 'deck.yaml': (text) => text.replace('Small', 'Large') }],
  ])('of %s', async (_, edits) => {
    const { decks, now } = await drawnAfter(edits);
    expect(decks).toEqual(now?.cards.some(({ id }) => id === 'because-you-row') ? [now] : []);
  });

  test('of a card that another deck overrides', async () => {
    const own = { 'overlay/overrides/because-you-row.mdx': '---\ngist: Another gist\n---\n' };
    await withOverlay(own, async (root) => {
      const state = await stateOf(root, [], 'overlay');
      const card = state.loaded.deck?.cards.find(({ id }) => id === 'because-you-row');
      expect(card?.gist).toBe('Another gist');
      expect(await drawEarly(state, [path.join(root, 'good', ROW)])).toBe(undefined);
    });
  });

  test('of several files', async () => {
    await withDeck({}, async (root) => {
      const state = await stateOf(root, []);
      const files = [ROW, 'cards/patterns/wel/first-look.mdx'].map((name) => path.join(root, 'deck', name));
      expect(await drawEarly(state, files)).toBe(undefined);
    });
  });
});
