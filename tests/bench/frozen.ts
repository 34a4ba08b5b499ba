import { cp, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isNode, parseDocument, visit } from 'yaml';
import { emptyFolder } from './engine-copy.ts';

const project = path.resolve(import.meta.dirname, '../..');

/** A folder with a copy of a deck in it, in one language, which may be changed. */
export interface Place {
  /** Around `deck/`. */
  dir: string;
  deck: string;
  /** The file of the card that is changed. */
  card: string;
}

/**
 * Copies a deck, and the layouts beside it, into a new folder.
 *
 * @param dir where the folder is made
 */
export async function frozenCopy(deck: string, dir: string): Promise<Place> {
  const place = await emptyFolder(dir);
  const copy = path.join(place, 'deck');
  await cp(deck, copy, { recursive: true, dereference: true });
  const around = path.dirname(deck);
  // Those beside the shipped deck are the engine's own.
  if (around !== project && (await exists(path.join(around, 'layouts')))) {
    await cp(path.join(around, 'layouts'), path.join(place, 'layouts'), { recursive: true, dereference: true });
    // What they import is found among the packages of their project.
    const packages = path.join(around, 'node_modules');
    for (const name of (await readdir(packages).catch(() => [])).filter((one) => !one.startsWith('.'))) {
      await symlink(path.join(packages, name), path.join(place, 'node_modules', name));
    }
  }
  await oneLanguage(path.join(copy, 'deck.yaml'), deck);
  return { dir: place, deck: copy, card: await cardToChange(copy) };
}

/** Leaves out further languages, and says where decks lie that were named as seen from the original's folder. */
async function oneLanguage(file: string, original: string): Promise<void> {
  const settings = parseDocument(await readFile(file, 'utf8'));
  if (settings.has('languages')) settings.set('languages', []);
  for (const node of ['extends', 'trust'].map((key) => settings.get(key, true)).filter(isNode)) {
    visit(node, {
      Scalar(_, scalar) {
        if (String(scalar.value).startsWith('.')) scalar.value = path.resolve(original, String(scalar.value));
      },
    });
  }
  await writeFile(file, settings.toString());
}

/** The middle one of the cards with a gist of one line and a number: a card like most. */
async function cardToChange(deck: string): Promise<string> {
  const names = (await readdir(path.join(deck, 'cards'), { recursive: true })).filter((name) => name.endsWith('.mdx'));
  const plain: string[] = [];
  for (const name of names.sort()) {
    const text = await readFile(path.join(deck, 'cards', name), 'utf8');
    if (/^number:/mu.test(text) && GIST.test(text)) plain.push(path.join(deck, 'cards', name));
  }
  const card = plain[Math.floor(plain.length / 2)];
  if (!card) throw new Error(`no card of ${deck} has a number and a gist`);
  return card;
}

/** Not one that goes on in the next line. */
const GIST = /^gist: *[^\s>|&*].*\n(?=\S)/mu;

/** The text of a card with another gist, which is short enough for any card. */
export function otherGist(text: string, number: number): string {
  return text.replace(GIST, `gist: Version ${number} of it\n`);
}

/** Changes one card of the copy. */
export async function changeCard({ card }: Place, number: number): Promise<void> {
  await writeFile(card, otherGist(await readFile(card, 'utf8'), number));
}

/** Waits until what was written counts as old: a command does not trust the dates of files that are younger than two seconds. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 2200));
}

async function exists(file: string): Promise<boolean> {
  return await stat(file).then(
    () => true,
    () => false,
  );
}
