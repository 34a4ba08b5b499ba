import type { Card } from '../model/card.ts';
import { colourTokenOf, familyOf, lastsOf, quoteOf, tint } from '../model/card-facts.ts';
import type { Catalog } from '../model/catalog.ts';
import { outcomesOf } from '../model/day.ts';
import type { Deck } from '../model/deck.ts';
import { headingOf } from '../model/deck-names.ts';
import { familyFacet } from '../model/facets.ts';
import { hasRecord } from '../model/kit.ts';
import type { Output } from '../model/output.ts';
import type { WorkshopRun } from '../model/run.ts';
import type { SlugFont } from '../pdf/slug-font.ts';
import { shapesOf } from '../record/shapes.ts';
import type { CardSection, CardTexts, IndexCard, IndexData, IndexDraw, TextsData } from './client/card-data.ts';
import type { PackedFont, PressData } from './client/print-data.ts';
import type { PlanData, SheetsData } from './client/workshop-data.ts';
import { composerOf } from './composer.ts';
import { shapedLines } from './content-lines.ts';
import type { SiteInput } from './input.ts';
import { widthsOnce } from './letter-widths.ts';

/** The data files of the client script: the first index, loaded at once; texts and pictures when they are needed. */
export async function dataScripts(catalog: Catalog, input: Pick<SiteInput, 'cache'>): Promise<Output[]> {
  const { compose, theme } = catalog.deck;
  const widths = compose && (await widthsOnce(theme, input.cache));
  return [
    scriptOf('index', 'deckIndex', indexOf(catalog)),
    scriptOf('texts', 'deckTexts', textsOf(catalog)),
    ...(hasRecord(catalog.deck) ? [scriptOf('sheets', 'deckSheets', sheetsOf(catalog.deck))] : []),
    ...(compose ? [scriptOf('composer', 'deckComposer', composerOf(catalog, compose, widths))] : []),
    ...(catalog.deck.run ? [scriptOf('plan', 'deckPlan', planOf(catalog.deck, catalog.deck.run))] : []),
  ];
}

/** The data that hands are printed from; none where this site can't print them. */
export function pressScript(input: SiteInput): Output[] {
  const press = pressOf(input);
  return press ? [scriptOf('press', 'deckPress', press)] : [];
}

/** The times of the workshop; what an activity needs stands on the page. */
function planOf({ url }: Deck, { start, agendas, fewest, groups }: WorkshopRun): PlanData {
  return { start, agendas, fewest, groups, url };
}

/** A classic script that sets one global: unlike JSON it loads from `file://`, and the site's policy lets it. */
function scriptOf(file: string, name: string, data: unknown): Output {
  return { path: `site/${file}.js`, bytes: Buffer.from(`${name}=${JSON.stringify(data)}\n`) };
}

function indexOf(catalog: Catalog): IndexData {
  const { deck, facets } = catalog;
  return {
    name: deck.name,
    version: deck.version,
    facets: facets.map(({ key, name, values }) => ({ key, name, values: values.map((one) => [one.value, one.name]) })),
    retired: catalog.retired,
    draw: drawOf(deck),
    printable: catalog.printable,
    cards: deck.cards.map((card) => indexCardOf(catalog, card)),
  };
}

function sheetsOf(deck: Deck): SheetsData {
  const { name, version, words, day } = deck;
  return { name, version, words: words.record, sheets: shapesOf(deck), outcomes: outcomesOf(day) };
}

function drawOf({ draw = [], compose, suits, facets }: Deck): IndexDraw {
  const parted = compose?.parts ?? '';
  return {
    usual: draw,
    limited: draw.find((one) => suits.some(({ id }) => id === one)) ?? '',
    parted,
    parts: familyFacet(facets, parted),
  };
}

function indexCardOf(catalog: Catalog, card: Card): IndexCard {
  const places = catalog.facets.map(({ values }) =>
    values.flatMap((one, at) => (one.cards.includes(card) ? [at] : [])),
  );
  return [card.id, card.code, card.title, card.gist, places];
}

function textsOf(catalog: Catalog): TextsData {
  const { deck } = catalog;
  return Object.fromEntries(deck.cards.map((card) => [card.id, cardTextsOf(catalog, card)]));
}

function cardTextsOf(catalog: Catalog, card: Card): CardTexts {
  const suit = catalog.deck.suits.find((one) => one.id === card.suit);
  const picture = (side: 'front' | 'back') => catalog.pictures.get(`${card.id}.${side}`);
  const { front, back } = { front: picture('front'), back: picture('back') };
  return {
    kind: familyOf(card, catalog.deck)?.name ?? suit?.one ?? '',
    tint: tint(colourTokenOf(catalog.deck, card)),
    said: quoteOf(catalog, card),
    also: card.also?.join(' · ') ?? '',
    choose: card.choose ?? '',
    // Without web addresses: nobody searches for one, and each word in it would be a hit.
    sources: card.sources.join(' · ').replace(/https?:\S+/g, ''),
    sections: [
      ...card.sections.map(({ heading, content }): CardSection => {
        const lines = shapedLines(catalog, content);
        const shapes = lines.map(({ shape }) => shape).join('');
        return [headingOf(catalog.deck, heading), lines.map(({ text }) => text).join('\n'), shapes];
      }),
      ...namedOf(card),
    ],
    minutes: lastsOf(catalog, card, 'minutes'),
    pictures: [front?.path ?? '', back?.path ?? ''],
    size: front ? [front.width, front.height] : [0, 0],
  };
}

/** Texts that stand in lists of the front matter, such as the Detractor's behaviors. */
function namedOf(card: Card): CardSection[] {
  const lists = Object.values(card.fields).filter(Array.isArray).flat();
  return lists.flatMap((one) => {
    if (typeof one !== 'object' || one === null) return [];
    const [name, ...rest] = Object.values(one).map(String);
    return [[name ?? '', rest.join('. '), 'p'] as const];
  });
}

function pressOf({ deck, format, faces, press }: SiteInput): PressData | undefined {
  if (!faces || !press) return undefined;
  const { name, version, date, lang, words } = deck;
  const keys = [...faces.pages].sort(([, a], [, b]) => a - b).map(([key]) => key);
  return {
    words: { deck: name, version, sheets: words.sheets },
    date,
    lang,
    format,
    stocks: press.stocks,
    faces: { path: faces.path, bytes: faces.bytes, keys },
    font: packed(press.font),
  };
}

function packed({ data, others, ...font }: SlugFont): PackedFont {
  return { ...font, data: Buffer.from(data).toString('base64'), ...(others && { others: others.map(packed) }) };
}
