/** The absolute path of the folder for compiled code and for parsed files of decks. */
export function cacheFolder(): Promise<string>;
