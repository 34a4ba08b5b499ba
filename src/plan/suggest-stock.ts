import { nearest } from '../model/suggest.ts';
import type { Supplies } from './supplies.ts';

/** The stocks that somebody may have meant by an unknown id, found by id, name or other words; to be put after a sentence. */
export function hintFor(id: string, supplies: Supplies): string {
  const near = suggestedFor(id, supplies);
  const hint = near.length === 0 ? '' : ` Did you mean ${listed(near)}?`;
  const format = Object.values(supplies.formats).find(
    (one) => bare(one.id) === bare(id) || bare(one.name) === bare(id),
  );
  const size = format ? ` "${format.id}" is a card size: format: ${format.id} in deck.yaml.` : '';
  return `${hint}${size}`;
}

/** The ids that somebody may have meant: those whose names contain it, else one that is spelled nearly like it. */
function suggestedFor(id: string, { stocks, boxes, also }: Supplies): string[] {
  const all = Object.values({ ...stocks, ...boxes });
  const wanted = bare(id);
  const speaks = ({ id: other, name }: { id: string; name: string }) =>
    [other, name, ...(also.get(other) ?? [])].some((text) => bare(text).includes(wanted));
  const found = wanted.length < 3 ? [] : all.filter(speaks).map((one) => one.id);
  const ids = all.map((one) => one.id);
  return found.length > 0 ? found.slice(0, MOST) : [nearest(id, ids) ?? []].flat();
}

/** The most stocks that are suggested. */
const MOST = 6;

/** A word without the capitals, spaces and hyphens in which spellings differ: `Tuck box`, `tuck-box`, `tuckbox`. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function listed(ids: readonly string[]): string {
  const quoted = ids.map((id) => `"${id}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
