import type { PageProps } from '../../../src/model/catalog.ts';
import { goalHref, goalsOf } from '../../../src/model/goals.ts';

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
