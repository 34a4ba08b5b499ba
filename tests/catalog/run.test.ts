import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../src/catalog/site.ts';
import { sampleDeck, sampleInput } from './sample.ts';
import { sampleDayDeck } from './sample-day.ts';

let pages: Map<string, string>;

beforeAll(async () => {
  const outputs = await buildSite(sampleInput(sampleDayDeck({ url: 'https://example.org/deck/' })));
  pages = new Map(outputs.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('utf8')]));
});

const page = (path: string) => pages.get(`site/${path}`) ?? '';

describe('the page that leads through the day', () => {
  test('is an agenda to read without its script: every activity with its minutes, steps and what lies out', () => {
    const html = page('run.html');
    expect([...html.matchAll(/<section class="run-step [^"]*" id="([^"]+)"/gu)].map(([, id]) => id)).toEqual([
      'step-set-the-table',
      'step-argue',
      'step-compose',
      'step-sign-off',
    ]);
    expect(html).toMatch(/60 minutes<\/p><h2 id="step-set-the-table-name">Set the Table<\/h2>/u);
    expect(html).toContain('<p>First argue, then rest.</p>');
    expect(html).toContain('href="workshop.html?cards=detractor">Show 1 card large</a>');
    expect(html).toContain('href="hand.html?hand=detractor">Print them</a>');
    expect(html).toContain('<li>ladder <span class="count" data-on="making"></span></li>');
    expect(html).toContain('You leave with</span> deciders</p>');
  });

  test('leads to the record of what was decided and voted, of a deck without worksheets too', () => {
    expect(page('run.html')).toMatch(/href="record\.html">[^<]+<\/a>/u);
    expect(page('record.html')).toContain('<div id="record"></div>');
    expect(page('record.html')).not.toContain('<nav aria-labelledby="record-sheets">');
    const data = [...pages].find(([path]) => /^site\/sheets\.\w+\.js$/u.test(path))?.[1];
    expect(data).toContain('"run:day"');
  });

  test('has the times of each agenda for readers without its script', () => {
    const html = page('run.html');
    expect(html).toMatch(/class="without-js guide">.*<h2>One day<\/h2>.*<td>10:15<\/td><td>.*argue.*<h2>2 days<\/h2>/u);
  });

  test('is reached from the home page, the agenda and the foot of every page, and is in the sitemap', () => {
    for (const path of ['day.html', 'cards.html']) expect(page(path)).toContain('href="run.html"');
    expect(page('sitemap.xml')).toContain('<loc>https://example.org/deck/run.html</loc>');
  });

  test('loads its times as a script of its own', () => {
    const [, script = ''] = /<script defer="" src="(run[^"]*\.js)"><\/script>/u.exec(page('run.html')) ?? [];
    expect(pages.has(`site/${script}`)).toBe(true);
    const plan = [...pages.keys()].find((path) => /^site\/plan\b.*\.js$/u.test(path)) ?? '';
    expect(pages.get(plan)).toMatch(/^deckPlan=\{"start":540,"agendas":\[\{"days":1,/u);
    expect(page('cards.html')).not.toContain(script);
  });

  test('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
      rules: { 'require-sri': 'off' },
    });
    const { results } = await validator.validateString(page('run.html'), 'run.html');
    expect(results.flatMap((one) => one.messages.map((found) => `${found.ruleId}: ${found.message}`))).toEqual([]);
  });
});

test('a deck without a workshop has no such page, script or link', async () => {
  const outputs = await buildSite(sampleInput(sampleDeck()));
  const names = outputs.map(({ path }) => path);
  expect(names.filter((name) => /^site\/(run|plan)\b/u.test(name))).toEqual([]);
  const home = outputs.find(({ path }) => path === 'site/index.html');
  expect(Buffer.from(home?.bytes ?? []).toString('utf8')).not.toContain('run.html');
});
