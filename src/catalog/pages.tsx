import type { ComponentType, ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { filled } from '../../layouts/words/words.ts';
import type { SiteLooks } from '../looks/page-layouts.ts';
import { cardHref, facetFile, kitHref } from '../model/addresses.ts';
import type { Card } from '../model/card.ts';
import type { Catalog, PageHead, PageProps } from '../model/catalog.ts';
import { goalHref, goalsOf } from '../model/goals.ts';
import { chapterHref } from '../model/guide.ts';
import { type Board, hasKit, hasRecord, type Worksheet } from '../model/kit.ts';
import { UsageError } from '../model/usage.ts';
import { summaryOf } from './catalog.ts';
import { Document } from './document.tsx';

/** A page that is not written yet. */
export interface Page {
  head: PageHead;
  body: ReactElement;
  /** What it is about beside its head and the catalog: a chapter, a board, a goal. */
  subject?: unknown;
}

/** Every page of the site. */
export function pagesOf(catalog: Catalog, looks: SiteLooks): Page[] {
  const kinds = [fixedPages, chapterPages, kitPages, cardPages, facetPages, goalPages, retiredPages];
  return kinds.flatMap((pages) => pages(catalog, looks));
}

/**
 * A page as HTML.
 *
 * @throws UsageError for a shell that leaves the page out
 */
export function written(catalog: Catalog, { head, body }: Page, { Frame }: SiteLooks): string {
  const html = renderToStaticMarkup(
    <Document Frame={Frame} catalog={catalog} head={head} base={baseOf(head.path, catalog)}>
      {body}
    </Document>,
  );
  if (!html.includes('<main id="main"')) {
    throw new UsageError(
      `${catalog.shell?.file} leaves the page out: put {children} between its header and its footer`,
    );
  }
  return `<!doctype html>${html}\n`;
}

/** The way from a page to the catalog's folder. Servers show 404.html under any address: where the catalog's own is known, it is that. */
function baseOf(path: string, { deck }: Catalog): string {
  if (path === MISSING && deck.url !== '') return new URL('.', deck.url).pathname;
  return path.includes('/') ? '../' : '';
}

const MISSING = '404.html';

type Fixed = [path: string, kind: string, title: string, description: string, Body: ComponentType<PageProps>];

/** Pages of which there is one each. */
function fixedPages(catalog: Catalog, looks: SiteLooks): Page[] {
  const words = catalog.deck.words.site;
  const { composeTitle, composeAbout } = catalog.deck.words.compose;
  const { title = composeTitle, about = composeAbout } = catalog.deck.compose ?? {};
  const composer: Fixed[] = catalog.deck.compose ? [['compose.html', 'compose', title, about, looks.compose]] : [];
  const fixed: Fixed[] = [
    ['index.html', 'home', words.homeTitle, summaryOf(catalog), looks.home],
    ['cards.html', 'grid', words.cards, words.cardsAbout, looks.grid],
    ['hand.html', 'hand', words.hand, words.handAbout, looks.hand],
    ['draw.html', 'draw', words.draw, words.drawAbout, looks.draw],
    ...composer,
    ['compare.html', 'compare', words.compare, words.compareAbout, looks.compare],
    ['workshop.html', 'workshop', words.workshopView, words.workshopAbout, looks.workshop],
    ['remote.html', 'remote', catalog.deck.words.remote.title, catalog.deck.words.remote.lead, looks.remote],
    ['print.html', 'print', words.print, words.printAbout, looks.print],
    ...workshopPages(catalog, looks),
    [MISSING, 'missing', words.noCard, words.missingAbout, looks.missing],
  ];
  return fixed.map(([path, kind, title, description, Body]) => ({
    head: { path, kind, title, description },
    body: <Body catalog={catalog} base={baseOf(path, catalog)} />,
  }));
}

/** Agendas, the day to run, the guide, boards and worksheets, where there are any. */
function workshopPages({ deck }: Catalog, looks: SiteLooks): Fixed[] {
  const { agendas, run, guide, words } = deck;
  const pages: Fixed[] = [];
  if (agendas) pages.push(['day.html', 'day', words.guide.agenda, words.guide.agendaAbout, looks.day]);
  if (run) pages.push(['run.html', 'run', words.run.runDay, words.run.runAbout, looks.run]);
  if (guide) pages.push(['guide.html', 'guide', words.guide.guideTitle, words.guide.guideAbout, looks.guide]);
  if (hasKit(deck)) pages.push(['sheets.html', 'kit', words.record.kitTitle, words.record.kitAbout, looks.kit]);
  if (hasRecord(deck)) {
    pages.push(['record.html', 'record', words.record.title, words.record.about, looks.record]);
  }
  return pages;
}

function chapterPages(catalog: Catalog, looks: SiteLooks): Page[] {
  return (catalog.deck.guide ?? []).map((chapter) => ({
    head: {
      path: chapterHref('', chapter.id),
      kind: 'chapter',
      title: chapter.title,
      description: chapter.lead || chapter.title,
    },
    body: <looks.chapter catalog={catalog} base="../" chapter={chapter} />,
    subject: chapter,
  }));
}

/** A page for each board and each worksheet. */
function kitPages(catalog: Catalog, looks: SiteLooks): Page[] {
  const { boards = [], worksheets = [] } = catalog.deck;
  const headOf = (page: Board | Worksheet): PageHead => ({
    ...{ path: kitHref('', page), kind: page.kind === 'board' ? 'board' : 'sheet' },
    ...{ title: page.title, description: page.lead || page.title },
    picture: page.kind === 'board' ? catalog.boardPictures.get(page.id)?.path : undefined,
  });
  return [
    ...boards.map((board) => ({
      head: headOf(board),
      body: <looks.board catalog={catalog} base="../" board={board} />,
      subject: board,
    })),
    ...worksheets.map((sheet) => ({
      head: headOf(sheet),
      body: <looks.sheet catalog={catalog} base="../" sheet={sheet} />,
      subject: sheet,
    })),
  ];
}

function cardPages(catalog: Catalog, looks: SiteLooks): Page[] {
  return catalog.deck.cards.map((card: Card) => ({
    head: {
      path: cardHref('', card.id),
      kind: 'card',
      title: [card.title, card.code].filter(Boolean).join(', '),
      description: card.gist || card.title,
      picture: catalog.pictures.get(`${card.id}.front`)?.path,
    },
    body: <looks.card catalog={catalog} base="../" card={card} />,
  }));
}

function facetPages(catalog: Catalog, looks: SiteLooks): Page[] {
  const words = catalog.deck.words.site;
  return catalog.facets.flatMap((facet) =>
    facet.values.map((value) => ({
      head: {
        path: `f/${facetFile(facet.key, value.value)}`,
        kind: 'shelf',
        title: `${facet.name}: ${value.name}`,
        description: value.about || filled(words.facetAbout, { facet: facet.name, value: value.name }),
      },
      body: <looks.shelf catalog={catalog} base="../" facet={facet} value={value} />,
    })),
  );
}

function goalPages(catalog: Catalog, looks: SiteLooks): Page[] {
  return goalsOf(catalog).map(([id, goal]) => ({
    head: { path: goalHref('', id), kind: 'goal', title: goal.title, description: goal.about || goal.title },
    body: <looks.goal catalog={catalog} base="../" goal={goal} />,
    subject: goal,
  }));
}

function retiredPages(catalog: Catalog, looks: SiteLooks): Page[] {
  const words = catalog.deck.words.site;
  return Object.keys(catalog.retired).map((id) => ({
    head: { path: cardHref('', id), kind: 'retired', title: words.retiredTitle, description: words.retiredAbout },
    body: <looks.retired catalog={catalog} base="../" id={id} />,
  }));
}
