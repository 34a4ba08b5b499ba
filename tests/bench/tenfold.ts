import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** How many times as many cards the larger deck has. */
export const FOLD = 10;

/** Suits with fewer cards are lists of a few things, such as levels, which their own cards show in full: ten times as many have no room. */
const FEWEST = 10;

/** A card's file. */
interface CardFile {
  /** Inside `cards/`. */
  name: string;
  text: string;
  suit: string;
  number: number | undefined;
}

/**
 * Makes ten times as many cards: copies of the numbered ones of large suits, with ids and numbers of their own. Cards that list others are
 * left out.
 *
 * @param deck the folder of a deck that may be changed
 */
export async function makeTenfold(deck: string): Promise<void> {
  const dir = path.join(deck, 'cards');
  const cards = await cardFiles(dir);
  const isLarge = (suit: string) => cards.filter((one) => one.suit === suit).length >= FEWEST;
  const copied = cards.filter(({ number, suit }) => number !== undefined && isLarge(suit));
  const ids = new Set(copied.map(({ name }) => path.basename(name, '.mdx')));
  // By suit: numbers stay short, as codes have little room.
  const stepOf = (suit: string) => 1 + Math.max(...cards.map((one) => (one.suit === suit ? (one.number ?? 0) : 0)));
  const rounds = copied.length === 0 ? 0 : Math.round(((FOLD - 1) * cards.length) / copied.length);
  for (const { name, text, suit, number = 0 } of copied) {
    const step = stepOf(suit);
    for (let again = 1; again <= rounds; again += 1) {
      const copy = related(text, ids, again).replace(/^number:.*$/mu, `number: ${number + again * step}`);
      await writeFile(path.join(dir, name.replace(/\.mdx$/u, `-${again}.mdx`)), copy);
    }
  }
  for (const { name, number, text } of cards) {
    if (number === undefined && text.includes('<Cards ')) await rm(path.join(dir, name));
  }
}

async function cardFiles(dir: string): Promise<CardFile[]> {
  const names = (await readdir(dir, { recursive: true })).filter((name) => name.endsWith('.mdx'));
  return await Promise.all(
    names.map(async (name) => {
      const text = await readFile(path.join(dir, name), 'utf8');
      const [, suit = ''] = /^suit: *(.+)$/mu.exec(text) ?? [];
      const [, number] = /^number: *(\d+)/mu.exec(text) ?? [];
      return { name, text, suit, number: number === undefined ? undefined : Number(number) };
    }),
  );
}

/** A card that goes with the copies of those that the card goes with: they name each other. */
function related(text: string, copied: ReadonlySet<string>, again: number): string {
  return text.replace(/^related:(.*\n(?: +- .*\n)*)/mu, (_, list: string) => {
    const ids = (list.match(/[a-z0-9]+(?:-[a-z0-9]+)*/gu) ?? []).filter((id) => copied.has(id));
    return `related: [${ids.map((id) => `${id}-${again}`).join(', ')}]\n`;
  });
}
