import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { build } from '../../src/build.ts';
import { buildSite } from '../../src/catalog/site.ts';
import { impose } from '../../src/impose/impose.ts';
import { addMarks } from '../../src/impose/marks.ts';
import { composePdf } from '../../src/pdf/compose.ts';
import { sampleDeck, sampleInput } from '../catalog/sample.ts';
import { read } from '../press/readers.ts';
import { isComplaint, NO_WORKER, openBrowser } from './browser.ts';
import { sampleFaces } from './press.ts';
import { type ServedSite, serveSite } from './site.ts';

const deck = sampleDeck();
let browser: Browser;
let site: ServedSite;
let press: Awaited<ReturnType<typeof sampleFaces>>;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  press = await sampleFaces(deck);
  const outputs = await buildSite({ ...sampleInput(deck), faces: press.faces, press: press.press });
  site = await serveSite([...outputs, { path: `site/${press.faces.path}`, bytes: press.bytes }]);
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
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
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

const query = async () => new URLSearchParams(await page.evaluate(() => location.search));
const drawn = () =>
  page.locator('#draw .tile').evaluateAll((tiles) => tiles.map((one) => (one as HTMLElement).dataset.id));

async function saved(click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('a hand of nine cards prints to the same bytes as the build’s own imposition makes', async () => {
  const hand = [
    ...Array.from({ length: 8 }, (_, i) => ({ card: `pattern-${i + 1}`, copies: 1 })),
    { card: 'detractor', copies: 2 },
  ];
  const list = hand.map(({ card, copies }) => (copies > 1 ? `${card}~${copies}` : card)).join('.');
  await page.goto(`${site.http}hand.html?hand=${list}`);
  await page.getByRole('button', { name: 'Print these cards' }).click();
  await page.getByLabel('Paper').selectOption('a4');
  await page.getByRole('button', { name: 'Make the PDF' }).click();
  await page.getByText('2 sheets. In the print dialog: Actual size, both sides, flip on long edge.').waitFor();
  const { name, bytes } = await saved(() => page.locator('#hand-pdf').click());
  const [stock] = press.press.stocks;
  if (!stock) throw new Error('no stock');
  const expected = await composePdf({
    sheets: addMarks(impose(hand, stock), stock, { deck: deck.name, version: deck.version, sheets: deck.words.sheets }),
    stock,
    faces: {
      format: sampleInput(deck).format,
      documents: [press.bytes],
      pages: new Map([...press.faces.pages].map(([key, at]) => [key, { document: 0, page: at }])),
    },
    font: press.press.font,
    title: 'Sample Deck 1.0.0, hand',
    date: deck.date,
    lang: deck.lang,
  });
  expect(name).toBe('hand-a4.pdf');
  expect(bytes.equals(Buffer.from(expected))).toBe(true);
});

test('sheets of a hand or a paper that was left are not on offer; the paper is remembered', async () => {
  await page.goto(`${site.http}hand.html?hand=detractor.function`);
  await page.getByRole('button', { name: 'Print these cards' }).click();
  expect(await page.getByLabel('Paper').inputValue()).toBe('letter');
  const make = async () => {
    await page.getByRole('button', { name: 'Make the PDF' }).click();
    await page.locator('#hand-pdf').waitFor();
  };
  await make();
  await page.getByRole('button', { name: 'One copy more: Detractor' }).click();
  expect(await page.locator('#hand-pdf').count()).toBe(0);
  await make();
  await page.getByLabel('Paper').selectOption('a4');
  expect(await page.locator('#hand-pdf').count()).toBe(0);
  await page.reload();
  await page.getByRole('button', { name: 'Print these cards' }).click();
  expect(await page.getByLabel('Paper').inputValue()).toBe('a4');
});

test('a hand that came with a link is kept only when asked, and every change can be undone', async () => {
  const kept = () =>
    page.evaluate(() => Object.entries(localStorage).find(([key]) => key.endsWith(' hand'))?.[1] ?? '');
  const ids = () =>
    page.locator('#hand .tile').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.id));
  // A new visitor can keep it, and take that back.
  await page.goto(`${site.http}hand.html?hand=detractor.function~2`);
  await page.getByRole('button', { name: 'Keep this hand' }).click();
  expect(await kept()).toBe('detractor.function~2');
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await kept()).toBe('');
  await page.getByRole('button', { name: 'Keep this hand' }).click();
  // What is changed in another one stays in its link.
  await page.goto(`${site.http}hand.html?hand=pattern-1.pattern-2`);
  await page.getByRole('button', { name: 'Take out: pattern 1' }).click();
  expect(await query()).toEqual(new URLSearchParams('hand=pattern-2'));
  expect(await kept()).toBe('detractor.function~2');
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await ids()).toEqual(['pattern-1', 'pattern-2']);
  await page.getByRole('button', { name: 'My own hand (2)' }).click();
  await page.getByRole('button', { name: 'Clear' }).click();
  expect(await kept()).toBe('');
  await page.getByRole('button', { name: 'Put the cards back' }).click();
  expect(await kept()).toBe('detractor.function~2');
});

