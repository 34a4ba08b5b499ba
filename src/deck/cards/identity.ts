import { error } from '../../model/problem.ts';
import type { Report } from '../../read/files.ts';
import type { Draft } from './draft.ts';

/** Reports ids and codes that two cards of the deck share, and numbers that two of a series share. Returns the drafts whose id is taken. */
export function checkIdentity(drafts: readonly Draft[], report: Report): Set<Draft> {
  const ids = new Map<string, Draft>();
  const numbers = new Map<string, Draft>();
  const codes = new Map<string, Draft>();
  const twice = new Set<Draft>();
  for (const draft of drafts) {
    const id = draft.id.toLowerCase();
    const same = ids.get(id);
    if (same) {
      const message = `The id "${draft.id}" is taken: ${same.file} has it.`;
      const note = 'Rename one of the files: an id is unique in the whole deck, whatever the folder.';
      report(error({ file: draft.file, rule: 'card/id-twice', message, note }));
      twice.add(draft);
    }
    ids.set(id, same ?? draft);
    if (draft.card?.number === undefined) continue;
    const { code, number, places } = draft.card;
    const key = `${draft.series} ${number}`;
    const other = numbers.get(key);
    if (other) {
      const next = 1 + Math.max(...drafts.map((one) => (one.series === draft.series ? (one.card?.number ?? 0) : 0)));
      const message = `The number ${number} (${code}) is taken: ${other.file} has it.`;
      const note = `The next free one is ${next}.`;
      report(error({ file: draft.file, place: places.number, rule: 'card/number-twice', message, note }));
    }
    numbers.set(key, other ?? draft);
    const like = codes.get(code);
    if (like && !other) {
      const message = `The code "${code}" is printed on two cards: ${like.file} has it.`;
      report(error({ file: draft.file, place: places.label ?? places.number, rule: 'card/code-twice', message }));
    }
    codes.set(code, like ?? draft);
  }
  return twice;
}
