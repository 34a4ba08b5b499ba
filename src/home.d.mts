/** This package's folder, absolute. */
export const home: string;

/** The name of a compiled module, e.g. of `faces/pattern.tsx`, without an ending. */
export function outOf(name: string): string;

/** The URL of a module in a compiled folder. */
export function urlOf(dir: string, name: string): string;
