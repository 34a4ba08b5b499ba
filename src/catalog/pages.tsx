import type { ComponentType, ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { CardPage, RetiredPage } from '../../layouts/site/card.tsx';
import { Document } from '../../layouts/site/document.tsx';
import { GoalPage, goalHref, goalsOf } from '../../layouts/site/goals.tsx';
import { FacetPage, Grid } from '../../layouts/site/grid.tsx';
import { Home, Missing } from '../../layouts/site/home.tsx';
import { PrintPage } from '../../layouts/site/print.tsx';
import { ComparePage, DrawPage, HandPage, RecipePage, WorkshopPage } from '../../layouts/site/tools.tsx';
import { filled } from '../../layouts/words/words.ts';
import type { Card } from '../model/card.ts';
import type { Output } from '../model/output.ts';
import { type Catalog, cardHref, facetFile, type PageHead, type PageProps } from '../model/pages.ts';
import { UsageError } from '../model/usage.ts';
import { summaryOf } from './catalog.ts';

interface Page {
  head: PageHead;
  body: ReactElement;
}

/**
 * Every page of the site as HTML.
 *
 * @throws UsageError for a shell that leaves the page out
 */
export function pagesOf(catalog: Catalog): Output[] {
  return [
    ...fixedPages(catalog),
    ...cardPages(catalog),
    ...facetPages(catalog),
    ...goalPages(catalog),
    ...retiredPages(catalog),
  ].map((page) => render(catalog, page));
}

function render(catalog: Catalog, { head, body }: Page): Output {
  const html = renderToStaticMarkup(
    <Document catalog={catalog} head={head} base={baseOf(head.path)}>
      {body}
    </Document>,
  );
  if (!html.includes('<main id="main"')) {
    throw new UsageError(
      `${catalog.shell?.file} leaves the page out: put {children} between its header and its footer`,
    );
  }
  return { path: `site/${head.path}`, bytes: Buffer.from(`<!doctype html>${html}\n`) };
}

function baseOf(path: string): string {
  return path.includes('/') ? '../' : '';
}

type Fixed = [path: string, kind: string, title: string, description: string, Body: ComponentType<PageProps>];

/** Pages of which there is one each. */
function fixedPages(catalog: Catalog): Page[] {
  const words = catalog.deck.words.site;
  const composer: Fixed[] = catalog.deck.compose
    ? [['recipe.html', 'recipe', words.recipeTitle, words.recipeAbout, RecipePage]]
    : [];
  const fixed: Fixed[] = [
    ['index.html', 'home', words.homeTitle, summaryOf(catalog), Home],
    ['cards.html', 'grid', words.cards, words.cardsAbout, Grid],
    ['hand.html', 'hand', words.hand, words.handAbout, HandPage],
    ['draw.html', 'draw', words.draw, words.drawAbout, DrawPage],
    ...composer,
    ['compare.html', 'compare', words.compare, words.compareAbout, ComparePage],
    ['workshop.html', 'workshop', words.workshopView, words.workshopAbout, WorkshopPage],
    ['print.html', 'print', words.print, words.printAbout, PrintPage],
    ['404.html', 'missing', words.noCard, words.missingAbout, Missing],
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
  const words = catalog.deck.words.site;
  return catalog.facets.flatMap((facet) =>
    facet.values.map((value) => ({
      head: {
        path: `f/${facetFile(facet.key, value.value)}`,
        kind: 'shelf',
        title: `${facet.name}: ${value.name}`,
        description: value.about || filled(words.facetAbout, { facet: facet.name, value: value.name }),
      },
      body: <FacetPage catalog={catalog} base="../" facet={facet} value={value} />,
    })),
  );
}

function goalPages(catalog: Catalog): Page[] {
  return goalsOf(catalog).map(([id, goal]) => ({
    head: { path: goalHref('', id), kind: 'goal', title: goal.title, description: goal.about || goal.title },
    body: <GoalPage catalog={catalog} base="../" goal={goal} />,
  }));
}

function retiredPages(catalog: Catalog): Page[] {
  const words = catalog.deck.words.site;
  return Object.keys(catalog.retired).map((id) => ({
    head: { path: cardHref('', id), kind: 'retired', title: words.retiredTitle, description: words.retiredAbout },
    body: <RetiredPage catalog={catalog} base="../" id={id} />,
  }));
}
