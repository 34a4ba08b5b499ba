import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { versionedAddress } from '../../src/catalog/hashed.ts';
import { buildSite } from '../../src/catalog/site.ts';
import type { Output } from '../../src/model/output.ts';
import { sampleDeck, sampleInput } from '../catalog/sample.ts';
import { openBrowser } from './browser.ts';
import { type ServedSite, serveSite } from './site.ts';

// A site is uploaded file by file over the edition before, while people use it: no half-way state has a broken page.

let browser: Browser;
let site: ServedSite;
let before: Output[];
let after: Output[];

beforeAll(async () => {
  before = await edition('1.0.0');
  after = await edition('2.0.0');
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser?.close());

/** A site whose every card, script and print file is of that version. */
async function edition(version: string): Promise<Output[]> {
  const deck = sampleDeck();
  const cards = deck.cards.map((card) => ({ ...card, gist: `${card.gist} in ${version}`, choose: `it is ${version}` }));
  const bytes = Buffer.from(`%PDF ${version}`);
  const path = versionedAddress('print/a4.pdf', bytes);
  const print = { path, bytes: bytes.length, name: 'A4', paper: 'A4', sheets: 1, isByFace: false, note: '' };
  const kitFiles = [{ kind: 'board' as const, id: 'gap', path: boardPath, paper: 'A3', tiled: false }];
  const pages = await buildSite({ ...sampleInput({ ...deck, version, cards }), prints: [print], kitFiles });
  return [{ path: 'site/print/a4.pdf', bytes }, { path: 'site/print/board-gap.pdf', bytes: BOARD }, ...pages];
}

const BOARD = Buffer.from('%PDF board');
const boardPath = versionedAddress('print/board-gap.pdf', BOARD);

/** Puts files on the server, in their order. */
async function upload(files: readonly Output[]): Promise<void> {
  for (const { path: name, bytes } of files) await writeFile(path.join(site.dir, '..', name), bytes);
}

/** Somebody who uses the site; `broken` is what went wrong for them. */
async function visitor(options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const broken: string[] = [];
  page.on('pageerror', ({ message }) => broken.push(message));
  page.on('requestfailed', (request) => {
    // A visitor who goes on to the next page does not wait for the fonts of this one: the browser gives them up.
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') broken.push(`${request.url()} failed: ${why}`);
  });
  page.on('response', (answer) => {
    if (answer.status() >= 400) broken.push(`${answer.url()} answered ${answer.status()}`);
  });
  return { context, page, broken };
}

/** Searches, opens a card and compares two, and gives the editions that the pages are of. */
async function use(page: Page): Promise<string[]> {
  const said: string[] = [];
  const edition = async () => {
    const [version] = /version (\d)/u.exec((await page.locator('footer').textContent()) ?? '')?.slice(1) ?? [];
    // What stands on the page came with it; what a script filled in came with that.
    const gists = await page.locator('.gist, .lead, #compare td').allTextContents();
    const others = gists.filter((text) => / in \d/u.test(text) && !text.includes(` in ${version}.0.0`));
    said.push([version, ...others].join());
  };
  await page.goto(`${site.http}cards.html?q=flamingo`);
  await page.locator('.hit').waitFor();
  await edition();
  await page.goto(`${site.http}c/because-you-row.html`);
  await edition();
  await page.goto(`${site.http}compare.html?cards=because-you-row.detractor`);
  await page.locator('#compare table').waitFor();
  await edition();
  return said;
}

async function hasWorker(page: Page): Promise<void> {
  await page.goto(`${site.http}index.html`);
  await page.getByText('Kept for use without a network.').waitFor();
}

/** What the print page offers, as the browser gets it. */
async function printFile(page: Page): Promise<string> {
  await page.goto(`${site.http}print.html`);
  return await page.evaluate(async () => {
    const [link] = document.querySelectorAll<HTMLAnchorElement>('.files a');
    return await (await fetch(link?.href ?? '')).text();
  });
}

/** Makes the browser look for a new worker, and waits until it has taken or refused it. */
async function refused(page: Page): Promise<boolean> {
  return await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const coming = new Promise<ServiceWorker | null>((resolve) => {
      registration.addEventListener('updatefound', () => resolve(registration.installing), { once: true });
    });
    await registration.update();
    const worker = await coming;
    if (!worker) return true;
    return await new Promise<boolean>((resolve) => {
      worker.addEventListener('statechange', () => resolve(worker.state === 'redundant'), { once: true });
    });
  });
}