test('another tab changes the own hand in view, never one that came with a link', async () => {
  const other = await context.newPage();
  await page.goto(`${site.http}hand.html?hand=detractor`);
  await other.goto(`${site.http}cards.html`);
  await other.locator('[data-pick=pattern-2]').click();
  await page.getByRole('button', { name: 'My own hand (1)' }).waitFor();
  expect(await query()).toEqual(new URLSearchParams('hand=detractor'));
  await page.getByRole('button', { name: 'My own hand (1)' }).click();
  await other.locator('[data-pick=pattern-3]').click();
  await page.waitForFunction(() => location.search === '?hand=pattern-2.pattern-3');
});

test('what is undone in one tab leaves what another tab did since', async () => {
  const other = await context.newPage();
  const kept = (name: string) =>
    page.evaluate((ends) => Object.entries(localStorage).find(([key]) => key.endsWith(` ${ends}`))?.[1] ?? '', name);
  await page.goto(`${site.http}hand.html?hand=detractor.function`);
  await page.getByRole('button', { name: 'Keep this hand' }).click();
  await page.getByRole('button', { name: 'Take out: Detractor' }).click();
  await other.goto(`${site.http}cards.html`);
  await other.locator('[data-pick=pattern-2]').click();
  await page.locator('#hand [data-id=pattern-2]').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await kept('hand')).toBe('function.pattern-2.detractor');

  const name = async (tab: Page, text: string) => {
    await tab.getByLabel('Name', { exact: true }).fill(text);
    await tab.getByRole('button', { name: 'Keep under this name' }).click();
  };
  await other.goto(`${site.http}hand.html`);
  await name(page, 'Monday');
  await name(other, 'Tuesday');
  await page.locator('#hands').getByText('Tuesday').waitFor();
  await page.locator('#hands-note').getByRole('button', { name: 'Undo' }).click();
  expect(await page.locator('#hands li a').allTextContents()).toEqual(['Tuesday']);

  await page.goto(`${site.http}compose.html?title=First`);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByRole('button', { name: 'Remove First' }).click();
  await other.goto(`${site.http}compose.html?title=Second`);
  await other.getByRole('button', { name: 'Keep', exact: true }).click();
  // Tabs of their own processes hear of it a moment later.
  await expect.poll(() => kept('composed')).toBe('title=Second');
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await kept('composed')).toBe('title=Second\ntitle=First');
});

test('hands are kept under names, laid out, removed and brought back, and go from browser to browser as a file', async () => {
  await page.goto(`${site.http}hand.html?hand=detractor.function~2`);
  await page.getByLabel('Name', { exact: true }).fill('Monday');
  await page.getByRole('button', { name: 'Keep under this name' }).click();
  await page.getByText('Kept as “Monday”.').waitFor();
  await page.goto(`${site.http}hand.html?hand=pattern-1`);
  await page.getByLabel('Name', { exact: true }).fill('Tuesday');
  await page.getByRole('button', { name: 'Keep under this name' }).click();
  const names = () => page.locator('#hands li a').allTextContents();
  expect(await names()).toEqual(['Monday', 'Tuesday']);
  await page.getByRole('button', { name: 'Lay out: Monday' }).click();
  expect(await query()).toEqual(new URLSearchParams('hand=detractor.function~2'));
  await page.getByRole('button', { name: 'Remove Monday' }).click();
  expect(await names()).toEqual(['Tuesday']);
  await page.locator('#hands-note').getByRole('button', { name: 'Undo' }).click();
  expect(await names()).toEqual(['Monday', 'Tuesday']);
  const { name, bytes } = await saved(() => page.getByRole('button', { name: 'Save all as a file' }).click());
  expect(name).toBe('hands.json');
  const other = await browser.newContext();
  const there = await other.newPage();
  await there.goto(`${site.http}hand.html`);
  await there.getByLabel('Open a file of hands').setInputFiles({ name, mimeType: 'application/json', buffer: bytes });
  await there.getByText('Taken from the file: Monday, Tuesday.').waitFor();
  await there
    .getByLabel('Open a file of hands')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from('?') });
  await there.getByText('This file holds no hands.').waitFor();
  expect(await there.locator('#hands li').count()).toBe(2);
  await other.close();
});

