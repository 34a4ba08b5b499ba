import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { error, type Place } from '../../model/problem.ts';
import { type Folder, openFolder, type Report } from '../../read/files.ts';
import { type Memory, stampOf } from '../../read/memory.ts';
import { shippedDeck } from '../../read/package.ts';
import { checked } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';
import { readYaml } from '../../read/yaml-file.ts';

/** A deck's folder, and what its deck.yaml says of itself alone: one of the decks that a deck is made of. */
export interface Layer {
  folder: Folder;
  /** Undefined where deck.yaml can't be read. */
  deckFile: Located | undefined;
  /** As `extends` names it; the top's folder as shown. */
  name: string;
  /** The installed package that it comes with; empty for a folder of one's own. */
  from: string;
  /** Ids and queries of cards of the layers below that are left out. */
  hide: readonly string[];
  /** What the codes of its own cards begin with. */
  prefix: string;
  /** Packages, and folders outside the project, whose layouts may run; only the top's counts. */
  trust: readonly string[];
}

/** The keys of deck.yaml that are about its own layer. `url` and `backOffset` are one deck's and one printer's. */
export const LAYER_KEYS = ['extends', 'hide', 'prefix', 'trust'];
export const OWN_KEYS = [...LAYER_KEYS, 'url', 'qr', 'backOffset'];

/** What deck.yaml says of its own layer. */
export const LAYER = z.object({
  extends: z.string().trim().min(1).optional(),
  hide: z.array(z.string().trim().min(1)).default([]),
  prefix: z
    .string()
    .regex(/^[A-Z0-9]{1,6}$/, '1 to 6 capital letters or digits')
    .default(''),
  trust: z.array(z.string()).default([]),
});

/** The package that this is: its own deck is always there. */
export const OWN_PACKAGE = 'prepdeck';

/** What one layer is opened with. */
interface Opening {
  dir: string;
  root: string;
  name: string;
  from: string;
  memory: Memory;
  report: Report;
}

/**
 * Opens a deck and all those that it extends, the lowest first.
 *
 * @returns undefined after saying that there is no such deck, or that one of them can't be found
 */
export async function openChain(
  dir: string,
  root: string,
  memory: Memory,
  report: Report,
): Promise<Layer[] | undefined> {
  const layers: Layer[] = [];
  let next: Pick<Opening, 'dir' | 'name' | 'from'> | undefined = { dir, name: '', from: '' };
  while (next) {
    const opened = await openLayer({ ...next, root, memory, report });
    if (!opened) return undefined;
    const { layer, below } = opened;
    layers.unshift(layer);
    const place = layer.deckFile?.places.extends;
    if (below === undefined) return layers;
    next = await found(below, layer, place, report);
    const again = next && (await sameFolder(next.dir, layers));
    if (again) {
      const names = [
        ...layers.map((one) => one.folder.show(one.folder.dir)).reverse(),
        again.folder.show(again.folder.dir),
      ];
      const message = `This deck extends itself: ${names.join(' → ')}.`;
      report(
        error({
          file: layer.folder.show(path.join(layer.folder.dir, 'deck.yaml')),
          place,
          rule: 'deck/extends',
          message,
        }),
      );
      return undefined;
    }
  }
  return undefined;
}

async function openLayer({ dir, root, name, from, memory, report }: Opening) {
  const folder = await openFolder(dir, root, report);
  if (!folder) return undefined;
  const deckFile = await readYaml('deck.yaml', folder, memory, report);
  const settings = deckFile && checked(LAYER, deckFile, 'deck', report);
  // Without them it is not known what the deck is made of, and everything else would seem to be missing.
  if (!settings && (deckFile || (await seemsToExtend(folder)))) return undefined;
  const { hide = [], prefix = '', trust = [] } = settings ?? {};
  const layer: Layer = { folder, deckFile, name: name || folder.show(folder.dir), from, hide, prefix, trust };
  return { layer, below: settings?.extends };
}

/** Whether a deck whose deck.yaml can't be read stands on another: it says so in a line of its own, or has no suits. */
async function seemsToExtend({ dir }: Folder): Promise<boolean> {
  const text = await readFile(path.join(dir, 'deck.yaml'), 'utf8').catch(() => '');
  return /^extends\s*:/mu.test(text) || stampOf(path.join(dir, 'suits.yaml')) === '';
}

/** The deck that `extends` names. */
async function found(
  name: string,
  { folder, deckFile, from }: Layer,
  place: Place | undefined,
  report: Report,
): Promise<Pick<Opening, 'dir' | 'name' | 'from'> | undefined> {
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

async function sameFolder(dir: string, layers: readonly Layer[]): Promise<Layer | undefined> {
  const real = await realpath(dir);
  return layers.find((layer) => layer.folder.real === real);
}
