import { lookUp } from '../../model/look-up.ts';

/** A card of a hand and how many of it. */
export interface Held {
  id: string;
  copies: number;
}

/** The most copies of one card: a sheet of nine, ten times over. */
export const MOST_COPIES = 90;

/** An id, and copies after a tilde. */
const PART = /^([a-z0-9][a-z0-9-]*)(?:~(\d{1,3}))?$/;

/** Reads `because-you-row.detractor~2`: ids in order, copies after a tilde. Broken parts are left out, doubles are joined. */
export function parseHand(text: string): Held[] {
  const held = new Map<string, number>();
  for (const part of text.split('.')) {
    const [, id, copies] = PART.exec(part) ?? [];
    if (id) held.set(id, Math.min(MOST_COPIES, (held.get(id) ?? 0) + Math.max(1, Number(copies ?? 1))));
  }
  return [...held].map(([id, copies]) => ({ id, copies }));
}

/** Parts of a hand that can't be read, e.g. the last one where a mail program has cut the link. */
export function brokenIn(text: string): string[] {
  return text.split('.').filter((part) => part !== '' && !PART.test(part));
}

/** Writes a hand as addresses and `--hand` take it. */
export function formatHand(hand: readonly Held[]): string {
  return hand.map(({ id, copies }) => (copies === 1 ? id : `${id}~${copies}`)).join('.');
}

/** A hand without what the deck does not know: retired cards become those that took their place, others are named. */
export function resolveHand(
  hand: readonly Held[],
  known: ReadonlySet<string>,
  retired: Readonly<Record<string, string>>,
): { hand: Held[]; replaced: string[]; unknown: string[] } {
  const found = hand.map((held) => ({ ...held, now: known.has(held.id) ? held.id : (lookUp(retired, held.id) ?? '') }));
  const good = found.filter(({ now }) => known.has(now));
  return {
    hand: parseHand(formatHand(good.map(({ now, copies }) => ({ id: now, copies })))),
    replaced: good.filter(({ id, now }) => id !== now).map(({ id }) => id),
    unknown: found.filter(({ now }) => !known.has(now)).map(({ id }) => id),
  };
}
