import { error, type Problem, warning } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import { type CardSource, type Override, sourceHash } from '../cards/card-file.ts';
import { type TextKind, textFolder } from '../kit/texts.ts';
import type { Layer } from './layer.ts';
import type { Applied, LayerTexts } from './stack-types.ts';

/** What is below an override. */
interface Below extends Pick<LayerTexts, 'retired'> {
  /** What is overridden; left out: a card. */
  kind?: TextKind;
  /** All texts of that kind. */
  sources: readonly CardSource[];
  /** What decks in between change of them. */
  changed: readonly Pick<Applied, 'override' | 'merged'>[];
  /** Ids of those that are hidden. */
  hidden: { has(id: string): boolean };
}

/** What is wrong between an override and the text below it: gone, hidden, changed since, or the same. */
export function driftProblem(
  { override, state, below }: Applied,
  layer: Layer,
  { kind, sources, changed, hidden, retired }: Below,
): Problem | undefined {
  const { id, file, base, basePlace: place } = override;
  const what = kind ?? 'card';
  const rule = (name: string) => ({ file, place, rule: `override/${name}` });
  if (hidden.has(id) && state === 'removed') {
    const message = `The ${what} "${id}" is hidden: this override of it does nothing.`;
    const entry = kind ? `${kind}:${id}` : id;
    const note = `Delete this file, or take "${entry}" out of "hide" in deck.yaml.`;
    return warning({ ...rule('hidden'), message, note });
  }
  const by = retired.get(id);
  if (state === 'removed' && by) {
    const message = `The card "${id}" is now "${by}": this override of it does nothing.`;
    const note = `If it still fits, rename this file to ${by}.mdx. See what has changed: ${outdatedIn(layer)}.`;
    return warning({ ...rule('renamed'), message, note });
  }
  if (state === 'removed') {
    const ids = sources.map((one) => one.id);
    const message = `There is no ${what} "${id}" below to override: it was removed there, or never was.${didYouMean(id, ids)}`;
    const folder = kind ? textFolder(kind) : 'cards';
    const note = `Delete this file; or make the ${what} your own: move it to ${folder}/, with all of its text.`;
    return warning({ ...rule('removed'), message, note });
  }
  if (base === undefined) {
    const message = 'An override says which text it was written for: "base" is missing.';
    const note = below && `For the text of today: base: ${sourceHash(below)}`;
    return override.front && error({ ...rule('missing-key'), message, note });
  }
  const between = changed.flatMap((one) => (one.merged && one.override.id === id ? [one.override.file] : []));
  const files = [...new Set([below?.file ?? '', ...between])];
  if (state === 'identical') {
    const message = `This override changes nothing: ${files.join(' with ')} says the same.`;
    return warning({ ...rule('identical'), message, note: 'Delete this file.' });
  }
  if (state === 'changed') {
    const message = `${files.join(' or ')} has changed since this override of it was written.`;
    const note = `See what: ${outdatedIn(layer)}. If all is still right: npx prepdeck outdated --accept.`;
    return warning({ ...rule('changed'), message, note });
  }
  return undefined;
}

function outdatedIn({ folder }: Layer): string {
  return `npx prepdeck outdated --deck ${folder.show(folder.dir)}`;
}

/** The error that a text is overridden in two files of one layer. */
export function overriddenTwice(override: Override, other: Override, what: TextKind | 'card' = 'card'): Problem {
  const message = `The ${what} "${override.id}" is overridden twice: ${other.file} does it too.`;
  return error({ file: override.file, rule: 'override/twice', message, note: 'Put both into one file.' });
}
