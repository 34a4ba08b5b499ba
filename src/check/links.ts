import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { fieldsNaming, refsOf } from '../model/fields.ts';
import type { Looks } from '../model/loaded-looks.ts';
import { lookUp } from '../model/look-up.ts';
import { error, type Problem } from '../model/problem.ts';
import { didYouMean, noCard } from '../model/suggest.ts';

/** The deck, looks and cards that links are checked against. */
interface Known {
  deck: Deck;
  /** By the name of a face the fields that may name cards. */
  naming: ReadonlyMap<string, Fields>;
  cards: ReadonlyMap<string, Card>;
  /** Ids that a link may name though no such card is in the deck: broken ones, those that it hides, those without a translation. */
  exempt: ReadonlySet<string>;
}

type Fields = Parameters<typeof refsOf>[0];

/** Every id of a card in front matter names a card of the right suit. A card named in `related` names the other too, and none names itself. */
export function checkLinks(deck: Deck, looks: Looks, broken: ReadonlySet<string>): Problem[] {
  const cards = new Map(deck.cards.map((card) => [card.id, card]));
  const faces = Object.entries(looks.faces);
  const known: Known = {
    deck,
    naming: new Map(faces.map(([name, { fields }]) => [name, fieldsNaming(fields, 'card')])),
    cards,
    exempt: new Set([...broken, ...(deck.hidden ?? []), ...deck.untranslated]),
  };
  return deck.cards.flatMap((card) => [...checkRelated(card, known), ...checkFields(card, known)]);
}

function checkRelated(card: Card, { deck, cards, exempt }: Known): Problem[] {
  return card.related.flatMap((id, i): Problem[] => {
    const place = lookUp(card.places, `related.${i}`);
    const say = (rule: string, message: string, note?: string) =>
      error({ file: card.file, place, rule: `card/${rule}`, message, note, got: id });
    if (id === card.id) return [say('related-self', 'A card is not related to itself.')];
    if (exempt.has(id)) return [];
    const other = cards.get(id);
    if (!other) return [say('no-card', noCard(id, cards.keys(), deck))];
    if (other.related.includes(card.id) || !oneAuthor(card, other)) return [];
    const message = `"${id}" does not answer: its "related" does not name "${card.id}".`;
    return [say('related-one-way', message, `Add it in ${other.file}, or take it out here.`)];
  });
}

/** Whether both cards' links are of one deck's files: an author who extends a deck can't make its cards link back. */
function oneAuthor(card: Card, other: Card): boolean {
  const overridden = card.places.related?.file ?? other.places.related?.file;
  return card.layer === other.layer && overridden === undefined && deckOf(card) === deckOf(other);
}

/** The folder of the deck that a card's file is in: that of the one above where an override takes the place of the whole card. */
function deckOf({ file }: Card): string {
  return file.replace(/(^|\/)(?:cards|overrides)\/.*$/u, '');
}

function checkFields(card: Card, { deck, naming, cards, exempt }: Known): Problem[] {
  return refsOf(naming.get(card.face) ?? {}, card.fields, 'card').flatMap(({ path, name, value }): Problem[] => {
    if (exempt.has(value)) return [];
    const other = cards.get(value);
    if (other && (name === '*' || other.suit === name)) return [];
    const ids = deck.cards.filter((one) => name === '*' || one.suit === name).map((one) => one.id);
    const one = deck.suits.find((suit) => suit.id === name)?.one ?? name;
    const message = other
      ? `"${value}" is a card, but not of the suit "${name}".${didYouMean(value, ids)}`
      : noCard(value, ids, { retired: deck.retired, suit: name === '*' ? undefined : one });
    const place = lookUp(card.places, path.join('.'));
    const allowed = ids.length <= 12 ? ids : undefined;
    return [error({ file: card.file, place, rule: 'card/no-card', message, allowed, got: value })];
  });
}
