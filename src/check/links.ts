import { refsOf } from '../fields.ts';
import type { Card, Deck, Looks } from '../model.ts';
import { error, type Problem } from '../problem.ts';
import { didYouMean } from '../suggest.ts';

/** Every id of a card in front matter names a card of the right suit; `related` is answered and not to oneself. */
export function checkLinks(deck: Deck, looks: Looks, broken: ReadonlySet<string>): Problem[] {
  const cards = new Map(deck.cards.map((card) => [card.id, card]));
  return deck.cards.flatMap((card) => [
    ...checkRelated(card, cards, broken),
    ...checkFields(card, cards, broken, deck, looks),
  ]);
}

function checkRelated(card: Card, cards: ReadonlyMap<string, Card>, broken: ReadonlySet<string>): Problem[] {
  return card.related.flatMap((id, i): Problem[] => {
    const place = card.places[`related.${i}`];
    const say = (rule: string, message: string, note?: string) =>
      error({ file: card.file, place, rule: `card/${rule}`, message, note, got: id });
    if (id === card.id) return [say('related-self', 'A card is not related to itself.')];
    if (broken.has(id)) return [];
    const other = cards.get(id);
    if (!other) return [say('no-card', noCard(id, cards.keys()))];
    if (other.related.includes(card.id)) return [];
    const message = `"${id}" does not answer: its "related" does not name "${card.id}".`;
    return [say('related-one-way', message, `Add it in ${other.file}, or take it out here.`)];
  });
}

function checkFields(
  card: Card,
  cards: ReadonlyMap<string, Card>,
  broken: ReadonlySet<string>,
  deck: Deck,
  looks: Looks,
): Problem[] {
  const look = looks.faces[card.face];
  return refsOf(look?.fields ?? {}, card.fields, 'card').flatMap(({ path, name, value }): Problem[] => {
    if (broken.has(value)) return [];
    const other = cards.get(value);
    if (other && (name === '*' || other.suit === name)) return [];
    const ids = deck.cards.filter((one) => name === '*' || one.suit === name).map((one) => one.id);
    const one = deck.suits.find((suit) => suit.id === name)?.one ?? name;
    const message = other
      ? `"${value}" is a card, but not of the suit "${name}".${didYouMean(value, ids)}`
      : noCard(value, ids, name === '*' ? undefined : one);
    const place = card.places[path.join('.')];
    const allowed = ids.length <= 12 ? ids : undefined;
    return [error({ file: card.file, place, rule: 'card/no-card', message, allowed, got: value })];
  });
}

function noCard(id: string, ids: Iterable<string>, suit?: string): string {
  return `There is no ${suit ? `${suit} card` : 'card'} "${id}".${didYouMean(id, ids)}`;
}
