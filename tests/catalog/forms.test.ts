import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../src/catalog/site.ts';
import type { Deck } from '../../src/model/deck.ts';
import { blanksOf } from '../../src/model/kit.ts';
import { kitInput } from './kit.ts';
import { sampleInput } from './sample.ts';

let deck: Deck;
let files: Map<string, string>;
beforeAll(async () => {
  const input = await kitInput();
  deck = input.deck;
  files = new Map((await buildSite(input)).map(({ path, bytes }) => [path, Buffer.from(bytes).toString('utf8')]));
});

const page = (path: string) => files.get(`site/${path}`) ?? '';

describe('a worksheet as a form', () => {
  test('has a control for each blank of the PDF, in its order, each with a label', () => {
    const html = page('sheets/plan.html');
    const names = [...html.matchAll(/<(?:input|textarea)[^>]* name="([^"]+)"/gu)].map(([, name]) => name);
    const sheet = deck.worksheets?.find(({ id }) => id === 'plan');
    expect([...new Set(names)]).toEqual(sheet?.fields.flatMap(blanksOf).map(({ name }) => name));
    for (const [, id] of html.matchAll(/<(?:input|textarea)[^>]* id="(f-[^"]+)"/gu)) {
      expect(html, id).toContain(`<label for="${id}"`);
    }
    expect(html).toContain('<legend>How it fits</legend>');
    expect(html).toContain('aria-label="day"');
  });

  test('says which cards fit a field: those of its query, by code and title', () => {
    const html = page('sheets/plan.html');
    const lists = [...html.matchAll(/<datalist id="([^"]+)">(.*?)<\/datalist>/gu)];
    expect(lists.map(([, id]) => id)).toEqual(['cards-0']);
    expect(lists[0]?.[2]).toBe(
      '<option value="WEL 1 First Look"></option><option value="REC 2 Because-You Row"></option>',
    );
    expect(html.match(/list="cards-0"/gu)).toHaveLength(3);
  });

  test('lets each table have its own, but not where the room fills in one', () => {
    expect(page('sheets/plan.html')).toContain('id="sheet-team"');
    expect(page('sheets/log.html')).not.toContain('id="sheet-team"');
  });

  test('can be added to where its rows have no names', () => {
    const html = page('sheets/plan.html');
    expect([...html.matchAll(/data-add-row="([^"]+)"/gu)].map(([, id]) => id)).toEqual(['tasks']);
  });
});

test('boards, worksheets and their index are pages, reached from every page, with their PDFs', () => {
  expect(page('index.html')).toContain('<a href="sheets.html">Boards and sheets</a>');
  expect(page('sheets.html')).toContain('<a href="sheets/plan.html">Plan</a>');
  expect(page('sheets.html')).toContain('href="boards/gap.html"');
  expect(page('boards/gap.html')).toContain('href="../print/board-gap--tiled-a4.pdf" download="">Tiled on A4</a>');
  expect(page('boards/gap.html')).toContain('src="../pictures/board-gap.png"');
  expect(page('boards/gap.html')).toContain('<p class="place">Today, a line each</p>');
  expect(page('sheets/plan.html')).toContain('href="../print/worksheet-plan.pdf" download="">As a PDF, A4</a>');
  expect(page('sheets/plan.html')).toContain('href="../c/first-look.html"');
  expect(page('worker.js')).toContain('sheets/plan.html');
  expect(page('worker.js')).toContain('pictures/board-gap.png');
});

test('a deck without boards and worksheets has no page of them, and no word', async () => {
  const plain = await buildSite(sampleInput());
  expect(plain.filter(({ path }) => /sheets|boards|record|forms/u.test(path))).toEqual([]);
  const home = plain.find(({ path }) => path === 'site/index.html')?.bytes ?? Buffer.alloc(0);
  expect(Buffer.from(home).toString('utf8')).not.toContain('sheets.html');
});

test('the pages are good HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
    // Nothing is submitted: what is written is kept at each change.
    rules: { 'require-sri': 'off', 'wcag/h32': 'off' },
  });
  for (const path of ['sheets.html', 'sheets/plan.html', 'sheets/log.html', 'boards/gap.html', 'record.html']) {
    const report = await validator.validateString(page(path));
    const messages = report.results.flatMap(({ messages: all }) =>
      all.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId} ${message}`),
    );
    expect(messages).toEqual([]);
  }
});
