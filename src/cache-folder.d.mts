/** The absolute path of the folder where compiled code is kept, and what decks were read as. */
export function cacheFolder(): Promise<string>;
