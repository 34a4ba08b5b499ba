import type { ComponentType, ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { CardPage, RetiredPage } from '../../layouts/site/card.tsx';
import { type Catalog, cardHref, facetFile, type PageHead, type PageProps } from '../../layouts/site/catalog.ts';
import { Document } from '../../layouts/site/document.tsx';
import { FacetPage, Grid } from '../../layouts/site/grid.tsx';
import { Home, Missing } from '../../layouts/site/home.tsx';
import { PrintPage } from '../../layouts/site/print.tsx';
import { ComparePage, DrawPage, HandPage, RecipePage, WorkshopPage } from '../../layouts/site/tools.tsx';
import type { Card, Output } from '../model.ts';
import { summaryOf } from './catalog.ts';

interface Page {
  head: PageHead;
  body: ReactElement;
}

/** Every page of the site as HTML. */
export function pagesOf(catalog: Catalog): Output[] {
  return [...fixedPages(catalog), ...cardPages(catalog), ...facetPages(catalog), ...retiredPages(catalog)].map((page) =>
    render(catalog, page),
  );
}

function render(catalog: Catalog, { head, body }: Page): Output {
  const html = renderToStaticMarkup(
    <Document catalog={catalog} head={head} base={baseOf(head.path)}>
      {body}
    </Document>,
  );
  return { path: `site/${head.path}`, bytes: Buffer.from(`<!doctype html>${html}\n`) };
}

function baseOf(path: string): string {
  return path.includes('/') ? '../' : '';
}

/** Pages of which there is one each. */
function fixedPages(catalog: Catalog): Page[] {
  const fixed: [path: string, kind: string, title: string, description: string, Body: ComponentType<PageProps>][] = [
    ['index.html', 'home', 'a workshop deck', summaryOf(catalog), Home],
    ['cards.html', 'grid', 'Cards', 'Every card, with search and filters.', Grid],
    ['hand.html', 'hand', 'Hand', 'The cards you picked: order, share and print them.', HandPage],
    ['draw.html', 'draw', 'Draw', 'One card for each place at the table.', DrawPage],
    ['recipe.html', 'recipe', 'Compose a recipe', 'Ingredient cards make one if-then sentence.', RecipePage],
    ['compare.html', 'compare', 'Compare', 'Two to four cards, row by row.', ComparePage],
    ['workshop.html', 'workshop', 'Workshop view', 'One card at a time, for the projector.', WorkshopPage],
    ['print.html', 'print', 'Print', 'Print files, paper and printer settings.', PrintPage],
    ['404.html', 'missing', 'No card here', 'This address belongs to no card.', Missing],
  ];
  return fixed.map(([path, kind, title, description, Body]) => ({
    head: { path, kind, title, description },
    body: <Body catalog={catalog} base={baseOf(path)} />,
  }));
}

function cardPages(catalog: Catalog): Page[] {
  return catalog.deck.cards.map((card: Card) => ({
    head: {
      path: cardHref('', card.id),
      kind: 'card',
      title: [card.title, card.code].filter(Boolean).join(', '),
      description: card.gist || card.title,
      picture: catalog.pictures.get(`${card.id}.front`)?.path,
    },
    body: <CardPage catalog={catalog} base="../" card={card} />,
  }));
}

function facetPages(catalog: Catalog): Page[] {
  return catalog.facets.flatMap((facet) =>
    facet.values.map((value) => ({
      head: {
        path: `f/${facetFile(facet.key, value.value)}`,
        kind: 'shelf',
        title: `${facet.name}: ${value.name}`,
        description: value.about || `Cards with ${facet.name.toLowerCase()} ${value.name}.`,
      },
      body: <FacetPage catalog={catalog} base="../" facet={facet} value={value} />,
    })),
  );
}

function retiredPages(catalog: Catalog): Page[] {
  return Object.keys(catalog.retired).map((id) => ({
    head: { path: cardHref('', id), kind: 'retired', title: 'Retired card', description: 'This card was retired.' },
    body: <RetiredPage catalog={catalog} base="../" id={id} />,
  }));
}
