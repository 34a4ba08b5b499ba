import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { noneIfAbsent } from '../../model/absent.ts';
import type { Card } from '../../model/card.ts';
import type { Deck } from '../../model/deck.ts';
import { lookUp } from '../../model/look-up.ts';
import { didYouMean } from '../../model/suggest.ts';
import { UsageError } from '../../model/usage.ts';
import { type LayeredSource, sourceHash } from '../cards/card-file.ts';
import { sha256 } from '../cards/hash.ts';
import { hasTally } from '../cards/tallies.ts';
import type { Loaded } from '../deck.ts';
import { valueAtKey, withoutKeys } from './merge.ts';
import { namesOn } from './names-on-card.ts';

const EDITION = z.strictObject({
  name: z.string(),
  version: z.string(),
  cards: z.record(z.string(), z.strictObject({ code: z.string(), hash: z.string() })),
  languages: z.record(z.string(), z.record(z.string(), z.string())).optional(),
});

/**
 * A released deck, `editions/<version>.json`: each card by id, with the code that was printed and the hash of its text; for each further
 * language that it was in, the hashes of the cards' texts in it.
 */
export type EditionRecord = z.infer<typeof EDITION>;

/** What is different from an edition. Ids in print order. */
export interface Changes {
  /** The edition's version. */
  since: string;
  added: readonly string[];
  changed: readonly string[];
  /** Cards of the edition that the deck has no more, with the code that is on them and the id that took their place. */
  retired: readonly { id: string; code: string; heir: string }[];
  /** The codes that are on cards of the edition which the deck has with another code now, by the ids of today. */
  before: Readonly<Record<string, string>>;
}

/** Front matter that is for the catalog alone. A card with other words there says the same on paper: it need not be printed anew. */
const UNPRINTED = ['also', 'choose'];

/** What an edition is made of. */
type Edited = Pick<Loaded, 'stack' | 'looks' | 'further'> & { deck: Deck | undefined };

/** What of a card is hashed. */
interface Reading {
  /** Keys of front matter that are left out of account. */
  without: readonly string[];
  /** Also names on it that stand elsewhere: of suits, of values of lists, of other cards. */
  names: boolean;
}

const NOW: Reading = { without: UNPRINTED, names: true };

/** As earlier versions of prepdeck wrote editions down: these still hold. */
export const EARLIER: readonly Reading[] = [
  { without: UNPRINTED, names: false },
  { without: [], names: false },
];

/** The deck as it is now, as an edition. */
export function editionOf(deck: Deck, { stack, looks, further }: Edited, reading = NOW): EditionRecord {
  const printed = stack.sources.map(
    (source): LayeredSource => ({ ...source, front: source.front && withoutKeys(source.front, reading.without) }),
  );
  const sources = new Map(printed.map((source) => [source.id, source]));
  const hash = (card: Card) => {
    const own = printedHash(card, sources, reading);
    return withPictures(reading.names ? hashOf(own, namesOn(card, deck, looks)) : own, card, deck);
  };
  const cards = deck.cards.map((card) => [card.id, { code: card.code, hash: hash(card) }] as const);
  const languages = further.map((one) => [one.deck.lang, hashesIn(one.deck, looks)] as const);
  return {
    ...{ name: deck.name, version: deck.version, cards: Object.fromEntries([...cards].sort(byId)) },
    ...(reading.names && languages.length > 0 && { languages: Object.fromEntries([...languages].sort(byId)) }),
  };
}

/** The hashes of the texts of cards in a further language. */
function hashesIn(deck: Deck, looks: Loaded['looks']): Record<string, string> {
  const hashes = deck.cards.map((card) => {
    const { id, title, gist, fields, sections } = card;
    const texts = [title, gist, fields, sections.map(({ text }) => text)];
    return [id, withPictures(hashOf(...texts, namesOn(card, deck, looks)), card, deck)] as const;
  });
  return Object.fromEntries(hashes.sort(byId));
}

/**
 * Writes down the deck as it is now: `editions/<version>.json`.
 *
 * @returns its absolute path
 * @throws UsageError where that version was written down before, and was another, or is no name for a file
 */
export async function writeEdition(deck: Deck, loaded: Edited): Promise<string> {
  if (!/^[\w.+-]+$/u.test(deck.version)) {
    throw new UsageError(`the version in deck.yaml must be like 1.2.0 (got: ${deck.version})`);
  }
  const file = editionFile(deck.dir, deck.version);
  const [text, ...earlier] = readings(deck, loaded).map((edition) => `${JSON.stringify(edition, null, 1)}\n`);
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before !== undefined && earlier.includes(before)) return file;
  if (before !== undefined && before !== text) {
    throw new UsageError(
      `edition ${deck.version} is written down already, and the deck has changed since: give deck.yaml a new version`,
    );
  }
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text ?? '');
  return file;
}

/** The deck as an edition, and as earlier versions wrote one down. */
function readings(deck: Deck, loaded: Edited): readonly [now: EditionRecord, ...earlier: EditionRecord[]] {
  return [editionOf(deck, loaded), ...EARLIER.map((reading) => editionOf(deck, loaded, reading))];
}

/**
 * What has changed in a deck since one of its editions.
 *
 * @param deck in the language that is printed
 * @throws UsageError for an edition that was not written down, can't be read, or does not say what the cards said in that language
 */