test('parts of a cut link are named', async () => {
  await page.goto(`${site.http}hand.html?hand=detractor.func~`);
  await page.getByText('“func~” of the link is no card and was left out: the link may have been cut.').waitFor();
});

test('where the browser keeps nothing, that is said, and the hand works on the page', async () => {
  await context.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(`${site.http}cards.html`);
  await page.locator('[data-pick=pattern-2]').click();
  expect(await page.locator('#toast').textContent()).toContain('This browser keeps nothing here');
  expect(await page.locator('#hand-count').textContent()).toBe('1');
  await page.goto(`${site.http}hand.html?hand=detractor.function`);
  await page.getByRole('button', { name: 'Keep this hand' }).click();
  expect(await page.locator('#toast').textContent()).toContain('This browser keeps nothing here');
  await page.getByRole('button', { name: 'Take out: Function' }).click();
  expect(await query()).toEqual(new URLSearchParams('hand=detractor'));
});

test('from a folder the hand names the exact command', async () => {
  await page.goto(`${site.file}hand.html?hand=detractor~2.function`);
  await page.getByRole('button', { name: 'Print these cards' }).click();
  expect(await page.locator('.command').textContent()).toBe('npx prepdeck build --hand detractor~2.function');
  await page.getByRole('button', { name: 'Take out: Function' }).click();
  expect(await page.locator('.command').textContent()).toBe('npx prepdeck build --hand detractor~2');
});

test('a draw is in its address; kept cards stay when the rest is drawn again', async () => {
  await page.goto(`${site.http}draw.html`);
  await page.locator('#draw .tile').first().waitFor();
  const first = await drawn();
  expect(first.length).toBe(4);
  await page.reload();
  await page.locator('#draw .tile').first().waitFor();
  expect(await drawn()).toEqual(first);
  await page.locator('#draw .tile').first().getByRole('button').click();
  expect((await query()).get('keep')).toBe(first[0]);
  for (let i = 0; i < 3; i += 1) await page.getByRole('button', { name: 'Draw again' }).click();
  expect((await drawn())[0]).toBe(first[0]);
  await page.getByLabel('Family').selectOption('TRU');
  await page.locator('#draw .tile').first().waitFor();
  const limited = await drawn();
  expect(Number(limited[0]?.replace('pattern-', ''))).toBeGreaterThan(8);
  await page.goBack();
  expect((await drawn())[0]).toBe(first[0]);
  await page.getByRole('button', { name: 'Put all in the hand' }).click();
  expect(await page.locator('#hand-count').textContent()).toBe('4');
});

test('a draw gives several of a kind, and says where there are too few cards', async () => {
  await page.goto(`${site.http}draw.html?seed=abc`);
  await page.locator('#draw .tile').first().waitFor();
  await page.getByLabel('Patterns', { exact: true }).selectOption('5');
  const patterns = async () => (await drawn()).filter((id) => id?.startsWith('pattern-') || id === 'because-you-row');
  expect(new Set(await patterns()).size).toBe(5);
  expect((await query()).get('places')).toBe('pattern~5.risk.audience.context');
  await page.reload();
  await page.locator('#draw .tile').first().waitFor();
  expect((await patterns()).length).toBe(5);
  await page.getByLabel('Market').selectOption('business');
  await page.getByText('Patterns: only 1 of 5 were drawn, for no more cards fit.').waitFor();
  await page.getByLabel('Family').selectOption('TRU');
  await page.getByText('Patterns: no card fits these limits, so none was drawn.').waitFor();
  await page.goto(`${site.http}draw.html?seed=abc&places=risk&keep=pattern-1`);
  await page.getByText('“pattern 1” is no longer kept: it does not fit what is drawn now.').waitFor();
});

