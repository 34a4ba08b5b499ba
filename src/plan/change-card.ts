import type { ElementContent, Root } from 'hast';
import { filled } from '../../layouts/words/words.ts';
import type { Changes } from '../deck/chain/edition.ts';
import type { Card, Section } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { lookUp } from '../model/look-up.ts';
import { UsageError } from '../model/usage.ts';

/** Characters that fit on one side of a reference card in readable type. */
const FULL = 420;

/** A heading and the codes under it. */
interface Block {
  heading: string;
  codes: readonly string[];
}

/**
 * A deck with a generated card, or several, that list what has changed since an edition.
 *
 * @returns the deck with these cards first, and the ids of all that is to be printed
 * @throws UsageError where nothing has changed
 */
export function withChangeCards(deck: Deck, changes: Changes): { deck: Deck; ids: ReadonlySet<string> } {
  const { since, added, changed, retired, before } = changes;
  const words = deck.words.faces;
  const codes = new Map(deck.cards.map(({ id, code, title }) => [id, unbroken(code) || title]));
  const codeOf = (id: string) => codes.get(id) ?? id;
  const swapped = (id: string) => {
    const [code, old] = [codeOf(id), unbroken(lookUp(before, id) ?? '')];
    return old === '' || old === code ? code : filled(words.wasCalled, { code, old });
  };
  const blocks: Block[] = [
    { heading: words.putIn, codes: added.map(codeOf) },
    { heading: words.swap, codes: changed.map(swapped) },
    {
      heading: words.takeOut,
      codes: retired.map(({ id, code, heir }) => {
        const old = unbroken(code) || id;
        return heir === '' ? old : filled(words.nowCalled, { old, code: codeOf(heir) });
      }),
    },
  ].filter((block) => block.codes.length > 0);
  if (blocks.length === 0)
    throw new UsageError(`no card has changed since edition ${since}: there is nothing to print`);
  const cards = pairs(sidesOf(blocks)).map((sides, at) => changeCard(deck, { since, at, sides }));
  return {
    deck: { ...deck, cards: [...cards, ...deck.cards] },
    ids: new Set([...cards.map((card) => card.id), ...added, ...changed]),
  };
}

/** The content of a generated card, and its number. */
interface Listing {
  since: string;
  /** Which of the generated cards it is, from 0. */
  at: number;
  sides: readonly [front: readonly Block[], back: readonly Block[]];
}

function changeCard(deck: Deck, { since, at, sides: [front, back] }: Listing): Card {
  const words = deck.words.faces;
  const suit = deck.suits.find((one) => one.face === 'reference') ?? deck.suits[0];
  const taken = (id: string): string => (deck.cards.some((card) => card.id === id) ? taken(`${id}-list`) : id);
  return {
    id: taken(at === 0 ? 'what-changed' : `what-changed-${at + 1}`),
    suit: suit?.id ?? '',
    code: '',
    title: words.whatChanged,
    gist: filled(words.fromTo, { since, version: deck.version }),
    related: [],
    sources: [],
    copies: 1,
    blank: false,
    face: 'reference',
    fields: {},
    sections: [section('Front', front, words.codesStay), section('Back', back, words.codesStay)],
    file: `${(deck.file ?? 'deck.yaml').replace(/deck\.yaml$/u, '')}editions/${since}.json`,
    places: {},
  };
}

/** A code that is not broken over two lines. */
function unbroken(code: string): string {
  return code.replaceAll(' ', '\u00a0');
}

/** Cuts blocks so that each side of a card is full but not more. */
function sidesOf(blocks: readonly Block[]): Block[][] {
  const sides: Block[][] = [[]];
  let room = FULL;
  for (const { heading, codes } of blocks) {
    let open: string[] | undefined;
    for (const code of codes) {
      const length = code.length + 3 + (open ? 0 : heading.length);
      if (length > room) {
        sides.push([]);
        [room, open] = [FULL, undefined];
      }
      if (!open) {
        open = [];
        sides.at(-1)?.push({ heading, codes: open });
      }
      open.push(code);
      room -= length;
    }
  }
  return sides;
}

function pairs(sides: readonly Block[][]): [Block[], Block[]][] {
  return Array.from({ length: Math.ceil(sides.length / 2) }, (_, at) => [sides[2 * at] ?? [], sides[2 * at + 1] ?? []]);
}

/** @param empty what a side says that would else be empty */
function section(heading: string, blocks: readonly Block[], empty: string): Section {
  const texts = blocks.flatMap((block) => [element('h3', block.heading), element('p', block.codes.join(' · '))]);
  const children = texts.length > 0 ? texts : [element('p', empty)];
  const content: Root = { type: 'root', children };
  const text = blocks.flatMap((block) => [block.heading, block.codes.join(' · ')]).join(' ');
  return { heading, content, text: text || empty, place: { line: 1, column: 1 } };
}

function element(tagName: string, value: string): ElementContent {
  return { type: 'element', tagName, properties: {}, children: [{ type: 'text', value }] };
}