export async function changesSince(version: string, deck: Deck, loaded: Edited): Promise<Changes> {
  const before = await readEdition(version, deck.dir);
  const then = deck.lang === loaded.deck?.lang ? before.cards : cardsIn(deck.lang, before);
  const now = hashesNow(deck, loaded);
  const ids = deck.cards.map((card) => card.id);
  const renamed = renamedIn(deck, then);
  const heirs = new Set(renamed.values());
  const isSame = ({ id, code }: Card) => {
    const one = lookUp(then, id);
    return one?.code === code && now.some((hashes) => lookUp(hashes, id) === one.hash);
  };
  return {
    since: version,
    added: ids.filter((id) => !Object.hasOwn(then, id) && !heirs.has(id)),
    changed: deck.cards
      .filter((card) => heirs.has(card.id) || (Object.hasOwn(then, card.id) && !isSame(card)))
      .map(({ id }) => id),
    before: Object.fromEntries(
      deck.cards.flatMap(({ id, code }) => {
        const old = lookUp(then, id)?.code ?? code;
        return old === code ? [] : [[id, old]];
      }),
    ),
    retired: Object.entries(then)
      .filter(([id]) => !ids.includes(id) && !renamed.has(id))
      .map(([id, { code }]) => ({ id, code, heir: lookUp(deck.retired, id) ?? '' }))
      .sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }) || (a.id < b.id ? -1 : 1)),
  };
}

/** Cards that have another id than in an edition, and the code still: whoever holds the deck sees the same card. The id then → now. */
function renamedIn({ cards, retired }: Deck, then: EditionRecord['cards']): ReadonlyMap<string, string> {
  const codes = new Map(cards.map(({ id, code }) => [id, code]));
  const renamed = Object.entries(then).flatMap(([id, { code }]): [string, string][] => {
    const heir = codes.has(id) ? undefined : lookUp(retired, id);
    return heir && code !== '' && codes.get(heir) === code && !Object.hasOwn(then, heir) ? [[id, heir]] : [];
  });
  return new Map(renamed);
}

/** The cards of an edition in a further language. */
function cardsIn(lang: string, { version, cards, languages }: EditionRecord): EditionRecord['cards'] {
  const hashes = lookUp(languages, lang);
  if (hashes) {
    const all = Object.entries(hashes).map(
      ([id, hash]) => [id, { code: lookUp(cards, id)?.code ?? '', hash }] as const,
    );
    return Object.fromEntries(all);
  }
  const what = `edition ${version} does not say what its cards said in "${lang}"`;
  throw new UsageError(`${what}: print all of them once, and write the next edition down`);
}

/** The hashes of a deck's cards in its language, in each way in which an edition may have them. */
function hashesNow(deck: Deck, loaded: Edited): Readonly<Record<string, string>>[] {
  if (deck.lang !== loaded.deck?.lang) return [hashesIn(deck, loaded.looks)];
  return readings(deck, loaded).map(({ cards }) =>
    Object.fromEntries(Object.entries(cards).map(([id, { hash }]) => [id, hash])),
  );
}

async function readEdition(version: string, dir: string): Promise<EditionRecord> {
  const names = await readdir(path.join(dir, 'editions')).catch(noneIfAbsent);
  const known = names.filter((one) => one.endsWith('.json')).map((one) => one.slice(0, -'.json'.length));
  if (!known.includes(version)) {
    const list =
      known.length > 0 ? `Editions: ${known.sort().join(', ')}` : 'None was written down yet: npx prepdeck edition';
    throw new UsageError(`there is no edition ${version}.${didYouMean(version, known)} ${list}`);
  }
  const text = await readFile(editionFile(dir, version), 'utf8');
  try {
    return EDITION.parse(JSON.parse(text));
  } catch {
    throw new UsageError(`editions/${version}.json is damaged: get it back from where you keep the deck`);
  }
}

/** The hash of a card's text. Where it counts, lists or names cards what is printed of them is hashed too: when it changes, so does the card. */
function printedHash(card: Card, sources: ReadonlyMap<string, LayeredSource>, { names }: Reading): string {
  const source = sources.get(card.id);
  if (!source) return '';
  const hash = sourceHash(source);
  const written = [String(valueAtKey(source.front, 'gist') ?? ''), ...source.parts.map((part) => part.text)];
  if (!hasTally(written.join('\n')) && !(names && written.some((text) => TAG.test(text)))) return hash;
  return hashOf(hash, card.gist, ...card.sections.map((section) => section.text));
}

/** A tag, such as `<Card id="…" />`. */
const TAG = /<[A-Z]/u;

function hashOf(...said: readonly unknown[]): string {
  return sha256(JSON.stringify(said));
}

/** The hash of a card with those of the pictures that are printed on it: another picture under the same name is another card. */
function withPictures(hash: string, { pictures = [], suit }: Card, { suits, pictures: all, logo }: Deck): string {
  const back = suits.find((one) => one.id === suit)?.back;
  const onBack = back === undefined ? [] : [back, logo ?? ''];
  const hashes = [...pictures.map((one) => one.name), ...onBack].flatMap((name) => lookUp(all, name)?.hash ?? []);
  if (hashes.length === 0) return hash;
  return hashOf(hash, ...hashes);
}

function editionFile(dir: string, version: string): string {
  return path.join(dir, 'editions', `${version}.json`);
}

function byId([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
