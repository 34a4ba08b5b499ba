import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildSite } from '../../src/catalog/site.ts';
import { sampleInput } from '../catalog/sample.ts';
import { sampleDayDeck } from '../catalog/sample-day.ts';
import { isComplaint, NO_WORKER, openBrowser } from './browser.ts';
import { type ServedSite, serveSite } from './site.ts';

let browser: Browser;
let site: ServedSite;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  site = await serveSite(await buildSite(sampleInput(sampleDayDeck({ url: 'https://example.org/deck/' }))));
  browser = await openBrowser();
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
  context = await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options });
  page = await context.newPage();
  context.on('weberror', (found) => complaints.push(String(found.error())));
  context.on('console', (said) => {
    if (isComplaint(said)) complaints.push(`${said.text()} ${said.location().url}`);
  });
}
afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

const MINUTE = 60_000;
const clock = () => page.locator('.clock').textContent();
const course = () => page.locator('.run-course').textContent();
const title = () => page.getByRole('heading', { level: 2 }).filter({ visible: true }).textContent();
const kept = (name: string) =>
  page.evaluate((ends) => Object.entries(localStorage).find(([key]) => key.endsWith(` ${ends}`))?.[1] ?? '', name);

/** Begins the next step of the day. */
async function next(): Promise<void> {
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
}

test('a day of seven hours runs through with reloads, a closed lid, a second tab and no network: nothing is lost', async () => {
  await visit();
  await context.clock.install({ time: new Date(2026, 2, 2, 8, 54) });
  await page.goto(`${site.http}run.html`);
  await context.clock.pauseAt(new Date(2026, 2, 2, 8, 55));
  await page.getByText('Kept for use without a network.').waitFor();
  await page.getByRole('link', { name: 'Begin the day' }).click();
  await context.clock.fastForward(5 * MINUTE);
  await page.keyboard.press('Enter');
  expect(await clock()).toBe('60:00');
  expect(await course()).toBe('9:00 · on time · the day ends at 16:00');
  await context.clock.runFor(10_000);
  expect(await clock()).toBe('59:50');
  await page.getByText('Decided', { exact: true }).click();
  await page.getByLabel('What was decided').fill('Ana decides.');

  // A reload in the middle: the same step, the clock went on, what was written is there.
  await context.clock.fastForward(20 * MINUTE);
  await page.reload();
  await page.locator('body[data-ready]').waitFor();
  expect([await title(), await clock()]).toEqual(['Set the Table', '39:50']);
  expect(await page.getByLabel('What was decided').inputValue()).toBe('Ana decides.');

  // The lid is closed before the end and opened 25 minutes after it.
  await context.clock.fastForward(65 * MINUTE);
  await page.getByText('Time is up').waitFor();
  expect(await clock()).toBe('+25:10');
  expect(await course()).toBe('10:25 · 25 min late · the day ends at 16:25');

  // A break is cut short; the argument begins 20 minutes late, and gets five minutes more.
  await next();
  expect([await title(), await clock()]).toEqual(['Break', '15:00']);
  expect(await page.getByText('Votes', { exact: true }).isVisible()).toBe(false);
  await context.clock.fastForward(10 * MINUTE);
  await next();
  expect(await course()).toMatch(/20 min late · the day ends at 16:20/u);
  await page.getByRole('button', { name: '+5 min' }).click();
  expect(await clock()).toBe('95:00');

  // Votes are counted in a second tab while the first one writes: each keeps what the other did.
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByText('Votes', { exact: true }).click();
  for (const name of ['Ease', 'Trust']) {
    await other.getByLabel('Vote on').fill(name);
    await other.getByRole('button', { name: 'Add', exact: true }).click();
  }
  await page.getByText('Decided', { exact: true }).click();
  await page.getByLabel('What was decided').fill('We begin with trust.');
  await other.locator('h2').filter({ visible: true }).click();
  for (const key of ['2', '1', '2', '2']) await other.keyboard.press(key);
  await other.getByRole('button', { name: 'Undo the last vote' }).click();
  await other.getByRole('button', { name: 'Pause' }).click();
  await context.clock.runFor(1000);
  expect(await page.locator('.vote-count').allTextContents()).toEqual(['1', '2']);
  expect(await page.getByLabel('What was decided').inputValue()).toBe('We begin with trust.');
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
  // A key that is typed into the text would be a letter there.
  await page.locator('h2').filter({ visible: true }).click();
  await page.keyboard.press('t');
  await other.close();

  // Without a network, and on: a slip is taken back with the clock as it was.
  await context.setOffline(true);
  await context.clock.fastForward(30 * MINUTE);
  await page.reload();
  await page.locator('body[data-ready]').waitFor();
  expect(await title()).toBe('argue');
  const before = await clock();
  await next();
  expect(await title()).toBe('Lunch');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByRole('link', { name: 'Now: argue' }).click();
  expect(await clock()).toBe(before);

  // To the end, step by step; the lid closed over lunch.
  await context.clock.fastForward(60 * MINUTE);
  for (const minutes of [60, 100, 5, 60]) {
    await next();
    await context.clock.fastForward(minutes * MINUTE);
  }
  expect(await title()).toBe('sign off');
  await page.getByRole('button', { name: 'End the day' }).click();
  await page.getByRole('link', { name: 'Plan' }).click();
  await page.getByRole('link', { name: 'Begin the day' }).waitFor();

  const { begun } = JSON.parse(await kept('run')) as { begun: { key: string; since: number }[] };
  expect(begun.map(({ key }) => key)).toEqual([
    'set-the-table',
    'pause-2',
    'argue',
    'pause-4',
    'compose',
    'pause-6',
    'sign-off',
    '',
  ]);
  expect(begun.map(({ since }) => since)).toEqual(begun.map(({ since }) => since).sort((a, b) => a - b));
  // What was decided is in the room's record.
  const fields = { 'set-the-table': 'Ana decides.', 'votes:argue': 'Trust 2, Ease 1', argue: 'We begin with trust.' };
  expect(JSON.parse(await kept('record')).sheets).toEqual([{ sheet: 'run:day', team: '', fields }]);
  expect(JSON.parse(await kept('votes'))).toEqual({ argue: { options: ['Ease', 'Trust'], cast: [1, 0, 1] } });
  await context.setOffline(false);
}, 60_000);

