import { cardHref, facetHref } from '../../src/model/addresses.ts';
import type { Card } from '../../src/model/card.ts';
import { lastsOf, tint } from '../../src/model/card-facts.ts';
import type { Catalog, PageProps } from '../../src/model/catalog.ts';
import { cardCount, withBlanks } from '../../src/model/deck-names.ts';
import { familyFacet } from '../../src/model/facets.ts';
import { counted, filled } from '../words/words.ts';
import { printedCardsOf, SidePicture, suitsToShow } from './parts/cards.tsx';
import { Goals } from './parts/goals.tsx';
import { WorkshopLinks } from './parts/workshop.tsx';

/** How many suits the home page shows where the deck does not say which. */
const FAN = 5;

/** The deck and the workshop in one screen, with cards to step into. */
export default function Home({ catalog, base }: PageProps) {
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
          {cardCount(deck, deck.cards.length)} {deck.tagline}
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
              <SidePicture catalog={catalog} base={base} card={card} side="front" alt={card.title} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One card of each suit to show. Of the suit that composed cards use, one that is in use, so that the pictures belong together. */
function fanOf(catalog: Catalog): Card[] {
  const { suits, fan = suits.slice(0, FAN).map((one) => one.id), compose } = catalog.deck;
  const composed = Object.values(compose?.slots ?? {});
  return fan.flatMap((suit) => {
    const cards = printedCardsOf(catalog, suit);
    const used = cards.find((card) => composed.includes(suit) && catalog.usedBy.has(card.id));
    return used ?? cards[0] ?? [];
  });
}

/** An activity's minutes, or its days if it takes place before or after the workshop. */
function timeOf(catalog: Catalog, card: Card): string {
  const minutes = lastsOf(catalog, card, 'minutes');
  return minutes > 0 ? String(minutes) : counted(lastsOf(catalog, card, 'days'), catalog.deck.words.site.days);
}

/** Activities as day.yaml has them one after the other; those that it does not name come last, as they are numbered. */
function inOrderOfDay({ deck: { day } }: Catalog, cards: readonly Card[]): Card[] {
  const order = day?.activities.map(({ id }) => id) ?? [];
  const place = ({ id }: Card) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...cards].sort((a, b) => place(a) - place(b));
}

/** The workshop: its phases, each with its activities and their minutes. */
function Day({ catalog, base }: PageProps) {
  const { workshop, words } = catalog.deck;
  const phases = workshop ? printedCardsOf(catalog, workshop.phases) : [];
  if (!workshop || phases.length === 0) return null;
  const all = inOrderOfDay(catalog, printedCardsOf(catalog, workshop.activities));
  return (
    <section className="day" aria-labelledby="day">
      <h2 id="day">{words.site.workshop}</h2>
      <WorkshopLinks catalog={catalog} base={base} />
      <ol className="phases">
        {phases.map((phase) => {
          const activities = all.filter((one) => Object.values(one.fields).includes(phase.id));
          const minutes = activities.reduce((sum, one) => sum + lastsOf(catalog, one, 'minutes'), 0);
          return (
            <li key={phase.id}>
              <h3>
                <a href={cardHref(base, phase.id)}>{phase.title}</a>
                {minutes > 0 && <span className="minutes">{filled(words.site.min, { count: minutes })}</span>}
              </h3>
              <p>{phase.gist}</p>
              <ul className="steps">
                {activities.map((card) => (
                  <li key={card.id}>
                    <a href={cardHref(base, card.id)}>{card.title}</a>
                    <span className="minutes">{timeOf(catalog, card)}</span>
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
          const cards = printedCardsOf(catalog, suit.id);
          const [first] = cards;
          if (!first) return null;
          return (
            <li key={suit.id} className={tint(suit.colour)}>
              <SidePicture catalog={catalog} base={base} card={first} side="front" />
              <div>
                <h3>
                  <a href={facetHref(base, 'suit', suit.id)}>{suit.name}</a>{' '}
                  <span className="count">{countOf(catalog, suit.id)}</span>
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

/** How many cards a suit has; blank ones are named, since the page of all cards counts them too. */
function countOf({ deck }: Catalog, suit: string): string {
  const cards = deck.cards.filter((card) => card.suit === suit);
  const blanks = cards.filter((card) => card.blank).length;
  return withBlanks(String(cards.length - blanks), blanks, deck);
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
