import type { ReactNode } from 'react';
import type { Card } from '../../src/model/card.ts';
import { lookUp } from '../../src/model/look-up.ts';
import { type Catalog, facetHref, type PageProps } from '../../src/model/pages.ts';
import { filled } from '../words/words.ts';
import { CardLink, Signs } from './parts.tsx';

/** Fields with a place of their own on the page: the quotation, the family. */
const QUOTED = ['soundsLike', 'claim', 'question', 'clause'];

/** What a card says in its front matter: one line a field, in the order of the file's schema. */
export function Facts({ catalog, base, card }: PageProps & { card: Card }) {
  const suit = catalog.deck.suits.find((one) => one.id === card.suit);
  const shown = Object.entries(card.fields).filter(
    ([key, value]) => key !== suit?.familyKey && !QUOTED.includes(key) && !isEmpty(value),
  );
  if (shown.length === 0) return null;
  return (
    <dl className="facts">
      {shown.map(([key, value]) => (
        <div key={key} className={`fact fact-${key}`}>
          <dt>{nameOf(catalog, card, key)}</dt>
          <dd>{valueText(catalog, base, key, value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What is said or asked on the card's front. */
export function Quote({ card }: { card: Card }) {
  const said = QUOTED.map((key) => lookUp(card.fields, key)).find((value) => typeof value === 'string' && value !== '');
  return typeof said === 'string' ? <p className="quote">{said}</p> : null;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** A field's name; the key with spaces where the language has none for it. */
function nameOf({ deck }: Catalog, card: Card, key: string): string {
  const names: Readonly<Record<string, string>> = deck.words.fields;
  const plain = key.replace(/([A-Z])/g, ' $1').toLowerCase();
  return lookUp(names, `${card.suit}.${key}`) ?? lookUp(names, key) ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** A value by what it is: a facet's, cards' ids, values of a closed list, a group of named texts, or text. */
function valueText(catalog: Catalog, base: string, key: string, value: unknown): ReactNode {
  const facet = catalog.facets.find((one) => one.key === key);
  const option = facet?.values.find((one) => one.value === String(value));
  if (key === 'effort') {
    return (
      <a href={facetHref(base, key, String(value))}>
        <Signs catalog={catalog} sign="bars" count={Number(value)} of={5} />
      </a>
    );
  }
  if (key === 'severity') return <Signs catalog={catalog} sign="triangles" count={Number(value)} of={3} />;
  if (key === 'days') return filled(catalog.deck.words.site.days, { count: Number(value) });
  if (key === 'minutes') return filled(catalog.deck.words.site.minutes, { count: Number(value) });
  if (option) return <a href={facetHref(base, key, option.value)}>{option.name}</a>;
  if (Array.isArray(value)) return listOf(catalog, base, key, value);
  if (typeof value === 'object' && value !== null)
    return <Named catalog={catalog} value={value as Record<string, unknown>} />;
  return lookUp(lookUp(catalog.deck.lists, key), String(value)) ?? String(value);
}

function listOf(catalog: Catalog, base: string, key: string, values: readonly unknown[]): ReactNode {
  if (values.some((one) => typeof one === 'object')) {
    return (
      <ol className="named-list">
        {values.map((one) => (
          <li key={JSON.stringify(one)}>
            <Named catalog={catalog} value={one as Record<string, unknown>} />
          </li>
        ))}
      </ol>
    );
  }
  return (
    <ul className="inline">
      {values.map(String).map((one) => {
        const card = catalog.byId.get(one);
        return (
          <li key={one}>
            {card ? <CardLink base={base} card={card} /> : (lookUp(lookUp(catalog.deck.lists, key), one) ?? one)}
          </li>
        );
      })}
    </ul>
  );
}

function Named({ catalog, value }: { catalog: Catalog; value: Record<string, unknown> }) {
  const names: Readonly<Record<string, string>> = catalog.deck.words.fields;
  return (
    <>
      {Object.entries(value).map(([key, text]) => (
        <span key={key} className={`named named-${key}`}>
          <span className="named-key">{lookUp(names, key) ?? key}</span> {String(text)}
        </span>
      ))}
    </>
  );
}
