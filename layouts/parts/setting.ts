import type { ComponentType } from 'react';
import { createContext, createElement, useContext } from 'react';
import type { Deck } from '../../src/model/deck.ts';
import type { ElementProps } from '../../src/model/looks.ts';
import type { Mm, Pt } from '../../src/model/units.ts';
import { cardsOf } from './fields.ts';

/** How a card's Markdown is set. */
export interface Setting {
  deck: Deck;
  /** Width of the column. */
  w: Mm;
  size: Pt;
  /** How high a picture may be. */
  tallest: Mm;
  colour: string;
  /** For subheads, bullets and codes. */
  accent: string;
  /** For lines between rows. */
  hairline: string;
  weight?: 400 | 600;
  italic?: boolean;
  align?: 'left' | 'center';
  leading?: number;
  /** Widths of a table's columns, where its rows are set one by one. */
  columns?: readonly Mm[];
  /** True where links can be followed: in a PDF that is read on a screen. */
  links?: boolean;
}

/** The setting of the text around a component. */
export const SettingContext = createContext<Setting | undefined>(undefined);

/** Print components of an organization's own elements, by name: from the `layouts/` folders beside its decks. */
export const PrintsContext = createContext<Readonly<Record<string, ComponentType<ElementProps>>>>({});

/** The setting of the text around a component; only inside Content. */
export function useSetting(): Setting {
  const setting = useContext(SettingContext);
  if (setting === undefined) throw new Error('This component belongs inside Content.');
  return setting;
}

/** An element's print component as a component of its attributes, which load has checked to be texts. */
export function tag(Print: ComponentType<ElementProps>): ComponentType<Record<string, unknown>> {
  return function Tag(props) {
    const texts = Object.entries(props).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    const cards = cardsOf(
      useSetting().deck,
      texts.map(([, value]) => value),
    );
    const context = { cards: new Map(cards.map((card) => [card.id, card])), base: '' };
    return createElement(Print, { attributes: Object.fromEntries(texts), context });
  };
}
