import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { expect, inject, test } from 'vitest';

// The catalog of the shipped deck, as the command made it.

const site = path.join(inject('dist'), 'site');
const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
const read = (name: string) => readFileSync(path.join(site, name), 'utf8');

test('every link and every picture leads somewhere, and every anchor is there', () => {
  const dead = pages.flatMap((page) => {
    const targets = [...read(page).matchAll(/\s(?:href|src)="([^"]+)"/gu)].map((match) => match[1] ?? '');
    return [...new Set(targets)].filter((target) => !leads(page, target)).map((target) => `${page} → ${target}`);
  });
  expect(pages.length).toBeGreaterThan(300);
  expect(dead).toEqual([]);
});

test('every kind of page is valid HTML', async () => {
  const kinds = ['index.html', 'cards.html', 'c/because-you-row.html', 'c/detractor.html', 'c/reference-frames.html'];
  const tools = [
    'hand.html',
    'draw.html',
    'compare.html',
    'compose.html',
    'print.html',
    '404.html',
    'f/family-REC.html',
  ];
  const checker = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'long-title': 'off' } });
  const wrong: string[] = [];
  for (const page of [...kinds, ...tools]) {
    const report = await checker.validateString(read(page));
    for (const { messages } of report.results) {
      wrong.push(...messages.filter((one) => one.severity === 2).map((one) => `${page}:${one.line} ${one.message}`));
    }
  }
  expect(wrong).toEqual([]);
});

test('a print file of which each page is a face tells its pages, others their sheets', () => {
  const files = read('print.html').split('<h2>').slice(1);
  const told = files.flatMap((one) => {
    const [, name] = /print\/([\w-]+)\.pdf/u.exec(one) ?? [];
    const [, count] = /<dt>(Pages|Sheets)<\/dt>/u.exec(one) ?? [];
    return name === undefined ? [] : [[name, count]];
  });
  expect(Object.fromEntries(told)).toMatchObject({ a4: 'Sheets', letter: 'Sheets', shop: 'Pages' });
});

test('pictures of both sides of every card stay within the budget of what is kept offline', () => {
  const pictures = readdirSync(path.join(site, 'pictures'));
  const bytes = pictures.reduce((sum, name) => sum + statSync(path.join(site, 'pictures', name)).size, 0);
  const { cards }: { cards: unknown[] } = JSON.parse(read('cards.json'));
  const boards = readdirSync('deck/boards').filter((name) => name.endsWith('.mdx'));
  expect(pictures).toHaveLength(2 * cards.length + boards.length);
  expect(bytes).toBeLessThan(15_000_000);
});

/** Whether a target of a page is a file of the site with that anchor, or an address elsewhere. */
function leads(page: string, target: string): boolean {
  if (/^(https?:|mailto:)/u.test(target)) return true;
  const [address = '', anchor] = decodeURIComponent(target).split('#');
  const [name = ''] = address.split('?');
  const file = name === '' ? page : path.posix.join(path.posix.dirname(page), name);
  if (statSync(path.join(site, file), { throwIfNoEntry: false })?.isFile() !== true) return false;
  return !anchor || read(file).includes(`id="${anchor}"`);
}
