import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { wordedScripts } from '../../src/catalog/bundle.ts';
import { catalogOf } from '../../src/catalog/catalog.ts';
import { POLICY, policyWith } from '../../src/catalog/policy.ts';
import { buildSite } from '../../src/catalog/site.ts';
import type { Card, Section, Suit } from '../../src/model/card.ts';
import type { Output } from '../../src/model/output.ts';
import { card, plainName, sampleCards, sampleDeck, sampleInput, section, steps } from './sample.ts';

let files: Map<string, Buffer>;
let pages: [string, string][];
/** The script that stands in 404.html. */
let findRoot: string;

const filesOf = (outputs: readonly Output[]) => new Map(outputs.map(({ path, bytes }) => [path, Buffer.from(bytes)]));
const pagesOf = (from: ReadonlyMap<string, Buffer>): [string, string][] =>
  [...from].filter(([path]) => path.endsWith('.html')).map(([path, bytes]) => [path, bytes.toString('utf8')]);

beforeAll(async () => {
  files = filesOf(await buildSite(sampleInput()));
  pages = pagesOf(files);
  findRoot = (await wordedScripts(sampleDeck().words, 'en'))['find-root'];
});

test('the site is the same from run to run', async () => {
  const again = filesOf(await buildSite(sampleInput()));
  expect([...again.keys()]).toEqual([...files.keys()]);
  for (const [path, bytes] of files) expect(again.get(path)?.equals(bytes), path).toBe(true);
});

test('a deck is found by its own words: families of a theme, a field with several values', async () => {
  const sample = sampleDeck();
  const cards = sample.cards.map((one) => ({ ...one, fields: { theme: one.fields.family, tools: ['pen', 'paper'] } }));
  const suits = sample.suits.map((one) => ({ ...one, familyKey: one.id === 'pattern' ? 'theme' : '' }));
  const facets = { familyKeys: { pattern: 'theme' }, fields: [{ key: 'tools', list: 'tools' }] };
  const lists = { tools: { pen: 'A pen', paper: 'Paper' } };
  const made = filesOf(await buildSite(sampleInput({ ...sample, cards, suits, facets, lists })));
  const grid = made.get('site/cards.html')?.toString('utf8') ?? '';
  expect([...grid.matchAll(/data-facet="(\w+)"[^>]*><summary>([^<]*)/gu)].map(([, key, name]) => [key, name])).toEqual([
    ['suit', 'Suit'],
    ['theme', 'Theme'],
    ['tools', 'Tools'],
  ]);
  expect([...made.keys()].filter((name) => /^site\/f\/(theme|tools|family)/u.test(name))).toEqual([
    'site/f/theme-REC.html',
    'site/f/theme-TRU.html',
    'site/f/tools-pen.html',
    'site/f/tools-paper.html',
  ]);
  expect(made.get('site/c/because-you-row.html')?.toString('utf8')).toContain('href="../f/theme-REC.html"');
  const values = [...grid.matchAll(/<a href="f\/(theme-\w+).html">/gu)].map(([, name]) => name);
  expect(values.slice(0, 2)).toEqual(['theme-REC', 'theme-TRU']);
  expect(made.get('site/cards.csv')?.toString('utf8')).toContain('because-you-row,pattern,REC,13,PAT 13,');
  expect(made.get('site/cards.csv')?.toString('utf8')).toContain(',"pen, paper",');
  expect(made.get('site/c/because-you-row.html')?.toString('utf8')).toContain(
    '<a href="../f/tools-pen.html">A pen</a>',
  );
});

