import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildSite } from '../../src/catalog/site.ts';
import { editionIn } from '../../src/deck/languages/language.ts';
import { inFolder } from '../../src/target/folder.ts';
import { sampleDeck, sampleInput } from '../catalog/sample.ts';
import { isComplaint, NO_WORKER, openBrowser } from './browser.ts';
import { type ServedSite, serveSite } from './site.ts';

// A deck in two languages, of which one leaves a card out.

let browser: Browser;
let site: ServedSite;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  const editions = [editionIn('en-US', 'en-US', []), editionIn('de', 'en-US', ['detractor'])];
  const deck = { ...sampleDeck(), editions };
  const cards = deck.cards.filter(({ id }) => id !== 'detractor');
  const german = await buildSite(sampleInput({ ...deck, lang: 'de', cards }));
  browser = await openBrowser();
  site = await serveSite([...(await buildSite(sampleInput(deck))), ...inFolder('de', german)]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(async () => {
  complaints = [];
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...NO_WORKER });
  page = await context.newPage();
  page.on('console', (message) => {
    if (isComplaint(message)) complaints.push(message.text());
  });
  page.on('pageerror', (problem) => complaints.push(problem.message));
});
afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

const german = () => page.getByRole('link', { name: 'Deutsch' });
const ready = () => page.locator('body[data-ready]').waitFor();
const address = () => page.url().replace(/^.*\/(?:deck|site)\//, '');

describe.each(['http', 'file'] as const)('over %s', (scheme) => {
  test('the other language shows the same search, filters and place', async () => {
    await page.goto(`${site[scheme]}cards.html?family=REC#suit-pattern`);
    await ready();
    await page.locator('[data-facet=level] summary').click();
    await page.getByLabel('Feature', { exact: true }).check();
    await german().click();
    await page.waitForURL('**/de/**');
    await ready();
    expect(address()).toBe('de/cards.html?family=REC&level=feature');
    expect(await page.locator('#pills .chip').allTextContents()).toContain('Level: Feature');
    await page.locator('#q').fill('row');
    await page.locator('#ranked .tile').first().waitFor();
    await page.getByRole('link', { name: 'English' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.includes('/de/'));
    expect(address()).toBe('cards.html?q=row&family=REC&level=feature');
  });

  test('a hand that was picked in one language is there in the other, which says what it leaves out', async () => {
    await page.goto(`${site[scheme]}c/because-you-row.html`);
    await page.locator('[data-pick]').first().click();
    await german().click();
    await page.waitForURL('**/de/c/because-you-row.html');
    expect(await page.locator('#hand-count').textContent()).toBe('1');
    await page.goto(`${site[scheme]}hand.html?hand=because-you-row~2.detractor`);
    await ready();
    await german().click();
    await page.waitForURL('**/de/**');
    await ready();
    expect(address()).toBe('de/hand.html?hand=because-you-row~2');
    expect(await page.locator('.note').allTextContents()).toContain(
      '“detractor” is not a card of this deck and was left out.',
    );
  });
});

test('an address whose card the other language has not leads to its first page', async () => {
  await page.goto(`${site.http}c/detractor.html?a=b`);
  await german().click();
  await page.waitForURL('**/de/index.html?a=b');
});

test.each(['', 'de/', 'de/c/'])(
  'an address that is not there, in “%s”, has the links of the page that servers show there',
  async (folder) => {
    await page.goto(`${site.http}${folder}nope.html`);
    const links = page.locator('header a');
    const leadsTo = () => links.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
    await expect.poll(leadsTo).toContain(`${site.http}cards.html`);
    expect(await leadsTo()).toContain(`${site.http}de/404.html`);
    complaints = complaints.filter((one) => !one.includes('status of 404'));
  },
);

test('where the deck’s own address is known, a page that is not there is whole without scripts', async () => {
  const url = 'https://example.org/deck/';
  const served = await serveSite(await buildSite(sampleInput({ ...sampleDeck(), url })));
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const quiet = await plain.newPage();
  await quiet.goto(`${served.http}some/folder/nope.html`);
  expect(await quiet.locator('.toast').evaluate((one) => getComputedStyle(one).position)).toBe('fixed');
  await quiet.getByRole('link', { name: 'Browse the cards' }).click();
  expect(quiet.url()).toBe(`${served.http}cards.html`);
  await plain.close();
  await served.close();
});
