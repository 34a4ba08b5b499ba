import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../src/catalog/site.ts';
import { kitInput } from '../catalog/kit.ts';
import { NO_WORKER, openBrowser } from './browser.ts';
import { type ServedSite, serveSite } from './site.ts';

// Worksheets filled in, and their record, as a room uses them.

/** A picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

let browser: Browser;
let site: ServedSite;
let axe: string;
const failed: string[] = [];

beforeAll(async () => {
  axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');
  const input = await kitInput();
  const named = [...(input.boardPictures?.values() ?? []), ...(input.kitFiles ?? [])];
  const files = named.map((one) => ({ path: `site/${one.path}`, bytes: new Uint8Array(PNG) }));
  site = await serveSite([...(await buildSite(input)), ...files]);
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** A visitor whose browser keeps the site. */
const OFFLINE: BrowserContextOptions = { serviceWorkers: 'allow' };

async function on<T>(
  work: (page: Page, context: BrowserContext) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const context = await browser.newContext({ ...NO_WORKER, acceptDownloads: true, ...options });
  const page = await context.newPage();
  page.on('pageerror', (cause) => failed.push(cause.message));
  page.on('dialog', (dialog) => void dialog.accept());
  try {
    return await work(page, context);
  } finally {
    await context.close();
  }
}

async function open(page: Page, name: string, base = site.http): Promise<void> {
  await page.goto(base + name);
  await page.locator('body[data-ready]').waitFor();
}

async function fillPlan(page: Page): Promise<void> {
  await page.getByLabel('Group').fill('North');
  await page.getByLabel('Anything else').fill('one line\nand another');
  await page.getByLabel('All is done').check();
  await page.getByLabel('3', { exact: true }).check();
  await page.getByLabel('Row 2, Task').fill('=call them');
  await page.getByLabel('Row 2, Ready').check();
  await page.getByLabel('GDPR, Basis').fill('a contract');
}

/** The text of a file that a button saves. */
async function saved(page: Page, name: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** Opens a record's file on the record page. */
async function opened(page: Page, text: string): Promise<void> {
  const file = path.join(tmpdir(), `prepdeck-record-${process.pid}.json`);
  await writeFile(file, text);
  await page.locator('input[type=file]').setInputFiles(file);
}

describe('what is written on a worksheet', () => {
  test.each(['http', 'file'] as const)('is there again after a reload, over %s', (how) =>
    on(async (page) => {
      await open(page, 'sheets/plan.html', site[how]);
      await fillPlan(page);
      await page.reload();
      await page.locator('body[data-ready]').waitFor();
      expect(await page.getByLabel('Group').inputValue()).toBe('North');
      expect(await page.getByLabel('Anything else').inputValue()).toBe('one line\nand another');
      expect(await page.getByLabel('All is done').isChecked()).toBe(true);
      expect(await page.getByLabel('3', { exact: true }).isChecked()).toBe(true);
      expect(await page.getByLabel('Row 2, Ready').isChecked()).toBe(true);
      expect(await page.getByLabel('Row 1, Ready').isChecked()).toBe(false);
    }),
  );

  test('is each table’s own, by its name, which the address has', () =>
    on(async (page) => {
      await open(page, 'sheets/plan.html');
      await page.getByLabel('Whose sheet this is').fill('North');
      await page.getByLabel('Group').fill('in the north');
      await page.getByRole('button', { name: 'One more sheet' }).click();
      expect(await page.getByLabel('Group').inputValue()).toBe('');
      await page.getByLabel('Whose sheet this is').fill('South');
      await page.getByLabel('Group').fill('in the south');
      expect(await page.evaluate(() => location.search)).toBe('?team=South');
      expect(await page.getByLabel('Sheets').locator('option').allTextContents()).toEqual(['North', 'South']);
      await page.getByLabel('Sheets').selectOption('North');
      expect(await page.getByLabel('Group').inputValue()).toBe('in the north');
      await open(page, 'sheets/plan.html?team=South');
      expect(await page.getByLabel('Group').inputValue()).toBe('in the south');
    }));

  test('has as many rows as somebody adds, also after a reload', () =>
    on(async (page) => {
      await open(page, 'sheets/plan.html');
      await page.getByRole('button', { name: 'Add a row' }).click();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('tasks.3.card');
      await page.getByLabel('Row 3, Task').fill('a third');
      await page.reload();
      await page.locator('body[data-ready]').waitFor();
      expect(await page.getByLabel('Row 3, Task').inputValue()).toBe('a third');
      expect(await page.getByLabel('Row 3, Ready').isChecked()).toBe(false);
    }));

  test('is not lost by another tab that shows the same sheet', () =>
    on(async (page, context) => {
      const other = await context.newPage();
      await open(page, 'sheets/plan.html');
      await open(other, 'sheets/plan.html');
      await page.getByLabel('Group').fill('first');
      await other.getByLabel('Votes').fill('7');
      await page.reload();
      expect(await page.getByLabel('Group').inputValue()).toBe('first');
      expect(await page.getByLabel('Votes').inputValue()).toBe('7');
    }));

  test('is not kept where storage is closed, which the page says', () =>
    on(async (page) => {
      await page.addInitScript(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      });
      await open(page, 'sheets/plan.html');
      await page.getByLabel('Group').fill('North');
      expect(await page.locator('#sheet-state').textContent()).toContain('This browser keeps nothing more here');
      expect(await page.getByLabel('Group').inputValue()).toBe('North');
    }));

  test('can be filled in without scripts, which the page says keeps nothing', () =>
    on(
      async (page) => {
        await page.goto(`${site.http}sheets/plan.html`);
        await page.getByLabel('Group').fill('North');
        await page.getByText('Without JavaScript this page keeps nothing').waitFor();
        expect(await page.getByRole('button').count()).toBe(0);
      },
      { javaScriptEnabled: false },
    ));
});

