import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../../src/catalog/site.ts';
import { sampleInput } from '../catalog/sample.ts';
import { sampleDayDeck } from '../catalog/sample-day.ts';
import { NO_WORKER, openBrowser } from './browser.ts';
import { type ServedSite, serveSite } from './site.ts';

const PAGES = [
  'index.html',
  'cards.html',
  'cards.html?q=row&family=REC',
  'c/because-you-row.html',
  'c/detractor.html',
  'f/family-REC.html',
  'g/bring-people-back.html',
  'hand.html?hand=because-you-row.detractor~2.nobody',
  'draw.html?seed=abc',
  'compare.html?cards=because-you-row.detractor',
  'compose.html?who=new-member&title=Try',
  'workshop.html?cards=because-you-row.set-the-table',
  'run.html',
  'print.html',
  'run.html#step-set-the-table',
  '404.html',
];

const EVERY_RULE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

let browser: Browser;
let site: ServedSite;
let axe: string;

beforeAll(async () => {
  axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');
  const deck = sampleDayDeck({ url: 'https://example.org/deck/' });
  const bytes = await sharp({ create: { width: 375, height: 525, channels: 3, background: '#2F6B3A' } })
    .webp()
    .toBuffer();
  const keys = deck.cards.flatMap(({ id }) => [`${id}.front`, `${id}.back`]);
  const pictures = new Map(keys.map((key) => [key, { path: 'pictures/flat.webp', width: 375, height: 525 }]));
  const print = {
    path: 'print/a4.pdf',
    bytes: 1e6,
    name: 'A4',
    paper: 'A4',
    sheets: 31,
    isByFace: false,
    flip: 'long' as const,
    note: 'Home.',
  };
  const outputs = await buildSite({ ...sampleInput(deck), pictures, prints: [print] });
  site = await serveSite([...outputs, { path: 'site/pictures/flat.webp', bytes }]);
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Opens a page and waits until its script has filled it. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(site.http + path);
  if (/cards|hand|draw|compare|compose|workshop|run|^c\//.test(path)) await page.locator('body[data-ready]').waitFor();
}

/** Of dark pages and of paper the colors alone: they are the same page, and rules about what it is made of would find the same again. */
const WAYS = [
  { colorScheme: 'light', media: 'screen', rules: EVERY_RULE },
  { colorScheme: 'dark', media: 'screen', rules: OF_COLOURS },
  { colorScheme: 'light', media: 'print', rules: OF_COLOURS },
] as const;

test('axe finds nothing, in light, in dark and on paper', async () => {
  // The policy forbids foreign scripts, so axe runs in a context that bypasses it; other tests do not.
  const context = await browser.newContext({ ...NO_WORKER, bypassCSP: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const found: string[] = [];
  for (const path of PAGES) {
    await open(page, path);
    await page.addScriptTag({ content: axe });
    for (const { rules, ...way } of WAYS) {
      await page.emulateMedia(way);
      const violations = await violationsOn(page, rules);
      found.push(...violations.map((one) => `${path}, ${way.colorScheme} ${way.media}: ${one}`));
    }
    await page.emulateMedia(WAYS[0]);
  }
  await context.close();
  expect(found).toEqual([]);
}, 120_000);

test('axe finds nothing in votes that are counted, and in what was decided', async () => {
  const context = await browser.newContext({ ...NO_WORKER, bypassCSP: true });
  const page = await context.newPage();
  await open(page, 'run.html#step-set-the-table');
  for (const name of ['Votes', 'Decided']) await page.getByText(name, { exact: true }).click();
  for (const name of ['Ease', 'Trust']) {
    await page.getByLabel('Vote on').fill(name);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('button', { name: 'A vote for Ease' }).click();
  await page.addScriptTag({ content: axe });
  expect(await violationsOn(page, EVERY_RULE)).toEqual([]);
  await context.close();
});

/** What axe finds on a page that it was added to. */
async function violationsOn(page: Page, rules: readonly string[]): Promise<string[]> {
  return await page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<{ violations: Found[] }> } };
    interface Found {
      id: string;
      impact: string;
      nodes: { html: string; failureSummary: string }[];
    }
    const result = await axe.run({ runOnly });
    return result.violations.map(
      (one) => `${one.impact} ${one.id} ${one.nodes[0]?.html} ${one.nodes[0]?.failureSummary}`,
    );
  }, rules);
}

test('nothing is wider than a small phone, nor shifts as it loads', async () => {
  const context = await browser.newContext({ ...NO_WORKER, viewport: { width: 320, height: 700 } });
  const page = await context.newPage();
  const wide: string[] = [];
  for (const path of PAGES) {
    await open(page, path);
    const [width, shift] = await page.evaluate(async () => {
      const shifts = await new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(list.getEntries().reduce((sum, one) => sum + (one as unknown as { value: number }).value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(0), 200);
      });
      return [document.documentElement.scrollWidth, shifts];
    });
    if (width > 320) wide.push(`${path} is ${width} px wide`);
    // Lists that a script fills push down what is below them; nothing that a reader has begun to read moves.
    if (shift > 0.1) wide.push(`${path} shifts by ${shift}`);
  }
  await context.close();
  expect(wide).toEqual([]);
});