test('values and pictures of any names have files that are found at their addresses, and suits may be called as parts of a page', async () => {
  const sample = sampleDeck();
  const values = ['Größe', 'A, B', '100%', 'a/b', '“so”', 'a_b', 'a b', '#1?'];
  const cards = sample.cards.map((one, at) => ({
    ...one,
    ...(one.suit === 'level' && { suit: 'found' }),
    fields: { theme: values[at % values.length], group: 'size-a', 'group-size': 'a' },
  }));
  const suits = sample.suits.map((one) => (one.id === 'level' ? { ...one, id: 'found' } : one));
  const facets = { familyKeys: {}, fields: [{ key: 'theme' }, { key: 'group' }, { key: 'group-size' }] };
  const picture = {
    name: '50% off #1, “Grüße”?.jpg',
    format: 'jpg',
    width: 1,
    height: 1,
    data: Buffer.from('x'),
    hash: 'x',
  } as const;
  const pictures = { [picture.name]: picture };
  const made = filesOf(await buildSite(sampleInput({ ...sample, cards, suits, facets, pictures })));
  expect([...made.keys()].filter((path) => !/^[\w./-]+$/u.test(path))).toEqual([]);
  expect([...made.keys()].filter((path) => path.startsWith('site/f/group'))).toHaveLength(2);
  const grid = made.get('site/cards.html')?.toString('utf8') ?? '';
  const links = [...grid.matchAll(/<a href="(f\/theme-[^"]*)"/gu)].map(([, href]) => decodeURIComponent(href ?? ''));
  expect(links.length).toBe(values.length);
  expect(links.filter((href) => !made.has(`site/${href}`))).toEqual([]);
  expect(new Set(links.map((href) => href.toLowerCase())).size).toBe(values.length);
  const ids = [...grid.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

test('cards, facets and tools have their addresses', () => {
  const paths = [...files.keys()];
  for (const name of ['index', 'cards', 'hand', 'draw', 'compose', 'compare', 'workshop', 'print', '404']) {
    expect(paths).toContain(`site/${name}.html`);
  }
  expect(paths).toContain('site/c/because-you-row.html');
  expect(paths).toContain('site/f/family-REC.html');
  expect(paths).toContain('site/f/effort-3.html');
});

test('a deck without compose: has no composer: no page, no link, no script, no data, no word', async () => {
  const { compose: _, ...deck } = sampleDeck();
  const made = filesOf(await buildSite(sampleInput(deck)));
  const own = ['site/compose.html', 'site/compose.js', 'site/composer.js'];
  const has = (site: ReadonlyMap<string, Buffer>, name: string) => [...site.keys()].map(plainName).includes(name);
  expect(own.filter((name) => has(files, name))).toEqual(own);
  expect(own.filter((name) => has(made, name))).toEqual([]);
  const said = [...made].filter(([, text]) => /compos(?:e|er|ed|ing)\b/iu.test(text.toString()));
  expect(said.map(([name]) => name)).toEqual([]);
  expect(files.get('site/index.html')?.toString()).toContain('href="compose.html"');
});

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
    // All files come from one place; `file://` has no integrity.
    rules: { 'require-sri': 'off' },
  });
  const wrong: string[] = [];
  for (const [path, html] of pages) {
    const report = await validator.validateString(html, path);
    wrong.push(
      ...report.results.flatMap((one) => one.messages.map((found) => `${path}: ${found.ruleId}: ${found.message}`)),
    );
  }
  expect([...new Set(wrong)]).toEqual([]);
});

test('no link or anchor is dead', () => {
  const dead: string[] = [];
  for (const [path, html] of pages) {
    const base = `http://site/${path}`;
    for (const [, , value] of html.matchAll(/\s(href|src)="([^"]*)"/g)) {
      const url = new URL((value ?? '').replaceAll('&amp;', '&'), base);
      if (url.host !== 'site') continue;
      const target = files.get(url.pathname.slice(1));
      const anchor = url.hash.slice(1);
      const found = target && (!anchor || target.toString('utf8').includes(`id="${anchor}"`));
      if (!found) dead.push(`${path} → ${value}`);
    }
  }
  expect(dead).toEqual([]);
});

