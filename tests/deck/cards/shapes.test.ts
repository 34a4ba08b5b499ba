import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { editionOf } from '../../../src/deck/chain/edition.ts';
import { picture } from '../../../src/model/fields.ts';
import type { Looks } from '../../../src/model/loaded-looks.ts';
import type { Look } from '../../../src/model/looks.ts';
import { type Changes, shown, withDeck } from '../../fixtures/deck.ts';
import { loadDeck } from '../../fixtures/load.ts';
import { looks as small } from '../../fixtures/looks.ts';

// Cards of other shapes: a picture by a key of front matter, no gist, a label in place of a number, one back for a suit.

const level: Look = { ...(small.faces.level as Look), gist: 'optional', fields: { image: picture().optional() } };
const looks: Looks = { ...small, faces: { ...small.faces, level } };
const BODY = '\n## Definition\n\nSome responses.\n';

function card(id: string, front: string, body = BODY): Changes {
  return { [`cards/levels/${id}.mdx`]: `---\nsuit: level\ntitle: ${id}\n${front}---\n${body}` };
}

async function load(changes: Changes) {
  return await withDeck(changes, async (root) => await loadDeck({ dir: path.join(root, 'deck'), root, looks }));
}

async function said(changes: Changes): Promise<string[]> {
  return (await load(changes)).problems.map(shown);
}

const dot = async (colour: string) =>
  await sharp({ create: { width: 20, height: 10, channels: 3, background: colour } })
    .png()
    .toBuffer();

describe('a picture by a key', () => {
  test('is read, and known as the card’s, with what it shows', async () => {
    const { deck, problems } = await load(card('other', 'number: 9\nimage: shelf.png\nalt: A shelf\n'));
    expect(problems.map(shown)).toEqual([]);
    const one = deck?.cards.find(({ id }) => id === 'other');
    expect(one?.gist).toBe('');
    expect(one?.pictures).toEqual([{ name: 'shelf.png', alt: 'A shelf', place: { line: 5, column: 8 } }]);
    expect(deck?.pictures['shelf.png']).toMatchObject({ width: 40, height: 20 });
  });

  test('that is not there, or named in a roundabout way, is an error at its line', async () => {
    expect(await said(card('other', 'number: 9\nimage: no.png\n'))).toEqual([
      'deck/cards/levels/other.mdx:5:8 error picture/missing "deck/art/no.png" is missing.',
    ]);
    expect(await said(card('other', 'number: 9\nimage: ./shelf.png\n'))).toEqual([
      'deck/cards/levels/other.mdx:5:8 error picture/name The picture "./shelf.png" is named in a roundabout way.',
    ]);
  });

  test('makes another edition of its card, and of no other, when it is another under the same name', async () => {
    const changes = card('other', 'number: 9\nimage: dot.png\n');
    const editions = [await dot('#C00'), await dot('#00C'), await dot('#C00')].map(async (bytes) => {
      const loaded = await load({ ...changes, 'art/dot.png': bytes });
      if (!loaded.deck) throw new Error('no deck');
      return editionOf(loaded.deck, loaded).cards;
    });
    const [red, blue, again] = await Promise.all(editions);
    expect(again).toEqual(red);
    expect(blue?.other?.hash).not.toBe(red?.other?.hash);
    expect({ ...blue, other: undefined }).toEqual({ ...red, other: undefined });
  });
});

describe('a label', () => {
  test('is printed in place of the number, by which the card is sorted', async () => {
    const changes = { ...card('king', 'number: 13\nlabel: K\n'), ...card('jack', 'number: 11\nlabel: J\n') };
    const { deck, problems } = await load(changes);
    expect(problems.map(shown)).toEqual([]);
    const codes = deck?.cards.filter(({ suit }) => suit === 'level').map(({ code }) => code.split(' ').at(-1));
    expect(codes?.slice(-2)).toEqual(['J', 'K']);
  });

  test('that makes a code that another card has is an error', async () => {
    const changes = { ...card('jack', 'number: 11\nlabel: J\n'), ...card('knave', 'number: 12\nlabel: J\n') };
    expect(await said(changes)).toEqual([
      'deck/cards/levels/knave.mdx:5:8 error card/code-twice The code "LVL J" is printed on two cards: deck/cards/levels/jack.mdx has it.',
    ]);
  });

  test('longer than a corner has room for is an error', async () => {
    expect(await said(card('jack', 'number: 11\nlabel: Knave\n'))).toEqual([
      expect.stringMatching(
        /^deck\/cards\/levels\/jack\.mdx:5:8 error card\/value "label" is "Knave": a label is up to 4 characters without a space, like J/u,
      ),
    ]);
  });
});

describe('a suit with one back', () => {
  const suits = async (back: string): Promise<Changes> => {
    const { readFile } = await import('node:fs/promises');
    const text = await readFile(path.resolve(import.meta.dirname, '../../fixtures/good/suits.yaml'), 'utf8');
    return { 'suits.yaml': text.replace(/^( {2}level:\n)/mu, `$1    back: ${back}\n`) };
  };

  test('prints no sections: one is an error, and so is a picture that is not there', async () => {
    expect((await said(await suits('plain'))).filter((one) => one.includes('feature.mdx'))).toEqual([
      expect.stringMatching(
        /error card\/one-back All cards of the suit "level" have one back: this section would not be printed\.$/u,
      ),
    ]);
    expect((await said(await suits('no.png'))).at(-1)).toMatch(
      /^deck\/suits\.yaml:\d+:11 error picture\/missing "deck\/art\/no\.png" is missing\.$/u,
    );
  });
});
