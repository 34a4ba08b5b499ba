import type { ReactNode } from 'react';
import { facetHref } from '../../../src/model/addresses.ts';
import type { Card } from '../../../src/model/card.ts';
import { fieldsOf, quoteOf } from '../../../src/model/card-facts.ts';
import type { Catalog, PageProps } from '../../../src/model/catalog.ts';
import { keyName } from '../../../src/model/deck-names.ts';
import type { FieldMeta } from '../../../src/model/fields.ts';
import { lookUp } from '../../../src/model/look-up.ts';
import { type NameOf, namesIn } from '../../../src/model/named-values.ts';
import { counted } from '../../words/words.ts';
import { CardLink, Signs } from './cards.tsx';

/** A card's front matter: one line a field, in the order of the file's schema. `but`: keys that are shown elsewhere. */
export function Facts({ catalog, base, card, but = [] }: PageProps & { card: Card; but?: readonly string[] }) {
  const suit = catalog.deck.suits.find((one) => one.id === card.suit);
  const fields = fieldsOf(catalog, card);
  // The quotation, the family and pictures have a place of their own on the page.
  const isElsewhere = (key: string) => {
    const { quoted, picture, setting } = lookUp(fields, key) ?? {};
    return key === suit?.familyKey || but.includes(key) || quoted || picture !== undefined || setting;
  };
  const shown = Object.entries(card.fields).filter(([key, value]) => !isElsewhere(key) && !isEmpty(value));
  if (shown.length === 0) return null;
  const { deck, faces, byId } = catalog;
  const naming = (key: string) => namesIn(card, key, { deck, faces, card: (id) => byId.get(id) });
  return (
    <dl className="facts">
      {shown.map(([key, value]) => (
        <div key={key} className={`fact fact-${key}`}>
          <dt>{keyName(catalog.deck, key, card.suit)}</dt>
          <dd>{valueText({ catalog, base, key, value, meta: lookUp(fields, key) ?? {}, named: naming(key) })}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The quote or question on the card's front. */
export function Quote({ catalog, card }: { catalog: Catalog; card: Card }) {
  const quote = quoteOf(catalog, card);
  return quote === '' ? null : <p className="quote">{quote}</p>;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

interface ValueProps extends PageProps {
  key: string;
  value: unknown;
  meta: FieldMeta;
  named: NameOf;
}

/** A value, shown by its type: a facet's value, cards' ids, values of a closed list, a group of named texts, or text. */
function valueText(props: ValueProps): ReactNode {
  const { catalog, base, key, value } = props;
  const { scale, lasts } = props.meta;
  const option = optionOf(catalog, key, value);
  const shown = scale ? <Signs catalog={catalog} count={Number(value)} {...scale} /> : option?.name;
  if (option) return <a href={facetHref(base, key, option.value)}>{shown}</a>;
  if (scale) return shown;
  if (lasts) return counted(Number(value), catalog.deck.words.site[lasts]);
  return Array.isArray(value) ? listOf(value, props) : inline(value, key, props);
}

/** The value of a facet that has this front-matter value, with its own page; undefined for a key that is no facet. */
function optionOf({ facets }: Catalog, key: string, value: unknown) {
  return facets.find((facet) => facet.key === key)?.values.find((one) => one.value === String(value));
}

/** What a value is called: a card, with a link to it; the printed name of a value of a closed list; else the text itself. */
function nameOf(value: string, path: string, { base, named }: ValueProps): ReactNode {
  const name = named(value, path);
  return typeof name === 'string' ? name : <CardLink base={base} card={name} />;
}

function listOf(values: readonly unknown[], props: ValueProps): ReactNode {
  const { catalog, base, key } = props;
  if (values.some((one) => typeof one === 'object')) {
    return (
      <ol className="named-list">
        {values.map((one, at) => (
          <li key={JSON.stringify(one)}>{inline(one, `${key}.${at}`, props)}</li>
        ))}
      </ol>
    );
  }
  return (
    <ul className="inline">
      {values.map(String).map((one, at) => {
        const name = nameOf(one, `${key}.${at}`, props);
        const option = typeof name === 'string' ? optionOf(catalog, key, one) : undefined;
        return <li key={one}>{option ? <a href={facetHref(base, key, one)}>{option.name}</a> : name}</li>;
      })}
    </ul>
  );
}

/** A value in a line: the values of a group each with its name, those of a list with commas between them. */
function inline(value: unknown, path: string, props: ValueProps): ReactNode {
  if (typeof value !== 'object' || value === null) return nameOf(String(value), path, props);
  if (Array.isArray(value)) {
    return value.map((one, at) => [at === 0 ? '' : ', ', inline(one, `${path}.${at}`, props)]);
  }
  const names: Readonly<Record<string, string>> = props.catalog.deck.words.fields;
  return Object.entries(value).map(([key, one]) => (
    <span key={key} className={`named named-${key}`}>
      <span className="named-key">{lookUp(names, key) ?? key}</span> {inline(one, `${path}.${key}`, props)}
    </span>
  ));
}
