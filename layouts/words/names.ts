/**
 * Names of front-matter keys, as the catalog says them: what a deck's `ui.yaml` gives them. `suit.key` is for one suit; a key that is
 * not named is shown as it is.
 */
export const fields: Readonly<Record<string, string>> = {};

/** Names of facets, in the same way. */
export const facets: Readonly<Record<string, string>> = {};
