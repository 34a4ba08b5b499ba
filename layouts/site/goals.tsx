import type { Card } from '../../src/model/card.ts';
import type { Goal } from '../../src/model/deck.ts';
import { type Catalog, cardHref, colourOf, type PageProps, tint } from '../../src/model/pages.ts';
import { Picture } from './parts.tsx';

/** Address of a goal's page; relative to the page at `base`. */
export function goalHref(base: string, id: string): string {
  return `${base}g/${id}.html`;
}

/** Cards of a goal that the deck has, each with its line. A deck that extends another may leave some of them out. */
function cardsOfGoal(catalog: Catalog, goal: Goal): { card: Card; why: string }[] {
  return Object.entries(goal.cards).flatMap(([id, why]) => {
    const card = catalog.byId.get(id);
    return card ? [{ card, why }] : [];
  });
}

/** The goals that have cards in this deck, by id. */
export function goalsOf(catalog: Catalog): [id: string, goal: Goal][] {
  return Object.entries(catalog.deck.goals ?? {}).filter(([, goal]) => cardsOfGoal(catalog, goal).length > 0);
}

/** Goals to begin with, on the home page; nothing for a deck that names none. */
export function Goals({ catalog, base }: PageProps) {
  const goals = goalsOf(catalog);
  if (goals.length === 0) return null;
  return (
    <section className="goals" aria-labelledby="goals">
      <h2 id="goals">{catalog.deck.words.site.goals}</h2>
      <ul>
        {goals.map(([id, { title, about }]) => (
          <li key={id}>
            <h3>
              <a href={goalHref(base, id)}>{title}</a>
            </h3>
            <p>{about}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One goal: its cards in the order in which they help, each with why. */
export function GoalPage({ catalog, base, goal }: PageProps & { goal: Goal }) {
  const words = catalog.deck.words.site;
  const cards = cardsOfGoal(catalog, goal);
  const hand = cards.map(({ card }) => card.id).join('.');
  return (
    <div className="goal">
      <h1>{goal.title}</h1>
      <p className="lead">{goal.about}</p>
      <p className="actions">
        <a className="button js-only" href={`${base}hand.html?hand=${hand}`}>
          {words.asHand}
        </a>
        <a className="button quiet" href={`${base}cards.html`}>
          {words.browse}
        </a>
      </p>
      <ol className="goal-cards">
        {cards.map(({ card, why }) => (
          <li key={card.id} className={tint(colourOf(catalog.deck, card))}>
            <Picture catalog={catalog} base={base} card={card} side="front" />
            <div>
              <h2>
                <a href={cardHref(base, card.id)}>{card.title}</a>
              </h2>
              <p className="why">{why}</p>
              <p className="gist">{card.gist}</p>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
