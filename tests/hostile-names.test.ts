import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../src/build.ts';
import { printing, withBlank } from './fixtures/blank.ts';
import { read } from './press/readers.ts';

// Every object has a `constructor`, a `toString` and a `__proto__` that nobody put there. A deck whose cards, suits, families, lists,
// colors, glyphs, sets, goals, fields and chapters are called so is printed as any other.

const SUITS = `suits:
  constructor:
    name: Constructors
    one: Constructor
    code: CON
    colour: toString
    face: general
    familyKey: valueOf
    families:
      constructor: { name: Builders, colour: constructor }
      toString: { name: Texts, colour: hasOwnProperty }
lists: { toString: { constructor: Maker, valueOf: Value } }
`;

const card = (number: number, family: string, other: string) => `---
suit: constructor
valueOf: ${family}
number: ${number}
title: isPrototypeOf ${number}
gist: hasOwnProperty ${number}
glyph: constructor
related: [${other}]
also: [__proto__, toLocaleString]
---

## toString

See <Card id="${other}" /> and <Count of="valueOf:toString" />; <Count of="suit:constructor" by="valueOf" />: propertyIsEnumerable.
`;

const EDITS = {
  'deck/suits.yaml': SUITS,
  'deck/deck.yaml': (text: string) =>
    `${text}
sets: { constructor: { only: ['valueOf:constructor,toString'], copies: { valueof: 2 } } }
goals: { constructor: { title: Build, about: Things, cards: { constructor: why, valueof: because } } }
`,
  'deck/tokens.json': (text: string) =>
    text.replace(
      /"colour": \{/u,
      '"colour": { "constructor": { "$value": "#334455" }, "hasOwnProperty": { "$value": "#775544" }, "toString": { "$value": "{colour.constructor}" },',
    ),
  'deck/art/glyphs/constructor.svg': '<svg viewBox="0 0 24 24"><path d="M4 6h16"/></svg>',
  'deck/cards/constructor.mdx': card(1, 'constructor', 'valueof'),
  'deck/cards/valueof.mdx': card(2, 'toString', 'constructor'),
  'deck/worksheets/constructor.mdx':
    '---\ntitle: valueOf\n---\n\n## toString\n\n<Line id="constructor" label="hasOwnProperty" />\n',
  'deck/guide/constructor.mdx':
    '---\ntitle: toString\norder: 1\n---\n\n## constructor\n\n<Worksheet id="constructor" />\n\n<Reference of="suit:constructor" show="valueOf,gist" />\n',
};

test('a deck of names that JavaScript knows is printed whole, and its catalog has every page', async () => {
  await withBlank(EDITS, async (root) => {
    for (const suit of ['habits', 'questions']) await rm(path.join(root, 'deck/cards', suit), { recursive: true });
    const { problems, made = [] } = await build(printing(root, ['a4'], { site: true }));
    expect(problems.map(({ reason }) => reason)).toEqual([]);
    const [sheet = new Uint8Array()] = await readAll(root, made, /^print\/a4\.pdf$/u);
    const [front, back] = (await read(sheet)).map(({ text }) => text.replaceAll(/\s+/gu, ''));
    expect(front?.match(/isPrototypeOf[12]/gu)?.sort()).toEqual(['isPrototypeOf1', 'isPrototypeOf2']);
    expect(front?.match(/hasOwnProperty[12]/gu)).toHaveLength(2);
    expect(front).toMatch(/BUILDERS.*TEXTS/u);
    expect(back?.match(/SeeCON[12]and1;2:propertyIsEnumerable\./gu)).toHaveLength(2);
    const pages = made.map((name) => name.replaceAll('\\', '/'));
    expect(pages).toEqual(
      expect.arrayContaining([
        ...['c/constructor.html', 'c/valueof.html', 'sheets/constructor.html'].map((name) => `site/${name}`),
        'site/guide/constructor.html',
      ]),
    );
    const [chapter] = await readAll(root, made, /^site\/guide\/constructor\.html$/u);
    expect(String(Buffer.from(chapter ?? ''))).toMatch(/hasOwnProperty 1.*hasOwnProperty 2/su);
    for (const page of await readAll(root, made, /^site\/.*\.html$/u)) {
      expect(Buffer.from(page).toString()).not.toMatch(/\[native code\]|\[object|undefined/u);
    }
  });
}, 240_000);

async function readAll(root: string, made: readonly string[], name: RegExp): Promise<Uint8Array[]> {
  const found = made.filter((one) => name.test(one));
  expect(found).not.toEqual([]);
  return await Promise.all(found.map(async (one) => new Uint8Array(await readFile(path.join(root, 'dist', one)))));
}
