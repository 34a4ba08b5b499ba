import { cardHref, facetHref, kitHref } from '../model/addresses.ts';
import type { Catalog } from '../model/catalog.ts';
import { escaped } from '../model/escaped.ts';
import { hasKit } from '../model/kit.ts';
import type { Output } from '../model/output.ts';
import { lightAndDark } from '../model/white-paper.ts';
import { cardsCsv } from './cards-csv.ts';
import { CARDS_SCHEMA, cardsJson } from './cards-json.ts';

/** Files for machines: the cards as data, a list of pages, icons. */
export function exportsOf(catalog: Catalog): Output[] {
  const files: [path: string, text: string][] = [
    ['cards.json', `${JSON.stringify(cardsJson(catalog), null, 1)}\n`],
    ['cards.schema.json', `${JSON.stringify(CARDS_SCHEMA, null, 2)}\n`],
    ['cards.csv', cardsCsv(catalog)],
    ['llms.txt', llmsTxt(catalog)],
    ['robots.txt', robotsTxt(catalog)],
    ['icon.svg', iconSvg(catalog)],
    ['site.webmanifest', `${JSON.stringify(webManifest(catalog), null, 2)}\n`],
  ];
  if (catalog.deck.url) files.push(['sitemap.xml', sitemap(catalog)]);
  return files.map(([path, text]) => ({ path: `site/${path}`, bytes: Buffer.from(text) }));
}

/** https://llmstxt.org: the deck in Markdown, one line a card. */
function llmsTxt(catalog: Catalog): string {
  const { deck } = catalog;
  const suits = deck.suits.flatMap((suit) => {
    const cards = deck.cards.filter((card) => card.suit === suit.id && !card.blank);
    if (cards.length === 0) return [];
    const lines = cards.map(({ code, title, id, gist }) => {
      const name = [code, title]
        .filter(Boolean)
        .join(' ')
        .replace(/[\\[\]]/gu, '\\$&');
      return `- [${name}](${deck.url}${cardHref('', id)}): ${gist}`.replace(/\s+/gu, ' ');
    });
    return [`## ${suit.name}`, '', suit.about, '', ...lines, ''];
  });
  const data = `All cards with their texts: [cards.json](${deck.url}cards.json), [cards.csv](${deck.url}cards.csv).`;
  return [`# ${deck.name}`, '', `> ${deck.credit}`, '', data, '', ...suits].join('\n');
}

function robotsTxt(catalog: Catalog): string {
  const sitemapLine = catalog.deck.url ? `Sitemap: ${catalog.deck.url}sitemap.xml\n` : '';
  return `User-agent: *\nAllow: /\n${sitemapLine}`;
}

function sitemap(catalog: Catalog): string {
  const { deck, facets } = catalog;
  const paths = [
    '',
    'cards.html',
    'print.html',
    'remote.html',
    ...(deck.agendas ? ['day.html'] : []),
    ...(deck.run ? ['run.html'] : []),
    ...(deck.guide ? ['guide.html', ...deck.guide.map(({ id }) => `guide/${id}.html`)] : []),
    ...(hasKit(deck) ? ['sheets.html'] : []),
    ...[...(deck.boards ?? []), ...(deck.worksheets ?? [])].map((page) => kitHref('', page)),
    ...deck.cards.map((card) => cardHref('', card.id)),
    ...Object.entries(deck.goals ?? {})
      .filter(([, goal]) => Object.keys(goal.cards).some((id) => catalog.byId.has(id)))
      .map(([id]) => `g/${id}.html`),
    ...facets.flatMap((facet) => facet.values.map((one) => facetHref('', facet.key, one.value))),
  ];
  const urls = paths.map((path) => `<url><loc>${escaped(deck.url + path)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}

/** The site's icon: a plate on a cloth, in the deck's colors. */
function iconSvg(catalog: Catalog): string {
  const { colour } = catalog.deck.theme;
  const [cloth, plate] = [colour.extra ?? colour.ink ?? '#000000', colour.paper ?? '#ffffff'];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="5" fill="${cloth}"/><circle cx="12" cy="12" r="7.5" fill="${plate}"/><circle cx="12" cy="12" r="4.5" fill="none" stroke="${cloth}"/></svg>\n`;
}

function webManifest(catalog: Catalog) {
  const { deck } = catalog;
  return {
    name: deck.name,
    short_name: deck.name,
    start_url: './index.html',
    scope: './',
    display: 'standalone',
    lang: deck.lang,
    background_color: lightAndDark(deck.theme)[0],
    theme_color: lightAndDark(deck.theme)[0],
    icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  };
}
