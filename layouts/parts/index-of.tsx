import type { Card, Family } from '../../src/model/card.ts';
import { matches, readQuery } from '../../src/model/query.ts';
import type { Mm } from '../../src/model/units.ts';
import { pt } from '../../src/model/units.ts';
import { Words } from './base.tsx';
import { accentOf, familyOf, suitOf } from './colour.ts';
import { usePage } from './page.tsx';
import { View } from './primitives.ts';

/** Every card that a query matches, by family: a table of contents for the wall. */
export function IndexOf({ of, w }: { of: string; w: Mm }) {
  const { deck, gap } = usePage();
  const read = readQuery(of, { facets: deck.facets, cards: deck.cards });
  const cards = 'ok' in read ? deck.cards.filter((card) => matches(read.ok, card) && !card.blank) : [];
  const groups = groupsOf(cards, (card) => familyOf(card, deck)?.id ?? card.suit);
  const columns = columnsFor(groups.length);
  const width = (w - (columns - 1) * gap) / columns;
  return (
    <View
      style={{
        flexDirection: 'row',
        flexWrap: 'wrap',
        columnGap: pt(gap),
        rowGap: pt(gap * 0.8),
        width: pt(w + 0.1),
        flexShrink: 0,
      }}
    >
      {groups.map((group) => (
        <Group key={group[0].id} cards={group} w={width} />
      ))}
    </View>
  );
}

/** How many families stand side by side, so that the longest titles have room in a column. */
function columnsFor(count: number): number {
  return Math.max(1, Math.ceil(Math.sqrt(count * 3.2)));
}

function groupsOf(cards: readonly Card[], keyOf: (card: Card) => string): [Card, ...Card[]][] {
  const groups = new Map<string, [Card, ...Card[]]>();
  for (const card of cards) {
    const group = groups.get(keyOf(card));
    if (group) group.push(card);
    else groups.set(keyOf(card), [card]);
  }
  return [...groups.values()];
}

/** A family: the beginning of its codes, large enough to be read from afar, then its cards. */
function Group({ cards, w }: { cards: readonly [Card, ...Card[]]; w: Mm }) {
  const { deck, type } = usePage();
  const [first] = cards;
  const family: Pick<Family, 'name'> = familyOf(first, deck) ?? suitOf(first, deck);
  const colour = accentOf(first, deck);
  const start = first.code.replace(/ ?\S+$/u, '');
  return (
    <View style={{ width: pt(w), flexShrink: 0 }}>
      <View style={{ borderTopWidth: 3, borderTopColor: colour, paddingTop: 2, paddingBottom: 3, flexShrink: 0 }}>
        <Words theme={deck.theme} display size={type.area} colour={colour} leading={1.05} w={w}>
          {start}
        </Words>
        <Words theme={deck.theme} size={type.label} weight={700} colour={colour} leading={1.25} w={w}>
          {family.name}
        </Words>
      </View>
      {cards.map((card) => (
        <Entry key={card.id} card={card} w={w} />
      ))}
    </View>
  );
}

/** Share of an index's column that the numbers take. */
const NUMBERS = 0.16;

function Entry({ card, w }: { card: Card; w: Mm }) {
  const { deck, type, colours } = usePage();
  const words = { theme: deck.theme, size: type.label * 0.88, colour: colours.ink, leading: 1.6 } as const;
  const number = card.code.replace(/^.* /u, '');
  return (
    <View style={{ flexDirection: 'row', width: pt(w), flexShrink: 0 }}>
      <Words {...words} weight={700} w={w * NUMBERS}>
        {number}
      </Words>
      <Words {...words} w={w * (1 - NUMBERS)}>
        {card.title}
      </Words>
    </View>
  );
}
