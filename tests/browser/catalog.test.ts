import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildSite } from '../../src/catalog/site.ts';
import { card, sampleCards, sampleDeck, sampleInput, section } from '../catalog/sample.ts';
import { isComplaint, NO_WORKER, openBrowser } from './browser.ts';
import { type ServedSite, serveSite } from './site.ts';

let browser: Browser;
let site: ServedSite;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), buildSite(sampleInput()).then(serveSite)]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(async () => {
  complaints = [];
  await visit(NO_WORKER);
});

/** Comes to the site as somebody new. */
async function visit(options: BrowserContextOptions = {}): Promise<void> {
  await context?.close();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  page = await context.newPage();
  page.on('console', (message) => {
    if (isComplaint(message)) complaints.push(message.text());
  });
  page.on('pageerror', (problem) => complaints.push(problem.message));
}

afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

const shown = () =>
  page.locator('.tile:visible').evaluateAll((tiles) => tiles.map((tile) => (tile as HTMLElement).dataset.id));
const query = () => page.evaluate(() => location.search);

describe.each(['http', 'file'] as const)('over %s', (scheme) => {
  test('a facet narrows the grid, its counts follow, Back and Forward undo and redo', async () => {
    await page.goto(`${site[scheme]}cards.html`);
    await page.locator('[data-facet=family] summary').click();
    await page.getByLabel('Trust').check();
    expect(await shown()).toEqual(['pattern-9', 'pattern-10', 'pattern-11', 'pattern-12']);
    expect(await query()).toBe('?family=TRU');
    expect(await page.locator('#found').textContent()).toBe('4 cards');
    await page.locator('[data-facet=level] summary').click();
    expect(await page.locator('[data-facet=level] [data-value=feature] .count').textContent()).toBe('2');
    await page.getByLabel('Feature', { exact: true }).check();
    expect(await query()).toBe('?family=TRU&level=feature');
    expect(await page.getByLabel('1 of 5', { exact: true }).isDisabled()).toBe(true);
    await page.goBack();
    expect((await shown()).length).toBe(4);
    await page.goForward();
    expect(await shown()).toEqual(['pattern-10', 'pattern-12']);
    await page.getByRole('button', { name: 'Take off Family: Trust' }).click();
    expect(await query()).toBe('?level=feature');
  });

  test('an address shows what it says after a reload', async () => {
    await page.goto(`${site[scheme]}cards.html?q=row&family=REC,TRU&nonsense=1`);
    await page.waitForFunction(() => document.querySelectorAll('#ranked .tile').length > 0);
    expect((await shown())[0]).toBe('because-you-row');
    await page.reload();
    expect(await page.locator('#q').inputValue()).toBe('row');
  });

  test('an address says what the deck does not have, until something else is chosen', async () => {
    await page.goto(`${site[scheme]}cards.html?level=nope,feature&levl=feature`);
    const note = page.locator('.note');
    await note.waitFor();
    const line = 'The link names what is not in this deck, and it was left out: level=nope, levl.';
    expect(await note.allTextContents()).toEqual([line]);
    await page.getByRole('button', { name: 'Take off Level: Feature' }).click();
    expect(await note.count()).toBe(0);
    await page.goBack();
    await note.waitFor();
    await page.goto(`${site[scheme]}workshop.html?family=REC,NO`);
    await note.waitFor();
    expect(await page.locator('.place').textContent()).toBe('1 of 9');
    await page.goto(`${site[scheme]}workshop.html?family=REC&suit=risk`);
    await page.getByText('The whole deck is shown.').waitFor();
    await page.goto(`${site[scheme]}draw.html?seed=a&places=risk.nobody&level=nope`);
    await page.getByText('it was left out: nobody, level=nope.').waitFor();
    expect(await query()).toBe('?seed=a&places=risk');
    await page.goto(`${site[scheme]}draw.html?seed=a&places=risk&level=feature`);
    await page.locator('#draw .tile').waitFor();
    expect(await note.count()).toBe(0);
  });

  test('an address of a hand says which of its keys no page knows', async () => {
    const line = 'The link names what is not in this deck, and it was left out: ';
    await page.goto(`${site[scheme]}hand.html?hnad=detractor&level=feature&utm_source=mail`);
    await page.getByText(`${line}hnad, level.`).waitFor();
    expect(await query()).toBe('');
    await page.goto(`${site[scheme]}hand.html?hand=detractor&copys=2`);
    await page.getByText(`${line}copys.`).waitFor();
    expect(await query()).toBe('?hand=detractor');
    await page.goto(`${site[scheme]}compare.html?cards=detractor&card=function`);
    await page.getByText(`${line}card. Add one more card.`).waitFor();
    await page.goto(`${site[scheme]}remote.html?hnad=detractor`);
    await page.getByText(`${line}hnad.`).waitFor();
  });

  test('search forgives typos, reads the texts and names the heading that holds the words', async () => {
    await page.goto(`${site[scheme]}cards.html`);
    await page.keyboard.press('/');
    await page.keyboard.type('becuase');
    // What finds cards is loaded once somebody begins to search.
    await expect.poll(shown).toEqual(['because-you-row']);
    await page.locator('#q').fill('flamingo');
    await page.waitForFunction(() => document.querySelector('.hit'));
    expect(await page.locator('.hit').textContent()).toBe('Watch for: A borrowed flamingo steers the row.');
    expect(await page.locator('.hit mark').textContent()).toBe('flamingo');
    expect(await query()).toBe('?q=flamingo');
    await page.locator('#q').fill('xyzzy');
    await page.getByText('No card has all of this.').waitFor();
    await page.locator('#q').fill('xyzzy flamingo');
    await page.getByText('These come nearest').waitFor();
    expect(await shown()).toEqual(['because-you-row']);
    await page.locator('#q').fill('f');
    expect((await shown()).length).toBe(22);
    await page.locator('#q').fill('');
    expect((await shown()).length).toBe(22);
    expect(await page.locator('.hit').count()).toBe(0);
  });

  test('on a slow network no card is said to be missing before the texts are there', async () => {
    let arrive = () => {};
    const late = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route('**/texts.*.js', async (route) => {
      await late;
      await route.continue();
    });
    await page.goto(`${site[scheme]}cards.html`);
    await page.locator('#q').fill('flamingo');
    await page.waitForFunction(() => location.search === '?q=flamingo');
    expect([(await shown()).length, await page.locator('#nothing').isVisible()]).toEqual([22, false]);
    await page.locator('#q').fill('because');
    await expect.poll(shown).toEqual(['because-you-row']);
    await page.locator('#q').fill('flamingo');
    arrive();
    await page.locator('.hit').waitFor();
    expect(await shown()).toEqual(['because-you-row']);
  });

  test('the texts are loaded for those who search, not for those who browse', async () => {
    await page.goto(`${site[scheme]}cards.html`);
    await page.locator('[data-facet=family] summary').click();
    await page.getByLabel('Trust').check();
    expect(await page.evaluate(() => window.deckTexts)).toBeUndefined();
    await page.locator('#q').focus();
    await page.waitForFunction(() => window.deckTexts);
  });

  test('cards picked anywhere are the hand; its address, order and copies are kept', async () => {
    await page.goto(`${site[scheme]}cards.html`);
    await page.locator('[data-pick=pattern-2]').click();
    await page.goto(`${site[scheme]}c/detractor.html`);
    await page.getByRole('button', { name: 'Put in the hand' }).click();
    expect(await page.locator('#hand-count').textContent()).toBe('2');
    await page.goto(`${site[scheme]}hand.html`);
    await page.waitForFunction(() => location.search !== '');
    expect(await query()).toBe('?hand=pattern-2.detractor');
    await page.getByRole('button', { name: 'Earlier: Detractor' }).click();
    await page.getByRole('button', { name: 'One copy more: Detractor' }).click();
    expect(await query()).toBe('?hand=detractor~2.pattern-2');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'One copy more: Detractor',
    );
    expect(await page.locator('#hand-total').textContent()).toBe('2 cards, 3 with copies');
    await page.getByRole('button', { name: 'Take out: pattern 2' }).click();
    expect(await query()).toBe('?hand=detractor~2');
  });

  test('a shared hand names what it does not know and leaves the own hand alone', async () => {
    await page.goto(`${site[scheme]}hand.html?hand=detractor`);
    await page.goto(`${site[scheme]}cards.html`);
    await page.locator('[data-pick=pattern-2]').click();
    await page.goto(`${site[scheme]}hand.html?hand=function~2.gone-card.because-you-row`);
    await page.getByText('“gone-card” is not a card of this deck and was left out.').waitFor();
    expect(await shown()).toEqual(['function', 'because-you-row']);
    expect(await page.locator('#hand-count').textContent()).toBe('1');
    await page.getByRole('button', { name: 'My own hand (1)' }).click();
    expect(await shown()).toEqual(['pattern-2']);
  });
});

