import { cardHref } from '../../src/model/addresses.ts';
import { colourTokenOf, tint } from '../../src/model/card-facts.ts';
import { cardsOfGoal } from '../../src/model/goals.ts';
import type { GoalPageProps } from '../../src/model/pages.ts';
import { SidePicture } from './parts/cards.tsx';

/** One goal: its cards in the order in which they help, each with the reason. */
export default function GoalPage({ catalog, base, goal }: GoalPageProps) {
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
          <li key={card.id} className={tint(colourTokenOf(catalog.deck, card))}>
            <SidePicture catalog={catalog} base={base} card={card} side="front" />
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
