import type { Card } from '../model/card.ts';
import { lookUp } from '../model/look-up.ts';
import type { Output } from '../model/output.ts';
import { artPath, type Catalog, cardHref, facetHref, familyOf } from '../model/pages.ts';
import { linesOf } from './lines.ts';

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

function cardsJson(catalog: Catalog) {
  const { deck } = catalog;
  return {
    $schema: 'cards.schema.json',
    name: deck.name,
    version: deck.version,
    credit: deck.credit,
    facets: catalog.facets.map(({ key, name, values }) => {
      return { key, name, values: values.map((one) => ({ value: one.value, name: one.name })) };
    }),
    cards: deck.cards.map((card) => cardJson(catalog, card)),
  };
}

function cardJson(catalog: Catalog, card: Card) {
  const { id, suit, number, code, title, gist, related, also = [], sources, copies, blank, fields } = card;
  return {
    id,
    suit,
    family: familyOf(catalog.deck, card)?.id ?? null,
    number: number ?? null,
    code,
    title,
    gist,
    related,
    also,
    sources,
    copies,
    blank,
    fields,
    sections: card.sections.map(({ heading, content }) => ({ heading, text: linesOf(catalog, content) })),
    pictures: (card.pictures ?? []).flatMap(({ name, alt }) => {
      const picture = lookUp(catalog.deck.pictures, name);
      return picture ? [{ path: artPath(picture), alt }] : [];
    }),
    page: cardHref('', id),
    front: catalog.pictures.get(`${id}.front`)?.path ?? null,
    back: catalog.pictures.get(`${id}.back`)?.path ?? null,
  };
}

const TEXT = { type: 'string' };
const MAYBE_TEXT = { type: ['string', 'null'] };
const TEXTS = { type: 'array', items: TEXT };

/** JSON Schema of `cards.json`. */
const CARDS_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Cards of a prepdeck catalog',
  type: 'object',
  required: ['name', 'version', 'credit', 'facets', 'cards'],
  properties: {
    $schema: TEXT,
    name: TEXT,
    version: TEXT,
    credit: TEXT,
    facets: {
      type: 'array',
      description: 'By what cards are found',
      items: {
        type: 'object',
        required: ['key', 'name', 'values'],
        properties: {
          key: { ...TEXT, description: 'suit, the key of the families, or a key of fields' },
          name: TEXT,
          values: {
            type: 'array',
            items: { type: 'object', required: ['value', 'name'], properties: { value: TEXT, name: TEXT } },
          },
        },
      },
    },
    cards: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'suit', 'code', 'title', 'gist', 'related', 'fields', 'sections', 'page'],
        properties: {
          id: { ...TEXT, description: 'For ever the same; names the page' },
          suit: TEXT,
          family: MAYBE_TEXT,
          number: { type: ['integer', 'null'], description: 'Unique in its series' },
          code: { ...TEXT, description: 'As printed; derived' },
          title: TEXT,
          gist: TEXT,
          related: { ...TEXTS, description: 'Ids' },
          also: { ...TEXTS, description: 'What others call it' },
          sources: TEXTS,
          copies: { type: 'integer', minimum: 1 },
          blank: { type: 'boolean' },
          fields: { type: 'object', description: 'The suit’s own fields' },
          sections: {
            type: 'array',
            items: { type: 'object', required: ['heading', 'text'], properties: { heading: TEXT, text: TEXT } },
          },
          pictures: {
            type: 'array',
            items: { type: 'object', required: ['path', 'alt'], properties: { path: TEXT, alt: TEXT } },
          },
          page: { ...TEXT, description: 'Relative to this file' },
          front: { ...MAYBE_TEXT, description: 'Picture, relative to this file' },
          back: { ...MAYBE_TEXT, description: 'Picture, relative to this file' },
        },
      },
    },
  },
} as const;

const COLUMNS = ['id', 'suit', 'family', 'number', 'code', 'title', 'gist'];

/** One line a card: what all cards have, a column for each facet of the looks, one for each section heading of the deck. */
function cardsCsv(catalog: Catalog): string {
  const { cards, facets } = catalog.deck;
  const columns = [...COLUMNS, ...facets.fields.map(({ key }) => key).filter((key) => !COLUMNS.includes(key))];
  const headings = [...new Set(cards.flatMap((card) => card.sections.map((section) => section.heading)))];
  const lines = cards.map((card) => {
    const known: Record<string, unknown> = { ...card.fields, ...card, family: familyOf(catalog.deck, card)?.id };
    const texts = headings.map((heading) => card.sections.find((one) => one.heading === heading)?.text ?? '');
    return [...columns.map((column) => [lookUp(known, column) ?? ''].flat().join(', ')), ...texts];
  });
  return `${[[...columns, ...headings], ...lines].map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** A cell by RFC 4180. A leading `=`, `+`, `-` or `@` would run as a formula in a spreadsheet, so an apostrophe goes before it. */
export function csvCell(value: unknown): string {
  const text = String(value);
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** https://llmstxt.org: the deck in Markdown, one line a card. */
function llmsTxt(catalog: Catalog): string {
  const { deck } = catalog;
  const suits = deck.suits.flatMap((suit) => {
    const cards = deck.cards.filter((card) => card.suit === suit.id && !card.blank);
    if (cards.length === 0) return [];
    const lines = cards.map(
      (card) =>
        `- [${card.code ? `${card.code} ` : ''}${card.title}](${deck.url}${cardHref('', card.id)}): ${card.gist}`,
    );
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
    ...deck.cards.map((card) => cardHref('', card.id)),
    ...Object.entries(deck.goals ?? {})
      .filter(([, goal]) => Object.keys(goal.cards).some((id) => catalog.byId.has(id)))
      .map(([id]) => `g/${id}.html`),
    ...facets.flatMap((facet) => facet.values.map((one) => facetHref('', facet.key, one.value))),
  ];
  const urls = paths.map((path) => `<url><loc>${escapeXml(deck.url + path)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A plate on a cloth. */
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
    background_color: deck.theme.colour.paper ?? '#ffffff',
    theme_color: deck.theme.colour.paper ?? '#ffffff',
    icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  };
}
