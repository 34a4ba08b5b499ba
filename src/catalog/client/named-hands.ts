import { formatHand, parseHand } from './hand.ts';

/** A hand that is kept under a name. */
export interface NamedHand {
  name: string;
  /** As addresses have it. */
  hand: string;
}

/** Reads kept hands. What is broken is left out: other tabs, older editions and people's own tools write there too. */
export function parseHands(text: string): NamedHand[] {
  const given = parsed(text);
  if (!Array.isArray(given)) return [];
  return given.flatMap((one: unknown) => namedIn(one) ?? []);
}

/** Writes hands, to be kept or saved as a file. */
export function formatHands(hands: readonly NamedHand[]): string {
  return JSON.stringify(hands, null, 1);
}

/** Hands with one more; one of the same name gives way. */
export function withHand(hands: readonly NamedHand[], added: NamedHand): NamedHand[] {
  return [...hands.filter(({ name }) => name !== added.name), added];
}

/** Hands with those of a file: one that has a name of ours and other cards gets a number behind its name, so that none is lost. */
export function joined(ours: readonly NamedHand[], theirs: readonly NamedHand[]): NamedHand[] {
  const hands = [...ours];
  for (const one of theirs) {
    if (hands.some(({ name, hand }) => name === one.name && hand === one.hand)) continue;
    let name = one.name;
    for (let at = 2; hands.some((held) => held.name === name); at += 1) name = `${one.name} ${at}`;
    hands.push({ ...one, name });
  }
  return hands;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function namedIn(one: unknown): NamedHand | undefined {
  if (typeof one !== 'object' || one === null || !('name' in one) || !('hand' in one)) return undefined;
  const { name, hand } = one;
  if (typeof name !== 'string' || typeof hand !== 'string' || name.trim() === '') return undefined;
  const cards = formatHand(parseHand(hand));
  return cards === '' ? undefined : { name: name.trim().slice(0, 80).trimEnd(), hand: cards };
}
