import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';

const shipped = path.resolve(import.meta.dirname, '../../deck');

/**
 * A deck of `count` cards: the few that patterns name, and designed patterns made from the shipped ones over and over.
 *
 * @param dir the folder to make it in
 */
export async function syntheticDeck(dir: string, count: number): Promise<void> {
  await mkdir(path.join(dir, 'cards/patterns'), { recursive: true });
  for (const name of ['fonts', 'art', 'tokens.json', 'suits.yaml']) {
    await cp(path.join(shipped, name), path.join(dir, name), { recursive: true });
  }
  // Its sets name cards that a synthetic deck has not.
  const { sets: _, ...settings } = parse(await readFile(path.join(shipped, 'deck.yaml'), 'utf8'));
  await writeFile(path.join(dir, 'deck.yaml'), stringify(settings));
  let named = 0;
  for (const suit of ['levels', 'stages', 'modes', 'arguments', 'ingredients/measure']) {
    named += await copyCards(path.join(shipped, 'cards', suit), path.join(dir, 'cards', suit));
  }
  const folder = path.join(shipped, 'cards/patterns');
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.mdx')).sort();
  const patterns = await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')));
  const numbered = patterns.filter((text) => /^number:/mu.test(text));
  for (let number = 1; number <= count - named; number += 1) {
    const text = alone(numbered[(number - 1) % numbered.length] ?? '')
      .replace(/^number:.*$/mu, `number: ${number}`)
      .replace(/^gist:.*$/mu, `gist: What happens on card ${number} of this deck`);
    await writeFile(path.join(dir, `cards/patterns/pattern-${number}.mdx`), text);
  }
}

/** How many there are. */
async function copyCards(from: string, to: string): Promise<number> {
  await mkdir(to, { recursive: true });
  const names = await readdir(from);
  for (const name of names) {
    const text = await readFile(path.join(from, name), 'utf8');
    await writeFile(path.join(to, name), alone(text));
  }
  return names.length;
}

/** A card that names no other by `related` or in its text. */
function alone(text: string): string {
  return text.replace(/^related:.*\n( {2}- .*\n)*/mu, '').replace(/<Card id="[^"]*" \/>/gu, 'REC 32');
}