test('home begins with a search and with goals, each of which is a hand', async () => {
  await page.goto(`${site.http}index.html`);
  await page.locator('#home-q').fill('flamingo');
  await page.locator('#home-q').press('Enter');
  await page.locator('.hit').waitFor();
  expect(await shown()).toEqual(['because-you-row']);
  await page.goto(`${site.http}index.html`);
  expect(await page.locator('.goals li').count()).toBe(1);
  await page.getByRole('link', { name: 'Bring people back' }).click();
  expect(await page.locator('.goal-cards .why').allTextContents()).toEqual(['Says why.', 'Slows it.']);
  await page.getByRole('link', { name: 'Take these as a hand' }).click();
  await page.getByText('This hand came with the link.').waitFor();
  expect(await shown()).toEqual(['because-you-row', 'detractor']);
});

test('the site asks nothing of other origins and its policy is never broken', async () => {
  await visit();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const name of [
    'index.html',
    'cards.html',
    'c/because-you-row.html',
    'f/family-REC.html',
    'hand.html',
    'print.html',
  ]) {
    await page.goto(site.http + name);
    await page.waitForLoadState('networkidle');
  }
  expect(asked.filter((url) => !url.startsWith(site.http))).toEqual([]);
});

test.each([
  ['', ''],
  ['c/', ''],
  ['new/folder/', ''],
  ['', 'https://example.org/elsewhere/'],
  ['c/', 'https://example.org/elsewhere/'],
])(
  'an address that is not there, %s of a catalog with the url “%s”, shows a whole page that leads to the others',
  async (folder, url) => {
    const served = await serveSite(await buildSite(sampleInput({ ...sampleDeck(), url })));
    await page.goto(`${served.http}${folder}nope.html?a=b`);
    await page.waitForFunction(() => [...document.styleSheets].some(({ cssRules }) => cssRules.length > 50));
    await page.locator('.skip').focus();
    expect(await page.locator('.skip').getAttribute('href')).toBe('#main');
    // What all pages can, this one can, too: the slash leads to the search.
    await page.locator('h1').click();
    await expect
      .poll(async () => {
        await page.keyboard.press('/');
        return page.url();
      })
      .toContain(`${served.http}cards.html`);
    await page.goBack();
    await page.waitForFunction(() => [...document.styleSheets].some(({ cssRules }) => cssRules.length > 50));
    const links = await page
      .locator('a[href]:not([href^="#"])')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
    expect(links.filter((link) => !link.startsWith(served.http))).toEqual([]);
    for (const link of new Set(links)) expect((await page.request.get(link)).status(), link).toBe(200);
    // Nothing else is wrong than that what was looked for is not there.
    complaints = complaints.filter((one) => !one.includes('status of 404'));
    await served.close();
  },
);

