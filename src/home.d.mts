/** This package's folder, absolute. */
export const home: string;

/** The name of a compiled module, e.g. of `faces/pattern.tsx`, without an ending. */
export function outOf(name: string): string;

/** Where a module is in a compiled folder, as a URL. */
export function urlOf(dir: string, name: string): string;