test('on paper a hand has each card as often as it holds it', async () => {
  await page.goto(`${site.file}hand.html?hand=detractor~5.function`);
  await page.locator('#hand .tile').first().waitFor();
  // Three cards of 89 mm stand on a sheet.
  const sheets = async () => (await read(new Uint8Array(await page.pdf({ format: 'A4' })))).length;
  expect(await sheets()).toBe(2);
  await page.getByRole('button', { name: 'Take out: Function' }).click();
  for (let i = 0; i < 3; i += 1) await page.getByRole('button', { name: 'One copy less: Detractor' }).click();
  expect(await sheets()).toBe(1);
  expect(await page.locator('#hand .tile').count()).toBe(1);
});

test('cards compare row by row: what tells them apart, their own texts as they are, what is the same', async () => {
  await page.goto(`${site.http}compare.html?cards=because-you-row.nothing`);
  await page.getByText('“nothing” is not a card of this deck and was left out. Add one more card.').waitFor();
  await page.getByLabel('Add a card').fill('pattern 2 (PAT 2)');
  await page.getByLabel('Add a card').press('Enter');
  expect((await query()).get('cards')).toBe('because-you-row.pattern-2');
  const rows = await page
    .locator('#compare tbody')
    .evaluateAll((groups) =>
      groups.map((group) => [...group.querySelectorAll(':scope > tr > th')].map((one) => one.textContent)),
    );
  expect(rows).toEqual([
    ['What tells them apart', 'Choose it when', 'What it is', 'Market', 'Effort', 'How it works'],
    ['What only one of them says', 'Watch for'],
    ['The same in all', 'Suit', 'Family', 'Level'],
  ]);
  const cells = (name: RegExp) => page.getByRole('row', { name }).getByRole('cell').allTextContents();
  expect(await cells(/^Choose it when/)).toEqual(['people doubt the picks', '–']);
  expect(await cells(/^Watch for/)).toEqual(['A borrowed flamingo steers the row.', '–']);
  await page.goto(`${site.http}compare.html?cards=set-the-table.detractor.function.feature.pattern-1`);
  await page.getByText('“pattern 1” was left out: 4 cards stand side by side at most.').waitFor();
  expect(await page.locator('#compare ol > li').allTextContents()).toEqual(['Sit down.', 'Say who decides.']);
});

