import { stat } from 'node:fs/promises';
import path from 'node:path';
import { error } from '../../model/problem.ts';
import type { Report } from '../../read/files.ts';
import { shippedDeck } from '../../read/package.ts';
import type { Layer, LayerPlace } from './layer.ts';

/** This package's own name: its deck needs no installing. */
export const OWN_PACKAGE = 'prepdeck';

/** The folder of the deck that `extends` in a layer's deck.yaml names; undefined after reporting why it is not found. */
export async function extendedBy(
  { folder, deckFile, from }: Layer,
  name: string,
  report: Report,
): Promise<Omit<LayerPlace, 'root'> | undefined> {
  const place = deckFile?.places.extends;
  const fail = (message: string, note: string) => {
    report(error({ file: deckFile?.file ?? '', place, rule: 'deck/extends', message, note, got: name }));
    return undefined;
  };
  if (/^[a-z][a-z0-9+.-]+:|^\/\/|@.*:/iu.test(name)) {
    const note = 'Nothing is fetched: install the package and write its name, or copy the folder and write ./its-name.';
    return fail(`A deck extends an installed package or a folder, not an address: "${name}".`, note);
  }
  if (/^\.{1,2}([/\\]|$)/u.test(name) || path.isAbsolute(name)) {
    const dir = path.resolve(folder.dir, name);
    if (await isDeck(dir)) return { dir, name, from };
    return fail(`There is no deck in "${name}".`, 'Write the folder that holds its deck.yaml, as seen from this one.');
  }
  if (!/^(@[a-z0-9._-]+\/)?[a-z0-9][a-z0-9._-]*$/u.test(name)) {
    return fail(
      `"${name}" is no package and no folder.`,
      'Write a package, like prepdeck, or a folder, like ../base/deck.',
    );
  }
  const dir = name === OWN_PACKAGE ? shippedDeck : await packageDeck(name, folder.real);
  if (dir) return { dir, name, from: name };
  const isFolder = await isDeck(path.join(folder.dir, name));
  const note = isFolder
    ? `A folder is written ./${name}.`
    : `Install it: npm install ${name}. A folder begins with ./ or ../`;
  return fail(`There is no installed package "${name}" with a deck in it.`, note);
}

/** The `deck/` of a package installed for a folder, as Node finds packages: in it or in one around it. */
async function packageDeck(name: string, dir: string): Promise<string | undefined> {
  const deck = path.join(dir, 'node_modules', name, 'deck');
  if (await isDeck(deck)) return deck;
  const up = path.dirname(dir);
  return up === dir ? undefined : await packageDeck(name, up);
}

async function isDeck(dir: string): Promise<boolean> {
  const stats = await stat(path.join(dir, 'deck.yaml')).catch(() => undefined);
  return stats?.isFile() === true;
}
