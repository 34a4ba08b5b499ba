import type { PageProps } from '../../src/model/catalog.ts';
import { filled } from '../words/words.ts';
import { CardLink } from './parts/cards.tsx';

/** A page for an address that does not exist. */
export default function Missing({ catalog, base }: PageProps) {
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
