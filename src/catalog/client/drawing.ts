import { hasValue, type IndexCard, type IndexData } from './card-data.ts';

/** A place at the table: one card of a suit, or of a family where the suit's families are its parts. */
export interface DrawPlace {
  key: string;
  name: string;
  /** The facet (by place in the index) and the value that a card must have. */
  facet: number;
  value: number;
}

/** How many cards are drawn for a place. */
export interface Wanted {
  key: string;
  count: number;
}

/** The most cards of a place: a hand for a table. */
export const MOST_OF_A_PLACE = 9;

/** A draw: its seed, its places, its limits and the cards that are kept. */
export interface Draw {
  seed: string;
  /** Places with at least one card, in the deck's order. */
  places: readonly Wanted[];
  /** Limits on one suit, as a query of facets. */
  limits: string;
  /** Ids that stay when the rest is drawn again. */
  kept: readonly string[];
}

/** Suits to draw from; the suit of a composer's parts is given family by family. Covers and references, which have no codes, are left out. */
export function placesOf(index: IndexData): DrawPlace[] {
  const suits = index.facets.findIndex(({ key }) => key === 'suit');
  const families = index.facets.findIndex(({ key }) => key === index.draw.parts);
  const ids = new Set(index.facets[suits]?.values.map(([suit]) => suit));
  return (index.facets[suits]?.values ?? []).flatMap(([suit, name], value): DrawPlace[] => {
    const cards = index.cards.filter((card) => hasValue(card, suits, value));
    if (cards.every((card) => card[1] === '')) return [];
    if (suit !== index.draw.parted) return [{ key: suit, name, facet: suits, value }];
    const parts = [...new Set(cards.flatMap((card) => card[4][families] ?? []))];
    return parts
      .sort((a, b) => a - b)
      .map((part) => {
        const [id, partName] = index.facets[families]?.values[part] ?? ['', ''];
        // A family may be called as another suit is.
        return { key: ids.has(id) ? `${suit}.${id}` : id, name: partName, facet: families, value: part };
      });
  });
}

/** True for a card of the suit that limits apply to. */
export function isLimited(index: IndexData, card: IndexCard): boolean {
  const at = index.facets.findIndex(({ key }) => key === 'suit');
  return (card[4][at] ?? []).some((one) => index.facets[at]?.values[one]?.[0] === index.draw.limited);
}

/** Reads `seed=…&places=pattern~5.risk&keep=…` and the limits beside them. */
export function readDraw(query: string, places: readonly DrawPlace[], usually: readonly string[]): Draw {
  const params = new URLSearchParams(query);
  const known = places.map(({ key }) => key);
  const wanted = params.get('places')?.split('.').map(wantedOf);
  const usual = known.filter((key) => usually.includes(key));
  const once = (keys: readonly string[]) => keys.map((key) => ({ key, count: 1 }));
  const kept = params.get('keep')?.split('.').filter(Boolean) ?? [];
  const seed = params.get('seed') ?? '';
  for (const own of ['seed', 'places', 'keep']) params.delete(own);
  return {
    seed,
    places: wanted
      ? known.flatMap((key) => wanted.find((one) => one.key === key && one.count > 0) ?? [])
      : once(usual.length > 0 ? usual : known),
    limits: params.toString(),
    kept,
  };
}

/** Places of an address that the deck does not have. */
export function unknownPlaces(query: string, places: readonly DrawPlace[]): string[] {
  const named = (new URLSearchParams(query).get('places') ?? '').split('.').map((text) => wantedOf(text).key);
  return named.filter((name) => name !== '' && !places.some(({ key }) => key === name));
}

/** `pattern~5`: five of a place; without a number, one. */
function wantedOf(text: string): Wanted {
  const [name = '', count = '1'] = text.split('~');
  // Families may have dots and tildes in their ids.
  const key = name.replace(/%(2e|7e|25)/gi, (sign) => decodeURIComponent(sign));
  return { key, count: Math.min(MOST_OF_A_PLACE, Math.max(0, Math.floor(Number(count)) || 0)) };
}

function formatPlaces(places: readonly Wanted[]): string {
  const name = (key: string) => key.replace(/[.~%]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return places.map(({ key, count }) => (count === 1 ? name(key) : `${name(key)}~${count}`)).join('.');
}

/** Writes a draw as an address' query. */
export function writeDraw(
  { seed, places, limits, kept }: Draw,
  all: readonly DrawPlace[],
  usually: readonly string[],
): string {
  const written = formatPlaces(places);
  const same = written === formatPlaces(readDraw('', all, usually).places);
  const parts = [`seed=${encodeURIComponent(seed)}`, same ? '' : `places=${encodeURIComponent(written)}`, limits];
  return [...parts, kept.length > 0 ? `keep=${kept.join('.')}` : ''].filter(Boolean).join('&');
}

/** What was drawn, and for which places there were too few cards. */
export interface DrawResult {
  cards: IndexCard[];
  short: { place: DrawPlace; wanted: number; found: number }[];
}

/**
 * The cards for each place: those whose ids and the seed give the smallest numbers. A link drawn today gives the same cards
 * after cards are added to the deck, except at places where an added card has a smaller number. Kept cards hold their places.
 */
export function drawCards(cards: readonly IndexCard[], places: readonly DrawPlace[], draw: Draw): DrawResult {
  const rank = ([id]: IndexCard) => hash(`${draw.seed} ${id}`);
  const byRank = (a: IndexCard, b: IndexCard) => rank(a) - rank(b);
  const drawn: DrawResult = { cards: [], short: [] };
  for (const { key, count } of draw.places) {
    const place = places.find((one) => one.key === key);
    if (!place) continue;
    const fits = cards.filter((card) => hasValue(card, place.facet, place.value) && card[1] !== '').sort(byRank);
    const kept = fits.filter(([id]) => draw.kept.includes(id));
    const others = fits.filter((card) => !kept.includes(card));
    const chosen = [...kept, ...others].slice(0, count).sort(byRank);
    if (chosen.length < count) drawn.short.push({ place, wanted: count, found: chosen.length });
    drawn.cards.push(...chosen);
  }
  return drawn;
}

/** FNV-1a over UTF-16 units, then mixed (MurmurHash3's end), since FNV's last letters hardly reach the upper bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