test('the plan follows the start, the days and the people that one sets, and keeps them', async () => {
  await page.goto(`${site.http}run.html`);
  await page.getByLabel('Start').fill('08:30');
  await page.getByLabel('How long').selectOption('2');
  await page.getByLabel('People').fill('40');
  await page.getByLabel('People').blur();
  await page.reload();
  const lines = () => page.locator('.run-agenda li').allTextContents();
  expect(await lines()).toEqual([
    '8:30Set the Table60 min',
    '9:30argue90 min',
    '11:00End',
    '8:30compose105 min',
    '10:15Break15 min',
    '10:30sign off75 min',
    '11:45End',
  ]);
  expect(await page.getByLabel('People').inputValue()).toBe('20');
  await page.getByRole('link', { name: 'Set the Table' }).click();
  expect(await page.locator('.run-step:visible .run-list').textContent()).toBe('ladder ×5');
  // PM in place of AM: what is after midnight has a time of the clock.
  await page.getByRole('link', { name: 'Plan' }).click();
  await page.getByLabel('Start', { exact: true }).fill('22:00');
  expect((await lines()).slice(0, 3)).toEqual(['22:00Set the Table60 min', '23:00argue90 min', '0:30End']);
});

test('a day that is started over has no clock that runs on unseen, and rings', async () => {
  await page.goto(`${site.http}run.html#step-set-the-table`);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Plan' }).click();
  await page.getByRole('button', { name: 'Start over' }).click();
  expect([JSON.parse(await kept('run')).begun, await kept('timer')]).toEqual([[], '']);
});

test('one timer runs in the workshop view and here', async () => {
  await page.goto(`${site.http}run.html#step-set-the-table`);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Show 1 card large' }).click();
  await page.getByRole('heading', { name: 'Detractor' }).waitFor();
  expect(await clock()).toMatch(/^(60:00|59:5\d)$/u);
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('link', { name: 'Close' }).click();
  await page.waitForURL(/run\.html/u);
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
});

