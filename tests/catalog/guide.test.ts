import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../src/catalog/site.ts';
import type { Chapter } from '../../src/model/guide.ts';
import { sampleDeck, sampleInput, section } from './sample.ts';

function chapter(id: string, title: string, rest: Partial<Chapter> = {}): Chapter {
  const where = { file: `deck/guide/${id}.mdx`, places: {} };
  return {
    id,
    title,
    lead: '',
    part: '',
    order: 1,
    card: '',
    colour: '',
    sources: [],
    sections: [],
    ...where,
    ...rest,
  };
}

const link = {
  ...section('How', 'How'),
  content: {
    type: 'root' as const,
    children: [
      {
        type: 'element' as const,
        tagName: 'a',
        properties: { href: '#chapter:how' },
        children: [{ type: 'text' as const, value: 'How' }],
      },
    ],
  },
};
const deck = {
  ...sampleDeck(),
  guide: [
    chapter('why', 'Why', {
      lead: 'Because.',
      part: 'Begin',
      sections: [section('One', 'Words.'), link],
      sources: ['A book'],
    }),
    chapter('how', 'How'),
  ],
  agendas: [{ days: 1, content: section('', 'At nine.').content }],
};

let pages: Map<string, string>;

beforeAll(async () => {
  const outputs = await buildSite({ ...sampleInput(deck), guides: [{ path: 'print/guide.pdf', paper: 'A4' }] });
  pages = new Map(outputs.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('utf8')]));
});

const page = (path: string) => pages.get(`site/${path}`) ?? '';

describe('the guide in the catalog', () => {
  test('has a page with its contents, from which its PDF and the agendas are reached', () => {
    const html = page('guide.html');
    const links = [...html.matchAll(/href="((?:guide|print|day)[^"]*)"/gu)].map(([, href]) => href);
    expect(links).toEqual(expect.arrayContaining(['guide/why.html', 'guide/how.html', 'print/guide.pdf', 'day.html']));
    expect(html).toContain('As a PDF, A4');
  });

  test('has a page for each chapter, which links to the cards’ catalog and to other chapters', () => {
    const html = page('guide/why.html');
    expect(html).toMatch(/<h1>Why<\/h1><p class="lead">Because\.<\/p>.*<h2>One<\/h2>.*Words\./u);
    expect(html).toContain('<a href="../guide/how.html">How</a>');
    expect(html).toContain('<li>A book</li>');
    expect(html).toMatch(/class="neighbours"[^>]*><a href="\.\.\/guide\/how\.html">Next: How<\/a>/u);
  });

  test('is reached from every page’s foot, and from the home page', () => {
    expect(page('cards.html')).toContain('<a href="guide.html">');
    expect(page('index.html')).toContain('href="day.html"');
  });
});

test('the agendas have a page', () => {
  expect(page('day.html')).toMatch(/<h2>One day<\/h2>.*At nine\./u);
});

test('its pages are valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
    rules: { 'require-sri': 'off' },
  });
  for (const path of ['guide.html', 'day.html', 'guide/why.html']) {
    const { results } = await validator.validateString(page(path));
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => `${path}: ${message}`))).toEqual([]);
  }
});

test('a deck without a guide or a day has no such pages and no links to them', async () => {
  const outputs = await buildSite(sampleInput());
  expect(outputs.filter(({ path }) => /guide|day\.html/u.test(path))).toEqual([]);
  const home = outputs.find(({ path }) => path === 'site/index.html');
  expect(Buffer.from(home?.bytes ?? []).toString('utf8')).not.toMatch(/guide\.html|day\.html/u);
});