test('no page has an inline script, style or handler, but for the one of 404.html, and each has the policy', () => {
  const found = `<script>${findRoot}</script>`;
  expect(findRoot).toContain('location');
  expect(pages.filter(([, html]) => html.includes(found)).map(([path]) => path)).toEqual(['site/404.html']);
  for (const [path, page] of pages) {
    const policy = path === 'site/404.html' ? policyWith(findRoot) : POLICY;
    const html = page.replace(found, '');
    expect(html, path).toContain(`http-equiv="Content-Security-Policy" content="${policy.replaceAll("'", '&#x27;')}"`);
    expect(html, path).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/);
  }
});

test('script and first index are within 30 KB, the first view within 100 KB before pictures', () => {
  const size = (name: string) => {
    const found = [...files].find(([path]) => plainName(path) === `site/${name}`)?.[1];
    if (!found) throw new Error(`no ${name}`);
    return gzipSync(found).length;
  };
  // The real deck's index weighs 12.1 KB, its grid page 24 KB.
  expect(size('app.js')).toBeLessThan(17_500);
  const fonts = [...files].filter(([path]) => path.endsWith('-english.woff2')).map(([, bytes]) => bytes.length);
  expect(fonts.length).toBeGreaterThan(0);
  expect(24_000 + 12_100 + size('app.js') + size('style.css') + fonts.reduce((sum, one) => sum + one, 0)).toBeLessThan(
    100_000,
  );
});

test('a hostile deck stays inert', async () => {
  const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
  const link = {
    heading: 'Links',
    text: 'x',
    place: { line: 1, column: 1 },
    content: {
      type: 'root' as const,
      children: [
        'javascript:alert(1)',
        ' java\nscript:alert(1)',
        'data:text/html,x',
        '//evil.example/x',
        'https://ok.example/',
      ].map((href) => ({
        type: 'element' as const,
        tagName: 'a',
        properties: { href },
        children: [{ type: 'text' as const, value: 'link' }],
      })),
    },
  };
  const cards = [
    ...sampleCards(),
    card('evil', 'risk', 99, {
      title: evil,
      gist: '‮RTL ‏ and </title>',
      sources: ['javascript:alert(1)'],
      fields: { soundsLike: evil, behaviors: [{ name: evil, tell: evil }] },
      sections: [link, section('Long', 'x'.repeat(64_000)), section('</script><script>alert(1)', evil)],
    }),
  ];
  const made = pagesOf(filesOf(await buildSite(sampleInput(sampleDeck(cards)))));
  for (const [path, html] of made) {
    expect(html.replace(`<script>${findRoot}</script>`, ''), path).not.toMatch(
      /<script>|<img src=x|\shref="(?!https?:|mailto:)[a-z]+:/i,
    );
    expect(html, path).not.toContain('href="//');
  }
  const own = made.find(([path]) => path === 'site/c/evil.html')?.[1] ?? '';
  expect(own.match(/href="https:\/\/ok\.example\/"/g)?.length).toBe(1);
  expect(own).not.toContain('evil.example');
});

describe('retired cards', () => {
  test('keep their address and name the card that took their place', async () => {
    const made = filesOf(
      await buildSite({ ...sampleInput(), retired: { 'old-row': 'because-you-row', 'older-row': '' } }),
    );
    const page = made.get('site/c/old-row.html')?.toString('utf8');
    expect(page).toContain('This card was retired');
    expect(page).toContain('href="../c/because-you-row.html"');
    expect(made.get('site/c/older-row.html')?.toString('utf8')).toContain('Browse the cards');
  });
});

