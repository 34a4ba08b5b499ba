/** A card of the first index: id, code, title, gist, then for each facet the places of its values. */
export type IndexCard = readonly [
  id: string,
  code: string,
  title: string,
  gist: string,
  values: readonly (readonly number[])[],
];

/** A facet of the first index. */
interface IndexFacet {
  key: string;
  name: string;
  values: readonly (readonly [value: string, name: string])[];
}

/** How cards are drawn. */
export interface IndexDraw {
  /** Keys of places that a draw begins with; empty for all. */
  usual: readonly string[];
  /** The suit whose cards can be limited; empty for none. */
  limited: string;
  /** The suit that is drawn family by family, and the facet that holds its families; empty for none. */
  parted: string;
  parts: string;
}

/** What `index.js` holds: enough for facets, titles and gists. */
export interface IndexData {
  name: string;
  version: string;
  facets: readonly IndexFacet[];
  /** Retired ids → the id that took their place, or an empty string. */
  retired: Readonly<Record<string, string>>;
  /** The settings of a draw: places to begin with, and the suit that can be limited. */
  draw: IndexDraw;
  /** True where this site can print hands. */
  printable: boolean;
  cards: readonly IndexCard[];
}

/**
 * A section: its heading, its lines, and for each line a letter that says what it is: `p` a paragraph, `o` an item with its number, `u`
 * one without, `h` and `r` a row of a table with tabs between its cells, `+` the rest of the line above.
 */
export type CardSection = readonly [heading: string, text: string, shapes: string];

/** The texts and pictures of one card. */
export interface CardTexts {
  /** Family, else suit, in the singular. */
  kind: string;
  /** Class that gives the card's colours. */
  tint: string;
  /** The quote or question on the front. */
  said: string;
  /** Its other names, separated by dots. */
  also: string;
  /** When to choose it over cards like it; empty where it does not say. */
  choose: string;
  /** Its sources, without web addresses. */
  sources: string;
  sections: readonly CardSection[];
  /** Minutes of an activity, else 0. */
  minutes: number;
  /** Front and back; paths inside the site's folder, empty where there is none. */
  pictures: readonly [front: string, back: string];
  /** Pixels of the front. */
  size: readonly [width: number, height: number];
}

/** What `texts.js` holds, by card id. */
export type TextsData = Readonly<Record<string, CardTexts>>;

/** True for a card that has this value of a facet, both by their place in the index. */
export function hasValue(card: IndexCard, facet: number, value: number): boolean {
  return card[4][facet]?.includes(value) ?? false;
}
