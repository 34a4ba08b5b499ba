import { cardHref, facetHref } from '../../../src/model/addresses.ts';
import type { Card, Side, Suit } from '../../../src/model/card.ts';
import { colourTokenOf, familyOf, tint } from '../../../src/model/card-facts.ts';
import type { Catalog, PageProps } from '../../../src/model/catalog.ts';
import { familyFacet } from '../../../src/model/facets.ts';
import { WebPips } from '../../parts/web-pips.tsx';
import { filled } from '../../words/words.ts';

/**
 * How many pictures of a grid are loaded before all others: the first row of a phone. More would keep the style sheet waiting, for browsers
 * ask for six files of a server at a time; what else is in view is loaded once it is laid out.
 */
export const EAGER = 2;

interface PictureProps extends PageProps {
  card: Card;
  side: Side;
  /** False for the picture that people come for: it is loaded before all others. */
  lazy?: boolean;
  alt?: string;
}

/** One side of a card as printed; a plain coloured card where there is no picture. */
export function SidePicture({ catalog, base, card, side, lazy = true, alt = '' }: PictureProps) {
  const picture = catalog.pictures.get(`${card.id}.${side}`);
  if (!picture) {
    return (
      <span className={`face blank-face ${tint(colourTokenOf(catalog.deck, card))}`}>
        <span className="sr">{alt}</span>
      </span>
    );
  }
  return (
    <img
      className="face"
      src={base + picture.path}
      width={picture.width}
      height={picture.height}
      alt={alt}
      {...(lazy ? { loading: 'lazy' } : { fetchPriority: 'high' })}
      decoding="async"
    />
  );
}

interface TileProps extends PageProps {
  card: Card;
  lazy?: boolean;
}

/** A card in a grid: its front, and the words on it as text. The words name the link, so the picture has no alt. */
function Tile({ catalog, base, card, lazy = true }: TileProps) {
  return (
    <li className={`tile ${tint(colourTokenOf(catalog.deck, card))}`} data-id={card.id}>
      <a href={cardHref(base, card.id)}>
        <SidePicture catalog={catalog} base={base} card={card} side="front" lazy={lazy} />
        <span className="tile-text">
          {card.code && <span className="code">{card.code}</span>}
          <span className="tile-title">{card.title}</span>
          {card.gist && <span className="gist">{card.gist}</span>}
        </span>
      </a>
      <button
        type="button"
        className="pick js-only"
        data-pick={card.id}
        aria-pressed="false"
        aria-label={filled(catalog.deck.words.site.putOneInHand, { title: card.title })}
      />
    </li>
  );
}

/** Cards side by side. */
export function Tiles({ catalog, base, cards, eager = 0 }: PageProps & TilesProps) {
  return (
    <ul className="tiles">
      {cards.map((card, i) => (
        <Tile key={card.id} catalog={catalog} base={base} card={card} lazy={i >= eager} />
      ))}
    </ul>
  );
}

interface TilesProps {
  cards: readonly Card[];
  /** How many pictures are loaded at once. */
  eager?: number;
}

/** A card's code and title as a link. */
export function CardLink({ base, card }: { base: string; card: Card }) {
  return (
    <a href={cardHref(base, card.id)}>
      {card.code && <span className="code">{card.code} </span>}
      {card.title}
    </a>
  );
}

/** A count in signs, with a text for screen readers. */
export function Signs(props: { catalog: Catalog; sign: 'bars' | 'triangles'; count: number; of: number }) {
  const { catalog, sign, count, of } = props;
  return (
    <span>
      <span className={`pips ${sign}`} aria-hidden="true">
        <WebPips count={count} of={of} />
      </span>
      <span className="dots-text">{filled(catalog.deck.words.site.countOf, { count, of })}</span>
    </span>
  );
}

/** The path to a card: all cards, its suit, its family. */
export function Crumbs({ catalog, base, card }: PageProps & { card: Card }) {
  const words = catalog.deck.words.site;
  const suit = catalog.deck.suits.find((one) => one.id === card.suit);
  const family = familyOf(card, catalog.deck);
  return (
    <nav className="crumbs" aria-label={words.whereItStands}>
      <ol>
        <li>
          <a href={`${base}cards.html`}>{words.cards}</a>
        </li>
        {suit && (
          <li>
            <a href={facetHref(base, 'suit', suit.id)}>{suit.name}</a>
          </li>
        )}
        {family && (
          <li>
            <a href={facetHref(base, familyFacet(catalog.deck.facets, card.suit), family.id)}>{family.name}</a>
          </li>
        )}
      </ol>
    </nav>
  );
}

/** The cards of a suit that stand for it: printed, not blank. */
export function printedCardsOf(catalog: Catalog, suit: string): readonly Card[] {
  return catalog.deck.cards.filter((card) => card.suit === suit && !card.blank);
}

/** Suits in the order for readers who browse: those with numbered cards first, then covers and references. */
export function suitsToShow(catalog: Catalog): Suit[] {
  const numbered = (suit: Suit) => printedCardsOf(catalog, suit.id).some((card) => card.number !== undefined);
  return [...catalog.deck.suits.filter(numbered), ...catalog.deck.suits.filter((suit) => !numbered(suit))];
}
