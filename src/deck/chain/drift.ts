import { error, type Problem, warning } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import { type CardSource, type Override, sourceHash } from '../cards/card-file.ts';
import type { Layer } from './layer.ts';
import type { Applied, LayerTexts, Stack } from './stacked.ts';

/** What is below an override. */
interface Below extends Pick<LayerTexts, 'retired'> {
  sources: readonly CardSource[];
  hidden: Stack['hidden'];
}

/** What is wrong with how an override stands to the card below it. */
export function driftProblem(
  { override, state, below }: Applied,
  layer: Layer,
  { sources, hidden, retired }: Below,
): Problem | undefined {
  const { id, file, base, basePlace: place } = override;
  const rule = (name: string) => ({ file, place, rule: `override/${name}` });
  const isHidden = hidden.has(id);
  if (isHidden && state === 'removed') {
    const message = `The card "${id}" is hidden: this override of it does nothing.`;
    return warning({
      ...rule('hidden'),
      message,
      note: `Delete this file, or take "${id}" out of "hide" in deck.yaml.`,
    });
  }
  const by = retired.get(id);
  if (state === 'removed' && by) {
    const message = `The card "${id}" is now "${by}": this override of it does nothing.`;
    const note = `If it still fits, rename this file to ${by}.mdx. See what has changed: ${outdatedIn(layer)}.`;
    return warning({ ...rule('renamed'), message, note });
  }
  if (state === 'removed') {
    const ids = sources.map((one) => one.id);
    const message = `There is no card "${id}" below to override: it was removed there, or never was.${didYouMean(id, ids)}`;
    const note = 'Delete this file; or make the card your own: move it to cards/, with all of its text.';
    return warning({ ...rule('removed'), message, note });
  }
  if (base === undefined) {
    const message = 'An override says which text it was written for: "base" is missing.';
    const note = below && `For the text of today: base: ${sourceHash(below)}`;
    return override.front && error({ ...rule('missing-key'), message, note });
  }
  if (state === 'identical') {
    const message = `This override changes nothing: ${below?.file} says the same.`;
    return warning({ ...rule('identical'), message, note: 'Delete this file.' });
  }
  if (state === 'changed') {
    const message = `${below?.file} has changed since this override of it was written.`;
    const note = `See what: ${outdatedIn(layer)}. If all is still right: prepdeck outdated --accept.`;
    return warning({ ...rule('changed'), message, note });
  }
  return undefined;
}

function outdatedIn({ folder }: Layer): string {
  return `prepdeck outdated --deck ${folder.show(folder.dir)}`;
}

/** That a card is overridden in two files of one layer. */
export function overriddenTwice(override: Override, other: Override): Problem {
  const message = `The card "${override.id}" is overridden twice: ${other.file} does it too.`;
  return error({ file: override.file, rule: 'override/twice', message, note: 'Put both into one file.' });
}