describe('exports', () => {
  test('cards.json holds every card with its texts', () => {
    const data = JSON.parse(files.get('site/cards.json')?.toString('utf8') ?? '');
    expect(data.cards.length).toBe(22);
    const row = data.cards.find((one: { id: string }) => one.id === 'because-you-row');
    expect(row.sections[1]).toEqual({ heading: 'Watch for', text: 'A borrowed flamingo steers the row.' });
    expect(row.page).toBe('c/because-you-row.html');
    expect(data.facets.map(({ key, name }: { key: string; name: string }) => `${key} ${name}`)).toEqual([
      'suit Suit',
      'family Family',
      'level Level',
      'market Market',
      'effort Effort',
    ]);
  });

  test('cards.csv has a line a card, runs no formula, and is UTF-8 to spreadsheet programs too', async () => {
    const cards = [card('sum', 'risk', 1, { title: '=HYPERLINK("http://evil")', gist: 'a, "ä"' })];
    const made = filesOf(await buildSite(sampleInput(sampleDeck(cards))));
    const [head, line] = made.get('site/cards.csv')?.toString('utf8').split('\r\n') ?? [];
    expect(head).toMatch(/^\uFEFFid,suit,family,number,code,title,gist,/u);
    expect(line).toMatch(/^sum,risk,,1,RIS 1,"'=HYPERLINK\(""http:\/\/evil""\)","a, ""ä""",/u);
  });

  test('cards.csv has the words that cards.json has, line by line', async () => {
    const [sample] = sampleDeck().cards.filter(({ sections }) => sections.some(({ text }) => text.includes(' ')));
    const words = { also: ['Other, name'], choose: 'When so', sources: ['A book'], related: ['a', 'b'], copies: 2 };
    const fields = {
      behaviors: [{ name: 'Nods', tell: 'Says “yes”' }],
      soundsLike: 'Let us wait',
      why: { user: 'They see', business: 'It pays' },
      family: 'TRU',
    };
    const one = { ...(sample as Card), ...words, fields };
    const deck = sampleDeck([one, card('steps', 'risk', 2, { sections: [steps('Steps', 'One', 'Two')] })]);
    const made = filesOf(await buildSite(sampleInput(deck)));
    const text = made.get('site/cards.csv')?.toString('utf8') ?? '';
    for (const said of [
      '"Other, name"',
      'When so',
      'A book',
      '"a, b"',
      'Nods · Says “yes”',
      'Let us wait',
      '1. One\n2. Two',
    ]) {
      expect(text).toContain(said);
    }
  });

  test('llms.txt has a line a card, whatever is in its title', async () => {
    const cards = [card('odd', 'risk', 1, { title: 'A [sic]\nrisk', gist: 'Two\nlines' })];
    const made = filesOf(await buildSite(sampleInput(sampleDeck(cards))));
    expect(made.get('site/llms.txt')?.toString('utf8')).toContain(
      '- [RIS 1 A \\[sic\\] risk](c/odd.html): Two lines\n',
    );
  });

  test('a sitemap needs an address, and has every card', async () => {
    expect(files.has('site/sitemap.xml')).toBe(false);
    const deck = { ...sampleDeck(), url: 'https://example.org/deck/' };
    const made = filesOf(await buildSite(sampleInput(deck)));
    expect(made.get('site/sitemap.xml')?.toString('utf8')).toContain(
      '<loc>https://example.org/deck/c/detractor.html</loc>',
    );
    expect(made.get('site/index.html')?.toString('utf8')).toContain(
      '<link rel="canonical" href="https://example.org/deck/"/>',
    );
  });
});

test('a facet counts what is written: blank cards are among all cards, and in none of its values but where there are no others', async () => {
  const sample = sampleDeck();
  const [first] = sample.cards;
  if (!first) throw new Error('the sample has no card');
  const blank = (id: string, suit: string) => ({ ...first, id, suit, title: 'Your own', fields: {}, blank: true });
  const suits = [...sample.suits, { ...(sample.suits[0] as Suit), id: 'own', families: [] }];
  const deck = { ...sample, suits, cards: [...sample.cards, blank('own-one', first.suit), blank('own-suit', 'own')] };
  const { facets } = catalogOf(sampleInput(deck));
  const countOf = (suit: string) =>
    facets.find(({ key }) => key === 'suit')?.values.find((one) => one.value === suit)?.cards.length;
  expect(countOf(first.suit)).toBe(sample.cards.filter(({ suit }) => suit === first.suit).length);
  expect(countOf('own')).toBe(1);
});

