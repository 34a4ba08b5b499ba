import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuildOutcome, build } from '../../src/build.ts';
import { doneText, problemText } from '../../src/cli/report.ts';
import type { BuildRequest } from '../../src/plan/options.ts';
import { read } from '../press/readers.ts';

// Two cards of the shipped deck in German, drawn, imposed and read back by pdfjs.

const shipped = path.resolve(import.meta.dirname, '../../deck');

let root = '';
let options: BuildRequest;
let made: BuildOutcome;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-languages-'));
  const deck = path.join(root, 'deck');
  await cp(shipped, deck, { recursive: true });
  const cards = { only: [], hand: 'function.detractor.creep-line' };
  options = { deck, out: path.join(root, 'dist'), root, stocks: ['a4'], cards, print: {}, site: true, lang: 'de' };
  made = await build(options);
});
afterAll(async () => {
  await rm(root, { recursive: true });
});

const shown = ({ problems }: BuildOutcome) => problems.map((one) => problemText(one, { colour: false }));

test('German has no problem', () => {
  expect(shown(made)).toEqual([]);
});

test('its print files lie in a folder of their own', () => {
  expect(made.manifest?.outputs.map((one) => one.path)).toEqual(['de/print/a4--hand.pdf']);
  expect(doneText(made, options.out).join('\n')).toContain('a4--hand.pdf  A4, 9 Karten: print at Actual size');
});

test('the cards, their labels and the sheet speak German', async () => {
  const pages = await read(new Uint8Array(await readFile(path.join(options.out, 'de/print/a4--hand.pdf'))));
  // A PDF's text comes in pieces, and labels are set in capitals apart: words are looked for without spaces.
  const squeezed = (text: string) => text.replace(/\s/gu, '').toLocaleLowerCase('de');
  const text = squeezed(pages.map((page) => page.text).join(' '));
  const words = [
    'Funktion',
    'Bremser',
    'Gruselgrenze',
    '„Woher wissen',
    'gesagt.“',
    'Bogen 1/1 vorn · mit 100 % drucken',
  ];
  for (const word of [...words, 'RICHTIG, WENN', 'ANZEICHEN', 'KLINGT SO', 'Passt zu', 'Schadet Menschen', 'ß']) {
    expect(text).toContain(squeezed(word));
  }
  for (const word of ['Sounds like', 'Goes with', 'It is this if', 'sheet', 'Detractor']) {
    expect(text).not.toContain(squeezed(word));
  }
});

test('a card that is not translated is printed in English, and said', async () => {
  const cards = { only: [], hand: 'function.related-item' };
  const mixed = await build({ ...options, cards });
  expect(shown(mixed)).toEqual([
    [
      'deck/locales/de  warning  1 of 2 cards are not translated to "de" and are printed in the deck’s first language: related-item.  locale/not-translated',
      '    What is done with them is `missing` in deck.yaml: fall-back, skip or fail.',
    ].join('\n'),
  ]);
});

test('a plain build makes every language that deck.yaml names', async () => {
  const file = path.join(options.deck, 'deck.yaml');
  const settings = await readFile(file, 'utf8');
  await writeFile(file, settings.replace('languages: []', 'languages: [de]'));
  const both = await build({ ...options, lang: undefined, site: false });
  const prints = both.manifest?.outputs.map((one) => one.path).filter((one) => !one.startsWith('schema/'));
  expect(prints).toEqual(['de/print/a4--hand.pdf', 'print/a4--hand.pdf']);
  expect(both.deck?.lang).toBe('en-US');
});
