import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../../src/catalog/site.ts';
import type { Output } from '../../src/model/output.ts';
import { kitInput } from '../catalog/kit.ts';
import { sampleInput, section } from '../catalog/sample.ts';
import { sampleDayDeck } from '../catalog/sample-day.ts';
import { openBrowser } from './browser.ts';
import { type ServedSite, serveSite } from './site.ts';

// Every kind of page from a small phone to a wall: nothing sticks out, nothing is cut off, and long words find room.

const WIDTHS = [320, 390, 768, 1440, 2560];

/** What an address asks of a page that is empty without it. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  'cards.html': ['', '?q=row&family=REC', '?q=zzzz'],
  'hand.html': ['', '?hand=because-you-row.detractor~2.set-the-table.nobody'],
  'draw.html': ['?seed=abc'],
  'compare.html': ['', '?cards=because-you-row.detractor.set-the-table.function'],
  'compose.html': ['?who=new-member&title=Try'],
  'workshop.html': ['?cards=because-you-row.set-the-table'],
  'remote.html': ['?hand=because-you-row.detractor'],
  'run.html': ['', '#step-set-the-table'],
};

const LONG = 'Donaudampfschifffahrtsgesellschaft';
const ADDRESS = `https://example.org/${'a1b2c3d4e5'.repeat(8)}.yaml`;

let browser: Browser;
let site: ServedSite;
let addresses: string[];

beforeAll(async () => {
  const kit = await kitInput();
  const chapter = {
    order: 1,
    card: '',
    colour: '',
    sources: [`A page, ${ADDRESS}`],
    file: 'deck/guide/why.mdx',
    places: {},
  };
  const guide = [
    {
      id: 'why',
      title: `Why a ${LONG}`,
      lead: 'Because.',
      part: 'Begin',
      sections: [section('One', LONG)],
      ...chapter,
    },
  ];
  const { boards, worksheets } = kit.deck;
  const small = sampleDayDeck({
    boards,
    worksheets,
    guide,
    retired: { gone: 'detractor' },
    url: 'https://example.org/',
  });
  const cards = small.cards.map((card) =>
    card.id === 'because-you-row' ? { ...card, title: `The ${LONG}`, sources: [`A page, ${ADDRESS}`] } : card,
  );
  const deck = { ...small, cards };
  const bytes = await sharp({ create: { width: 375, height: 525, channels: 3, background: '#2F6B3A' } })
    .png()
    .toBuffer();
  const keys = cards.flatMap(({ id }) => [`${id}.front`, `${id}.back`]);
  const pictures = new Map(keys.map((key) => [key, { path: 'pictures/flat.png', width: 375, height: 525 }]));
  const print = {
    path: 'print/a4.pdf',
    bytes: 1e6,
    name: 'A4, nine cards a sheet',
    paper: '210 × 297 mm',
    sheets: 31,
    isByFace: false,
    note: 'Home.',
  };
  const outputs = await buildSite({
    ...{ ...sampleInput(deck), pictures, prints: [print], retired: deck.retired },
    ...{
      kitFiles: kit.kitFiles,
      boardPictures: new Map([['gap', { path: 'pictures/flat.png', width: 1600, height: 1131 }]]),
    },
  });
  addresses = onePageOfEachKind(outputs).flatMap((name) => (ASKED[name] ?? ['']).map((asked) => name + asked));
  site = await serveSite([...outputs, { path: 'site/pictures/flat.png', bytes }]);
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

function onePageOfEachKind(outputs: readonly Output[]): string[] {
  const kinds = new Map<string, string>();
  for (const { path, bytes } of outputs.filter((one) => one.path.endsWith('.html'))) {
    const kind = /<body data-page="([a-z]+)"/u.exec(Buffer.from(bytes).toString('utf8'))?.[1] ?? '';
    const isLong = path.endsWith('because-you-row.html');
    if (!kinds.has(kind) || isLong) kinds.set(kind, path.replace(/^site\//u, ''));
  }
  return [...kinds.values()];
}

/** What sticks out of the window, or is cut off by a part around it that cannot be scrolled. */
async function misfits(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const scrolls = (one: Element) => /auto|scroll/u.test(getComputedStyle(one).overflowX);
    const isQuiet = (one: Element) => one.closest('.sr, .skip, [hidden], svg, option, datalist') !== null;
    const within = (one: Element) => {
      for (let at = one.parentElement; at; at = at.parentElement) if (scrolls(at)) return true;
      return false;
    };
    const nameOf = (one: Element) => `${one.tagName.toLowerCase()}.${one.className} “${one.textContent?.slice(0, 30)}”`;
    const wrong: string[] = [];
    for (const one of document.body.querySelectorAll('*')) {
      const { left, right, width } = one.getBoundingClientRect();
      const style = getComputedStyle(one);
      const isShown = width > 1 && style.visibility !== 'hidden' && style.clipPath === 'none';
      if (!isShown || isQuiet(one) || within(one)) continue;
      if (left < -1 || right > innerWidth + 1) wrong.push(`${nameOf(one)} sticks out: ${left} to ${right}`);
      const isCut = /hidden|clip/u.test(style.overflowX) && one.scrollWidth > one.clientWidth + 1;
      if (isCut && one !== document.body && !one.matches('.tile')) wrong.push(`${nameOf(one)} is cut off`);
    }
    if (document.documentElement.scrollWidth > innerWidth) wrong.push('the page scrolls sideways');
    if ((document.querySelector('main')?.textContent ?? '').trim() === '') wrong.push('the page is empty');
    return wrong;
  });
}

