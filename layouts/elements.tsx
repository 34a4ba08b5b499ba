import type { ComponentType } from 'react';
import { z } from 'zod';
import type { Board, Worksheet } from '../src/model/kit.ts';
import { lookUp } from '../src/model/look-up.ts';
import type { BookLook, BookProps, Element, FaceProps, KitLook, KitProps, Look } from '../src/model/looks.ts';
import { prints } from './elements.print.tsx';
import { webs } from './elements.web.tsx';
import { pointer } from './parts/fields.ts';
import { PrintsContext } from './parts/setting.ts';

/**
 * The tags that a card may use, besides those that count and list cards (src/deck/cards/tallies.ts). To add one: an entry here, and a
 * component of its name in elements.print.tsx and elements.web.tsx.
 */
export const elements: Readonly<Record<string, Element>> = {
  Card: {
    attributes: { id: z.string().min(1), show: z.literal('number').optional() },
    cardIds: ['id'],
    text: ({ id, show }, { cards }) => {
      const card = cards.get(id ?? '');
      return pointer(card, show);
    },
    ...components('Card'),
  },
  Pips: {
    attributes: { count: digit('count'), of: digit('of') },
    cardIds: [],
    wrong: ({ count, of }) => (Number(count) > Number(of) ? `<Pips> can't fill ${count} of ${of} dots.` : undefined),
    text: () => '',
    ...components('Pips'),
  },
};

/** A look whose cards may also use an organization's own elements. */
export function printing(look: Look, own: ReadonlyMap<string, Element>): Look {
  if (own.size === 0) return look;
  const further = Object.fromEntries([...own].map(([name, { Print }]) => [name, Print]));
  const within = (Face: ComponentType<FaceProps>) => (props: FaceProps) => (
    <PrintsContext value={further}>
      <Face {...props} />
    </PrintsContext>
  );
  return { ...look, Front: within(look.Front), Back: within(look.Back) };
}

/** The layout of a board or a worksheet whose pages may also use an organization's own elements. */
export function printingPage<Page extends Board | Worksheet>(
  look: KitLook<Page>,
  own: ReadonlyMap<string, Element>,
): KitLook<Page> {
  if (own.size === 0) return look;
  const further = Object.fromEntries([...own].map(([name, { Print }]) => [name, Print]));
  const Inner = look.Page;
  const within = (props: KitProps<Page>) => (
    <PrintsContext value={further}>
      <Inner {...props} />
    </PrintsContext>
  );
  return { ...look, Page: within };
}

/** The layout of the guide whose chapters may also use an organization's own elements. */
export function printingBook(look: BookLook, own: ReadonlyMap<string, Element>): BookLook {
  if (own.size === 0) return look;
  const further = Object.fromEntries([...own].map(([name, { Print }]) => [name, Print]));
  const Inner = look.Book;
  const within = (props: BookProps) => (
    <PrintsContext value={further}>
      <Inner {...props} />
    </PrintsContext>
  );
  return { ...look, Book: within };
}

/** The schema of an attribute that holds a number of dots as text. */
function digit(name: string) {
  return z.string().regex(/^(10|[0-9])$/, `${name} is a whole number from 0 to 10`);
}

function components(name: string): Pick<Element, 'Print' | 'Web'> {
  const [Print, Web] = [lookUp(prints, name), lookUp(webs, name)];
  if (Print === undefined || Web === undefined) throw new Error(`The element <${name}> lacks a component.`);
  return { Print, Web };
}
