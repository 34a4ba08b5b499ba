import type { Card, Section } from '../../src/model.ts';
import { type Catalog, cardHref, colourOf, type PageProps, tint } from './catalog.ts';
import { contentOf } from './content.tsx';
import { Facts, Quote } from './facts.tsx';
import { Crumbs, Picture, Tiles } from './parts.tsx';

/** A card: both faces as printed, the same words as text, what goes with it, and where to go from here. */
export function CardPage({ catalog, base, card }: PageProps & { card: Card }) {
  return (
    <article className={`card-page ${tint(colourOf(catalog.deck, card))}`}>
      <Crumbs catalog={catalog} base={base} card={card} />
      <div className="card-body">
        <Faces catalog={catalog} base={base} card={card} />
        <div className="card-text">
          <header>
            {card.code && <p className="code">{card.code}</p>}
            <h1>{card.title}</h1>
            <p className="lead">{card.gist}</p>
          </header>
          <Actions base={base} card={card} />
          <Quote card={card} />
          {card.sections.map((section) => (
            <Part key={section.heading} catalog={catalog} base={base} section={section} />
          ))}
          <Facts catalog={catalog} base={base} card={card} />
          {card.sources.length > 0 && <Sources sources={card.sources} />}
        </div>
      </div>
      <Neighbours catalog={catalog} base={base} card={card} />
      <Near catalog={catalog} base={base} card={card} />
      <Cite catalog={catalog} card={card} />
    </article>
  );
}

/** Front and back side by side; where there is no room for two, the client stacks them and turns them over. */
function Faces({ catalog, base, card }: PageProps & { card: Card }) {
  return (
    <div className="faces" id="faces">
      <figure className="front">
        <Picture
          catalog={catalog}
          base={base}
          card={card}
          side="front"
          lazy={false}
          alt={card.alt ?? `Front of ${card.title}`}
        />
        <figcaption>Front</figcaption>
      </figure>
      <figure className="back">
        <Picture catalog={catalog} base={base} card={card} side="back" lazy={false} alt={`Back of ${card.title}`} />
        <figcaption>Back</figcaption>
      </figure>
      <button type="button" className="button quiet flip js-only" id="flip" aria-pressed="false">
        Turn over
      </button>
    </div>
  );
}

function Actions({ base, card }: { base: string; card: Card }) {
  const id = encodeURIComponent(card.id);
  return (
    <p className="actions js-only">
      <button type="button" className="button" data-pick={card.id} data-words="Put in the hand|In the hand">
        Put in the hand
      </button>
      <a className="button quiet" href={`${base}workshop.html?cards=${id}`}>
        Show large
      </a>
      <a className="button quiet" href={`${base}compare.html?cards=${id}`}>
        Compare
      </a>
      <button type="button" className="button quiet" id="copy-link">
        Copy link
      </button>
      <button type="button" className="button quiet" id="print-page">
        Print this card
      </button>
    </p>
  );
}

function Part({ catalog, base, section }: PageProps & { section: Section }) {
  return (
    <section className="part">
      <h2>{section.heading}</h2>
      {contentOf(catalog, base, section.content)}
    </section>
  );
}

function Sources({ sources }: { sources: readonly string[] }) {
  return (
    <section className="part">
      <h2>Sources</h2>
      <ul>
        {sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
    </section>
  );
}

/** Related cards, then those that name this one. */
function Near({ catalog, base, card }: PageProps & { card: Card }) {
  const rows = [
    { name: 'Goes with', cards: card.related.flatMap((id) => catalog.byId.get(id) ?? []) },
    { name: 'Used in', cards: catalog.usedBy.get(card.id) ?? [] },
  ];
  return rows
    .filter((row) => row.cards.length > 0)
    .map((row) => (
      <section key={row.name} className="near">
        <h2>{row.name}</h2>
        <Tiles catalog={catalog} base={base} cards={row.cards} />
      </section>
    ));
}

/** The cards before and after it in the printed order. */
function Neighbours({ catalog, base, card }: PageProps & { card: Card }) {
  const at = catalog.deck.cards.indexOf(card);
  const [before, after] = [catalog.deck.cards[at - 1], catalog.deck.cards[at + 1]];
  return (
    <nav className="neighbours" aria-label="Previous and next card">
      {before && (
        <a rel="prev" href={cardHref(base, before.id)}>
          <span>Previous</span> {before.title}
        </a>
      )}
      {after && (
        <a rel="next" href={cardHref(base, after.id)}>
          <span>Next</span> {after.title}
        </a>
      )}
    </nav>
  );
}

function Cite({ catalog, card }: { catalog: Catalog; card: Card }) {
  const { name, version, url } = catalog.deck;
  const code = card.code && ` (${card.code})`;
  return (
    <p className="cite">
      <span className="label">Cite</span> “{card.title}”{code}, {name}, version {version}.
      {url && ` ${url}${cardHref('', card.id)}`}
    </p>
  );
}

/** A card that was taken out of the deck: its address stays. */
export function RetiredPage({ catalog, base, id }: PageProps & { id: string }) {
  const heir = catalog.byId.get(catalog.retired[id] ?? '');
  return (
    <section className="prose">
      <h1>This card was retired</h1>
      <p>
        “{id}” is no longer in {catalog.deck.name}.
      </p>
      {heir ? (
        <>
          <p>This card took its place:</p>
          <Tiles catalog={catalog} base={base} cards={[heir]} />
        </>
      ) : (
        <p>
          <a href={`${base}cards.html`}>Browse the cards</a>
        </p>
      )}
    </section>
  );
}
