import type { ComponentType } from 'react';
import type { Card } from './card.ts';
import type { Facet, FacetValue, PageProps } from './catalog.ts';
import type { Goal } from './deck.ts';
import type { Chapter } from './guide.ts';
import type { Board, Worksheet } from './kit.ts';

/** The props of a card's page. */
export interface CardPageProps extends PageProps {
  card: Card;
}

/** The props of the page of one value of a facet. */
export interface ShelfPageProps extends PageProps {
  facet: Facet;
  value: FacetValue;
}

/** The props of a goal's page. */
export interface GoalPageProps extends PageProps {
  goal: Goal;
}

/** The props of a retired card's page. */
export interface RetiredPageProps extends PageProps {
  /** The card's id. */
  id: string;
}

/** The catalog's pages by name, each the default export of `layouts/site/<name>.tsx`: the content of its `<main>`. */
export interface Pages {
  home: ComponentType<PageProps>;
  /** All cards, with search and facets. */
  grid: ComponentType<PageProps>;
  card: ComponentType<CardPageProps>;
  shelf: ComponentType<ShelfPageProps>;
  goal: ComponentType<GoalPageProps>;
  hand: ComponentType<PageProps>;
  draw: ComponentType<PageProps>;
  /** Cards and words into a card of one's own. */
  compose: ComponentType<PageProps>;
  compare: ComponentType<PageProps>;
  workshop: ComponentType<PageProps>;
  print: ComponentType<PageProps>;
  /** For an address that does not exist. */
  missing: ComponentType<PageProps>;
  retired: ComponentType<RetiredPageProps>;
  /** The guide's contents. */
  guide: ComponentType<PageProps>;
  chapter: ComponentType<ChapterPageProps>;
  /** The agendas of the workshop. */
  day: ComponentType<PageProps>;
  /** The workshop, led through step by step. */
  run: ComponentType<PageProps>;
  /** Cards as pictures, for rooms that meet online. */
  remote: ComponentType<PageProps>;
  /** Boards and worksheets. */
  kit: ComponentType<PageProps>;
  board: ComponentType<BoardPageProps>;
  /** A worksheet as a form. */
  sheet: ComponentType<SheetPageProps>;
  /** All that was written on worksheets. */
  record: ComponentType<PageProps>;
}

/** The props of a board's page. */
export interface BoardPageProps extends PageProps {
  board: Board;
}

/** The props of a worksheet's page. */
export interface SheetPageProps extends PageProps {
  sheet: Worksheet;
}

/** The props of the page of a chapter of the guide. */
export interface ChapterPageProps extends PageProps {
  chapter: Chapter;
}