describe('the record', () => {
  test('is saved and opened again whole, as JSON; as Markdown and CSV nothing in it runs or is markup', () =>
    on(async (page) => {
      await open(page, 'sheets/plan.html');
      await fillPlan(page);
      await open(page, 'record.html');
      const json = await saved(page, 'Save as a file');
      expect(json.name).toBe('record.json');
      expect(JSON.parse(json.text)).toEqual({
        ...{ record: 1, deck: 'Small deck', version: '1.2.3' },
        sheets: [
          {
            ...{ sheet: 'plan', team: 'Sheet 1' },
            fields: {
              ...{ group: 'North', free: 'one line\nand another', done: true, fit: '3' },
              ...{ 'tasks.2.task': '=call them', 'tasks.2.ready': true, 'law.gdpr.basis': 'a contract' },
            },
          },
        ],
      });
      expect((await saved(page, 'Markdown')).text).toContain(
        '| Card | Task | Ready |\n| --- | --- | --- |\n|  | \\=call them | yes |',
      );
      expect((await saved(page, 'Save as CSV: Plan')).text).toContain("\r\n,'=call them,yes\r\n");
      await page.getByRole('button', { name: 'Clear' }).click();
      await page.getByText('Nothing is written yet.').waitFor();
      await opened(page, json.text);
      await page.getByText('Opened: 1 sheet').waitFor();
      expect((await saved(page, 'Save as a file')).text).toBe(json.text);
      expect(await page.locator('.outcomes').textContent()).toContain('plan with owners');
    }));

  test('leads back to where each of its sheets is written, and what was decided on the day', () =>
    on(async (page) => {
      await open(page, 'sheets/log.html');
      await page.getByLabel('Keeper').fill('Zoë');
      await page.goto(`${site.http}run.html#step-first-look`);
      await page.getByText('Decided', { exact: true }).click();
      await page.getByLabel('What was decided').fill('We begin with trust.');
      await open(page, 'record.html');
      await page.getByRole('link', { name: 'Change: Run the day' }).click();
      await page.locator('.run-agenda a').first().click();
      await expect.poll(() => page.getByLabel('What was decided').inputValue()).toBe('We begin with trust.');
      await open(page, 'record.html');
      await page.getByRole('link', { name: 'Change: Log' }).click();
      // The page is there before its script has filled it.
      await expect.poll(() => page.getByLabel('Keeper').inputValue()).toBe('Zoë');
    }));

  test('has tables that are moved sideways where they are wider than the window', () =>
    on(
      async (page) => {
        await open(page, 'sheets/plan.html');
        await fillPlan(page);
        await open(page, 'record.html');
        const table = page.getByRole('group', { name: 'Card, Task, Ready' });
        const [width, room, moved] = await table.evaluate((one) => {
          one.scrollLeft = 10_000;
          return [one.scrollWidth, one.clientWidth, one.scrollLeft] as const;
        });
        expect(width).toBeGreaterThan(room);
        expect(moved).toBe(width - room);
      },
      { viewport: { width: 130, height: 700 } },
    ));

  test('asks before a file takes the place of what is written', () =>
    on(async (page) => {
      await open(page, 'sheets/log.html');
      await page.getByLabel('Keeper').fill('Zoë');
      await open(page, 'record.html');
      const sheets = [
        { sheet: 'log', team: '', fields: { keeper: 'Ann' } },
        { sheet: 'plan', team: 'A', fields: { group: 'A' } },
      ];
      const file = JSON.stringify({ record: 1, deck: 'Another deck', version: '1', sheets });
      await opened(page, file);
      await page.getByText('they differ').waitFor();
      expect(await page.locator('#record').textContent()).toContain('Zoë');
      await page.getByRole('button', { name: 'Keep those here' }).click();
      const text = (await page.locator('#record').textContent()) ?? '';
      expect([text.includes('Zoë'), text.includes('Ann'), text.includes('Plan: A')]).toEqual([true, false, true]);
      expect(await page.locator('#record-state').textContent()).toContain('“Another deck”');
      await opened(page, file);
      await page.getByRole('button', { name: 'Take those of the file' }).click();
      expect(await page.locator('#record').textContent()).toContain('Ann');
    }));

  test('says what is wrong with a file, and stays as it was', () =>
    on(async (page) => {
      await open(page, 'sheets/log.html');
      await page.getByLabel('Keeper').fill('Zoë');
      await open(page, 'record.html');
      await opened(
        page,
        '{ "record": 1, "deck": "", "version": "", "sheets": [{ "sheet": "log", "fields": { "keeper": 7 } }] }',
      );
      await page.getByText('sheets[0].fields.keeper: This must be a text, or true for a tick; it is 7.').waitFor();
      expect(await page.locator('#record').textContent()).toContain('Zoë');
    }));
});

