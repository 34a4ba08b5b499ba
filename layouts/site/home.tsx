import type { Card } from '../../src/model/card.ts';
import { familyFacet } from '../../src/model/facets.ts';
import { type Catalog, cardCount, cardHref, facetHref, type PageProps, sizeOf, tint } from '../../src/model/pages.ts';
import { filled } from '../words/words.ts';
import { Goals } from './goals.tsx';
import { CardLink, cardsOf, Picture, suitsToShow } from './parts.tsx';

/** Suits whose first cards lie on the home page's table, from left to right. */
const FAN = ['ingredient', 'risk', 'pattern', 'recipe', 'argument'];

/** The deck and the workshop in one screen, with cards to step into. */
export function Home({ catalog, base }: PageProps) {
  return (
    <>
      <Hero catalog={catalog} base={base} />
      <Goals catalog={catalog} base={base} />
      <Day catalog={catalog} base={base} />
      <Suits catalog={catalog} base={base} />
    </>
  );
}

function Hero({ catalog, base }: PageProps) {
  const { deck } = catalog;
  const words = deck.words.site;
  return (
    <section className="hero">
      <div className="hero-text">
        <p className="eyebrow">
          {cardCount(deck, sizeOf(deck))} {deck.tagline}
        </p>
        <h1>{deck.name}</h1>
        {deck.about && <p className="lead">{deck.about}</p>}
        <search className="home-search js-only">
          <label htmlFor="home-q">{words.search}</label>
          <input id="home-q" type="search" autoComplete="off" spellCheck={false} placeholder={words.searchHint} />
        </search>
        <p className="actions">
          <a className="button" href={`${base}cards.html`}>
            {words.browse}
          </a>
          <a className="button quiet" href={`${base}print.html`}>
            {words.printDeck}
          </a>
        </p>
      </div>
      <ul className="fan">
        {fanOf(catalog).map((card) => (
          <li key={card.id}>
            <a href={cardHref(base, card.id)}>
              <Picture catalog={catalog} base={base} card={card} side="front" lazy={false} alt={card.title} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One card of each of the named suits; of patterns one with a recipe to its name, so that the pictures belong together. */
function fanOf(catalog: Catalog): Card[] {
  const suits = catalog.deck.suits.map((one) => one.id);
  const wanted = FAN.every((id) => suits.includes(id)) ? FAN : suits.slice(0, 5);
  return wanted.flatMap((suit) => {
    const cards = cardsOf(catalog, suit);
    const used = cards.find((card) => suit === 'pattern' && catalog.usedBy.has(card.id));
    return used ?? cards[0] ?? [];
  });
}

/** An activity's minutes, or the days of one that lies before or after the workshop. */
function timeOf({ fields }: Card, words: PageProps['catalog']['deck']['words']['site']): string {
  return fields.minutes === undefined
    ? filled(words.days, { count: Number(fields.days ?? 0) })
    : String(fields.minutes);
}

/** The workshop: its phases, each with its activities and their minutes. */
function Day({ catalog, base }: PageProps) {
  const words = catalog.deck.words.site;
  const phases = cardsOf(catalog, 'phase');
  if (phases.length === 0) return null;
  return (
    <section className="day" aria-labelledby="day">
      <h2 id="day">{words.workshop}</h2>
      <ol className="phases">
        {phases.map((phase) => {
          const activities = cardsOf(catalog, 'activity').filter((one) => one.fields.phase === phase.id);
          const minutes = activities.reduce((sum, one) => sum + Number(one.fields.minutes ?? 0), 0);
          return (
            <li key={phase.id}>
              <h3>
                <a href={cardHref(base, phase.id)}>{phase.title}</a>
                {minutes > 0 && <span className="minutes">{filled(words.min, { count: minutes })}</span>}
              </h3>
              <p>{phase.gist}</p>
              <ul className="steps">
                {activities.map((card) => (
                  <li key={card.id}>
                    <a href={cardHref(base, card.id)}>{card.title}</a>
                    <span className="minutes">{timeOf(card, words)}</span>
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Suits({ catalog, base }: PageProps) {
  return (
    <section className="suits" aria-labelledby="suits">
      <h2 id="suits">{catalog.deck.words.site.inTheDeck}</h2>
      <ul>
        {suitsToShow(catalog).map((suit) => {
          const cards = cardsOf(catalog, suit.id);
          const [first] = cards;
          if (!first) return null;
          return (
            <li key={suit.id} className={tint(suit.colour)}>
              <Picture catalog={catalog} base={base} card={first} side="front" />
              <div>
                <h3>
                  <a href={facetHref(base, 'suit', suit.id)}>{suit.name}</a>{' '}
                  <span className="count">{cards.length}</span>
                </h3>
                <p>{suit.about}</p>
                {suit.families.length > 0 && <Families catalog={catalog} base={base} suit={suit.id} />}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Families({ catalog, base, suit }: PageProps & { suit: string }) {
  const families = catalog.deck.suits.find((one) => one.id === suit)?.families ?? [];
  const facet = familyFacet(catalog.deck.facets, suit);
  const used = new Set(catalog.facets.find((one) => one.key === facet)?.values.map((one) => one.value));
  return (
    <ul className="chips">
      {families
        .filter((family) => used.has(family.id))
        .map((family) => (
          <li key={family.id} className={tint(family.colour)}>
            <a className="chip" href={facetHref(base, facet, family.id)}>
              {family.name}
            </a>
          </li>
        ))}
    </ul>
  );
}

/** A page for an address that does not exist. */
export function Missing({ catalog, base }: PageProps) {
  const words = catalog.deck.words.site;
  const [first] = catalog.deck.cards;
  return (
    <section className="prose">
      <h1>{words.noCard}</h1>
      <p>{filled(words.noCardText, { name: catalog.deck.name })}</p>
      <p className="actions">
        <a className="button" href={`${base}cards.html`}>
          {words.browse}
        </a>
      </p>
      {first && (
        <p>
          {words.startWith} <CardLink base={base} card={first} />.
        </p>
      )}
    </section>
  );
}
