import type { Facets } from '../../model/facets.ts';
import { lookUp } from '../../model/look-up.ts';
import { error, type Place, warning } from '../../model/problem.ts';
import { type Asked, matches, readQuery } from '../../model/query.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import { facetted } from '../cards/card-file.ts';
import { hidesKit } from '../kit/stack-kit.ts';
import type { LayerTexts, Stack } from './stack-types.ts';

/** A stack without the cards that a layer hides. */
export function hideCards(
  { sources, hidden, applied }: Stack,
  { layer, retired }: LayerTexts,
  facets: Facets,
  report: Report,
): Stack {
  const cards = sources.map(facetted);
  const gone = new Set<string>();
  for (const [i, text] of layer.hide.entries()) {
    if (hidesKit(text)) continue;
    const place = lookUp(layer.deckFile?.places, `hide.${i}`);
    for (const id of hiddenBy(text, { facets, cards }, { layer, place, retired }, report)) gone.add(id);
  }
  const left = sources.filter((source) => !gone.has(source.id));
  const newlyHidden = sources.filter((source) => gone.has(source.id)).map((source) => [source.id, source] as const);
  return { sources: left, hidden: new Map([...hidden, ...newlyHidden]), applied };
}

interface HideContext extends Pick<LayerTexts, 'layer' | 'retired'> {
  place: Place | undefined;
}

/** The ids that an entry of `hide:` means. */
function hiddenBy(
  text: string,
  { facets, cards }: Asked,
  { layer, place, retired }: HideContext,
  report: Report,
): string[] {
  const say = (problem: typeof error, message: string, note?: string) =>
    report(problem({ file: layer.deckFile?.file ?? '', place, rule: 'deck/hide', message, note, got: text }));
  if (!text.includes(':')) {
    const ids = cards.map((card) => card.id);
    if (ids.includes(text)) return [text];
    const by = retired.get(text);
    if (by)
      say(warning, `The card "${text}" is now "${by}", which is not hidden.`, `Write "${by}", or take the line out.`);
    else if (by === '') say(warning, `The card "${text}" is retired: there is nothing to hide.`, 'Take the line out.');
    else say(error, `There is no card "${text}" to hide.${didYouMean(text, ids)}`, HIDE_NOTE);
    return [];
  }
  const read = readQuery(text, { facets, cards, retired: Object.fromEntries(retired) });
  if ('error' in read) {
    say(error, `"hide": ${read.error}`, HIDE_NOTE);
    return [];
  }
  return cards.filter((card) => matches(read.ok, card)).map((card) => card.id);
}

const HIDE_NOTE = 'Write the id of a card of the deck that this one extends, or a query like suit:NAME.';
