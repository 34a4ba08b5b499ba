import { lookUp } from '../../src/model/look-up.ts';
import type { RetiredPageProps } from '../../src/model/pages.ts';
import { filled } from '../words/words.ts';
import { Tiles } from './parts/cards.tsx';

/** A card that was taken out of the deck: its address stays. */
export default function RetiredPage({ catalog, base, id }: RetiredPageProps) {
  const words = catalog.deck.words.site;
  const heir = catalog.byId.get(lookUp(catalog.retired, id) ?? '');
  return (
    <section className="prose">
      <h1>{words.retired}</h1>
      <p>{filled(words.retiredText, { id, name: catalog.deck.name })}</p>
      {heir ? (
        <>
          <p>{words.heir}</p>
          <Tiles catalog={catalog} base={base} cards={[heir]} />
        </>
      ) : (
        <p>
          <a href={`${base}cards.html`}>{words.browse}</a>
        </p>
      )}
    </section>
  );
}
