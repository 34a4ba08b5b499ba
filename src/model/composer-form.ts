import { namesIn } from './braces.ts';
import type { Compose } from './deck.ts';
import { lookUp } from './look-up.ts';
import type { Look, SectionRule } from './looks.ts';
import { writtenIn } from './written.ts';

// What the catalog's composer asks for: slots for cards, texts of the front matter, and what sections say. All have keys, by which deck.yaml
// names them.

/** The look of the suit that is made; undefined where nobody knows it. */
type MadeLook = Pick<Look, 'fields' | 'sections'> | undefined;

/** A section of a card that is made. */
export interface FormSection {
  key: string;
  heading: string;
  /** What it says, with names in braces; without a sentence of its own it is one blank to fill in, of its key. */
  sentence: string;
  budget: number;
}

/** The texts of the front matter, each as its path; the last key of it is that of the text. */
export function formFacts({ slots }: Compose, look: MadeLook): (readonly string[])[] {
  const own = writtenIn(look?.fields ?? {}).filter(([key = '']) => lookUp(slots, key) === undefined);
  return [['title'], ['gist'], ...own];
}

/** The sections, with keys that no slot or text of the front matter has. */
export function formSections(compose: Compose, look: MadeLook): FormSection[] {
  const { slots, sentences } = compose;
  const keys = new Set([...Object.keys(slots), ...formFacts(compose, look).map((path) => path.at(-1) ?? '')]);
  // A look that takes any heading says nothing of them: those with a sentence are what the card has.
  const any = Object.fromEntries(Object.keys(sentences).map((heading) => [heading, { budget: 0 }]));
  return Object.entries<SectionRule>(look?.sections ?? any).flatMap(([heading, { budget, optional }]) => {
    const sentence = lookUp(sentences, heading);
    if (sentence === undefined && optional) return [];
    const key = freeKey(heading.toLowerCase().replace(/[^\p{L}\p{M}\p{N}_]+/gu, '_'), keys);
    keys.add(key);
    return [{ key, heading, sentence: sentence ?? `{${key}}`, budget }];
  });
}

/** Every key that deck.yaml can have a name for. */
export function formKeys(compose: Compose, look: MadeLook): string[] {
  const facts = formFacts(compose, look).map((path) => path.at(-1) ?? '');
  const written = formSections(compose, look).flatMap(({ sentence }) => namesIn(sentence));
  return [...new Set([...Object.keys(compose.slots), ...facts, ...written])];
}

/** A key that nothing else has: with a `_` behind it for each that has it. */
function freeKey(key: string, taken: ReadonlySet<string>): string {
  return taken.has(key) ? freeKey(`${key}_`, taken) : key;
}
