import { hasValue, type IndexCard, type IndexData } from './data.ts';

/** A place at the table: one card of a suit, or of a family where the suit's families are its parts. */
export interface Place {
  key: string;
  name: string;
  /** The facet (by place in the index) and the value that a card must have. */
  facet: number;
  value: number;
}

/** A draw: its seed, its places, its limits and the cards that are kept. */
export interface Draw {
  seed: string;
  /** Keys of places, in the deck's order. */
  places: readonly string[];
  /** Limits on one suit, as a query of facets. */
  limits: string;
  /** Ids that stay when the rest is drawn again. */
  kept: readonly string[];
}

/** Suits to draw from; the suit of a composer's parts is given family by family. Covers and references, which have no codes, are left out. */
export function placesOf(index: IndexData): Place[] {
  const suits = index.facets.findIndex(({ key }) => key === 'suit');
  const families = index.facets.findIndex(({ key }) => key === index.draw.parts);
  return (index.facets[suits]?.values ?? []).flatMap(([suit, name], value): Place[] => {
    const cards = index.cards.filter((card) => hasValue(card, suits, value));
    if (cards.every((card) => card[1] === '')) return [];
    if (suit !== index.draw.parted) return [{ key: suit, name, facet: suits, value }];
    const parts = [...new Set(cards.flatMap((card) => card[4][families] ?? []))];
    return parts
      .sort((a, b) => a - b)
      .map((part) => {
        const [key, partName] = index.facets[families]?.values[part] ?? ['', ''];
        return { key, name: partName, facet: families, value: part };
      });
  });
}

/** True for a card of the suit that limits apply to. */
export function isLimited(index: IndexData, card: IndexCard): boolean {
  const at = index.facets.findIndex(({ key }) => key === 'suit');
  return (card[4][at] ?? []).some((one) => index.facets[at]?.values[one]?.[0] === index.draw.limited);
}

/** Reads `seed=…&places=…&keep=…` and the limits beside them. */
export function readDraw(query: string, places: readonly Place[], usually: readonly string[]): Draw {
  const params = new URLSearchParams(query);
  const known = places.map(({ key }) => key);
  const wanted = params.get('places')?.split('.');
  const usual = known.filter((key) => usually.includes(key));
  const kept = params.get('keep')?.split('.').filter(Boolean) ?? [];
  const seed = params.get('seed') ?? '';
  for (const own of ['seed', 'places', 'keep']) params.delete(own);
  return {
    seed,
    places: wanted ? known.filter((key) => wanted.includes(key)) : usual.length > 0 ? usual : known,
    limits: params.toString(),
    kept,
  };
}

/** Writes a draw as an address' query. */
export function writeDraw(
  { seed, places, limits, kept }: Draw,
  all: readonly Place[],
  usually: readonly string[],
): string {
  const same = places.join('.') === readDraw('', all, usually).places.join('.');
  const parts = [`seed=${encodeURIComponent(seed)}`, same ? '' : `places=${places.join('.')}`, limits];
  return [...parts, kept.length > 0 ? `keep=${kept.join('.')}` : ''].filter(Boolean).join('&');
}

/**
 * One card for each place: the one whose id and the seed give the smallest number. A link drawn today gives the same cards
 * after cards are added to the deck, except at places where an added card has the smallest number. A kept card holds its place.
 */
export function drawCards(cards: readonly IndexCard[], places: readonly Place[], draw: Draw): IndexCard[] {
  return places
    .filter(({ key }) => draw.places.includes(key))
    .flatMap(({ facet, value }) => {
      const fits = cards.filter((card) => hasValue(card, facet, value) && card[1] !== '');
      const kept = fits.find(([id]) => draw.kept.includes(id));
      const rank = new Map(fits.map((card) => [card, hash(`${draw.seed} ${card[0]}`)]));
      const [first] = [...fits].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
      const chosen = kept ?? first;
      return chosen ? [chosen] : [];
    });
}

/** FNV-1a over UTF-16 units, then mixed (MurmurHash3's end), since FNV's last letters hardly reach the upper bits. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
