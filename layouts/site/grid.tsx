import { facetHref } from '../../src/model/addresses.ts';
import type { Card } from '../../src/model/card.ts';
import { tint } from '../../src/model/card-facts.ts';
import type { PageProps } from '../../src/model/catalog.ts';
import { cardCount } from '../../src/model/deck-names.ts';
import { familyFacet } from '../../src/model/facets.ts';
import { lookUp } from '../../src/model/look-up.ts';
import { EAGER, suitsToShow, Tiles } from './parts/cards.tsx';

/** Every card, by suit and family, with search and facets beside it. Without scripts the facets are links to their own pages. */
export default function Grid({ catalog, base }: PageProps) {
  const words = catalog.deck.words.site;
  return (
    <div className="browse">
      <div className="browse-head">
        <h1>{words.cards}</h1>
        <search className="js-only">
          <label htmlFor="q">{words.search}</label>
          <input id="q" type="search" autoComplete="off" spellCheck={false} placeholder={words.searchHint} />
          <kbd title={words.searchKey}>/</kbd>
        </search>
        <p className="found">
          <span id="found">{cardCount(catalog.deck, catalog.deck.cards.length)}</span>
          <span className="sr" role="status" id="found-said" />
        </p>
        <div className="js-only filters-place" id="filters" />
        <ul className="pills" id="pills" />
        <Jump catalog={catalog} base={base} />
      </div>
      <FacetPanel catalog={catalog} base={base} />
      <div className="results">
        <section id="ranked" aria-label={words.searchResults} hidden>
          <ul className="tiles" />
        </section>
        <p id="nothing" hidden>
          {words.nothing}
        </p>
        <div id="all">
          {suitsToShow(catalog).map((suit, i) => (
            <SuitSection key={suit.id} catalog={catalog} base={base} suit={suit.id} eager={i === 0 ? EAGER : 0} />
          ))}
        </div>
      </div>
    </div>
  );
}

/** Links to the suits further down, in reach while the cards scroll. */
function Jump({ catalog }: PageProps) {
  const suits = suitsToShow(catalog).filter(({ id }) => catalog.deck.cards.some((card) => card.suit === id));
  if (suits.length < 2) return null;
  return (
    <nav className="jump" aria-label={catalog.deck.words.site.jumpTo}>
      <ul>
        {suits.map((suit) => (
          <li key={suit.id}>
            <a href={`#${sectionId(suit.id)}`}>{suit.name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The id of a suit's section. Parts of the page itself have names such as `found`, which a suit may have, too. */
function sectionId(suit: string): string {
  return `suit-${suit}`;
}

function FacetPanel({ catalog, base }: PageProps) {
  return (
    <aside className="panel" aria-label={catalog.deck.words.site.filters} id="panel">
      {catalog.facets
        .filter((facet) => facet.values.length > 1)
        .map((facet) => (
          <details key={facet.key} className="facet" data-facet={facet.key} open={facet.key === 'suit'}>
            <summary>{facet.name}</summary>
            <ul>
              {facet.values.map((one) => (
                <li key={one.value} data-value={one.value}>
                  <a href={facetHref(base, facet.key, one.value)}>{one.name}</a>
                  <span className="count">{one.cards.length}</span>
                </li>
              ))}
            </ul>
          </details>
        ))}
    </aside>
  );
}

function SuitSection({ catalog, base, suit: id, eager }: PageProps & { suit: string; eager: number }) {
  const suit = catalog.deck.suits.find((one) => one.id === id);
  const cards = catalog.deck.cards.filter((card) => card.suit === id);
  if (!suit || cards.length === 0) return null;
  return (
    <section className="suit" id={sectionId(id)} aria-labelledby={`name-of-${id}`}>
      <h2 id={`name-of-${id}`}>
        <a href={facetHref(base, 'suit', id)}>{suit.name}</a>
      </h2>
      <p className="about">{suit.about}</p>
      {groupsOf(cards, suit.familyKey, suit.families).map((group, i) => (
        <section key={group.id} className={`family ${group.colour ? tint(group.colour) : ''}`}>
          {group.name && (
            <h3>
              <a href={facetHref(base, familyFacet(catalog.deck.facets, id), group.id)}>{group.name}</a>
            </h3>
          )}
          <Tiles catalog={catalog} base={base} cards={group.cards} eager={i === 0 ? eager : 0} />
        </section>
      ))}
    </section>
  );
}

interface Group {
  id: string;
  name: string;
  colour: string;
  cards: readonly Card[];
}

/** The cards of a suit by family, in the families' order; cards without a family (blanks) last. */
function groupsOf(
  cards: readonly Card[],
  key: string,
  families: readonly { id: string; name: string; colour: string }[],
): Group[] {
  const named = families.map((one) => ({ ...one, cards: cards.filter((card) => lookUp(card.fields, key) === one.id) }));
  const taken = new Set(named.flatMap((one) => one.cards));
  const rest = { id: '', name: '', colour: '', cards: cards.filter((card) => !taken.has(card)) };
  return [...named, rest].filter((one) => one.cards.length > 0);
}