test('while a site is uploaded, those who know it keep their edition, and each page is whole for those who are new', async () => {
  site = await serveSite(before, { cache: 'max-age=3600' });
  const known = await visitor();
  await hasWorker(known.page);
  const open = await visitor({ serviceWorkers: 'block' });
  await open.page.goto(`${site.http}cards.html`);
  await open.page.locator('body[data-ready]').waitFor();

  const firstPage = after.findIndex(({ path: name }) => name.endsWith('.html'));
  const states = [firstPage, Math.round((firstPage + after.length) / 2), after.length - 1];
  const seen: string[][] = [];
  for (const [at, count] of states.entries()) {
    await upload(after.slice(states[at - 1] ?? 0, count));
    expect(await use(known.page)).toEqual(['1', '1', '1']);
    const fresh = await visitor({ serviceWorkers: 'block' });
    seen.push(await use(fresh.page));
    expect(fresh.broken).toEqual([]);
    await fresh.context.close();
  }
  // Pages of both editions stand side by side, each with its own scripts and data.
  expect(seen[0]).toEqual(['1', '1', '1']);
  expect(seen[2]).toEqual(['2', '2', '2']);
  // Somebody who has had the page open all the while goes on with the files that it was made with.
  await open.page.locator('#q').fill('flamingo');
  await open.page.locator('.hit').waitFor();
  expect([...open.broken, ...known.broken]).toEqual([]);
  await closed(open.context, known.context);
}, 60_000);

test('a worker that comes before its files is refused; with the last file the edition is whole, and is taken when asked for', async () => {
  site = await serveSite(before, { cache: 'max-age=3600' });
  const known = await visitor();
  await hasWorker(known.page);
  expect(await printFile(known.page)).toBe('%PDF 1.0.0');
  const worker = after.filter(({ path: name }) => name === 'site/worker.js');
  const rest = after.filter(({ path: name }) => name !== 'site/worker.js');
  const isPrint = ({ path: name }: Output) => name === 'site/print/a4.pdf';

  await upload(worker);
  expect(await refused(known.page)).toBe(true);
  expect(await use(known.page)).toEqual(['1', '1', '1']);
  // All but a file that keeps its name: it would be the one of the edition before.
  await upload(rest.filter((one) => !isPrint(one)));
  expect(await refused(known.page)).toBe(true);
  expect(await use(known.page)).toEqual(['1', '1', '1']);

  await upload(rest.filter(isPrint));
  // A browser that is still looking at the worker of a moment ago looks again when the next page is opened.
  const offered = async () => {
    await known.page.goto(`${site.http}index.html`);
    const news = known.page.getByText('A new edition is here.');
    return await news.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
  };
  await expect.poll(offered, { timeout: 40_000 }).toBe(true);
  // Where the browser is slow to say what is kept, that does not take the place of what is offered.
  await known.page.addInitScript(() => {
    const match = caches.match.bind(caches);
    caches.match = async (...of) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return await match(...of);
    };
  });
  expect(await offered()).toBe(true);
  await known.page.waitForTimeout(600);
  await known.page.getByText('Sample Deck, version 1.0.0.').waitFor();
  await known.page.getByRole('button', { name: 'Load it' }).click();
  await known.page.getByText('Sample Deck, version 2.0.0.').waitFor();
  expect(await use(known.page)).toEqual(['2', '2', '2']);
  expect(await printFile(known.page)).toBe('%PDF 2.0.0');
  expect(known.broken).toEqual([]);
  // Print files are kept too, also under an address of somebody's own that says no version.
  await known.context.setOffline(true);
  const text = (address: string) => known.page.evaluate(async (of) => await (await fetch(of)).text(), address);
  expect(await printFile(known.page)).toBe('%PDF 2.0.0');
  expect([await text(boardPath), await text('print/board-gap.pdf')]).toEqual(['%PDF board', '%PDF board']);
  await closed(known.context);
}, 120_000);

test('a print file is never one of the edition before; a page whose files are gone asks to be loaded again', async () => {
  site = await serveSite(before, { cache: 'max-age=3600' });
  const { context, page } = await visitor({ serviceWorkers: 'block' });
  expect(await printFile(page)).toBe('%PDF 1.0.0');
  await page.goto(`${site.http}cards.html`);
  await page.locator('body[data-ready]').waitFor();
  const kept = new Set(after.map(({ path: name }) => name));
  for (const { path: name } of before) if (!kept.has(name)) await rm(path.join(site.dir, '..', name));
  await upload(after);
  await page.locator('#q').fill('flamingo');
  await page.getByText('load the page again').waitFor();
  await page.reload();
  await page.locator('.hit').waitFor();
  expect(await printFile(page)).toBe('%PDF 2.0.0');
  await closed(context);
}, 120_000);

test('a server that lets browsers keep no file does not stop the page from keeping them', async () => {
  site = await serveSite(before, { cache: 'no-store' });
  const { context, page, broken } = await visitor();
  await hasWorker(page);
  expect(broken).toEqual([]);
  await closed(context);
}, 60_000);

async function closed(...contexts: BrowserContext[]): Promise<void> {
  for (const context of contexts) await context.close();
  await site.close();
}
