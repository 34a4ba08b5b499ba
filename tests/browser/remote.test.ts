import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildSite } from '../../src/catalog/site.ts';
import { sampleDeck, sampleInput } from '../catalog/sample.ts';
import { NO_WORKER, openBrowser } from './browser.ts';
import { type ServedSite, serveSite } from './site.ts';

let browser: Browser;
let site: ServedSite;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  const deck = sampleDeck();
  const bytes = await sharp({ create: { width: 75, height: 105, channels: 3, background: '#2F6B3A' } })
    .png()
    .toBuffer();
  const keys = deck.cards.flatMap(({ id }) => [`${id}.front`, `${id}.back`]);
  const pictures = new Map(keys.map((key) => [key, { path: `pictures/${key}.png`, width: 75, height: 105 }]));
  const outputs = await buildSite({ ...sampleInput(deck), pictures });
  site = await serveSite([...outputs, ...keys.map((key) => ({ path: `site/pictures/${key}.png`, bytes }))]);
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(async () => {
  context = await browser.newContext({ ...NO_WORKER, acceptDownloads: true });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', (problem) => complaints.push(problem.message));
});
afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

const pasted = (type: string) =>
  page.evaluate(async (wanted) => {
    const [item] = await navigator.clipboard.read();
    return (await item?.getType(wanted))?.text();
  }, type);

/** What a part of the page gives to the program that it is dropped on. */
const dragged = (selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((part) => {
      const dataTransfer = new DataTransfer();
      part.dispatchEvent(new DragEvent('dragstart', { dataTransfer, bubbles: true }));
      return Object.fromEntries(dataTransfer.types.map((type) => [type, dataTransfer.getData(type)]));
    });

test('a hand is saved as pictures in folders of twenty, with the list of them, and pastes as a note a card', async () => {
  const hand = Array.from({ length: 12 }, (_, at) => `pattern-${at + 1}`).join('.');
  await page.goto(`${site.http}hand.html?hand=${hand}.detractor~2`);
  await page.getByRole('link', { name: 'For remote rooms' }).first().click();
  await page.getByText('13 cards of the hand').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the pictures' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('sample-deck-1.0.0-pictures.zip');
  const files = unzipSync(new Uint8Array(await readFile(await download.path())));
  const names = Object.keys(files);
  expect(names.filter((name) => name.startsWith('fronts-01/'))).toHaveLength(13);
  expect(names.filter((name) => name.startsWith('backs-01/'))).toHaveLength(13);
  expect(await sharp(files['fronts-01/013-detractor.png']).metadata()).toMatchObject({ format: 'png', width: 75 });
  const lines = new TextDecoder().decode(files['list.csv']).trim().split('\r\n');
  expect(lines).toHaveLength(14);
  expect(lines.at(-1)).toBe(
    'RIS 1 Detractor: The gist of detractor,RIS 1,Detractor,fronts-01/013-detractor.png,backs-01/013-detractor.png,2',
  );
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await page.getByText('Copied as text').waitFor();
  expect((await pasted('text/plain'))?.split('\n')[12]).toBe('RIS 1 Detractor: The gist of detractor');
  expect(await pasted('text/html')).toContain('<strong>RIS 1 Detractor</strong>');
});

test('without a hand it is all cards; the page says what whiteboards take, and that it was read, not tried', async () => {
  await page.goto(`${site.http}remote.html`);
  await page.getByText(`All ${sampleDeck().cards.length} cards`).waitFor();
  const text = (await page.locator('main').textContent()) ?? '';
  for (const said of ['Miro', 'Mural', 'FigJam', '4,096 pixels', 'read on 2026-', 'not in the services themselves']) {
    expect(text).toContain(said);
  }
});

test('a card is dragged from any page as its picture, and copied as text', async () => {
  await page.goto(`${site.http}cards.html`);
  await page.locator('body[data-ready]').waitFor();
  const picture = `${site.http}pictures/because-you-row.front.png`;
  const data = await dragged('.tile[data-id="because-you-row"] a');
  expect(data).toMatchObject({ 'text/uri-list': picture, 'text/plain': 'Because-You Row' });
  expect(data['text/html']).toBe(`<img src="${picture}" alt="Because-You Row">`);
  await page.locator('.tile[data-id="because-you-row"] a').focus();
  await page.keyboard.press('Control+c');
  expect(await pasted('text/plain')).toBe('PAT 13 Because-You Row: A row of picks labeled with its reason');
  await page.goto(`${site.http}c/because-you-row.html`);
  expect((await dragged('.faces .back img'))['text/uri-list']).toBe(picture.replace('front', 'back'));
  await page.getByRole('button', { name: 'Copy as text' }).click();
  expect(await pasted('text/plain')).toContain(
    'PAT 13 Because-You Row\nA row of picks labeled with its reason\nHow it works\n',
  );
  expect(await pasted('text/plain')).toContain('A borrowed flamingo steers the row.');
});

test('from a folder the page says what it can’t do, and cards are dragged and copied all the same', async () => {
  await page.goto(`${site.file}remote.html?hand=detractor`);
  await page.getByText('1 card of the hand').waitFor();
  expect(await page.getByRole('button', { name: 'Save the pictures' }).count()).toBe(0);
  await page.getByText('Opened from a folder, a browser may not read the pictures into one file').waitFor();
  expect((await dragged('#remote .tile a'))['text/uri-list']).toBe(`${site.file}pictures/detractor.front.png`);
});
