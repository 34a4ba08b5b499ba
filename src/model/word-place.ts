import type { Place } from './problem.ts';

/**
 * Finds where a word that is on no card, or a color, is written: its file as shown, and its place there. Undefined for the tool's own words.
 *
 * @param path as in a `ui.yaml`: `deck`, `name`; `suits`, `risk`, `one`; `sections`, `Ask`; of a color `colour` and its name
 */
export type WordPlace = (path: readonly string[]) => { file: string; place: Place } | undefined;
