import path from 'node:path';
import { type Problem, warning } from '../../model/problem.ts';
import { stampOf } from '../../read/memory.ts';
import { type Layer, OWN_PACKAGE } from './chain.ts';

/** The `layouts/` folders of a deck and those that it extends. They are code: that of a package runs only where it is trusted. */
export interface LayerLayouts {
  /** Absolute paths, the lowest first. */
  dirs: string[];
  /** Layers whose layouts may not run. */
  untrusted: Layer[];
}

/** Which layouts beside the decks' folders may run. Those that come with prepdeck itself are always there, and not among them. */
export function layoutsOf(layers: readonly Layer[]): LayerLayouts {
  const trust = layers.at(-1)?.trust ?? [];
  const having = layers.filter((layer) => layer.from !== OWN_PACKAGE && hasLayouts(layer));
  const trusted = having.filter(({ from }) => from === '' || trust.includes(from));
  return { dirs: [...new Set(trusted.map(dirOf))], untrusted: having.filter((layer) => !trusted.includes(layer)) };
}

/** Says whose layouts do not run. */
export function untrustedLayouts(layers: readonly Layer[]): Problem[] {
  const { deckFile } = layers.at(-1) ?? {};
  return layoutsOf(layers).untrusted.map(({ from }) => {
    const message = `The package "${from}" has layouts of its own: they are code, and are not used.`;
    const note = `If you trust who made it, write trust: [${from}] in deck.yaml.`;
    const place = deckFile?.places.extends;
    return warning({ file: deckFile?.file ?? '', place, rule: 'deck/untrusted', message, note, got: from });
  });
}

/** What a `layouts/` folder may hold that is used. */
const PARTS = ['faces', 'slots', 'targets', 'elements.tsx', 'stocks', 'formats.yaml', 'box', 'press'];

function hasLayouts(layer: Layer): boolean {
  return PARTS.some((name) => stampOf(path.join(dirOf(layer), name)) !== '');
}

/** Beside the deck's folder, as in this package. */
function dirOf({ folder }: Layer): string {
  return path.join(path.dirname(folder.dir), 'layouts');
}
