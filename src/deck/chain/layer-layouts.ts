import { realpathSync } from 'node:fs';
import path from 'node:path';
import { type Problem, warning } from '../../model/problem.ts';
import { stampOf } from '../../read/stamps.ts';
import { OWN_PACKAGE } from './extended.ts';
import type { Layer } from './layer.ts';

/**
 * The `layouts/` folders of a deck and those that it extends. They are code. What lies in the folder around the deck is its
 * owner's own and runs; a package, or a folder outside (`extends: ../../shared/deck`), is somebody else's to change, and its
 * layouts run only where deck.yaml names it under `trust`, in the words of `extends`.
 */
export interface LayerLayouts {
  /** Absolute paths, the lowest first. */
  dirs: string[];
  /** Layers whose layouts may not run. */
  untrusted: Layer[];
}

/** Which layouts beside the decks' folders may run. Those that come with prepdeck itself are always there, and not among them. */
export function layoutsOf(layers: readonly Layer[]): LayerLayouts {
  const top = layers.at(-1);
  const having = layers.filter((layer) => layer.from !== OWN_PACKAGE && hasLayouts(layer));
  const isOwn = (layer: Layer) => top !== undefined && layer.from === '' && isInProject(top, layer);
  const trusted = having.filter((layer) => isOwn(layer) || top?.trust.includes(layer.from || layer.name));
  return {
    dirs: [...new Set(trusted.map(layoutsDirOf))],
    untrusted: having.filter((layer) => !trusted.includes(layer)),
  };
}

/** Warnings for layers whose layouts do not run. */
export function untrustedLayouts(layers: readonly Layer[]): Problem[] {
  const { deckFile } = layers.at(-1) ?? {};
  return layoutsOf(layers).untrusted.map(({ from, name }) => {
    const got = from || name;
    const what = from === '' ? `"${name}" lies outside the folder around this deck and` : `The package "${from}"`;
    const message = `${what} has layouts of its own: they are code, and are not used.`;
    const note = `If you trust who can change it, write trust: [${got}] in deck.yaml.`;
    const place = deckFile?.places.extends;
    return warning({ file: deckFile?.file ?? '', place, rule: 'deck/untrusted', message, note, got });
  });
}

/** Whether a layer's layouts lie in the folder around the top deck, links followed: for `acme/deck`, `acme/base/layouts` does. */
function isInProject(top: Layer, layer: Layer): boolean {
  if (layer === top) return true;
  const way = path.relative(realpathSync(path.dirname(top.folder.dir)), realpathSync(layoutsDirOf(layer)));
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

/** What a deck's own `layouts/` may hold: its files take the place of ours of that name, or stand beside them. */
export const REPLACEABLE = [
  ...['faces', 'boards', 'worksheets', 'guide', 'slots', 'site', 'targets', 'elements.tsx'],
  ...['stocks', 'formats.yaml', 'box', 'press'],
];

function hasLayouts(layer: Layer): boolean {
  return REPLACEABLE.some((name) => stampOf(path.join(layoutsDirOf(layer), name)) !== '');
}

/** The `layouts/` folder of a layer: beside the deck's, as in this package. */
export function layoutsDirOf({ folder }: Layer): string {
  return path.join(path.dirname(folder.dir), 'layouts');
}