test('the first page tells search engines of the suits that have cards, and of no other', () => {
  const [, said] =
    /<meta name="description" content="([^"]*)"/u.exec(files.get('site/index.html')?.toString('utf8') ?? '') ?? [];
  expect(said).toBe('22 cards for a test: patterns, levels, risks, ingredients, activities.');
});

test('a card is used in those that name it, not in one that says a word which is its id too', () => {
  const sample = sampleDeck();
  const [pattern] = sample.cards;
  if (!pattern) throw new Error('the sample has no card');
  const named = (tagName: string, id: string): Section => ({
    ...section('Ask', ''),
    content: { type: 'root', children: [{ type: 'element', tagName, properties: { id }, children: [] }] },
  });
  const fields = { ...pattern.fields, places: ['email'], maker: 'satisfaction' };
  const sections = [named('Card', 'detractor'), named('Board', 'set-the-table')];
  const { usedBy } = catalogOf(
    sampleInput({ ...sample, cards: [...sample.cards.slice(1), { ...pattern, fields, sections }] }),
  );
  const users = (id: string) => usedBy.get(id)?.map((one) => one.id) ?? [];
  expect(users('detractor')).toEqual(['set-the-table', pattern.id]);
  for (const id of ['email', 'satisfaction', 'set-the-table']) expect(users(id)).toEqual([]);
});

test('the page for an address that is not there finds its files from any folder, where the catalog’s own address is known', async () => {
  const made = filesOf(await buildSite(sampleInput({ ...sampleDeck(), url: 'https://example.org/deck/' })));
  const page = made.get('site/404.html')?.toString('utf8') ?? '';
  const links = [...page.matchAll(/(?:href|src|data-base)="([^"#:]*)"/gu)].map(([, to = '']) => to);
  expect(links.filter((to) => !to.startsWith('/deck/'))).toEqual([]);
  expect(links.length).toBeGreaterThan(5);
  expect(files.get('site/404.html')?.toString('utf8')).toContain('data-base=""');
});

test('the ways to the parts of the catalog are named by its own words, whatever the composer calls them', async () => {
  const deck = sampleDeck();
  const words = { ...deck.words, compose: { ...deck.words.compose, print: 'To paper', compose: 'Make one' } };
  const home = filesOf(await buildSite(sampleInput({ ...deck, words }))).get('site/index.html');
  expect(/<nav aria-label="Main">.*?<\/nav>/u.exec(String(home))?.[0].match(/(?<=html"[^>]*>)[^<]+/gu)).toEqual([
    'Cards',
    'Draw',
    'Make one',
    'Print',
    'Hand',
  ]);
});

test('of a file with one face a page is not said that it is printed on one side only: a shop puts backs to their fronts', async () => {
  const file = { path: 'print/shop.pdf?1', bytes: 9, name: 'Shop', paper: '70 × 95 mm', sheets: 2, note: '' };
  const said = async (isByFace: boolean, more: { bytes?: number; lang?: string } = {}) => {
    const { lang = 'en-US', bytes = file.bytes } = more;
    const site = filesOf(
      await buildSite({ ...sampleInput({ ...sampleDeck(), lang }), prints: [{ ...file, isByFace, bytes }] }),
    );
    return /<dl class="facts">.*?<\/dl>/u.exec(String(site.get('site/print.html')))?.[0].match(/(?<=<dd>)[^<]+/gu);
  };
  expect(await said(false)).toEqual(['70 × 95 mm', '2', 'one side only', '1 KB']);
  expect(await said(true)).toEqual(['70 × 95 mm', '2', '1 KB']);
  expect((await said(true, { bytes: 2_400_000 }))?.at(-1)).toBe('2.4 MB');
  expect((await said(true, { bytes: 2_400_000, lang: 'de' }))?.at(-1)).toBe('2,4 MB');
});