test('the keyboard reaches the content, the filters and the cards, and what has the focus shows it', async () => {
  const context = await browser.newContext(NO_WORKER);
  const page = await context.newPage();
  await open(page, 'cards.html');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
  // Past the key's name and the links to suits.
  const isBox = () => page.evaluate(() => document.activeElement?.matches('input[type=checkbox]') === true);
  for (let i = 0; i < 12 && !(await isBox()); i += 1) await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('label')?.textContent)).toBe('Patterns');
  await page.keyboard.press('Space');
  expect(await page.evaluate(() => location.search)).toBe('?suit=pattern');
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
  expect(outline).not.toBe('none');
  await context.close();
});

test('the search stays in reach on a long page; its key is named where there are keys', async () => {
  for (const hasTouch of [false, true]) {
    const context = await browser.newContext({
      ...NO_WORKER,
      viewport: { width: 390, height: 600 },
      hasTouch,
      isMobile: hasTouch,
    });
    const page = await context.newPage();
    await page.goto(`${site.http}cards.html`);
    expect(await page.locator('.browse-head kbd').isVisible()).toBe(!hasTouch);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    for (const part of ['#q', '.jump']) {
      const box = await page.locator(part).boundingBox();
      expect(box && box.y >= 0 && box.y + box.height < 300, `${part} at ${box?.y}`).toBe(true);
    }
    // At 400 % it would cover the cards.
    await page.setViewportSize({ width: 320, height: 256 });
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    expect((await page.locator('.browse-head').boundingBox())?.y).toBeLessThan(-256);
    await context.close();
  }
});

test('on a phone a card turns over by its button', async () => {
  const context = await browser.newContext({
    ...NO_WORKER,
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${site.http}c/because-you-row.html`);
  expect(await page.getByAltText('Back of Because-You Row').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Turn over' }).click();
  await page.getByAltText('Back of Because-You Row').waitFor();
  await page.getByAltText('Front of Because-You Row').waitFor({ state: 'hidden' });
  await context.close();
});

test('beside its words a card shows one face, so that no word stands there twice', async () => {
  const context = await browser.newContext({
    ...NO_WORKER,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${site.http}c/because-you-row.html`);
  const [front, back] = [page.getByAltText('Front of Because-You Row'), page.getByAltText('Back of Because-You Row')];
  expect([await front.isVisible(), await back.isVisible()]).toEqual([true, false]);
  await page.getByRole('button', { name: 'Turn over' }).click();
  await back.waitFor();
  await front.waitFor({ state: 'hidden' });
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const quiet = await plain.newPage();
  await quiet.goto(`${site.http}c/because-you-row.html`);
  await quiet.getByAltText('Back of Because-You Row').waitFor();
  await plain.close();
  await context.close();
});

test('nothing to press is printed from the browser’s menu', async () => {
  // As wide as A4: of some controls there is another one on a narrow window.
  const page = await browser.newPage({ ...NO_WORKER, viewport: { width: 794, height: 1123 } });
  await page.emulateMedia({ media: 'print' });
  const printed: string[] = [];
  for (const path of PAGES) {
    await open(page, path);
    const shown = page.locator('button:not(.chip), nav').filter({ visible: true });
    printed.push(
      ...(await shown.evaluateAll((all) => all.map((one) => one.outerHTML))).map((one) => `${path}: ${one}`),
    );
  }
  await page.close();
  expect(printed).toEqual([]);
});

test('on paper both faces have their true size', async () => {
  const context = await browser.newContext(NO_WORKER);
  const page = await context.newPage();
  await page.goto(`${site.http}c/because-you-row.html`);
  await page.emulateMedia({ media: 'print' });
  const sizes = await page
    .locator('.faces img')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  for (const { width, height } of sizes) {
    expect((width / 96) * 25.4).toBeCloseTo(63.5, 1);
    expect((height / 96) * 25.4).toBeCloseTo(88.9, 1);
  }
  expect(sizes.length).toBe(2);
  await context.close();
});

test('printed from the browser’s menu, a hand has its backs, a draw its fronts, and the workshop view the card that it shows', async () => {
  const context = await browser.newContext(NO_WORKER);
  const page = await context.newPage();
  await page.goto(`${site.http}hand.html?hand=because-you-row.detractor`);
  // They are not on the screen: left for later, they would be gaps on paper.
  const backs = page.locator('#hand img.face-back');
  await backs.first().waitFor({ state: 'attached' });
  await expect
    .poll(() => backs.evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth > 0)))
    .toEqual([true, true]);
  await page.goto(`${site.http}draw.html?seed=abc`);
  await page.locator('#draw .tile').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#draw .face-back').first().isVisible()).toBe(false);
  expect(await page.locator('#draw .tile-text').first().isVisible()).toBe(true);
  await page.goto(`${site.http}workshop.html?cards=because-you-row.set-the-table`);
  await page.locator('#workshop .slide').waitFor();
  expect(await page.locator('.stage-bar').isVisible()).toBe(false);
  await context.close();
});
