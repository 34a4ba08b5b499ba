import type { Card } from '../../model/card.ts';
import type { Deck } from '../../model/deck.ts';
import { headingOf } from '../../model/deck-names.ts';
import { refsOf } from '../../model/fields.ts';
import type { Looks } from '../../model/loaded-looks.ts';
import { lookUp } from '../../model/look-up.ts';

/**
 * What a card prints that stands elsewhere: names of its suit, its family and of values in its lists, titles and codes of cards that
 * it names, headings in the deck's words. When one of them changes the card must be printed anew, though its own file says the same.
 */
export function namesOn(card: Card, deck: Deck, { faces }: Looks): readonly unknown[] {
  const { fields = {}, prints } = lookUp(faces, card.face) ?? {};
  const suit = deck.suits.find((one) => one.id === card.suit);
  const key = suit?.familyKey ?? '';
  const family = suit?.families.find(({ id }) => id === lookUp(card.fields, key));
  const named = refsOf(fields, card.fields, 'card').map(({ value }) => deck.cards.find(({ id }) => id === value));
  const beside = prints === 'suit' ? deck.cards.filter((one) => one.suit === card.suit && !one.blank) : [];
  const related = deck.cards.filter(({ id }) => card.related.includes(id));
  return [
    [suit?.one, family?.name],
    refsOf(fields, card.fields, 'list').map(({ name, value }) => lookUp(lookUp(deck.lists, name), value)),
    named.map((one) => one && [one.code, one.title]),
    related.map(({ code, title }) => code || title).sort(),
    beside.map(({ title }) => title),
    card.sections.map(({ heading }) => headingOf(deck, heading)),
  ];
}
