import { lookUp } from '../../model/look-up.ts';

/** A card of a hand and how many of it. */
export interface Held {
  id: string;
  copies: number;
}

/** The most copies of one card: a sheet of nine, ten times over. */
export const MOST_COPIES = 90;

/** The most that a hand can ask for, as after `--hand`. */
const MOST_ASKED = 999;

/** An id, and copies after a tilde: at least one, as after `--hand`. */
const PART = /^([a-z0-9][a-z0-9-]*)(?:~([1-9]\d{0,2}))?$/;

/**
 * Reads `because-you-row.detractor~2`: ids in order, copies after a tilde, be they more than there is room for. Broken parts are left out,
 * doubles are joined.
 */
export function parseHand(text: string): Held[] {
  const parts = text.split('.').map((part) => PART.exec(part) ?? []);
  return joined(parts.flatMap(([, id, copies = '1']) => (id ? [{ id, copies: Number(copies) }] : [])));
}

/** A hand in which each card is once, with all of its copies. */
function joined(hand: readonly Held[]): Held[] {
  const all = new Map<string, number>();
  for (const { id, copies } of hand) all.set(id, Math.min(MOST_ASKED, (all.get(id) ?? 0) + copies));
  return [...all].map(([id, copies]) => ({ id, copies }));
}

/** Parts of a hand that can't be read, e.g. the last one where a mail program has cut the link. */
export function brokenIn(text: string): string[] {
  return text.split('.').filter((part) => part !== '' && !PART.test(part));
}

/** Writes a hand as addresses and `--hand` take it. */
export function formatHand(hand: readonly Held[]): string {
  return hand.map(({ id, copies }) => (copies === 1 ? id : `${id}~${copies}`)).join('.');
}

/**
 * A hand without what the deck does not know: retired cards become those that took their place, others are named, and so are cards with more
 * copies than there is room for.
 */
export function resolveHand(
  hand: readonly Held[],
  known: ReadonlySet<string>,
  retired: Readonly<Record<string, string>>,
): { hand: Held[]; replaced: string[]; unknown: string[]; tooMany: Held[] } {
  const found = hand.map((held) => ({ ...held, now: known.has(held.id) ? held.id : (lookUp(retired, held.id) ?? '') }));
  const good = found.filter(({ now }) => known.has(now));
  const asked = joined(good.map(({ now, copies }) => ({ id: now, copies })));
  return {
    hand: asked.map(({ id, copies }) => ({ id, copies: Math.min(MOST_COPIES, copies) })),
    replaced: good.filter(({ id, now }) => id !== now).map(({ id }) => id),
    unknown: found.filter(({ now }) => !known.has(now)).map(({ id }) => id),
    tooMany: asked.filter(({ copies }) => copies > MOST_COPIES),
  };
}
