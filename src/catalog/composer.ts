import { namesIn, withoutNames } from '../model/braces.ts';
import type { Card } from '../model/card.ts';
import { familyOf, quoteOf } from '../model/card-facts.ts';
import type { Catalog } from '../model/catalog.ts';
import { formFacts, formSections } from '../model/composer-form.ts';
import type { Compose } from '../model/deck.ts';
import { headingOf, keyName } from '../model/deck-names.ts';
import { lookUp } from '../model/look-up.ts';
import { type Look, SHARED_BUDGETS } from '../model/looks.ts';
import { isList, mostValues } from '../model/written.ts';
import type {
  ComposerData,
  ComposerPart,
  ComposerSection,
  ComposerSlot,
  ComposerText,
  ComposerWidths,
} from './client/composer-data.ts';
import { widthsOf } from './letter-widths.ts';

/** The deck, the composer that its deck.yaml asks for, and the look of the suit that is made. */
interface Given {
  catalog: Catalog;
  compose: Compose;
  look: Look | undefined;
}

/** The data of the composer's form: what it asks for, how much of it the card holds, and what it makes, as declared by the look of its suit. */
export function composerOf(
  catalog: Catalog,
  compose: Compose,
  widths: ComposerWidths = widthsOf(catalog.deck.theme),
): ComposerData {
  const { deck, faces } = catalog;
  const suit = deck.suits.find(({ id }) => id === compose.makes);
  const given: Given = { catalog, compose, look: lookUp(faces, suit?.face ?? '') };
  const numbers = deck.cards.filter((card) => card.suit === suit?.id).map((card) => card.number ?? 0);
  const slots = Object.keys(compose.slots).map((key) => slotOf(given, key));
  const facts = factsOf(given);
  const sections = sectionsOf(given);
  return {
    lang: deck.lang,
    suit: compose.makes,
    one: suit?.one ?? compose.makes,
    number: 1 + Math.max(0, ...numbers),
    slots,
    texts: [...facts, ...sections.flatMap((section) => blanksOf(given, section, [...slots, ...facts]))],
    sections,
    widths,
    room: given.look?.room?.(catalog.format),
  };
}

/** What a slot or a text is called. */
function nameOf({ catalog: { deck }, compose }: Given, key: string): string {
  return lookUp(compose.names, key) ?? keyName(deck, key, compose.makes);
}

function slotOf(given: Given, key: string): ComposerSlot {
  const { catalog, compose, look } = given;
  const fits = lookUp(compose.slots, key) ?? '';
  const field = lookUp(look?.fields ?? {}, key);
  const cards = catalog.deck.cards.filter((card) => !card.blank && fitsIn(given, card, fits));
  return {
    key,
    name: nameOf(given, key),
    most: Math.min(MANY, field ? mostValues(field) : 1),
    isList: field !== undefined && isList(field),
    cards: cards.map((card) => partOf(catalog, card)),
  };
}

/** The most cards in a slot whose look sets no limit. */
const MANY = 9;

/** Whether a card is of the suit, or of the family of the suit of parts, that fits a slot. */
function fitsIn({ catalog, compose }: Given, card: Card, fits: string): boolean {
  if (card.suit === compose.parts && familyOf(card, catalog.deck)?.id === fits) return true;
  return card.suit === fits && card.code !== '';
}

function partOf(catalog: Catalog, card: Card): ComposerPart {
  const { id, code, title } = card;
  return { id, code, title, clause: quoteOf(catalog, card) || title };
}

/** The texts of the front matter. */
function factsOf(given: Given): ComposerText[] {
  const { compose, look } = given;
  const text = (path: readonly string[], most: number): ComposerText => {
    const key = path.at(-1) ?? '';
    return { key, name: nameOf(given, key), most, path };
  };
  return formFacts(compose, look).map((path) => text(path, budgetOf(path, look)));
}

/** How much a text of the front matter may hold; 0 where nobody says. */
function budgetOf(path: readonly string[], look: Look | undefined): number {
  const name = path.join('.');
  return lookUp<number>(SHARED_BUDGETS, name) ?? lookUp(look?.budgets ?? {}, name) ?? 0;
}

/** The sections, each with its sentence. */
function sectionsOf({ catalog, compose, look }: Given): ComposerSection[] {
  return formSections(compose, look).map(({ budget, ...section }) => ({
    ...section,
    name: headingOf(catalog.deck, section.heading),
    most: budget,
  }));
}

/** What is written in a section: what its sentence has in braces, and no slot or fact fills. */
function blanksOf(given: Given, section: ComposerSection, taken: readonly { key: string }[]): ComposerText[] {
  const { sentence, most, name } = section;
  const keys = namesIn(sentence);
  const blanks = keys.filter((key) => !taken.some((one) => one.key === key));
  const room = Math.max(0, most - withoutNames(sentence).length);
  const isWhole = sentence === `{${blanks[0]}}`;
  return blanks.map((key) => ({
    key,
    name: lookUp(given.compose.names, key) ?? (isWhole ? name : nameOf(given, key)),
    // Slots share the room too, but how much they take is known only once they are filled.
    most: blanks.length === keys.length ? Math.floor(room / keys.length) : room,
    path: [],
  }));
}
