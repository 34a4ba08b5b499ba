import { cardHref } from '../../src/model/addresses.ts';
import type { Card, Section, Side } from '../../src/model/card.ts';
import { colourTokenOf, tint } from '../../src/model/card-facts.ts';
import type { Catalog, PageProps } from '../../src/model/catalog.ts';
import { headingOf } from '../../src/model/deck-names.ts';
import type { CardPageProps } from '../../src/model/pages.ts';
import { filled } from '../words/words.ts';
import { Crumbs, SidePicture, Tiles } from './parts/cards.tsx';
import { contentOf } from './parts/content.tsx';
import { Facts, Quote } from './parts/facts.tsx';

/** A card: both faces as printed, the same words as text, its related cards, and links onwards. */
export default function CardPage({ catalog, base, card }: CardPageProps) {
  return (
    <article className={`card-page ${tint(colourTokenOf(catalog.deck, card))}`}>
      <Crumbs catalog={catalog} base={base} card={card} />
      <div className="card-body">
        <Faces catalog={catalog} base={base} card={card} />
        <div className="card-text">
          <header>
            {card.code && <p className="code">{card.code}</p>}
            <h1>{card.title}</h1>
            {card.gist && <p className="lead">{card.gist}</p>}
            <Choose catalog={catalog} card={card} />
            <Also catalog={catalog} card={card} />
          </header>
          <Actions catalog={catalog} base={base} card={card} />
          <div className="card-words">
            <Quote catalog={catalog} card={card} />
            {card.sections.map((section) => (
              <Part key={section.heading} catalog={catalog} base={base} section={section} />
            ))}
          </div>
          <div className="card-facts">
            <Facts catalog={catalog} base={base} card={card} />
            {card.sources.length > 0 && <Sources catalog={catalog} sources={card.sources} />}
          </div>
        </div>
      </div>
      <Neighbours catalog={catalog} base={base} card={card} />
      <Near catalog={catalog} base={base} card={card} />
      <Cite catalog={catalog} card={card} />
    </article>
  );
}

/** When to choose it over cards like it. */
function Choose({ catalog, card: { choose } }: { catalog: Catalog; card: Card }) {
  if (!choose) return null;
  return (
    <p className="choose">
      <strong>{catalog.deck.words.site.chooseWhen}</strong> {choose}
    </p>
  );
}

/** The card's other names. */
function Also({ catalog, card: { also = [] } }: { catalog: Catalog; card: Card }) {
  if (also.length === 0) return null;
  return <p className="also">{filled(catalog.deck.words.site.also, { names: also.join(', ') })}</p>;
}

/**
 * Front and back. With scripts one of them is shown and a button turns it over, since the back's words stand beside it as text;
 * without scripts and on paper, both.
 */
function Faces({ catalog, base, card }: PageProps & { card: Card }) {
  const words = catalog.deck.words.site;
  return (
    <div className="faces" id="faces">
      <figure className="front">
        <SidePicture
          catalog={catalog}
          base={base}
          card={card}
          side="front"
          lazy={false}
          alt={card.alt ?? filled(words.frontOf, { title: card.title })}
        />
        <Caption catalog={catalog} base={base} card={card} side="front" />
      </figure>
      <figure className="back">
        <SidePicture
          catalog={catalog}
          base={base}
          card={card}
          side="back"
          alt={filled(words.backOf, { title: card.title })}
        />
        <Caption catalog={catalog} base={base} card={card} side="back" />
      </figure>
      <button type="button" className="button quiet flip js-only" id="flip" aria-pressed="false">
        {words.turnOver}
      </button>
    </div>
  );
}

/** The name of a side, and its picture to download: for slides, mails and boards. */
function Caption({ catalog, base, card, side }: PageProps & { card: Card; side: Side }) {
  const words = catalog.deck.words.site;
  const picture = catalog.pictures.get(`${card.id}.${side}`);
  return (
    <figcaption>
      {words[side]}
      {picture && (
        <span className="save">
          {' · '}
          <a
            href={base + picture.path}
            download={`${card.id}-${side}.png`}
            aria-label={`${words.saveAs}: ${words[side]}`}
          >
            {words.saveAs}
          </a>
        </span>
      )}
    </figcaption>
  );
}

function Actions({ catalog, base, card }: PageProps & { card: Card }) {
  const words = catalog.deck.words.site;
  const id = encodeURIComponent(card.id);
  return (
    <p className="actions js-only">
      <button type="button" className="button" data-pick={card.id} data-words={`${words.putInHand}|${words.inHand}`}>
        {words.putInHand}
      </button>
      <a className="button quiet" href={`${base}workshop.html?cards=${id}`}>
        {words.showLarge}
      </a>
      <a className="button quiet" href={`${base}compare.html?cards=${id}`}>
        {words.compare}
      </a>
      <button type="button" className="button quiet" id="copy-link">
        {words.copyLink}
      </button>
      <button type="button" className="button quiet" id="copy-text">
        {catalog.deck.words.remote.copyText}
      </button>
      <button type="button" className="button quiet" id="print-page">
        {words.printCard}
      </button>
    </p>
  );
}

function Part({ catalog, base, section }: PageProps & { section: Section }) {
  return (
    <section className="part">
      <h2>{headingOf(catalog.deck, section.heading)}</h2>
      {contentOf(catalog, base, section.content)}
    </section>
  );
}

function Sources({ catalog, sources }: { catalog: Catalog; sources: readonly string[] }) {
  return (
    <section className="part">
      <h2>{catalog.deck.words.site.sources}</h2>
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
  const words = catalog.deck.words.site;
  const rows = [
    { name: words.goesWith, cards: card.related.flatMap((id) => catalog.byId.get(id) ?? []) },
    { name: words.usedIn, cards: catalog.usedBy.get(card.id) ?? [] },
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
  const words = catalog.deck.words.site;
  const at = catalog.deck.cards.indexOf(card);
  const [before, after] = [catalog.deck.cards[at - 1], catalog.deck.cards[at + 1]];
  return (
    <nav className="neighbours" aria-label={words.neighbours}>
      {before && (
        <a rel="prev" href={cardHref(base, before.id)}>
          <span>{words.previous}</span> {before.title}
        </a>
      )}
      {after && (
        <a rel="next" href={cardHref(base, after.id)}>
          <span>{words.next}</span> {after.title}
        </a>
      )}
    </nav>
  );
}

function Cite({ catalog, card }: { catalog: Catalog; card: Card }) {
  const { name, version, url, words } = catalog.deck;
  const code = card.code && ` (${card.code})`;
  return (
    <p className="cite">
      <span className="label">{words.site.cite}</span>{' '}
      {filled(words.site.citation, { title: card.title, code, name, version })}
      {url && ` ${url}${cardHref('', card.id)}`}
    </p>
  );
}
