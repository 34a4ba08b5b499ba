import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Card } from '../../model/card.ts';
import type { Deck } from '../../model/deck.ts';
import { lookUp } from '../../model/look-up.ts';
import { didYouMean } from '../../model/suggest.ts';
import { UsageError } from '../../model/usage.ts';
import { type LayeredSource, sourceHash } from '../cards/card-file.ts';
import { hasTally } from '../cards/tallies.ts';
import type { Loaded } from '../deck.ts';
import { valueAtKey, withoutKeys } from './merge.ts';

const EDITION = z.strictObject({
  name: z.string(),
  version: z.string(),
  cards: z.record(z.string(), z.strictObject({ code: z.string(), hash: z.string() })),
});

/** A released deck, `editions/<version>.json`: each card by id, with the code that was printed and the hash of its text. */
export type EditionRecord = z.infer<typeof EDITION>;

/** What is different from an edition. Ids in print order. */
export interface Changes {
  /** The edition's version. */
  since: string;
  added: readonly string[];
  changed: readonly string[];
  /** Cards of the edition that the deck has no more, with the code that is on them and the id that took their place. */
  retired: readonly { id: string; code: string; heir: string }[];
}

/** Front matter that is for the catalog alone. A card with other words there says the same on paper: it need not be printed anew. */
const UNPRINTED = ['also', 'choose'];

/**
 * The deck as it is now, as an edition.
 *
 * @param without keys of front matter that are left out of account
 */
export function editionOf(
  deck: Deck,
  { stack }: Pick<Loaded, 'stack'>,
  without: readonly string[] = UNPRINTED,
): EditionRecord {
  const printed = stack.sources.map(
    (source): LayeredSource => ({ ...source, front: source.front && withoutKeys(source.front, without) }),
  );
  const sources = new Map(printed.map((source) => [source.id, source]));
  const cards = deck.cards.map(
    (card) => [card.id, { code: card.code, hash: withPictures(printedHash(card, sources), card, deck) }] as const,
  );
  return { name: deck.name, version: deck.version, cards: Object.fromEntries([...cards].sort(byId)) };
}

/**
 * Writes down the deck as it is now: `editions/<version>.json`.
 *
 * @returns its absolute path
 * @throws UsageError where that version was written down before, and was another, or is no name for a file
 */
export async function writeEdition(deck: Deck, loaded: Loaded): Promise<string> {
  if (!/^[\w.+-]+$/u.test(deck.version)) {
    throw new UsageError(`the version in deck.yaml must be like 1.2.0 (got: ${deck.version})`);
  }
  const file = editionFile(deck.dir, deck.version);
  const [text, old] = readings(deck, loaded).map((edition) => `${JSON.stringify(edition, null, 1)}\n`);
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before === old) return file;
  if (before !== undefined && before !== text) {
    throw new UsageError(
      `edition ${deck.version} is written down already, and the deck has changed since: give deck.yaml a new version`,
    );
  }
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text ?? '');
  return file;
}

/** The deck as an edition, and as earlier versions wrote one down: with all of the front matter. */
function readings(deck: Deck, loaded: Pick<Loaded, 'stack'>): readonly [now: EditionRecord, old: EditionRecord] {
  return [editionOf(deck, loaded), editionOf(deck, loaded, [])];
}

/**
 * What has changed in a deck since one of its editions.
 *
 * @throws UsageError for an edition that was not written down, or can't be read
 */
export async function changesSince(version: string, deck: Deck, loaded: Pick<Loaded, 'stack'>): Promise<Changes> {
  const before = await readEdition(version, deck.dir);
  const both = readings(deck, loaded);
  const [now] = both;
  const ids = deck.cards.map((card) => card.id);
  const isSame = (id: string) =>
    both.some(({ cards }) => lookUp(before.cards, id)?.hash === lookUp(cards, id)?.hash) &&
    lookUp(before.cards, id)?.code === lookUp(now.cards, id)?.code;
  return {
    since: version,
    added: ids.filter((id) => !Object.hasOwn(before.cards, id)),
    changed: ids.filter((id) => Object.hasOwn(before.cards, id) && !isSame(id)),
    retired: Object.entries(before.cards)
      .filter(([id]) => !Object.hasOwn(now.cards, id))
      .map(([id, { code }]) => ({ id, code, heir: lookUp(deck.retired, id) ?? '' }))
      .sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }) || (a.id < b.id ? -1 : 1)),
  };
}

async function readEdition(version: string, dir: string): Promise<EditionRecord> {
  const names = await readdir(path.join(dir, 'editions')).catch(() => []);
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

/** The hash of a card's text. Where it counts or lists cards the results are hashed too: when they change, the card must be printed anew. */
function printedHash(card: Card, sources: ReadonlyMap<string, LayeredSource>): string {
  const source = sources.get(card.id);
  if (!source) return '';
  const hash = sourceHash(source);
  const written = [valueAtKey(source.front, 'gist'), ...source.parts.map((part) => part.text)];
  if (!hasTally(written.join('\n'))) return hash;
  const printed = JSON.stringify([hash, card.gist, ...card.sections.map((section) => section.text)]);
  return `sha256-${createHash('sha256').update(printed).digest('hex')}`;
}

/** The hash of a card with those of the pictures that are printed on it: another picture under the same name is another card. */
function withPictures(hash: string, { pictures = [], suit }: Card, { suits, pictures: all, logo }: Deck): string {
  const back = suits.find((one) => one.id === suit)?.back;
  const onBack = back === undefined ? [] : [back, logo ?? ''];
  const hashes = [...pictures.map((one) => one.name), ...onBack].flatMap((name) => lookUp(all, name)?.hash ?? []);
  if (hashes.length === 0) return hash;
  return `sha256-${createHash('sha256')
    .update(JSON.stringify([hash, ...hashes]))
    .digest('hex')}`;
}

function editionFile(dir: string, version: string): string {
  return path.join(dir, 'editions', `${version}.json`);
}

function byId([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
