import path from 'node:path';
import type { Goal } from '../../model/deck.ts';
import { lookUp } from '../../model/look-up.ts';
import { error } from '../../model/problem.ts';
import { didYouMean, type RetiredIds, retiredMessage } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import { placeAt } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';
import { type Layer, topOf } from '../chain/layer.ts';
import { isGroup, valueAtKey } from '../chain/merge.ts';

/** The deck's own `ui.yaml`, as it is shown: those of lower decks were checked there, and are no matter of the deck above. */
export function ownUi(layers: readonly Layer[], lang: string): string {
  const { folder } = topOf(layers);
  return folder.show(path.join(folder.dir, 'locales', lang, 'ui.yaml'));
}

/** What goals the words of a `ui.yaml` can be for. */
interface Known {
  lang: string;
  layers: readonly Layer[];
  /** Those that the deck has. */
  goals: Readonly<Record<string, Goal>> | undefined;
  retired: RetiredIds;
}

/**
 * Reports words for goals, and for cards of goals, that there are not. What a deck of the chain has is known: the one above may have
 * taken it out. The file of a lower deck was checked there, and is no matter of the deck above.
 */
export function checkGoals(ui: Located, { lang, layers, goals = {}, retired }: Known, report: Report): void {
  const ownFile = ownUi(layers, lang);
  const ofLayers = layers.map(({ deckFile }) => groupOf(valueAtKey(deckFile, 'goals')));
  const check = (what: string, at: readonly string[], allowed: readonly string[]) => {
    const [got, place] = [at.at(-1) ?? '', placeAt(ui.keys, at)];
    if ((place?.file ?? ui.file) !== ownFile) return;
    const isOld = at.includes('cards') ? retiredMessage(got, retired) : undefined;
    const message = isOld ?? `There is no ${what}.${didYouMean(got, allowed)}`;
    const which = allowed.length > 0 ? { allowed } : { note: 'deck.yaml has none.' };
    report(error({ file: ui.file, place, rule: 'ui/unknown-key', message, got, ...which }));
  };
  for (const [id, words] of Object.entries(groupOf(valueAtKey(ui, 'goals')))) {
    const having = ofLayers.map((one) => lookUp(one, id)).filter(isGroup);
    // Of a goal that there is not, one message is enough.
    if (having.length === 0) check(`goal "${id}"`, ['goals', id], Object.keys(goals));
    const known = [...new Set(having.flatMap((one) => Object.keys(cardsOf(one))))];
    for (const card of having.length > 0 ? Object.keys(cardsOf(words)) : [])
      if (!known.includes(card)) check(`card "${card}" in the goal "${id}"`, ['goals', id, 'cards', card], known);
  }
}

/** The words for the cards of a goal. */
function cardsOf(goal: unknown): Readonly<Record<string, unknown>> {
  return groupOf(groupOf(goal).cards);
}

function groupOf(value: unknown): Readonly<Record<string, unknown>> {
  return isGroup(value) ? value : {};
}
