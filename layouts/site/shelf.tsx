import { facetHref, parameterOf } from '../../src/model/addresses.ts';
import { tint } from '../../src/model/card-facts.ts';
import { cardCount } from '../../src/model/deck-names.ts';
import type { ShelfPageProps } from '../../src/model/pages.ts';
import { filled } from '../words/words.ts';
import { EAGER, Tiles } from './parts/cards.tsx';

/** One value of one facet: what it means, and its cards. */
export default function ShelfPage({ catalog, base, facet, value }: ShelfPageProps) {
  const words = catalog.deck.words.site;
  const query = `${encodeURIComponent(parameterOf(facet.key))}=${encodeURIComponent(value.value)}`;
  return (
    <div className={`shelf ${tint(value.colour)}`}>
      <p className="eyebrow">{facet.name}</p>
      <h1>{value.name}</h1>
      {value.about && <p className="lead">{value.about}</p>}
      <p className="found">
        {cardCount(catalog.deck, value.cards.length)}{' '}
        <a className="js-only" href={`${base}cards.html?${query}`}>
          {words.filterFurther}
        </a>
      </p>
      <Tiles catalog={catalog} base={base} cards={value.cards} eager={EAGER} />
      <nav className="others" aria-label={filled(words.otherValues, { facet: facet.name })}>
        <ul className="chips">
          {facet.values.map((one) => (
            <li key={one.value} className={tint(one.colour)}>
              <a
                className="chip"
                href={facetHref(base, facet.key, one.value)}
                aria-current={one.value === value.value ? 'page' : undefined}
              >
                {one.name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