const PAGES = [
  ...['sheets/plan.html', 'sheets/log.html', 'record.html', 'sheets.html', 'boards/gap.html'],
  ...['day.html', 'guide.html', 'guide/how.html'],
];

/** What axe finds on a page, and whether it is wider than its window. */
async function faultsOf(page: Page, name: string): Promise<string[]> {
  await page.addScriptTag({ content: axe });
  const violations = await page.evaluate(async () => {
    type Found = { id: string; nodes: { html: string; failureSummary: string }[] };
    const { axe: tool } = window as unknown as { axe: { run(options: object): Promise<{ violations: Found[] }> } };
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const result = await tool.run({ runOnly });
    return result.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
  });
  const [width = 0, window = 0] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  return [...violations, ...(width > window ? [`is ${width} wide`] : [])].map((one) => `${name}: ${one}`);
}

// Colors do not depend on the width, nor on where the page comes from.
test.each([
  { colorScheme: 'light', width: 390, from: 'file' },
  { colorScheme: 'dark', width: 1440, from: 'http' },
] as const)(
  'axe finds nothing on boards, sheets, record, agenda and guide, $colorScheme, $width px, over $from',
  (how) =>
    on(
      async (page) => {
        const found: string[] = [];
        for (const name of PAGES) {
          await page.goto(site[how.from] + name);
          if (name.startsWith('sheets/plan')) await fillPlan(page);
          found.push(...(await faultsOf(page, name)));
        }
        expect(found).toEqual([]);
      },
      { colorScheme: how.colorScheme, bypassCSP: true, viewport: { width: how.width, height: 844 } },
    ),
);

test('a worksheet is filled in by the keyboard alone, in the order of its page', () =>
  on(async (page) => {
    await open(page, 'sheets/plan.html');
    const labels: string[] = [];
    await page.getByLabel('Group').focus();
    for (let at = 0; at < 9; at += 1) {
      const name = await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name ?? '');
      labels.push(name);
      if (name === 'done') await page.keyboard.press('Space');
      else if (name === 'fit') await page.keyboard.press('ArrowRight');
      else if (name === 'group') await page.keyboard.type('North');
      await page.keyboard.press('Tab');
    }
    expect(labels.slice(0, 7)).toEqual(['group', 'pattern', 'free', 'done', 'fit', 'votes', 'day']);
    await page.reload();
    await page.locator('body[data-ready]').waitFor();
    expect(await page.getByLabel('Group').inputValue()).toBe('North');
    expect(await page.getByLabel('All is done').isChecked()).toBe(true);
  }));

test('after one visit agenda, guide, boards, sheets and record are there without a network', () =>
  on(async (page, context) => {
    await page.goto(`${site.http}index.html`);
    await page.getByText('Kept for use without a network.').waitFor();
    await context.setOffline(true);
    for (const name of PAGES) {
      await page.goto(site.http + name);
      expect(await page.locator('h1').count(), name).toBe(1);
    }
  }, OFFLINE));

test('no page of these threw', () => {
  expect(failed).toEqual([]);
});