test('an address that is not there says so at a glance where the page has neither script nor style', async () => {
  await visit({ ...NO_WORKER, javaScriptEnabled: false });
  await page.goto(`${site.http}c/nope.html`);
  const { y = 1000 } = (await page.locator('h1').boundingBox()) ?? {};
  expect(y).toBeLessThan(400);
  complaints = complaints.filter((one) => !one.includes('status of 404'));
});

test('every word and link is there without scripts', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const quiet = await plain.newPage();
  await quiet.goto(`${site.file}cards.html`);
  expect(await quiet.locator('.tile').count()).toBe(22);
  expect(await quiet.locator('#q').isVisible()).toBe(false);
  await quiet.getByRole('complementary').getByRole('link', { name: 'Patterns' }).click();
  expect(await quiet.locator('h1').textContent()).toBe('Patterns');
  await quiet.goto(`${site.file}hand.html`);
  await quiet.getByText('Picking cards needs JavaScript.').waitFor();
  await plain.close();
});

test('a hostile deck stays inert wherever its words are shown', async () => {
  const evil = '"><img src=x onerror=alert(1)><script>alert(1)</script>';
  const cards = [
    ...sampleCards(),
    card('evil', 'risk', 2, {
      title: evil,
      gist: evil,
      code: `RSK ${evil}`,
      fields: { soundsLike: evil, behaviors: [{ name: evil, tell: evil }] },
      sections: [section('</script><script>alert(1)</script>', `${evil} zebra`)],
    }),
  ];
  const hostile = await serveSite(await buildSite(sampleInput(sampleDeck(cards))));
  const alerts: string[] = [];
  page.on('dialog', (dialog) => {
    alerts.push(dialog.message());
    void dialog.dismiss();
  });
  for (const address of [
    'c/evil.html',
    'cards.html?q=zebra',
    'hand.html?hand=evil.%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E',
    'compare.html?cards=evil.detractor',
    'workshop.html?cards=evil',
    'compose.html?title=%3Cimg%20src=x%20onerror=alert(1)%3E&user=%3Cscript%3Ealert(1)%3C/script%3E',
    'draw.html?seed=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E',
  ]) {
    await page.goto(hostile.http + address);
    await page.locator('body[data-ready]').waitFor();
    expect(await page.locator('img[src="x"]').count(), address).toBe(0);
  }
  expect(alerts).toEqual([]);
  await hostile.close();
});