test('the workshop view goes by the keyboard, turns cards and times activities', async () => {
  await page.goto(`${site.http}workshop.html?cards=because-you-row.set-the-table`);
  await page.getByRole('heading', { name: 'Because-You Row' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('A borrowed flamingo steers the row.').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('heading', { name: 'Set the Table' }).waitFor();
  expect(await page.locator('.clock').textContent()).toBe('30:00');
  await page.keyboard.press('t');
  await page.waitForFunction(() => document.querySelector('.clock')?.textContent === '29:59');
  await page.reload();
  await page.getByRole('heading', { name: 'Set the Table' }).waitFor();
  // The clock went on over the reload, and goes on over another card.
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await page.keyboard.press('ArrowLeft');
  expect(await page.locator('.clock').textContent()).toMatch(/^29:5\d$/);
  await page.getByRole('button', { name: '+1 min' }).click();
  expect(await page.locator('.clock').textContent()).toMatch(/^30:5\d$/);
  await page.getByRole('button', { name: 'Reset the timer' }).click();
  expect(await page.locator('.clock').isVisible()).toBe(false);
});

test('a hand link says what is not shown as it asks: copies beyond the room, none at all, cards that there are not', async () => {
  const notes = page.locator('.note');
  await page.goto(`${site.http}hand.html?hand=detractor~999.because-you-row~0.set-the-table`);
  await page
    .getByText('“detractor” is in the hand 90 times, the most that there is room for: 999 were asked for.')
    .waitFor();
  await page.getByText('“because-you-row~0” of the link is no card and was left out').waitFor();
  await page.goto(`${site.http}workshop.html?cards=nobody.set-the-table`);
  await page.locator('.stage-bar').waitFor();
  expect(await notes.allTextContents()).toEqual(['“nobody” is not a card of this deck and was left out.']);
  await page.goto(`${site.http}workshop.html?cards=nobody`);
  await page.getByText('The whole deck is shown.').waitFor();
  expect(await notes.count()).toBe(2);
  await page.keyboard.press('ArrowRight');
  expect(await notes.count()).toBe(0);
  await page.goto(`${site.http}workshop.html?cards=set-the-table`);
  await page.locator('.stage-bar').waitFor();
  expect(await notes.count()).toBe(0);
  await page.goto(`${site.http}remote.html?hand=nobody.set-the-table`);
  await page.getByText('“nobody” is not a card of this deck and was left out.').waitFor();
});

test('the workshop view has its controls on the screen, in one place, and lists as lists; Close goes back', async () => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(`${site.http}c/detractor.html`);
  await page.goto(`${site.http}hand.html?hand=because-you-row.set-the-table.detractor`);
  await page.getByRole('link', { name: 'Show large' }).click();
  await page.locator('.stage-bar').waitFor();
  const places = [];
  for (let at = 0; at < 3; at += 1) {
    const box = await page.getByRole('button', { name: 'Next card' }).boundingBox();
    places.push(JSON.stringify(box));
    expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThan(720);
    await page.keyboard.press('ArrowRight');
  }
  expect(new Set(places).size).toBe(1);
  await page.getByRole('link', { name: 'Close' }).click();
  await page.waitForURL(/hand\.html/);
});

test('from a folder, where pages have no referrer, Close goes back too; to the card where the reader came from nowhere', async () => {
  const address = 'hand.html?hand=because-you-row.detractor';
  await page.goto(site.file + address);
  await page.getByRole('link', { name: 'Show large' }).click();
  await page.locator('.stage-bar').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.reload();
  await page.getByRole('link', { name: 'Close' }).click();
  await page.waitForURL(`**/${address}`);
  const fresh = await context.newPage();
  await fresh.goto(`${site.file}workshop.html?cards=detractor`);
  await fresh.getByRole('link', { name: 'Close' }).click();
  await fresh.waitForURL('**/c/detractor.html');
});

test('a composed card is ready when its printed card is; each has its own number; what is removed comes back', async () => {
  const link =
    'compose.html?who=new-member.nobody&when=just-registered&what=catalog-tour&where=email&measure=satisfaction';
  await page.goto(`${site.http}${link}&patterns=because-you-row`);
  await page.getByText('The link names what is not in this deck, and it was left out: nobody.').waitFor();
  const status = page.locator('#compose-missing');
  for (const key of ['gist', 'user', 'business', 'situation', 'wish', 'end', 'watch', 'proof']) {
    await page.locator(`#compose-${key}`).fill('they know it');
  }
  await page.locator('#compose-title').fill('Because You Row');
  await page.getByText('The deck has a card of this name').waitFor();
  await page.locator('#compose-title').fill('One');
  expect(await page.getByText('The deck has a card of this name').isVisible()).toBe(false);
  expect((await status.textContent())?.trim()).toBe('Ready to be a card.');
  await page.locator('#compose-user').fill('they know it, and their family and friends know it too');
  expect((await status.textContent())?.trim()).toBe('More than the card holds: User by 8.');
  await page.locator('#compose-user').fill('WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW');
  expect(await status.textContent()).toContain('More than the card holds: User by 35.');
  await page.locator('#compose-user').fill('they know it');
  // The sentence in other words.
  await page.locator('#compose-own_if_then').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('New members get a tour.');
  expect(await page.locator('.sentence').textContent()).toBe('New members get a tour.');
  await page.reload();
  expect(await page.locator('#compose-own_if_then').inputValue()).toBe('New members get a tour.');
  const number = async () => {
    const { bytes } = await saved(() => page.getByRole('button', { name: 'Save as MDX' }).click());
    return Number(/^number: (\d+)$/m.exec(bytes.toString('utf8'))?.[1]);
  };
  const first = await number();
  await page.getByRole('button', { name: 'Keep' }).click();
  await page.locator('#compose-title').fill('Two');
  expect(await number()).toBe(first + 1);
  await page.locator('#compose-title').fill('One');
  expect(await number()).toBe(first);
  await page.locator('#compose-watch').fill('something else');
  await page.getByRole('button', { name: 'Keep' }).click();
  await page.getByText('Kept in place of the former “One”.').waitFor();
  await page.getByRole('button', { name: 'Remove One' }).click();
  expect(await page.locator('#compose-list li').count()).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await page.locator('#compose-list li').count()).toBe(1);
});

