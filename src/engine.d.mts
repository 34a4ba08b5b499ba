/** What to import a layout from, as a URL; see engine.mjs. */
export function runnable(file: string): Promise<string>;
