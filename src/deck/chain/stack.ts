import type { Facets } from '../../model/facets.ts';
import { error } from '../../model/problem.ts';
import type { Report } from '../../read/files.ts';
import type { Memory } from '../../read/memory.ts';
import type { CardSource } from '../cards/card-file.ts';
import { applyOverride } from './apply.ts';
import { driftProblem, overriddenTwice } from './drift.ts';
import { hideCards } from './hide.ts';
import type { Applied, LayerTexts, Stack } from './stack-types.ts';

/** Puts layers on top of one another: each hides, then overrides cards of those below, then adds its own. */
export function stackCards(layers: readonly LayerTexts[], facets: Facets, memory: Memory, report: Report): Stack {
  let stack: Stack = { sources: [], hidden: new Map(), applied: [] };
  for (const [at, texts] of layers.entries()) {
    stack = hideCards(stack, texts, facets, report);
    stack = overrideCards(stack, texts, memory, report);
    const own = texts.cards.filter((card) => isNew(card, stack, report));
    const { prefix } = texts.layer;
    stack.sources.push(...own.map((card) => ({ ...card, layer: at, prefix: at === 0 ? '' : prefix })));
  }
  return stack;
}

function overrideCards(
  { sources, hidden, applied }: Stack,
  { overrides, layer, retired }: LayerTexts,
  memory: Memory,
  report: Report,
): Stack {
  const now: Applied[] = [];
  for (const override of overrides) {
    const below = sources.find((one) => one.id === override.id);
    const other = now.find((one) => one.override.id === override.id);
    const from = [override, below?.front, below?.parts];
    if (other) report(overriddenTwice(override, other.override));
    else now.push(memory.recall(`override ${override.path}`, from, report, () => applyOverride(override, below)));
  }
  for (const one of now) {
    const problem = driftProblem(one, layer, { sources, changed: applied, hidden, retired });
    if (problem) report(problem);
  }
  const above = new Map(now.flatMap(({ merged }) => (merged ? [[merged.id, merged] as const] : [])));
  return {
    sources: sources.map((source) => above.get(source.id) ?? source),
    hidden,
    applied: [...applied, ...now],
  };
}

/** Whether a layer's own card has an id that no card below has. */
function isNew(card: CardSource, { sources, hidden }: Stack, report: Report): boolean {
  const id = card.id.toLowerCase();
  const same = [...sources, ...hidden.values()].find((one) => one.id.toLowerCase() === id);
  if (!same) return true;
  const message = `The id "${card.id}" is taken: ${same.file} has it, in the deck that this one extends.`;
  const note = `To change that card write overrides/${same.id}.mdx (npx prepdeck override ${same.id}); another card needs another id.`;
  report(error({ file: card.file, rule: 'card/id-twice', message, note }));
  return false;
}
