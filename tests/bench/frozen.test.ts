import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeCard, frozenCopy, otherGist } from './frozen.ts';
import { makeTenfold } from './tenfold.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-frozen-'));
  await put('mine/deck/deck.yaml', 'name: Mine\nextends: ../../base/deck\ntrust: [../../base/deck]\nlanguages: [de]\n');
  await put('mine/deck/cards/a.mdx', card('number: 1\nrelated: [b, cover]'));
  await put('mine/deck/cards/b.mdx', card('number: 2\nrelated:\n  - a\n  - cover'));
  await put('mine/deck/cards/cover.mdx', card('related: [a, b]'));
  await put('mine/layouts/slots/footer.tsx', 'export default () => null;');
});
afterEach(() => rm(root, { recursive: true }));

const card = (keys: string) => `---\nsuit: x\ntitle: T\ngist: A card\n${keys}\n---\n`;

async function put(name: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, name)), { recursive: true });
  await writeFile(path.join(root, name), text);
}

const copied = () => frozenCopy(path.join(root, 'mine/deck'), root);

test('a frozen copy has one language and its own layouts, and finds the decks that it extends', async () => {
  const { dir, deck } = await copied();
  const base = path.join(root, 'base/deck');
  expect(await readFile(path.join(deck, 'deck.yaml'), 'utf8')).toBe(
    `name: Mine\nextends: ${base}\ntrust: [ ${base} ]\nlanguages: []\n`,
  );
  expect(await readFile(path.join(dir, 'layouts/slots/footer.tsx'), 'utf8')).toBe('export default () => null;');
});

test('a card is changed in the copy alone, each time to another text', async () => {
  const place = await copied();
  expect(path.basename(place.card)).toBe('b.mdx');
  await changeCard(place, 1);
  const once = await readFile(place.card, 'utf8');
  expect(once).toContain('gist: Version 1 of it\nnumber: 2');
  await changeCard(place, 2);
  expect(await readFile(place.card, 'utf8')).toBe(once.replace('Version 1', 'Version 2'));
  expect(await readFile(path.join(root, 'mine/deck/cards/b.mdx'), 'utf8')).toContain('gist: A card\n');
  expect(otherGist('gist: >-\n  Two\n  lines\nnumber: 1\n', 1)).toBe('gist: >-\n  Two\n  lines\nnumber: 1\n');
});

test('ten times the cards: copies of large suits with ids and numbers of their own, which name each other', async () => {
  for (let number = 1; number <= 10; number += 1) {
    const other = number % 2 === 1 ? number + 1 : number - 1;
    const text = card(`number: ${number}\nrelated:\n  - c${other}\n  - a`);
    await put(`mine/deck/cards/large/c${number}.mdx`, text.replace('suit: x', 'suit: large'));
  }
  await put('mine/deck/cards/all.mdx', `${card('related: []')}<Cards of="suit:x" />\n`);
  const { deck } = await copied();
  await makeTenfold(deck);
  const names = (await readdir(path.join(deck, 'cards'), { recursive: true })).filter((name) => name.endsWith('.mdx'));
  // Nine times 14 are 13 times the ten of the large suit, as near as it gets; and the 14 that were there, but for the list of all.
  expect(names).toHaveLength(13 * 10 + 14 - 1);
  const third = await readFile(path.join(deck, 'cards/large/c4-3.mdx'), 'utf8');
  expect(third).toBe(card('number: 37\nrelated: [c3-3]').replace('suit: x', 'suit: large'));
});
