import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { beforeAll, expect, test } from 'vitest';
import { elements } from '../../layouts/elements.tsx';
import { words } from '../../layouts/words/words.ts';
import { buildSite } from '../../src/catalog/site.ts';
import { editionIn } from '../../src/deck/languages/language.ts';
import { loadLooks } from '../../src/looks/looks.ts';
import type { Deck } from '../../src/model/deck.ts';
import { textsOf, type Word } from '../../src/model/plurals.ts';
import { inFolder } from '../../src/target/folder.ts';
import { loadDeck } from '../fixtures/load.ts';
import { plainName, sampleDeck, sampleInput } from './sample.ts';

// The German words that are shipped, on a small deck with two languages.

const root = path.resolve(import.meta.dirname, '../..');
const EDITIONS = [editionIn('en-US', 'en-US', []), editionIn('de', 'en-US', ['detractor'])];

let german: Map<string, string>;
let english: Map<string, string>;

beforeAll(async () => {
  const looks = await loadLooks(path.join(root, 'layouts'));
  const { further } = await loadDeck({ dir: path.join(root, 'deck'), root, looks, languages: ['de'] });
  const [shipped] = further;
  if (!shipped) throw new Error('no German');
  const { words: said, headings, names } = shipped.deck;
  const deck: Deck = { ...sampleDeck(), editions: EDITIONS };
  english = await siteOf(deck, '');
  german = await siteOf({ ...deck, lang: 'de', words: said, headings, names }, 'de');
});

async function siteOf(deck: Deck, folder: string): Promise<Map<string, string>> {
  const outputs = inFolder(folder, await buildSite({ ...sampleInput(), deck, looks: { faces: {}, elements, words } }));
  return new Map(outputs.map(({ path: file, bytes }) => [file, Buffer.from(bytes).toString('utf8')]));
}

const page = (site: Map<string, string>, name: string) => [...site].find(([one]) => plainName(one) === name)?.[1] ?? '';

test('the German catalog is a folder of the English one', () => {
  const wanted = [...english.keys()].map((name) => plainName(name).replace('site/', 'site/de/'));
  expect([...german.keys()].map(plainName).sort()).toEqual(wanted.sort());
});

test('every page says its language', () => {
  for (const [name, html] of german) if (name.endsWith('.html')) expect(html, name).toContain('<html lang="de">');
  expect(page(english, 'site/index.html')).toContain('<html lang="en-US">');
});

test('every page links to itself in the other language, from a folder too', () => {
  const [en, de] = [page(english, 'site/c/because-you-row.html'), page(german, 'site/de/c/because-you-row.html')];
  expect(en).toContain('<a href="../de/c/because-you-row.html" lang="de" hrefLang="de">Deutsch</a>');
  expect(de).toContain('<a href="../../c/because-you-row.html" lang="en-US" hrefLang="en-US">English</a>');
  expect(de).toContain('lang="de" hrefLang="de" aria-current="true">Deutsch</a>');
  expect(page(english, 'site/cards.html')).toContain('<a href="de/cards.html" lang="de"');
  expect(page(german, 'site/de/cards.html')).toContain('<a href="../cards.html" lang="en-US"');
});

test('data files have the headings that cards have', () => {
  const [en, de] = [page(english, 'site/cards.json'), page(german, 'site/de/cards.json')];
  expect(en).toContain('"heading": "How it works"');
  expect(de).not.toContain('"heading": "How it works"');
  expect(de).toContain('"heading": "So geht es"');
  expect(page(english, 'site/cards.csv').split('\r\n')[0]).toContain(',How it works');
  expect(page(german, 'site/de/cards.csv').split('\r\n')[0]).toContain(',So geht es');
});

test('search engines are told of both', () => {
  const html = page(german, 'site/de/c/because-you-row.html');
  expect(html.match(/<link rel="alternate"[^>]*>/g)).toEqual([
    '<link rel="alternate" hrefLang="en-US" href="../../c/because-you-row.html"/>',
    '<link rel="alternate" hrefLang="de" href="../../de/c/because-you-row.html"/>',
    '<link rel="alternate" hrefLang="x-default" href="../../c/because-you-row.html"/>',
  ]);
});

test('with an address they are told whole addresses', async () => {
  const deck: Deck = { ...sampleDeck(), editions: EDITIONS };
  const own = await siteOf({ ...deck, url: 'https://example.org/deck/' }, '');
  const other = await siteOf({ ...deck, lang: 'de', url: 'https://example.org/deck/de/' }, 'de');
  const links = [
    '<link rel="alternate" hrefLang="en-US" href="https://example.org/deck/cards.html"/>',
    '<link rel="alternate" hrefLang="de" href="https://example.org/deck/de/cards.html"/>',
    '<link rel="alternate" hrefLang="x-default" href="https://example.org/deck/cards.html"/>',
  ];
  for (const html of [page(own, 'site/cards.html'), page(other, 'site/de/cards.html')]) {
    expect(html.match(/<link rel="alternate"[^>]*>/g)).toEqual(links);
  }
});

test('a card that the other language leaves out leads to its first page', () => {
  expect(page(english, 'site/c/detractor.html')).toContain('<a href="../de/index.html" lang="de"');
});

test('pages and scripts say nothing of ours in English', () => {
  const { site, scripts, facets, compose, run, remote, record } = words;
  const said = [site, scripts, facets, compose, run, remote, record].flatMap((group) =>
    Object.values<Word>(group)
      .flatMap((word) => textsOf(word).map(([, text]) => text))
      .flatMap((text) => text.split(/\{\w+\}/).map((part) => part.trim())),
  );
  const ours = [...german].filter(([name]) => /\.(html|js)$/u.test(name));
  const named = ours.map(([name]) => plainName(name).replace('site/de/', ''));
  expect(named).toEqual(expect.arrayContaining(['index.html', 'app.js', 'tools.js', 'compose.js', 'pdf.js']));
  const left = said
    .filter((text) => text.length > 14)
    .flatMap((text) => ours.filter(([, content]) => content.includes(text)).map(([name]) => `${name}: ${text}`));
  expect(left).toEqual([]);
  expect(page(german, 'site/de/c/because-you-row.html')).toContain('<h2>So geht es</h2>');
  expect(page(german, 'site/de/app.js')).toContain('Link kopiert');
  expect(page(english, 'site/app.js')).toContain('Link copied');
});

test('a deck in one language has no switch', async () => {
  const alone = await siteOf(sampleDeck(), '');
  expect(page(alone, 'site/index.html')).not.toMatch(/hreflang/i);
});

test('German pages are valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
    rules: { 'require-sri': 'off' },
  });
  const names = ['index', 'cards', 'hand', 'c/because-you-row', 'print'];
  for (const name of names) {
    const { results } = await validator.validateString(page(german, `site/de/${name}.html`));
    expect(results.flatMap((one) => one.messages.map((found) => found.message))).toEqual([]);
  }
});