test('the end of a step is heard once; the screen is kept on, and where it can’t be, the page says so', async () => {
  await page.addInitScript(() => {
    const done: string[] = [];
    Object.assign(window, { done });
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (at) {
      done.push(`tone ${this.frequency.value}`);
      start.call(this, at);
    };
    navigator.wakeLock.request = async (type) => {
      done.push(`awake: ${type}`);
      return new EventTarget() as WakeLockSentinel;
    };
  });
  const done = () => page.evaluate(() => (window as unknown as { done: string[] }).done);
  await page.clock.install();
  await page.goto(`${site.http}run.html#step-set-the-table`);
  await page.keyboard.press('Enter');
  await page.clock.fastForward(59 * MINUTE);
  expect((await done()).filter((one) => one.startsWith('tone'))).toEqual([]);
  await page.clock.fastForward(2 * MINUTE);
  await page.getByText('Time is up').waitFor();
  await page.clock.fastForward(5 * MINUTE);
  expect((await done()).filter((one) => one.startsWith('tone'))).toEqual(['tone 660', 'tone 660', 'tone 880']);
  expect(await done()).toContain('awake: screen');
  expect(await page.getByText('This page can’t keep the screen on').isVisible()).toBe(false);

  const old = await context.newPage();
  await old.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'wakeLock'));
  await old.goto(`${site.http}run.html#step-argue`);
  await old.keyboard.press('Enter');
  await old.getByText('This page can’t keep the screen on').waitFor();
});

test('a code takes phones to the same step and hand, to read: nothing is kept there', async () => {
  await page.goto(`${site.http}c/detractor.html`);
  await page.getByRole('button', { name: 'Put in the hand' }).click();
  await page.goto(`${site.http}run.html#step-argue`);
  const address = (await page.locator('.run-qr svg').getAttribute('aria-label')) ?? '';
  expect(address).toBe('https://example.org/deck/run.html?read&days=1&start=540&people=12&hand=detractor#step-argue');
  await page.goto('about:blank');
  await page.goto(address.replace('https://example.org/deck/', site.http));
  expect(await title()).toBe('argue');
  expect(await page.locator('.place').textContent()).toBe('10:15–11:45 · 3 of 7');
  expect(await page.getByRole('link', { name: 'Cards of the room' }).getAttribute('href')).toBe(
    'hand.html?hand=detractor',
  );
  await page.keyboard.press('Enter');
  for (const name of ['Begin this', 'Pause', 'Undo'])
    expect(await page.getByRole('button', { name }).isVisible()).toBe(false);
  expect([await page.locator('.run-qr').count(), await kept('run')]).toEqual([0, '']);
});

test('a code for a hand of too many cards says that it leaves it out', async () => {
  const ids = sampleDayDeck().cards.map(({ id }) => id);
  await page.goto(`${site.http}hand.html?hand=${ids.map((id) => `${id}~99`).join('.')}`);
  await page.getByRole('button', { name: 'Keep this hand' }).click();
  await page.goto(`${site.http}run.html#step-argue`);
  const code = page.locator('.run-qr');
  expect(await code.locator('svg').getAttribute('aria-label')).not.toContain('hand=');
  expect(await code.textContent()).toBe('Read along, without the hand: it has too many cards for a code');
});

test('where storage is closed the day goes on, and the page says that it keeps nothing', async () => {
  await page.addInitScript(() => {
    const closed = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: closed });
  });
  await page.goto(`${site.http}run.html#step-argue`);
  await page.keyboard.press('Enter');
  expect(await clock()).toMatch(/^(90:00|89:5\d)$/u);
  await page.getByText('This browser keeps nothing here: what you set lasts until you leave the page.').waitFor();
  await page.getByText('Votes', { exact: true }).click();
  await page.getByLabel('Vote on').fill('Ease');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'A vote for Ease' }).click();
  expect(await page.locator('.votes').textContent()).toContain('1Ease');
});