test('every kind of page fits every width', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const wrong: string[] = [];
  for (const address of addresses) {
    await page.goto(site.http + address);
    if ((address.split(/[?#]/u)[0] ?? '') in ASKED) await page.locator('body[data-ready]').waitFor();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      wrong.push(...(await misfits(page)).map((one) => `${address} at ${width}: ${one}`));
    }
  }
  await context.close();
  expect(addresses.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
}, 120_000);

test('what people write fits a phone, without a place to break too', async () => {
  const page = await browser.newPage({ serviceWorkers: 'block', viewport: { width: 320, height: 700 } });
  await page.goto(`${site.http}run.html#step-set-the-table`);
  await page.getByText('Votes', { exact: true }).click();
  await page.getByLabel('Vote on').fill(ADDRESS);
  await page.keyboard.press('Enter');
  expect(await misfits(page)).toEqual([]);
  await page.goto(`${site.http}compose.html?who=new-member&title=${ADDRESS}&user=${ADDRESS}`);
  await page.locator('body[data-ready]').waitFor();
  // What is in a field moves with the cursor.
  expect((await misfits(page)).filter((one) => !one.startsWith('input'))).toEqual([]);
  await page.close();
});

test('the cards of the first page lie about their middle, and on the page, however many there are, and however tall', async () => {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.goto(`${site.http}index.html`);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const cards of [1, 2, 3, 4, 5, 6, 7]) {
      const { left, right, ends } = await page.evaluate(fanOf, cards);
      expect(Math.min(left, right), `${cards} at ${width}`).toBeGreaterThanOrEqual(0);
      expect(Math.abs(ends), `${cards} at ${width}`).toBeLessThan(2);
    }
  }
  await page.close();
});

/** The first page's fan with so many cards that are twice as high as wide: its room at the sides, and by how much one end is higher. */
function fanOf(cards: number): { left: number; right: number; ends: number } {
  const fan = document.querySelector('.fan');
  const [first] = fan?.children ?? [];
  if (!fan || !first) throw new Error('no fan');
  fan.replaceChildren(...Array.from({ length: cards }, () => first.cloneNode(true)));
  for (const one of fan.querySelectorAll('img')) {
    one.setAttribute('width', '300');
    one.setAttribute('height', '600');
  }
  const rects = [...fan.children].map((one) => one.getBoundingClientRect());
  return {
    left: Math.min(...rects.map((one) => one.left)),
    right: innerWidth - Math.max(...rects.map((one) => one.right)),
    ends: (rects[0]?.top ?? 0) - (rects.at(-1)?.top ?? 0),
  };
}
