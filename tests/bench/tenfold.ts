import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** How often each numbered card is in the larger deck. */
export const FOLD = 10;

/**
 * Makes ten cards of each numbered one: the others are copies with ids and numbers of their own.
 *
 * @param deck the folder of a deck that may be changed
 */
export async function makeTenfold(deck: string): Promise<void> {
  const dir = path.join(deck, 'cards');
  const names = (await readdir(dir, { recursive: true })).filter((name) => name.endsWith('.mdx'));
  const cards = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(path.join(dir, name), 'utf8') })),
  );
  const step = 1 + Math.max(...cards.map(({ text }) => numberOf(text) ?? 0));
  const copied = new Set(cards.filter(({ text }) => numberOf(text)).map(({ name }) => path.basename(name, '.mdx')));
  for (const { name, text } of cards) {
    const number = numberOf(text);
    if (number === undefined) continue;
    for (let again = 1; again < FOLD; again += 1) {
      const copy = related(text, copied, again).replace(/^number:.*$/mu, `number: ${number + again * step}`);
      await writeFile(path.join(dir, name.replace(/\.mdx$/u, `-${again}.mdx`)), copy);
    }
  }
}

/** A card that goes with the copies of those that the card goes with: they name each other. */
function related(text: string, copied: ReadonlySet<string>, again: number): string {
  return text.replace(/^related:(.*\n(?: +- .*\n)*)/mu, (_, list: string) => {
    const ids = (list.match(/[a-z0-9]+(?:-[a-z0-9]+)*/gu) ?? []).filter((id) => copied.has(id));
    return `related: [${ids.map((id) => `${id}-${again}`).join(', ')}]\n`;
  });
}

function numberOf(text: string): number | undefined {
  const [, digits] = /^number: *(\d+)/mu.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