test('a composed recipe becomes a sentence, an address, a table and a card that the loader takes', async () => {
  await page.goto(`${site.http}compose.html`);
  for (const name of ['new member', 'just registered', 'catalog tour', 'email', 'satisfaction']) {
    await page.getByLabel(name, { exact: true }).check();
  }
  const texts: Record<string, string> = {
    title: 'First: Look & See',
    gist: 'A new member sees what there is',
    user: 'they don’t miss {what} is *theirs*',
    business: 'fewer leave in a month',
    situation: 'I have joined',
    wish: 'a short tour',
    end: 'find my shelf',
    watch: '# A <tour> that never ends',
    proof: 'One question on day seven',
  };
  for (const [key, text] of Object.entries(texts)) await page.locator(`#compose-${key}`).fill(text);
  await page.getByLabel('Patterns it cooks').selectOption('because-you-row');
  expect(await page.locator('.sentence').textContent()).toBe(
    'If a new member has just registered, then give a short tour in an email, so that they don’t miss {what} is *theirs*, measured by satisfaction.',
  );
  expect((await page.locator('#compose-missing').textContent())?.trim()).toBe('Ready to be a card.');
  const sentence = await page.evaluate(() => location.href);
  await page.getByRole('button', { name: 'Keep' }).click();
  const mdx = await saved(() => page.getByRole('button', { name: 'Save as MDX' }).click());
  const csv = await saved(() => page.getByRole('button', { name: 'All as CSV' }).click());
  expect(csv.bytes.toString('utf8').split('\r\n')[1]).toContain(
    'First: Look & See,A new member sees what there is,they don’t miss {what} is *theirs*,fewer leave in a month,"If a new member',
  );
  await page.getByRole('button', { name: 'New' }).click();
  expect(await page.locator('#compose-title').inputValue()).toBe('');
  await page.goto(sentence);
  expect(await page.locator('#compose-watch').inputValue()).toBe('# A <tour> that never ends');
  expect(mdx.name).toBe('first-look-see.mdx');
  await builds(mdx.name, mdx.bytes);
});

/** Puts a card into a copy of the real deck and prints it, as the command would: nothing is wrong, and its words are there. */
async function builds(name: string, bytes: Buffer): Promise<void> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'prepdeck-recipe-'));
  await cp('deck', path.join(root, 'deck'), { recursive: true });
  const text = bytes.toString('utf8').replace(/^number: .*/m, 'number: 901');
  await writeFile(path.join(root, 'deck/cards/recipes', name), text);
  const { problems, manifest } = await build({
    deck: path.join(root, 'deck'),
    out: path.join(root, 'dist'),
    root,
    stocks: ['a4'],
    cards: { only: ['id:first-look-see'] },
    print: {},
    site: false,
  });
  expect(problems.filter((one) => one.file?.endsWith(name)).map(String)).toEqual([]);
  const pdf = manifest?.outputs.find((one) => one.path.startsWith('print/a4--'))?.path ?? '';
  const [front, back] = await read(new Uint8Array(await readFile(path.join(root, 'dist', pdf))));
  await rm(root, { recursive: true });
  expect(front?.text).toContain('First: Look & See');
  expect(back?.text).toContain('# A <tour> that never ends');
  expect(back?.text).toContain('{what} is *theirs*');
}

test('after one visit the catalog works without a network, and says so', async () => {
  await visit();
  await page.goto(`${site.http}index.html`);
  await page.getByText('Kept for use without a network.').waitFor();
  await context.setOffline(true);
  await page.goto(`${site.http}cards.html?q=flamingo`);
  await page.locator('.hit').waitFor();
  await page.goto(`${site.http}c/detractor.html`);
  expect(await page.locator('h1').textContent()).toBe('Detractor');
  await context.setOffline(false);
});
