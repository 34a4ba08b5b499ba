/** This package's folder, absolute. */
export const home: string;

/** What a module, e.g. `faces/pattern.tsx`, is called where it is compiled, without an ending. */
export function outOf(name: string): string;

/** Where a module is in a compiled folder, as a URL. */
export function urlOf(dir: string, name: string): string;
