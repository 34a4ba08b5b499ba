import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../../src/catalog/site.ts';
import type { ShellProps } from '../../src/model/catalog.ts';
import { sampleInput } from '../catalog/sample.ts';
import { openBrowser } from './browser.ts';
import { type ServedSite, serveSite } from './site.ts';

// A shell of an organization's own that has nothing which our scripts would write into.

let browser: Browser;
let site: ServedSite;

function Frame({ children }: ShellProps) {
  return (
    <>
      <header className="acme">Acme</header>
      {children}
    </>
  );
}

beforeAll(async () => {
  const input = sampleInput();
  const shell = { file: 'shell.tsx', Frame, rules: '.acme { letter-spacing: 3px; }' };
  site = await serveSite(await buildSite({ ...input, looks: { ...input.looks, shell } }));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

test('the catalog works in a bare shell, with the shell’s own rules', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${site.http}c/because-you-row.html`);
  await page.locator('[data-pick="because-you-row"]').first().click();
  await expect.poll(() => page.locator('#toast').textContent()).toContain('1 card');
  expect(await page.locator('.acme').evaluate((one) => getComputedStyle(one).letterSpacing)).toBe('3px');
  await page.goto(`${site.http}hand.html`);
  await expect.poll(() => page.locator('main').textContent()).toContain('Because-You Row');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  expect(errors).toEqual([]);
  await context.close();
});
