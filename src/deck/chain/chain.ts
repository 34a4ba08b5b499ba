import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { type Cache, noCache } from '../../model/cache.ts';
import { error, type Problem } from '../../model/problem.ts';
import type { Report } from '../../read/files.ts';
import { type Memory, openMemory } from '../../read/memory.ts';
import { layoutsDir, ownDirs } from '../../read/package.ts';
import { noReadings, openReadings } from '../../read/readings.ts';
import { extendedBy } from './extended.ts';
import { type Layer, type LayerPlace, openLayer } from './layer.ts';
import { layoutsOf } from './layer-layouts.ts';

/** A deck and all those that it extends, opened: every step that reads one of their files, or runs their layouts, is handed this. */
export interface Chain {
  /** Absolute path of the deck's folder. */
  dir: string;
  /** Files are named in messages relative to this folder. */
  root: string;
  /** The lowest first; empty where one of them can't be opened. */
  layers: readonly Layer[];
  /** Absolute paths of the `layouts/` folders that draw the deck, the package's own first: of two faces of one name the later is taken. */
  layouts: readonly [string, ...string[]];
  /** Why a layer can't be opened; reported where the deck is loaded. */
  problems: readonly Problem[];
  /** Results of an earlier load of this deck: only what has changed since is read again. */
  memory: Memory;
  /** What was made of the deck's files by an earlier command: how they were read, the weights of a variable font. */
  cache: Cache;
}

/** Which deck to open. */
export interface DeckPlace extends Pick<Chain, 'dir' | 'root'> {
  memory?: Memory;
  cache?: Cache;
}

/** Opens a deck and all those that it extends. */
export async function openChain({ dir, root, cache = noCache, ...place }: DeckPlace): Promise<Chain> {
  const { memory = openMemory(cache === noCache ? noReadings : openReadings(cache)) } = place;
  const problems: Problem[] = [];
  const layers = (await openLayers({ dir, root, name: '', from: '' }, memory, (one) => problems.push(one))) ?? [];
  const others = layoutsOf(layers).dirs.filter((one) => one !== layoutsDir);
  return { dir, root, layers, layouts: [layoutsDir, ...others], problems, memory, cache };
}

/**
 * The folders that a build of a deck is made from: those of the deck and of all that it extends, their layouts, and this
 * package's own. Nothing is written into them.
 */
export function sourceDirs(chain: Pick<Chain, 'dir' | 'layers'>): string[] {
  const decks = deckDirs(chain);
  const layouts = decks.map((dir) => path.join(path.dirname(dir), 'layouts'));
  return [...new Set([...decks, ...layouts, ...ownDirs])];
}

/** The folders of a deck and of those that it extends; only its own where one of them can't be found. */
export function deckDirs({ dir, layers }: Pick<Chain, 'dir' | 'layers'>): string[] {
  return layers.length > 0 ? layers.map(({ folder }) => folder.dir) : [dir];
}

/** The layers of a deck, the lowest first; undefined after reporting that the deck, or one that it extends, can't be found. */
async function openLayers(top: LayerPlace, memory: Memory, report: Report): Promise<Layer[] | undefined> {
  const layers: Layer[] = [];
  let next: LayerPlace | undefined = top;
  while (next) {
    const opened = await openLayer(next, memory, report);
    if (!opened) return undefined;
    const { layer, below } = opened;
    layers.unshift(layer);
    if (below === undefined) return layers;
    const place = await extendedBy(layer, below, report);
    const again = place && (await sameFolder(place.dir, layers));
    if (again) {
      report(circle(layers, again));
      return undefined;
    }
    next = place && { ...place, root: top.root };
  }
  return undefined;
}

function circle([last, ...others]: readonly Layer[], again: Layer): Problem {
  const names = [...others.reverse(), last, again].flatMap((one) => (one ? one.folder.show(one.folder.dir) : []));
  const message = `This deck extends itself: ${names.join(' → ')}.`;
  const file = last?.folder.show(path.join(last.folder.dir, 'deck.yaml')) ?? '';
  return error({ file, place: last?.deckFile?.places.extends, rule: 'deck/extends', message });
}

async function sameFolder(dir: string, layers: readonly Layer[]): Promise<Layer | undefined> {
  const real = await realpath(dir);
  return layers.find((layer) => layer.folder.real === real);
}
