import type { Card } from './card.ts';
import type { Deck } from './deck.ts';
import { refsOf } from './fields.ts';
import type { Looks } from './loaded-looks.ts';
import { lookUp } from './look-up.ts';

/** Where names of values are: the deck's lists, its looks, and its cards by id. */
export interface NamedIn {
  deck: Pick<Deck, 'lists'>;
  faces: Looks['faces'];
  card(id: string): Card | undefined;
}

/** What a value at a path of a field, e.g. `stalls.0.zone`, is called: the card that it names, the name of a value in a list, else the value. */
export type NameOf = (value: string, path: string) => Card | string;

/** What the values of a card's field are called. */
export function namesIn(of: Card, key: string, { deck: { lists }, faces, card }: NamedIn): NameOf {
  const type = lookUp(lookUp(faces, of.face)?.fields, key);
  const refs = (kind: 'list' | 'card') => (type ? refsOf({ [key]: type }, of.fields, kind) : []);
  const names = new Map<string, Card | string | undefined>([
    ...refs('list').map(({ path, name, value }) => [path.join('.'), lookUp(lookUp(lists, name), value)] as const),
    ...refs('card').map(({ path, value }) => [path.join('.'), card(value)] as const),
  ]);
  return (value, path) => names.get(path) ?? lookUp(lookUp(lists, key), value) ?? value;
}
